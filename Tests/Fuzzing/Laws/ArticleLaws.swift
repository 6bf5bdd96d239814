import Annotator
import Articles
import Readers
import Text

/// What is true of everything that is read as an article.
enum ArticleLaws {
    /// All laws of the bytes of a source.
    static func check(_ bytes: [UInt8]) throws {
        let article = Reading.read(Source(name: "a.txt", bytes: bytes))
        try Breach.unless(!article.versions.isEmpty, "an article has a version")
        for version in article.versions {
            var end = 0
            for zone in version.zones {
                try Breach.unless(
                    end <= zone.range.lower && zone.range.upper <= bytes.count, "paragraphs follow one another",
                    "\(zone)")
                end = zone.range.upper
            }
        }
        let annotated = Annotator.annotate(article)
        try Breach.unless(annotated == Annotator.annotate(article), "an article is annotated the same way twice")
        for annotation in annotated.annotations {
            for quote in annotation.quotes { try check(quote, annotation.speakers.count, bytes) }
        }
    }

    /// A quote has words; whatever is said of it stands in the text, between whole characters of a text in UTF-8.
    private static func check(_ quote: Quote, _ speakers: Int, _ bytes: [UInt8]) throws(Breach) {
        try Breach.unless(!quote.segments.isEmpty, "a quote has words")
        let mentions = quote.speakers + quote.via + [quote.addressee].compactMap(\.self)
        for speaker in mentions.compactMap(\.speaker) {
            try Breach.unless((0..<speakers).contains(speaker), "a quote names speakers that there are", "\(speaker)")
        }
        let isText = String(validating: bytes, as: UTF8.self) != nil
        let others = [quote.cue?.range, quote.said?.range, quote.place?.range, quote.occasion, quote.medium]
        for range in quote.segments + quote.quotedParts + (mentions.map(\.range) + others).compactMap(\.self) {
            try Breach.unless(range.lower >= 0 && range.upper <= bytes.count, "a span lies in the text", "\(range)")
            try Breach.unless(
                !isText || ScriptLaws.isBoundary(range.lower, bytes) && ScriptLaws.isBoundary(range.upper, bytes),
                "a span lies between whole characters", "\(range): \(bytes.text(range))")
        }
    }
}
