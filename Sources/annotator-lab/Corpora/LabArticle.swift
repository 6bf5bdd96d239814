import Annotator
import Articles
import Readers
import Text

/// An article of the corpus as the annotator reads it, with what people marked in terms of its tokens.
struct LabArticle {
    let article: HandAnnotatedArticle
    let text: TaggedDocument
    let gold: [GoldAttribution]

    /// An attribution that people marked.
    struct GoldAttribution {
        /// The token that stands for its cue.
        let cue: Int
        let source: Set<Int>
        let content: Set<Int>
    }

    /// Reads and tags an article; an attribution without a cue, a source or words in what is read is left out.
    init(_ article: HandAnnotatedArticle, tagging table: WeightTable) {
        self.article = article
        let source = Source(name: article.id, bytes: Array(article.text.utf8))
        let versions = Reading.read(source).versions
        let text = TaggedDocument(
            Document(bytes: source.bytes, version: versions[versions.count - 1]), tagging: table)
        self.text = text
        let offsets = article.byteOffsets
        func tokens(_ spans: [[Int]]) -> [Int] {
            spans.flatMap { span -> [Int] in
                let range = ByteRange(offsets[span[0]], offsets[span[1]])
                return text.document.tokens.indices.filter { text.document.tokens[$0].range.overlaps(range) }
            }
        }
        gold = article.quotes.compactMap { quote in
            let content = Set(tokens(quote.content))
            let source = Set(tokens(quote.sourceSpans)).subtracting(content)
            let cues = tokens(quote.cueSpans).filter { !content.contains($0) && !source.contains($0) }
            guard let cue = LabArticle.anchor(cues, in: text), !content.isEmpty, !source.isEmpty else { return nil }
            return GoldAttribution(cue: cue, source: source, content: content)
        }
    }

    /// The token that stands for a cue: its first verb that is no auxiliary, else its first noun, else its last token.
    private static func anchor(_ tokens: [Int], in text: TaggedDocument) -> Int? {
        let candidates = tokens.filter { CueFeatures.isCandidate($0, in: text) }
        return candidates.first { text.tags[$0].isVerb } ?? candidates.first ?? tokens.last
    }
}
