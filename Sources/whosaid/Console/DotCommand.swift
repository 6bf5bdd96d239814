/// A line that begins with a dot: what the program does, not the language. Its words of help are in the catalogue.
enum DotCommand: String, CaseIterable {
    case help, open, add, info, format, output, once, timer, pager, history, settings, save, run, tour, quit, exit

    /// The command of a name, with or without its dot.
    init?(_ name: String) { self.init(rawValue: Self.bare(name).lowercased()) }

    /// A name without its dot.
    static func bare(_ name: String) -> String { name.hasPrefix(".") ? String(name.dropFirst()) : name }

    /// Whether it changes or writes files, which a script from a stranger must not.
    var isForbiddenInSafeMode: Bool {
        switch self {
        case .open, .add, .output, .once, .save, .run: true
        case .help, .info, .format, .timer, .pager, .history, .settings, .tour, .quit, .exit: false
        }
    }
}
