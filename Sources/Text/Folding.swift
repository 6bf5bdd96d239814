/// The folding of spelling, inflection and marks by which words are compared.
///
/// `Folding` never changes a text: it reads words at their byte ranges and gives for each a *form* (case, accents and
/// apostrophes folded) and a *stem* (regular inflection and British/American spelling folded too). Index and question
/// go through the same function, so a rule that folds too much costs a little precision and never a match.
///
///     Folding.words(in: Array("Localised cease-fires".utf8)).map(\.stem)   // ["localiz", "ceas", "fir"]
package enum Folding {
    /// The words of a stretch of UTF-8, in order, at offsets of the whole array.
    /// - Parameter limit: how many words are read at most.
    package static func words(
        in bytes: [UInt8], _ range: ByteRange? = nil, atMost limit: Int = .max
    ) -> [FoldedWord] {
        var words: [FoldedWord] = []
        var word: [UInt8] = []
        var index = range?.lower ?? 0
        let end = min(range?.upper ?? bytes.count, bytes.count)
        while words.count < limit, let start = nextWord(bytes, &index, end, into: &word) {
            let form = String(decoding: word, as: UTF8.self)
            let stem = stem(word)
            words.append(
                FoldedWord(
                    range: ByteRange(start, index), form: form,
                    stem: stem == word ? form : String(decoding: stem, as: UTF8.self),
                    isHyphenatedToNext: isHyphenated(bytes, index, end)))
        }
        return words
    }

    /// The words of a string, with offsets into its UTF-8.
    package static func words(in text: String) -> [FoldedWord] { words(in: Array(text.utf8)) }

    /// The number of words of a string.
    package static func wordCount(of text: String) -> Int {
        let bytes = Array(text.utf8)
        var (index, count) = (0, 0)
        var word: [UInt8] = []
        while nextWord(bytes, &index, bytes.count, into: &word) != nil { count += 1 }
        return count
    }

    /// The stem of one folded form, for joining two words into one: `cease` + `fire` → `ceasefir`.
    package static func stem(ofForm form: String) -> String {
        String(decoding: stem(Array(form.utf8)), as: UTF8.self)
    }

    /// A text's forms with single spaces between them: the key under which equal words are equal.
    package static func key(_ text: String) -> String { words(in: text).map(\.form).joined(separator: " ") }
}

/// One word of a text as search sees it.
package struct FoldedWord: Hashable, Sendable {
    /// The bytes of the word as printed, a possessive ending included.
    package let range: ByteRange
    /// The word in lower case, without accents, apostrophes, possessive ending or the dots of an acronym.
    package let form: String
    /// The form without regular inflection, spelled the American way; the last `e` is dropped.
    package let stem: String
    /// Whether a hyphen alone stands between this word and the next.
    package let isHyphenatedToNext: Bool
}

// MARK: - Reading a word

extension Folding {
    /// Goes to the next word at or after `index`, and over it.
    /// - Parameter word: becomes the form of the word.
    /// - Returns: where the word starts; nil where there is none.
    static func nextWord(_ bytes: [UInt8], _ index: inout Int, _ end: Int, into word: inout [UInt8]) -> Int? {
        while index < end {
            let start = index
            scanWord(bytes, &index, end, into: &word)
            if !word.isEmpty { return start }
            index = max(index, start + 1)
        }
        return nil
    }

    /// Whether a hyphen alone stands between the word that ends at `index` and another one.
    static func isHyphenated(_ bytes: [UInt8], _ index: Int, _ end: Int) -> Bool {
        guard index + 1 < end else { return false }
        let length = hyphenLength(bytes, index, end)
        return length > 0 && startsWord(bytes, index + length, end)
    }

