import ArticleStore
import QueryLanguage
import Text

/// A test of words made ready to be run over the print of many quotes: it says whether the test holds and not where, and folds no more of
/// a text than it must to say so.
indirect enum WordSearch {
    case phrase(PhraseSearch)
    case exactly([[UInt8]], first: ByteSearch)
    case regex(Regex)
    case not(WordSearch)
    case all([WordSearch])
    case any([WordSearch])
    /// A test that looks at where words stand; it can hold only where some others do.
    case placed(WordTest, [WordSearch])

    init(_ test: WordTest) {
        switch test {
        case .phrase(let phrase): self = .phrase(PhraseSearch(phrase))
        case .exactly(let pieces): self = .exactly(pieces, first: ByteSearch(pieces.first ?? []))
        case .regex(let regex): self = .regex(regex)
        case .quoted(let phrase): self = .placed(test, [.phrase(PhraseSearch(phrase))])
        case .near(let a, let b, _): self = .placed(test, [WordSearch(a), WordSearch(b)])
        case .not(let inner): self = .not(WordSearch(inner))
        case .all(let parts): self = .all(parts.map { WordSearch($0) })
        case .any(let parts): self = .any(parts.map { WordSearch($0) })
        }
    }

    /// Whether the test holds in a quote's printed words or in what they stand for.
    /// - Parameter isQuoted: whether all the words stand between quotation marks.
    func holds(in words: PrintedWords, isQuoted: Bool) -> Bool {
        switch self {
        case .phrase(let phrase):
            return phrase.isIn(words.bytes) || words.antecedent.map { phrase.isIn(Array($0.utf8)) } ?? false
        case .exactly(let pieces, let first):
            return ExactWords.areIn(words.bytes, pieces, first)
                || words.antecedent.map { ExactWords.areIn(Array($0.utf8), pieces, first) } ?? false
        case .regex(let regex):
            return regex.isIn(words.bytes) || words.antecedent.map { regex.isIn(Array($0.utf8)) } ?? false
        case .not(let inner): return !inner.holds(in: words, isQuoted: isQuoted)
        case .all(let parts): return parts.allSatisfy { $0.holds(in: words, isQuoted: isQuoted) }
        case .any(let parts): return parts.contains { $0.holds(in: words, isQuoted: isQuoted) }
        case .placed(let test, let parts):
            guard parts.allSatisfy({ $0.holds(in: words, isQuoted: isQuoted) }) else { return false }
            return test.find(
                in: QuoteText(words, isQuoted: isQuoted), behind: words.antecedent.map { QuoteText($0) }
            ).holds
        }
    }
}
