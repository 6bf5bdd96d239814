/// The ways in which a text can be written as bytes.
enum TextEncoding: Hashable, Sendable {
    case utf8, utf16LittleEndian, utf16BigEndian, windows1252
    /// Any other, by a name that the system's converter knows.
    case other(String)

    /// The encoding that a page, an XML file or a server calls by this name; nil for the empty name.
    ///
    /// As in browsers, Latin-1 and ASCII mean Windows-1252, which holds them.
    init?(label: String) {
        let name = String(label.lowercased().drop { " \"'".contains($0) }.prefix { !" \"';".contains($0) })
        switch name {
        case "": return nil
        case "utf-8", "utf8": self = .utf8
        case "utf-16", "utf-16le", "utf16", "unicode", "ucs-2": self = .utf16LittleEndian
        case "utf-16be": self = .utf16BigEndian
        case "windows-1252", "cp1252", "iso-8859-1", "iso8859-1", "iso_8859-1", "latin1", "latin-1", "us-ascii",
            "ascii",
            "ansi":
            self = .windows1252
        default: self = .other(name)
        }
    }

    /// Its name in messages.
    var name: String {
        switch self {
        case .utf8: "UTF-8"
        case .utf16LittleEndian, .utf16BigEndian: "UTF-16"
        case .windows1252: "Windows-1252"
        case .other(let name): name.uppercased()
        }
    }
}