    /// Reads the letters and digits of one word from `index` on, folded; empty where no word starts.
    private static func scanWord(_ bytes: [UInt8], _ index: inout Int, _ end: Int, into word: inout [UInt8]) {
        word.removeAll(keepingCapacity: true)
        var isNumber = false
        while index < end {
            let byte = bytes[index]
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"):
                word.append(byte)
                index += 1
            case UInt8(ascii: "A")...UInt8(ascii: "Z"):
                word.append(byte | 0x20)
                index += 1
            case UInt8(ascii: "0")...UInt8(ascii: "9"):
                isNumber = isNumber || word.isEmpty
                word.append(byte)
                index += 1
            case UInt8(ascii: "'") where !word.isEmpty && startsLetter(bytes, index + 1, end):
                index += 1
                if skipPossessive(bytes, &index, end) { return }
            case UInt8(ascii: "."):
                guard !word.isEmpty, isAcronymDot(bytes, index, end, isNumber: isNumber) else { return }
                if isNumber { word.append(byte) }
                index += 1
            case UInt8(ascii: ",") where isNumber && isDigit(bytes, index - 1) && isDigit(bytes, index + 1):
                index += 1
            case 0x80...:
                let (scalar, length) = decode(bytes, index, end)
                if isApostrophe(scalar) {
                    guard !word.isEmpty, startsLetter(bytes, index + length, end) else { return }
                    index += length
                    if skipPossessive(bytes, &index, end) { return }
                } else if scalar.properties.isAlphabetic || scalar.properties.generalCategory == .nonspacingMark {
                    appendFolded(scalar, to: &word)
                    index += length
                } else {
                    if word.isEmpty { index += length }
                    return
                }
            default:
                return
            }
        }
    }

    /// Steps over the `s` of a possessive that stands at `index`, just after the apostrophe.
    private static func skipPossessive(_ bytes: [UInt8], _ index: inout Int, _ end: Int) -> Bool {
        guard bytes[index] | 0x20 == UInt8(ascii: "s"), !startsWord(bytes, index + 1, end) else { return false }
        index += 1
        return true
    }

    /// A dot belongs to a word between single letters (`U.S.`) and between digits (`3.5`).
    private static func isAcronymDot(_ bytes: [UInt8], _ dot: Int, _ end: Int, isNumber: Bool) -> Bool {
        if isNumber { return isDigit(bytes, dot - 1) && isDigit(bytes, dot + 1) }
        guard isAsciiLetter(bytes, dot - 1), !isAsciiLetter(bytes, dot - 2) else { return false }
        if isAsciiLetter(bytes, dot + 1), !isAsciiLetter(bytes, dot + 2) { return true }
        return dot >= 2 && bytes[dot - 2] == UInt8(ascii: ".") && isAsciiLetter(bytes, dot - 3)
            && !isAsciiLetter(bytes, dot + 1)
    }

    /// The length in bytes of a hyphen at `index` that joins two words; 0 where none stands.
    private static func hyphenLength(_ bytes: [UInt8], _ index: Int, _ end: Int) -> Int {
        if bytes[index] == UInt8(ascii: "-") { return 1 }
        guard index + 2 < end, bytes[index] == 0xE2, bytes[index + 1] == 0x80 else { return 0 }
        return bytes[index + 2] == 0x90 || bytes[index + 2] == 0x91 ? 3 : 0
    }

    private static func startsWord(_ bytes: [UInt8], _ index: Int, _ end: Int) -> Bool {
        guard index < end else { return false }
        return isDigit(bytes, index) || startsLetter(bytes, index, end)
    }

    private static func startsLetter(_ bytes: [UInt8], _ index: Int, _ end: Int) -> Bool {
        guard index < end else { return false }
        if bytes[index] < 0x80 { return isAsciiLetter(bytes, index) }
        return decode(bytes, index, end).scalar.properties.isAlphabetic
    }

    private static func isAsciiLetter(_ bytes: [UInt8], _ index: Int) -> Bool {
        bytes.indices.contains(index) && (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(bytes[index] | 0x20)
    }

    private static func isDigit(_ bytes: [UInt8], _ index: Int) -> Bool {
        bytes.indices.contains(index) && (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(bytes[index])
    }

    private static func isApostrophe(_ scalar: Unicode.Scalar) -> Bool {
        scalar == "\u{2019}" || scalar == "\u{02BC}" || scalar == "\u{2018}"
    }

    private static func decode(_ bytes: [UInt8], _ index: Int, _ end: Int) -> (scalar: Unicode.Scalar, length: Int) {
        UTF8Decoding.scalar(in: bytes, at: index, end: end)
    }

    /// Appends a letter in lower case and without its accent.
    private static func appendFolded(_ scalar: Unicode.Scalar, to word: inout [UInt8]) {
        if scalar.properties.generalCategory == .nonspacingMark { return }
        if let plain = accents[scalar] {
            word.append(contentsOf: plain.utf8)
        } else {
            for lower in scalar.properties.lowercaseMapping.unicodeScalars
            where lower.properties.generalCategory != .nonspacingMark {
                word.append(contentsOf: (accents[lower] ?? String(lower)).utf8)
            }
        }
    }

    /// The letters of Latin-1 and Latin Extended-A without their accents.
    private static let accents: [Unicode.Scalar: String] = {
        let families = [
            ("a", "àáâãäåāăą"), ("c", "çćĉċč"), ("d", "ďđð"), ("e", "èéêëēĕėęě"), ("g", "ĝğġģ"), ("h", "ĥħ"),
            ("i", "ìíîïĩīĭįı"), ("j", "ĵ"), ("k", "ķ"), ("l", "ĺļľŀł"), ("n", "ñńņňŉ"), ("o", "òóôõöøōŏő"),
            ("r", "ŕŗř"), ("s", "śŝşšș"), ("t", "ţťŧț"), ("u", "ùúûüũūŭůűų"), ("w", "ŵ"), ("y", "ýÿŷ"), ("z", "źżž"),
            ("ae", "æ"), ("oe", "œ"), ("ss", "ß"), ("th", "þ"),
        ]
        var table: [Unicode.Scalar: String] = [:]
        for (plain, accented) in families {
            for scalar in accented.unicodeScalars { table[scalar] = plain }
        }
        return table
    }()
}

// MARK: - Stems

extension Folding {
    /// The stem of a folded form; words that are not plain ASCII letters stand for themselves.
    static func stem(_ form: [UInt8]) -> [UInt8] {
        guard form.count > 3, form.allSatisfy({ (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) }) else {
            return form
        }
        if let irregular = irregularStems[String(decoding: form, as: UTF8.self)] { return Array(irregular.utf8) }
        var word = form
        americanize(&word)
        dropPlural(&word)
        dropVerbEnding(&word)
        while word.count > 2, word.last == UInt8(ascii: "e") { word.removeLast() }
        if word.count > 2, word[word.count - 1] == word[word.count - 2] { word.removeLast() }
        if ends(word, "ie") || ends(word, "i") && word.count > 3 {
            while let last = word.last, last == UInt8(ascii: "e") || last == UInt8(ascii: "i") { word.removeLast() }
            word.append(UInt8(ascii: "y"))
        }
        return word
    }

    /// Words that a regular rule would fold onto another word, or would miss.
    private static let irregularStems: [String: String] = [
        "news": "news", "evening": "evening", "evenings": "evening", "agreed": "agr", "disagreed": "disagr",
        "guaranteed": "guarant", "women": "woman", "children": "child", "crises": "crisis", "does": "do",
    ]

    /// `-ise`, `-our`, `-tre` and `-ence` spelled `-ize`, `-or`, `-ter` and `-ense`.
    private static func americanize(_ word: inout [UInt8]) {
        let end = Ending(of: word)
        guard let place = britishEndings.firstIndex(where: { word.count >= $0.count + 3 && $0.ends(end) }) else {
            return
        }
        word.removeLast(britishEndings[place].count)
        word.append(contentsOf: americanEndings[place])
    }

    private static let britishEndings = respellings.map { Ending(of: Array($0.british.utf8)) }
    private static let americanEndings = respellings.map { Array($0.american.utf8) }

    /// The first that fits a word is the one that counts.
    private static let respellings: [(british: String, american: String)] = {
        let afterVerbs = ["e", "ed", "es", "er", "ers", "ing", "ation", "ations"]
        let afterNouns = [
            "", "s", "ed", "ing", "ite", "ites", "able", "ful", "ism", "al", "er", "ers", "hood", "less",
        ]
        return afterVerbs.flatMap { [("is" + $0, "iz" + $0), ("ys" + $0, "yz" + $0)] }
            + afterNouns.map { ("our" + $0, "or" + $0) }
            + [("tre", "ter"), ("tres", "ters"), ("ence", "ense"), ("ences", "enses")]
    }()

    /// The last bytes of a word, no more than eight, as one number: many endings are compared with a word's in no time.
    private struct Ending {
        let count: Int
        private let bits: UInt64

        init(of word: [UInt8]) {
            count = min(8, word.count)
            bits = word.suffix(8).reduce(0) { $0 << 8 | UInt64($1) }
        }

        /// Whether another one, which is no shorter, ends in this one.
        func ends(_ other: Ending) -> Bool { (bits ^ other.bits) << UInt64(64 - 8 * count) == 0 }
    }

    private static func dropPlural(_ word: inout [UInt8]) {
        guard word.count > 3, word.last == UInt8(ascii: "s") else { return }
        if ends(word, "ss") || ends(word, "us") || ends(word, "is") { return }
        if ends(word, "ies"), word.count > 4 {
            endInY(&word)
        } else {
            word.removeLast()
        }
    }

    private static func dropVerbEnding(_ word: inout [UInt8]) {
        if ends(word, "ied"), word.count > 4 {
            endInY(&word)
        } else if ends(word, "ed"), !ends(word, "eed"), hasVowel(word, dropping: 2), word.count > 4 {
            word.removeLast(2)
        } else if ends(word, "ing"), hasVowel(word, dropping: 3), word.count > 5 {
            word.removeLast(3)
        }
    }

    private static func hasVowel(_ word: [UInt8], dropping count: Int) -> Bool {
        word.dropLast(count).contains { "aeiouy".utf8.contains($0) }
    }

    private static func ends(_ word: [UInt8], _ ending: StaticString) -> Bool {
        let length = ending.utf8CodeUnitCount
        guard word.count > length else { return false }
        return ending.withUTF8Buffer { bytes in
            bytes.indices.allSatisfy { bytes[$0] == word[word.count - length + $0] }
        }
    }

    /// Puts a `y` in the place of three letters.
    private static func endInY(_ word: inout [UInt8]) {
        word.removeLast(3)
        word.append(UInt8(ascii: "y"))
    }
}
