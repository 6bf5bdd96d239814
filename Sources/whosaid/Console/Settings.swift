import QueryLanguage

/// What the user has set for the answers of a session.
struct Settings {
    /// The format of a question without `as`; nil for columns.
    var format: OutputFormat?
    /// Whether each answer is followed by the time it took.
    var showsTime = false
    /// Whether an answer that is higher than the window is shown page by page.
    var usesPager = true

    /// One line a setting: its value, and how it is changed.
    func lines(output: String) -> [String] {
        [
            ("format", format?.rawValue ?? "table", ".format csv"), ("output", output, ".output answers.txt"),
            ("timer", showsTime ? "on" : "off", ".timer \(showsTime ? "off" : "on")"),
            ("pager", usesPager ? "on" : "off", ".pager \(usesPager ? "off" : "on")"),
        ].map { name, value, change in "\(name): \(value) (changed by `\(change)`)" }
    }
}
