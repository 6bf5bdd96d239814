import QueryLanguage
import Text

extension LanguageService {
    /// The words of the archive that the last word of an open string may become; none where the string is no words to be found.
    func words(_ before: [UInt8], inStringAt start: Int) -> [Completion] {
        guard let range = wordTyped(before, inStringAt: start) else { return [] }
        return wordsBeginning(before.text(range)).map { word in
            Completion(
                range: range, insertion: word.name, label: word.name,
                detail: "\(word.count) quote\(word.count == 1 ? "" : "s")")
        }
    }

    /// What a text most likely goes on with: the rest of a word of the archive, or of the best completion; empty for nothing.
    ///
    ///     suggestion(after: "quotes where spea")   // "ker"
    package func suggestion(after text: String) -> String {
        let bytes = Array(text.utf8)
        let likely: (typed: String, whole: String)?
        if let last = Lexer.tokens(in: bytes).last, last.kind == .unclosedString,
            let range = wordTyped(bytes, inStringAt: last.range.lower)
        {
            let typed = bytes.text(range)
            likely = likeliestWord(typed).map { (typed, $0) }
        } else {
            likely = completions(in: text, at: bytes.count).first.map { (bytes.text($0.range), $0.insertion) }
        }
        guard let likely, likely.typed.utf8.count >= 2, likely.whole.hasPrefix(likely.typed) else { return "" }
        return String(likely.whole.dropFirst(likely.typed.count))
    }

    /// The bytes of the word at the end of an open string; nil where there is none, or where no words are wanted.
    private func wordTyped(_ before: [UInt8], inStringAt start: Int) -> ByteRange? {
        let expected = script(before.text(ByteRange(0, start))).expected
        guard expected.contains(.words) || expected.contains(.quotedWords) else { return nil }
        let first = start + quoteLength(before, start)
        guard first <= before.count else { return nil }
        let word = before[first...].lastIndex { byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): false
            case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "'"), UInt8(ascii: "."), 0x80...: false
            default: true
            }
        }
        let range = ByteRange(word.map { $0 + 1 } ?? first, before.count)
        return range.isEmpty ? nil : range
    }
}
