import Articles
import Evaluator
import QueryLanguage
import Text

/// Key words in context: one line a match, the matches below one another.
enum Kwic {
    /// Writes the lines of an answer one by one; nothing, now and then, while they are measured.
    static func write(_ answer: Answer, width: Int?, _ put: ([[Run]]) throws -> Void) rethrows {
        struct Line {
            var left: String
            var key: String
            var right: String
            var origin: String
            var order: ContextKey?
        }
        let key = answer.query.order.first
        let side: Query.OrderKey.Side? = if case .context(let side)? = key?.field { side } else { nil }
        var lines: [Line] = []
        var seen: Set<Int64> = []
        for quote in answer.rows.lazy.flatMap(\.quotes) where seen.insert(quote.record.id).inserted {
            try put([])
            let speaker = quote.record.speakers.first?.speaker.name ?? "unknown"
            let origin = "\(speaker), \(RowWords.date(quote.record))".printable
            for (text, ranges) in zip(quote.record.segmentTexts, quote.matches) {
                let bytes = Array(text.utf8)
                lines += ranges.map { range in
                    Line(
                        left: bytes.text(ByteRange(0, range.lower)).printable, key: bytes.text(range).printable,
                        right: bytes.text(ByteRange(range.upper, bytes.count)).printable, origin: origin,
                        order: side.map { ContextKey(of: text, around: range, $0) })
                }
            }
        }
        if let key, side != nil {
            var comparisons = 0
            lines = try lines.enumerated().sorted { a, b in
                comparisons += 1
                if comparisons % 256 == 0 { try put([]) }
                guard let first = a.element.order, let second = b.element.order, first != second else {
                    return a.offset < b.offset
                }
                return key.isDescending ? second < first : first < second
            }.map(\.element)
        }
        var (keyWidth, widestOrigin) = (0, 0)
        for line in lines {
            try put([])
            keyWidth = max(keyWidth, line.key.displayWidth)
            widestOrigin = max(widestOrigin, line.origin.displayWidth)
        }
        let originWidth = min(widestOrigin, (width ?? 120) / 3)
        let room = max(8, ((width ?? 120) - keyWidth - originWidth - 2) / 2)
        for line in lines {
            let left = tail(line.left, room)
            let right = head(line.right, room + keyWidth - line.key.displayWidth)
            let used = room + line.key.displayWidth + right.displayWidth
            let gap = max(2, room * 2 + keyWidth + 2 - used)
            let runs = [
                Run(left.paddedLeft(to: room)), Run(line.key, .match), Run(right),
                Run(String(repeating: " ", count: gap)), Run(head(line.origin, originWidth), .dim),
            ]
            try put([runs])
        }
        try put(try Foot.lines(answer, width: width) { try put([]) })
    }

    /// The longest end of a text, of whole words, that is not wider than `width`.
    private static func tail(_ text: String, _ width: Int) -> String {
        String(head(String(text.reversed()), width).reversed())
    }

    /// The longest start of a text, of whole words, that is not wider than `width`.
    private static func head(_ text: String, _ width: Int) -> String {
        if text.displayWidth <= width { return text }
        var kept = ""
        for word in text.split(separator: " ", omittingEmptySubsequences: false) {
            let longer = kept.isEmpty && !text.hasPrefix(" ") ? String(word) : kept + " " + word
            let isFirst = kept.isEmpty
            if longer.displayWidth > width { break }
            kept = isFirst && word.isEmpty ? "" : longer
        }
        return kept
    }
}
