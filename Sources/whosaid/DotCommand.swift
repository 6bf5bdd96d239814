/// A line that begins with a dot: what the program does, not the language.
enum DotCommand: String, CaseIterable {
    case help, quit, exit

    /// The command of a name, with or without its dot.
    init?(_ name: String) { self.init(rawValue: Self.bare(name).lowercased()) }

    /// A name without its dot.
    static func bare(_ name: String) -> String { name.hasPrefix(".") ? String(name.dropFirst()) : name }
}
