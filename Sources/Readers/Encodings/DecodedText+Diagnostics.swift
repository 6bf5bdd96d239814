extension DecodedText.Note {
    /// What was assumed, and what to do where that was wrong.
    var message: String {
        switch self {
        case .assumed(let encoding):
            "nothing says how this file is encoded: it was read as \(encoding.name); save it as UTF-8, or add it with --encoding, if it looks wrong"
        case .misdeclared(let declared, let encoding):
            "this file says that it is \(declared.printable), but is not: it was read as \(encoding.name)"
        case .broken(let count, _):
            "\(count) byte\(count == 1 ? " is" : "s are") no UTF-8, the first in this line, and became \u{FFFD}: save the file as UTF-8"
        case .unknown(let declared):
            "this file says that it is \(declared.printable), which is not known here: it was read as Windows-1252"
        }
    }

    /// The byte of the file that it is about; nil where it is about all of them.
    var offset: Int? {
        if case .broken(_, let first) = self { first } else { nil }
    }
}

extension String {
    /// A stranger's word in a message: without control characters, and not too long.
    var printable: String {
        let safe = unicodeScalars.prefix(80).map { scalar -> Character in
            scalar.properties.generalCategory == .control || scalar.properties.generalCategory == .format
                ? "\u{FFFD}" : Character(scalar)
        }
        return String(safe)
    }
}
