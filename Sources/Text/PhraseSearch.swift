/// The search of many texts for one phrase: whether it is in a text, told without folding the words that cannot begin it.
///
///     PhraseSearch(Phrase("cease fire")).isIn(Array("The cease-fires hold".utf8))   // true
package struct PhraseSearch: Sendable {
    private let phrase: Phrase
    /// The byte with which every word begins that can be the first of a match; nil where that is not certain.
    private let initial: UInt8?
    private let firstForm: [UInt8]
    /// The stems of which a match begins with one, where no hyphen cuts it.
    private let firstStems: [[UInt8]]

    package init(_ phrase: Phrase) {
        self.phrase = phrase
        let form = Array((phrase.words.first?.form ?? "").utf8)
        let stems = phrase.words.isEmpty ? [] : [phrase.words[0].stem] + phrase.joined.prefix(1)
        firstForm = form
        firstStems = stems.map { Array($0.utf8) }
        // Only a word of which nothing is left when it is inflected has a stem with another first letter, and that is one letter long.
        let isCertain = firstStems.allSatisfy { $0.count > 1 && $0.first == form.first }
        initial = isCertain ? form.first.flatMap { $0 < 0x80 ? $0 : nil } : nil
    }

    /// Whether the phrase matches somewhere in a stretch of UTF-8.
    package func isIn(_ text: [UInt8]) -> Bool {
        guard let initial else { return !phrase.matches(in: Folding.words(in: text)).isEmpty }
        var index = 0
        var word: [UInt8] = []
        while index < text.count {
            let byte = text[index]
            if byte < 0x80 {
                guard PhraseSearch.isWordByte(byte) else {
                    index += 1
                    continue
                }
                if PhraseSearch.lowered(byte) != initial, let end = PhraseSearch.endOfPlainWord(text, index) {
                    index = end
                    continue
                }
            }
            guard let start = Folding.nextWord(text, &index, text.count, into: &word) else { return false }
            if word.first == initial, canBegin(with: word, text, index), isAt(start, text) { return true }
        }
        return false
    }

    /// Whether the phrase matches at a word.
    private func isAt(_ start: Int, _ text: [UInt8]) -> Bool {
        // Each word of the phrase is at most two of the text, and what follows the last decides nothing.
        let words = Folding.words(in: text, ByteRange(start, text.count), atMost: 2 * phrase.words.count + 1)
        return phrase.isMatch(atStartOf: words)
    }

    private func canBegin(with word: [UInt8], _ text: [UInt8], _ end: Int) -> Bool {
        if phrase.isPrefix, phrase.words.count == 1 { return word.starts(with: firstForm) }
        let stem = Folding.stem(word)
        return firstStems.contains(stem) || Folding.isHyphenated(text, end, text.count)
    }

    /// The end of a word that is all letters and digits with a space or nothing after it; nil for any other.
    private static func endOfPlainWord(_ text: [UInt8], _ start: Int) -> Int? {
        var index = start + 1
        while index < text.count, isWordByte(text[index]) { index += 1 }
        return index == text.count || text[index] == UInt8(ascii: " ") ? index : nil
    }

    private static func lowered(_ byte: UInt8) -> UInt8 {
        (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte | 0x20 : byte
    }

    private static func isWordByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"):
            true
        default: false
        }
    }
}
