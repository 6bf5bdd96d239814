import Annotator
import Articles
import Readers
import Text

/// What was found in an article beside what people marked: outer quotes alone, as they marked them.
struct AnnotatedComparison {
    let text: ComparedText
    let comparison: Comparison
    /// For each quote that was found, the confidence in it.
    let confidences: [Double]
    /// The same, in its source if its words are right; nil where no source was found.
    let speakerConfidences: [Double?]

    /// Compares what was found in an article with what people marked.
    init(_ article: HandAnnotatedArticle, _ quotes: [Quote]) {
        let text = ComparedText(article.text)
        let outer = quotes.filter { $0.outer == nil }
        let found = outer.map { ComparedQuote($0, in: text) }
        self.text = text
        confidences = outer.map(\.confidence)
        speakerConfidences = outer.map(\.speakerConfidence)
        comparison = Comparison(gold: article.compared(in: text), found: found)
    }

    /// The indices of what was found with the right words, in the order of the text.
    var withRightWords: [Int] { comparison.matches.values.sorted() }

    /// The indices of what was found with the right words and the right source.
    var rightlyFound: Set<Int> {
        Set(comparison.matches.filter { comparison.hasRightSource($0.key) }.values)
    }

    /// The quotes of an article's last version.
    static func quotes(
        of article: HandAnnotatedArticle, scope: Annotator.Scope, model: AnnotatorModel?
    ) -> [Quote] {
        let read = Reading.read(Source(name: article.id, bytes: Array(article.text.utf8)))
        return Annotator.annotate(read, scope: scope, with: model).annotations.last?.quotes ?? []
    }
}

extension HandAnnotatedArticle {
    /// What people marked, without what has no word.
    func compared(in text: ComparedText) -> [ComparedQuote] {
        let offsets = byteOffsets
        func range(_ span: [Int]) -> ByteRange { ByteRange(offsets[span[0]], offsets[span[1]]) }
        return quotes.map { quote in
            ComparedQuote(
                quote.content.map(range), source: (quote.head ?? quote.sourceSpans.first).map(range),
                cues: quote.cueSpans.map(range), in: text)
        }.filter { !$0.words.isEmpty }
    }
}

extension ComparedQuote {
    /// A quote that was found.
    init(_ quote: Quote, in text: ComparedText) {
        self.init(
            quote.segments, source: quote.speakers.lazy.compactMap(\.range).first,
            cues: [quote.cue?.range].compactMap(\.self), in: text)
    }
}
