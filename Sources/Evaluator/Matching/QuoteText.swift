import ArticleStore
import Articles
import Text

/// The text that matchers look at: printed words, and behind them what they stand for.
///
/// The segments of a quote are joined by one space, so that a phrase may run from one into the next; all ranges are
/// bytes of the joined text until `perSegment` gives them back to the segments.
struct QuoteText {
    /// The joined segments.
    let bytes: [UInt8]
    /// The folded words of the joined segments.
    let words: [FoldedWord]
    /// The words between quotation marks, in bytes of the joined text.
    let quoted: [ByteRange]
    /// Where each segment lies in the joined text.
    private let segments: [ByteRange]

    /// The printed words of a quote.
    init(_ record: QuoteRecord) {
        self.init(
            record.segmentTexts, printed: record.quote.segments, isQuoted: record.quote.kind == .direct,
            record.quote.quotedParts)
    }

    /// The words of segments that are printed somewhere, all of them between quotation marks or only some parts.
    init(_ texts: [String], printed: [ByteRange], isQuoted: Bool, _ quotedParts: [ByteRange]) {
        var bytes: [UInt8] = []
        var words: [FoldedWord] = []
        var segments: [ByteRange] = []
        for text in texts {
            if !bytes.isEmpty { bytes.append(UInt8(ascii: " ")) }
            let start = bytes.count
            bytes.append(contentsOf: text.utf8)
            segments.append(ByteRange(start, bytes.count))
            words.append(contentsOf: Folding.words(in: bytes, ByteRange(start, bytes.count)))
        }
        self.bytes = bytes
        self.words = words
        self.segments = segments
        quoted =
            isQuoted ? [ByteRange(0, bytes.count)] : QuoteText.joined(quotedParts, printed, segments)
    }

    /// The printed words of a quote as they were read for questions that look at nothing else.
    init(_ printed: PrintedWords, isQuoted: Bool) {
        bytes = printed.bytes
        words = Folding.words(in: printed.bytes)
        segments = printed.pieces
        quoted =
            isQuoted
            ? [ByteRange(0, bytes.count)]
            : QuoteText.joined(printed.quotedParts, printed.segments, printed.pieces)
    }

    /// Any other text: a title, an antecedent.
    init(_ text: String) {
        bytes = Array(text.utf8)
        words = Folding.words(in: bytes)
        quoted = []
        segments = [ByteRange(0, bytes.count)]
    }

    /// Ranges of the joined text as sorted ranges of each segment, joined where they touch.
    func perSegment(_ ranges: [ByteRange]) -> [[ByteRange]] {
        segments.map { segment in
            var parts: [ByteRange] = []
            for range in ranges.sorted() where range.overlaps(segment) {
                let part = clipped(range, to: segment).shifted(by: -segment.lower)
                if part.isEmpty { continue }
                if let last = parts.last, last.upper >= part.lower {
                    parts[parts.count - 1] = last.union(part)
                } else {
                    parts.append(part)
                }
            }
            return parts
        }
    }

    /// The part of a range in one segment; where the range goes on in another it ends with the last word here.
    private func clipped(_ range: ByteRange, to segment: ByteRange) -> ByteRange {
        if segment.contains(range) { return range }
        let inside = words.filter { segment.contains($0.range) && range.contains($0.range) }
        let lower = range.lower < segment.lower ? inside.first?.range.lower ?? segment.lower : range.lower
        let upper = range.upper > segment.upper ? inside.last?.range.upper ?? segment.upper : range.upper
        return ByteRange(lower, upper)
    }

    /// The bytes of a range of words.
    func bytes(of range: Range<Int>) -> ByteRange {
        ByteRange(words[range.lowerBound].range.lower, words[range.upperBound - 1].range.upper)
    }

    /// Source ranges as ranges of the joined text.
    private static func joined(_ parts: [ByteRange], _ printed: [ByteRange], _ segments: [ByteRange]) -> [ByteRange] {
        parts.flatMap { part in
            zip(printed, segments).compactMap { source, segment in
                guard part.overlaps(source) else { return nil }
                let lower = segment.lower + max(0, part.lower - source.lower)
                return ByteRange(lower, min(segment.upper, segment.lower + part.upper - source.lower))
            }
        }
    }
}
