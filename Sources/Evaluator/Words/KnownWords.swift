package import ArticleStore
import Text

/// The words that the quotes of an archive have, for whoever begins to type one.
package struct KnownWords: Sendable {
    /// Index terms by their beginning, and printed words of some quotes that have a term.
    private let terms: @Sendable (_ beginning: String) throws -> [IndexTerm]
    private let texts: @Sendable (_ term: String) throws -> [String]

    /// The words of an archive.
    package init(_ store: ArticleStore) { self.init(terms: store.indexTerms, texts: store.firstTexts) }

    init(
        terms: @Sendable @escaping (String) throws -> [IndexTerm],
        texts: @Sendable @escaping (String) throws -> [String]
    ) {
        self.terms = terms
        self.texts = texts
    }

    /// The words that begin with `letter`, most frequent first: folded forms such as `ceasefires`, and no stem that only stands for them.
    package func words(beginningWith letter: Character) throws -> [IndexTerm] {
        let terms = try self.terms(String(letter))
        var formsByStem: [String: Int] = [:]
        for term in terms {
            let stem = Folding.stem(ofForm: term.term)
            if stem != term.term { formsByStem[stem, default: 0] += term.quotes }
        }
        // A stem that is found oftener than all its forms together is printed itself, as `talk` is beside `talks`.
        return terms.filter { $0.quotes > formsByStem[$0.term, default: 0] }
            .sorted { ($1.quotes, $0.term) < ($0.quotes, $1.term) }
    }

    /// How a word is usually printed: `Aleppo` for `aleppo`; nil for what is only the stem of other words.
    package func printed(_ form: String) throws -> String? {
        var printed: [String: Int] = [:]
        for text in try texts(form) {
            let bytes = Array(text.utf8)
            for word in Folding.words(in: bytes) where word.form == form {
                printed[PrintedForms.withoutPossessive(bytes.text(word.range)), default: 0] += 1
            }
        }
        return printed.isEmpty ? nil : PrintedForms.usual(printed, form: form)
    }
}
