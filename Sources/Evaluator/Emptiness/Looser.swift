import QueryLanguage
import Text

/// Words that ask for less than those of a question: what is next to one another may be near, what is near may be anywhere in the quote,
/// and what must be in quotation marks or printed exactly so may be anyhow.
struct Looser {
    /// The words.
    let matcher: Matcher
    /// How one writes them.
    let written: String
    /// What keeps the archive from having the stricter ones.
    let complaint: String

    /// Looser words than these; nil where there are none.
    init?(_ matcher: Matcher) {
        switch matcher {
        case .phrase(let phrase, let pattern, let range):
            guard phrase.words.count > 1 else { return nil }
            let bytes = Array(pattern.utf8)
            let words = phrase.words.enumerated().map { index, word in
                bytes.text(word.range) + (phrase.isPrefix && index == phrase.words.count - 1 ? "*" : "")
            }
            let parts = words.map { Matcher.phrase(Phrase($0), pattern: $0, range) }
            self.matcher = parts.dropFirst().reduce(parts[0]) { .near($0, $1, distance: 10) }
            written = words.map(quotation).joined(separator: " near ")
            complaint = "the archive has every word of \"\(pattern)\", but never next to one another"
        case .quoted(let phrase, let pattern, let range):
            self.matcher = .phrase(phrase, pattern: pattern, range)
            written = quotation(pattern)
            complaint = "\"\(pattern)\" never stands inside quotation marks"
        case .exactly(let text, let range):
            let phrase = Phrase(text)
            guard !phrase.words.isEmpty else { return nil }
            self.matcher = .phrase(phrase, pattern: text, range)
            written = quotation(text)
            complaint = "\"\(text)\" is nowhere printed exactly so"
        case .near(let a, let b, let distance):
            guard case .phrase(_, let first, _) = a, case .phrase(_, let second, _) = b else { return nil }
            self.matcher = .all([a, b])
            written = "(\(quotation(first)) and \(quotation(second)))"
            complaint =
                "\"\(first)\" and \"\(second)\" never stand at most \(distance) word\(distance == 1 ? "" : "s") apart"
        case .regex, .not, .all, .any: return nil
        }
    }
}
