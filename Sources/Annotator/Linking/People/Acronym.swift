import Text

/// Short names made of initials: `AFP` of `Agence France-Presse`.
enum Acronym {
    /// Whether a name is one word of capitals, with or without dots.
    static func isOne(_ name: String) -> Bool {
        let letters = name.utf8.filter { $0 != UInt8(ascii: ".") }
        return (2...6).contains(letters.count)
            && letters.allSatisfy { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) }
    }

    /// The folded initials of a name of several capital words, little words between them left out; nil for any other.
    static func initials(of name: String) -> String? {
        let bytes = Array(name.utf8)
        var initials = ""
        for word in Folding.words(in: bytes) where !little.contains(word.form) {
            guard let first = bytes.text(word.range).first, first.isUppercase, let initial = word.form.first else {
                return nil
            }
            initials.append(initial)
        }
        return initials.utf8.count > 1 ? initials : nil
    }

    private static let little: Set = ["of", "the", "and", "for", "in", "on", "de", "du", "des", "la", "to", "a"]
}
