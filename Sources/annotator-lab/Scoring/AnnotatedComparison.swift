import Annotator
import Articles
import Readers
import Text

extension Comparison {
    /// Annotates an article and compares what is found with what people marked: outer quotes alone, as they marked them.
    init(_ article: HandAnnotatedArticle, in text: ComparedText, scope: Annotator.Scope, model: AnnotatorModel?) {
        let offsets = article.byteOffsets
        func range(_ span: [Int]) -> ByteRange { ByteRange(offsets[span[0]], offsets[span[1]]) }
        let gold = article.quotes.map { quote in
            ComparedQuote(
                quote.content.map(range), source: (quote.head ?? quote.sourceSpans.first).map(range),
                cue: quote.cueSpans.first.map(range), in: text)
        }
        let read = Reading.read(Source(name: article.id, bytes: text.bytes))
        let quotes = Annotator.annotate(read, scope: scope, with: model).annotations.last?.quotes ?? []
        let found = quotes.filter { $0.outer == nil }.map { quote in
            ComparedQuote(
                quote.segments, source: quote.speakers.lazy.compactMap(\.range).first, cue: quote.cue?.range, in: text)
        }
        self.init(gold: gold.filter { !$0.words.isEmpty }, found: found.filter { !$0.words.isEmpty })
    }
}
