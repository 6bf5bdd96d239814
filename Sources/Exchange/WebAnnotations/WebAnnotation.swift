package import Articles
import Dates
import Text

/// Quotes as annotations of the W3C Web Annotation Data Model (JSON-LD): one annotation a quote, on one page.
///
/// The target is the article's address, or the name of its source where none is known. Each segment is selected twice: by its code points
/// in the text as the archive has it (`TextPositionSelector`), and by its words with those around them (`TextQuoteSelector`), which
/// finds it again on the page.
package enum WebAnnotation {
    /// What stands before the first annotation of a page, and after the last.
    package static let (head, foot) = (
        "{\"@context\":\"http://www.w3.org/ns/anno.jsonld\",\"type\":\"AnnotationPage\",\"items\":[\n", "\n]}\n"
    )
    /// What stands between two annotations.
    package static let separator = ",\n"

    /// One annotation a quote, each on its line.
    package static func annotations(of article: ReportedArticle) -> [String] {
        let positions = CodePointMap(article.bytes)
        return article.quotes.map { quote in
            JSON.object([
                ("id", .text("urn:whosaid:\(quote.reference)")), ("type", .text("Annotation")),
                ("motivation", .text("describing")), ("body", .list(bodies(of: quote))),
                (
                    "target",
                    .list(quote.quote.segments.map { target($0, of: quote, in: article.bytes, positions) })
                ),
            ]).written
        }
    }

    /// Who said it, and what else is known of it, as texts that people can read.
    private static func bodies(of quote: QuoteRecord) -> [JSON] {
        let facts: [(name: String, value: String?)] = [
            ("said", quote.saidEvidence?.value.description), ("place", quote.placeEvidence?.name),
            ("to", quote.addressee?.speaker.name ?? quote.printed.addressee), ("cue", quote.printed.cue),
            ("kind", quote.quote.kind.rawValue),
        ]
        return quote.speakers.map { body($0.speaker.name, "identifying") }
            + facts.compactMap { name, value in value.map { body("\(name): \($0)", "describing") } }
    }

    private static func body(_ value: String, _ purpose: String) -> JSON {
        .object([
            ("type", .text("TextualBody")), ("purpose", .text(purpose)), ("format", .text("text/plain")),
            ("value", .text(value)),
        ])
    }

    private static func target(
        _ segment: ByteRange, of quote: QuoteRecord, in bytes: [UInt8], _ positions: CodePointMap
    ) -> JSON {
        let (start, end) = positions.codePoints(segment)
        let before = bytes.codePointBoundary(countingBack: contextLength, from: segment.lower)
        let after = bytes.codePointBoundary(counting: contextLength, from: segment.upper)
        return .object([
            ("type", .text("SpecificResource")), ("source", .text(address(of: quote.article))),
            (
                "selector",
                .list([
                    .object([
                        ("type", .text("TextPositionSelector")), ("start", .number(start)), ("end", .number(end)),
                    ]),
                    .object([
                        ("type", .text("TextQuoteSelector")), ("exact", .text(bytes.text(segment))),
                        ("prefix", .text(bytes.text(ByteRange(before, segment.lower)))),
                        ("suffix", .text(bytes.text(ByteRange(segment.upper, after)))),
                    ]),
                ])
            ),
        ])
    }

    /// How many code points before and after the words are told.
    private static let contextLength = 32

    /// The article's address as an IRI: the one that is known, or the name of the source, escaped.
    private static func address(of article: ArticleRecord) -> String {
        let url = article.metadata.url
        if let url, ["http://", "https://"].contains(where: url.hasPrefix) {
            return escaped(url, keeping: "%:?#@!$&'()*+,;=")
        }
        return "urn:whosaid:source:" + escaped(article.source, keeping: "")
    }

    /// A text with all but letters, digits and the marks that an address may hold as `%2F`.
    private static func escaped(_ text: String, keeping marks: String) -> String {
        let hex = Array("0123456789ABCDEF")
        return text.utf8.map { byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"):
                String(Unicode.Scalar(byte))
            case _ where ("-._~/" + marks).utf8.contains(byte): String(Unicode.Scalar(byte))
            default: "%\(hex[Int(byte >> 4)])\(hex[Int(byte & 15)])"
            }
        }.joined()
    }
}

extension [UInt8] {
    /// The offset so many code points before `offset`, or the start.
    fileprivate func codePointBoundary(countingBack count: Int, from offset: Int) -> Int {
        var (left, index) = (count, Swift.min(offset, self.count))
        while left > 0, index > 0 {
            index -= 1
            if self[index] & 0xC0 != 0x80 { left -= 1 }
        }
        return index
    }

    /// The offset so many code points after `offset`, or the end.
    fileprivate func codePointBoundary(counting count: Int, from offset: Int) -> Int {
        var (left, index) = (count, offset)
        while index < self.count {
            if self[index] & 0xC0 != 0x80 {
                if left == 0 { break }
                left -= 1
            }
            index += 1
        }
        return index
    }
}
