/// Texts of strangers on a page of Markdown.
enum Markdown {
    private static let signs: Set<Character> = ["\\", "`", "*", "_", "[", "]", "<", ">", "#", "|", "~"]

    /// A text on one line, in which no sign means anything.
    static func escaped(_ text: String) -> String {
        text.split(whereSeparator: \.isNewline).joined(separator: " ")
            .map { signs.contains($0) ? "\\\($0)" : String($0) }.joined()
    }
}
