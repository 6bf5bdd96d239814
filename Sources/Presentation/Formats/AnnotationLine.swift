package import Articles
import Dates
import Text

/// What was found in one text as a line of JSON, for programs that score or keep it.
package enum AnnotationLine {
    /// The line, without a line end; offsets count code points of `source` as it was read.
    ///
    /// `{"id":"a.txt","quotes":[{"content":[[0,12]],"speaker":[18,23],"cue":[13,17],"kind":"direct","speakers":["Kerry"],"said":null,
    /// "confidence":0.97,"speaker_confidence":0.99}]}`
    package static func write(id: Identifier, _ annotation: Annotation, in source: Source) -> String {
        let map = CodePointMap(source.bytes)
        func span(_ range: ByteRange?) -> JSON {
            guard let range else { return .null }
            let (start, end) = map.codePoints(range)
            return .list([.number(start), .number(end)])
        }
        let quotes = annotation.quotes.map { quote -> JSON in
            let names = quote.speakers.compactMap(\.speaker).filter { annotation.speakers.indices.contains($0) }
            return .object([
                ("content", .list(quote.segments.map(span))),
                ("speaker", span(quote.speakers.lazy.compactMap(\.range).first)),
                ("cue", span(quote.cue?.range)),
                ("kind", .text(quote.kind.rawValue)),
                ("speakers", .list(names.map { .text(annotation.speakers[$0].name) })),
                ("said", JSON(quote.said?.value.description)),
                ("confidence", .real(quote.confidence)),
                ("speaker_confidence", quote.speakerConfidence.map(JSON.real) ?? .null),
            ])
        }
        return JSON.object([("id", id.json), ("quotes", .list(quotes))]).written
    }

    /// What a text is called in the input, which is given back as it came.
    package enum Identifier: Hashable, Sendable {
        case text(String)
        case number(Int)

        fileprivate var json: JSON {
            switch self {
            case .text(let text): .text(text)
            case .number(let number): .number(number)
            }
        }
    }
}
