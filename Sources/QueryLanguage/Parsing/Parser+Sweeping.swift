import Text

extension Parser {
    /// The signs that prompts begin with, here and elsewhere.
    private static let promptSigns: Set<String> = ["?", "？", ">", "›", "»", "%"]
    /// Marks that look like a hyphen.
    private static let dashes: Set<String> = ["\u{2010}", "\u{2011}", "\u{2012}", "–", "—", "\u{2212}"]
    /// Words that never stand twice in a row, beside the clause keywords.
    private static let singleWords: Set<String> = [
        "who", "what", "when", "did", "how", "many", "and", "or", "said", "quotes", "is", "has",
    ]

    /// Reports what got into a statement by accident, before it is read; false where no more can be made of it.
    mutating func sweep() -> Bool {
        takeOutPromptSign()
        takeOutDoubledWords()
        return !reportLookAlikes() && !reportStretchOfYears()
    }

    /// `? who said …`, `whosaid> who said …`: pasted with the sign of a prompt.
    private mutating func takeOutPromptSign() {
        var count = 0
        if headWord() == "whosaid", kind(1) == .greater {
            count = 2
        } else if Parser.promptSigns.contains(text(0..<1)) {
            count = 1
        }
        guard count > 0, lexemes.count > count else { return }
        let edit = Finding.Edit(
            range: ByteRange(lexemes[0].range.lower, lexemes[count].range.lower), replacement: "")
        report(.habit(.pastedPrompt, found: "", edit: edit), range(0..<count))
        lexemes.removeFirst(count)
    }

    /// `quotes where where …`, and the colon of `by: Kerry`.
    private mutating func takeOutDoubledWords() {
        var kept: [Lexeme] = []
        for index in lexemes.indices {
            let word = lexemes[index]
            guard let before = kept.last, isDoubled(index, after: kept) || isColon(index, after: kept) else {
                kept.append(word)
                continue
            }
            let edit = Finding.Edit(range: ByteRange(before.range.upper, word.range.upper), replacement: "")
            report(.habit(word.kind == .word ? .doubledWord : .filler, found: word.text, edit: edit), word.range)
        }
        if kept.count < lexemes.count { lexemes = kept }
    }

    /// Whether a word is the one before it once more, and not its last one: `call on on Monday` has two that differ.
    private func isDoubled(_ index: Int, after kept: [Lexeme]) -> Bool {
        guard index + 1 < lexemes.count, let before = kept.last, !before.keyword.isEmpty,
            lexemes[index].keyword == before.keyword,
            Catalogue.clauseKeywords.contains(before.keyword) || Parser.singleWords.contains(before.keyword)
        else { return false }
        return kept.count < 2 || SpokenVerb(kept[kept.count - 2].keyword, particle: before.keyword)?.count != 2
    }

    private func isColon(_ index: Int, after kept: [Lexeme]) -> Bool {
        guard kept.count > 1, lexemes[index].text == ":", let before = kept.last else { return false }
        return Catalogue.clauseKeywords.contains(before.keyword) && Field(rawValue: before.keyword) == nil
    }

    /// `who said ＂aid＂`, `since 2014‑01‑01`: the whole stretch is written in the usual characters.
    private mutating func reportLookAlikes() -> Bool {
        let odd = lexemes.indices.filter { index in
            let text = lexemes[index].text
            guard text.utf8.contains(where: { $0 >= 0x80 }) else { return false }
            return lexemes[index].kind != .string
                && text.unicodeScalars.contains { Parser.fullWidth.contains($0.value) }
                || Parser.dashes.contains(text) && isDateHyphen(index)
        }
        guard var first = odd.first, var last = odd.last else { return false }
        if Parser.dashes.contains(lexemes[first].text) { first -= 1 }
        if Parser.dashes.contains(lexemes[last].text) { last += 1 }
        var usual = ""
        for index in first...last {
            if index > first, lexemes[index - 1].range.upper < lexemes[index].range.lower { usual += " " }
            usual += odd.contains(index) ? Parser.usual(lexemes[index].text) : lexemes[index].text
        }
        report(
            .lookAlike(lexemes[odd[0]].text, edit: .init(range: range(first..<(last + 1)), replacement: usual)),
            lexemes[odd[0]].range)
        skipAll()
        return true
    }

    /// The full-width forms of the ASCII characters.
    private static let fullWidth: ClosedRange<UInt32> = 0xFF01...0xFF5E

    private static func usual(_ text: String) -> String {
        if dashes.contains(text) { return "-" }
        return String(
            String.UnicodeScalarView(
                text.unicodeScalars.map { scalar in
                    guard fullWidth.contains(scalar.value) else { return scalar }
                    return Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar
                }))
    }

    /// Whether a dash joins the numbers of one date: `2014‑01‑13`, but not `2014–2015`.
    private func isDateHyphen(_ index: Int) -> Bool {
        guard index > 0, index + 1 < lexemes.count, touches(index - 1), touches(index) else { return false }
        return lexemes[index - 1].kind == .number && lexemes[index + 1].kind == .number
            && lexemes[index + 1].text.utf8.count <= 2
            && (lexemes[index - 1].text.utf8.count == 4 || index > 2 && Parser.dashes.contains(lexemes[index - 2].text))
    }

    /// Whether nothing stands between a lexeme and the next.
    func touches(_ index: Int) -> Bool {
        lexemes.indices.contains(index + 1) && lexemes[index].range.upper == lexemes[index + 1].range.lower
    }

    /// `2014–2015`, `2014-2015`, with or without `in` or `from` before it.
    private mutating func reportStretchOfYears() -> Bool {
        guard let index = lexemes.indices.first(where: { yearsAt($0) != nil }),
            let (from, to, length) = yearsAt(index)
        else { return false }
        let before = index > 0 ? lexemes[index - 1].keyword : ""
        let start = ["in", "from", "between", "on", "since"].contains(before) ? index - 1 : index
        let isField = index > 0 && lexemes[index - 1].kind == .equal
        let edit = Finding.Edit(
            range: range((isField ? index - 1 : start)..<(index + length)), replacement: "between \(from) and \(to)")
        report(.habit(.fromTo, found: "", edit: edit), range(index..<(index + length)))
        skipAll()
        return true
    }

    private func yearsAt(_ index: Int) -> (first: String, last: String, length: Int)? {
        func isYear(_ text: Substring) -> Bool { text.utf8.count == 4 && text.utf8.allSatisfy(Lexer.isDigit) }
        let word = lexemes[index]
        if word.kind == .date {
            let parts = word.text.split(separator: "-")
            guard parts.count == 2, isYear(parts[0]), isYear(parts[1]) else { return nil }
            return (String(parts[0]), String(parts[1]), 1)
        }
        guard word.kind == .number, index + 2 < lexemes.count, lexemes[index + 2].kind == .number,
            Parser.dashes.contains(lexemes[index + 1].text) || lexemes[index + 1].text == "-",
            isYear(word.text[...]), isYear(lexemes[index + 2].text[...])
        else { return nil }
        return (word.text, lexemes[index + 2].text, 3)
    }
}
