import ArticleStore
import Text

/// The words of an archive that are spelled most like one that it does not have.
struct NearestWords {
    let source: QuoteSource
    let inAnyVersion: Bool

    /// A word as it is printed, and how many quotes a question for it would find.
    struct Word: Hashable {
        let printed: String
        let quotes: Int
    }

    /// More words are not offered, nor more terms looked up in print.
    private static let (limit, candidateLimit) = (3, 8)

    /// The up to three nearest words, the nearest first, of equals the more frequent.
    func words(like form: String) throws -> [Word] {
        let wanted = Array(form.unicodeScalars)
        let limit = wanted.count < 3 ? 0 : wanted.count < 6 ? 1 : wanted.count < 10 ? 2 : 3
        guard limit > 0, wanted.count <= 40 else { return [] }
        var candidates: [(distance: Int, term: String)] = []
        for beginning in beginnings(wanted) {
            // Letters beyond ASCII are several bytes long.
            let slack = form.utf8.count == wanted.count ? limit : 3 * limit
            let lengths = max(1, form.utf8.count - slack)...(form.utf8.count + slack)
            for term in try source.words.terms(beginning, lengths) {
                let distance = EditDistance.between(wanted, Array(term.unicodeScalars), limit: limit)
                if distance <= limit { candidates.append((distance, term)) }
            }
        }
        candidates.sort { $0.distance != $1.distance ? $0.distance < $1.distance : Order.byBytes($0.term, $1.term) }
        var found: [(distance: Int, word: Word)] = []
        var stems: Set<String> = []
        for candidate in candidates where stems.count < NearestWords.candidateLimit {
            if found.count >= NearestWords.limit, candidate.distance > found[NearestWords.limit - 1].distance { break }
            // A stem is no word: what counts is how it is printed.
            guard stems.insert(Folding.stem(ofForm: candidate.term)).inserted,
                let word = try printed(candidate.term, likest: wanted)
            else { continue }
            let distance = EditDistance.between(wanted, Array(word.form.unicodeScalars), limit: limit)
            var lookup = QuoteLookup()
            lookup.inAnyVersion = inAnyVersion
            lookup.terms = [[word.stem]]
            let quotes = try source.count(lookup)
            if distance <= limit, quotes > 0 { found.append((distance, Word(printed: word.printed, quotes: quotes))) }
        }
        found.sort { a, b in
            if a.distance != b.distance { return a.distance < b.distance }
            return a.word.quotes != b.word.quotes
                ? a.word.quotes > b.word.quotes : Order.byBytes(a.word.printed, b.word.printed)
        }
        return found.prefix(NearestWords.limit).map(\.word)
    }

    /// Hardly anybody mistypes both of the first two letters.
    private func beginnings(_ wanted: [Unicode.Scalar]) -> [String] {
        wanted.prefix(2).map { String(Character($0)) }.unique
    }

    /// The word of the quotes that have a term that is likest to the one that is wanted, of equals the most frequent.
    private func printed(
        _ term: String, likest wanted: [Unicode.Scalar]
    ) throws -> (printed: String, form: String, stem: String)? {
        let termStem = Folding.stem(ofForm: term)
        var forms: [String: (count: Int, printed: [String: Int], stem: String)] = [:]
        for text in try source.words.texts(term) {
            let bytes = Array(text.utf8)
            for word in Folding.words(in: bytes) where word.form == term || word.stem == term || word.stem == termStem {
                let printed = PrintedForms.withoutPossessive(bytes.text(word.range))
                forms[word.form, default: (0, [:], word.stem)].count += 1
                forms[word.form, default: (0, [:], word.stem)].printed[printed, default: 0] += 1
            }
        }
        func distance(_ form: String) -> Int {
            EditDistance.between(wanted, Array(form.unicodeScalars), limit: wanted.count)
        }
        let best = forms.min { a, b in
            let (first, second) = (distance(a.key), distance(b.key))
            if first != second { return first < second }
            return a.value.count != b.value.count ? a.value.count > b.value.count : Order.byBytes(a.key, b.key)
        }
        guard let best else { return nil }
        return (PrintedForms.usual(best.value.printed, form: best.key), best.key, best.value.stem)
    }
}
