import Text

/// The parts of a person's name, folded, without titles and without particles that some papers print and others do not.
///
///     PersonName("Sen. John F. Kerry Jr.")   // first `john`, middle [`f`], last `kerry`, suffix `jr`
///     PersonName("Bashar al-Assad")          // first `bashar`, last `assad`
struct PersonName: Hashable {
    /// Empty for a last name alone.
    let first: String
    let middle: [String]
    let last: String
    /// `jr`, `iii`; empty where there is none.
    let suffix: String

    /// Nil where there is no word in it.
    init?(_ print: String) {
        let bytes = Array(print.utf8)
        var words: [(form: String, isCapital: Bool)] = []
        for word in Folding.words(in: bytes) {
            let letters = bytes[word.range.indices]
            let isCapital = bytes.text(word.range).first?.isUppercase ?? false
            // `J.F.` is two initials.
            if letters.contains(UInt8(ascii: ".")), (2...3).contains(word.form.utf8.count) {
                words += word.form.map { (String($0), true) }
            } else {
                words.append((word.form, isCapital))
            }
        }
        while words.count > 1, WordClass.titles.contains(words[0].form) { words.removeFirst() }
        var suffix = ""
        if words.count > 1, let end = words.last, PersonName.suffixes.contains(end.form) {
            suffix = end.form
            words.removeLast()
        }
        guard let last = words.popLast() else { return nil }
        // `Van Jones` has a given name, `van Gogh` and `De Blasio` have none.
        let given = words.enumerated().filter { index, word in
            !PersonName.particles.contains(word.form)
                || index == 0 && word.isCapital && PersonName.givenNames.contains(word.form)
        }.map(\.element.form)
        first = given.first ?? ""
        middle = Array(given.dropFirst())
        self.last = last.form
        self.suffix = suffix
    }

    /// Whether it is a last name alone, which joins nobody.
    var isBare: Bool { first.isEmpty }

    /// Whether only the initial of the first name is given.
    var hasInitial: Bool { first.utf8.count == 1 }

    /// The name without blanks.
    var letters: String { first + middle.joined() + last }

    /// The initials of the middle names.
    var middleInitials: String { String(middle.compactMap(\.first)) }

    private static let suffixes: Set = ["jr", "sr", "ii", "iii", "iv"]
    private static let particles: Set = [
        "al", "el", "as", "ash", "ad", "an", "ar", "de", "del", "della", "di", "da", "dos", "du", "der", "den", "van",
        "von", "bin", "ibn", "la", "le",
    ]
    /// Particles that are given names too.
    private static let givenNames: Set = ["al", "an", "van", "di", "la", "le"]
}
