/// Cuts tokens into sentences.
enum Sentences {
    /// No sentence that anybody wrote is longer; what is longer is cut, so that the work on one sentence is bounded.
    private static let longest = 400

    /// The sentences as ranges of tokens: never across paragraphs, never inside a quotation.
    static func ranges(of tokens: [Token], quotationOf: [Int]) -> [Range<Int>] {
        var sentences: [Range<Int>] = []
        var start = 0
        for index in tokens.indices {
            let isTooLong = index - start >= longest && quotationOf[index] < 0
            guard isTooLong || endsSentence(tokens, quotationOf, index) else { continue }
            sentences.append(start..<(index + 1))
            start = index + 1
        }
        if start < tokens.count { sentences.append(start..<tokens.count) }
        return sentences
    }

    private static func endsSentence(_ tokens: [Token], _ quotationOf: [Int], _ index: Int) -> Bool {
        guard index + 1 < tokens.count else { return true }
        let token = tokens[index]
        let next = tokens[index + 1]
        if token.paragraph != next.paragraph { return true }
        if quotationOf[index] >= 0 { return false }
        if token.isMark || token.kind == .singleMark, index > 0, quotationOf[index - 1] >= 0 {
            return closesSentence(tokens, quotationOf, index)
        }
        guard token.isSentenceEnd, next.isSpacedBefore, startsSentence(next) else { return false }
        return !(token.lower == "." && isAbbreviation(tokens, index))
    }

    /// Whether the mark at `index`, which closes a quotation, ends a sentence: it does after `.`, and after `?` and `!` where no
    /// attribution goes on.
    private static func closesSentence(_ tokens: [Token], _ quotationOf: [Int], _ index: Int) -> Bool {
        let next = tokens[index + 1]
        guard tokens[index - 1].isSentenceEnd || tokens[index - 1].lower == "…", startsSentence(next) else {
            return false
        }
        guard !next.isSentenceEnd else { return false }
        return tokens[index - 1].lower == "." || !startsAttribution(tokens, quotationOf, index + 1)
    }

    /// Whether a subject and a speech verb, or the other way round, stand at `index`, and nothing else before the next mark.
    private static func startsAttribution(_ tokens: [Token], _ quotationOf: [Int], _ index: Int) -> Bool {
        for offset in 0..<7 {
            let position = index + offset
            guard position < tokens.count, tokens[position].paragraph == tokens[index].paragraph else { return false }
            let token = tokens[position]
            if CueFinder.isQuotingVerb(token.lower), !token.isCapitalized || offset == 0 {
                let after = position + 1 < tokens.count ? tokens[position + 1] : nil
                return after.map { $0.kind == .punctuation || $0.isAdverb || $0.isWeekday || $0.isWord } ?? true
            }
            guard
                token.isOpenClass || WordClass.determiners.contains(token.lower) || token.isPronoun
                    || token.lower == "of"
            else { return false }
        }
        return false
    }

    private static func startsSentence(_ token: Token) -> Bool {
        token.isCapitalized || token.kind == .number || token.isMark || token.kind == .singleMark || token.lower == "("
            || token.lower == "["
    }

    private static let abbreviations: Set<String> = [
        "mr", "mrs", "ms", "dr", "prof", "sen", "rep", "gov", "gen", "lt", "col", "maj", "capt", "sgt", "rev", "st",
        "jr", "sr",
        "jan", "feb", "mar", "apr", "aug", "sept", "oct", "nov", "dec", "no", "vs", "inc", "corp", "co", "ltd", "d",
        "r",
        "fla", "calif", "pa", "mass", "conn", "ill", "ariz", "colo", "mich", "minn", "wis", "ore", "tenn", "va", "ga",
    ]

    /// Whether the dot at `index` belongs to the word before it.
    private static func isAbbreviation(_ tokens: [Token], _ index: Int) -> Bool {
        guard index > 0, !tokens[index].isSpacedBefore else { return false }
        let word = tokens[index - 1]
        if abbreviations.contains(word.lower), word.isCapitalized {
            // `Inc.` and its kin end a sentence as often as not; a form of address never does.
            return true
        }
        return word.isCapitalized && word.lower.utf8.count == 1 && word.lower != "i"
    }
}
