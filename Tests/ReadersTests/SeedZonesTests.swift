import Articles
import Dates
import Foundation
import Testing
import Text

@testable import Readers

@Suite struct SeedZonesTests {
    /// The gold's words for the parts of a page, as kinds of zone.
    static let kinds: [String: Zone.Kind] = [
        "title": .title, "deck": .deck, "caption": .caption, "photo-credit": .credit, "credit-line": .sourceLine,
        "subheading": .subheading, "body": .body, "section-label": .boilerplate, "share-widget": .boilerplate,
        "related-links": .boilerplate, "promo": .boilerplate, "diff-header": .boilerplate,
        "version-labels": .boilerplate,
        "version-gap": .boilerplate, "boilerplate": .boilerplate,
    ]

    @Test func everyZoneIsOfTheKindThatTheGoldGivesIt() throws {
        let result = Reading.read(paths: [Gold.seeds])
        #expect(result.problems == [])
        #expect(result.articles.count == 5)
        for document in try Gold.load().documents {
            let article = try #require(result.articles.first { $0.source.name.hasSuffix(document.id) })
            let map = CodePointMap(article.source.bytes)
            for version in article.versions {
                for zone in version.zones {
                    let (start, end) = map.codePoints(zone.range)
                    let gold = try #require(document.zones.first { $0.start <= start && end <= $0.end })
                    let text = article.source.bytes.text(zone.range)
                    #expect(zone.kind == SeedZonesTests.kinds[gold.type], "\(document.id): \(gold.type): \(text)")
                }
            }
            for gold in document.zones {
                let count = article.versions.flatMap(\.zones).count {
                    let (start, end) = map.codePoints($0.range)
                    return gold.start <= start && end <= gold.end
                }
                #expect(count > 0, "\(document.id): nothing in \(gold.type) at \(gold.start)")
            }
        }
    }

    @Test func everyLineOfARevisionPageIsDividedAsInTheGold() throws {
        let document = try #require(try Gold.load().documents.first { $0.versions != nil })
        let article = try #require(
            Reading.read(paths: [Gold.seeds]).articles.first { $0.source.name.hasSuffix(document.id) })
        #expect(article.versions.map(\.number) == [0, 1])
        let map = CodePointMap(article.source.bytes)
        let spans = article.versions.map { version in
            Set(
                version.zones.map {
                    Gold.Span(start: map.codePoints($0.range).start, end: map.codePoints($0.range).end)
                })
        }
        let paragraphs = try #require(document.versions?.paragraphs)
        #expect(paragraphs.count == 14)
        for paragraph in paragraphs {
            #expect(spans[0].contains(paragraph.v0) && spans[1].contains(paragraph.v1), "line \(paragraph.line)")
            #expect(!spans[0].contains(paragraph.v1) && !spans[1].contains(paragraph.v0), "line \(paragraph.line)")
        }
    }

    @Test func metadataComesFromTheManifestAndThePages() throws {
        let articles = Reading.read(paths: [Gold.seeds]).articles
        #expect(
            articles.map(\.metadata.outlet) == [nil, "Al Jazeera America", "The Guardian", "ANI", "The Independent"])
        #expect(
            articles.map { $0.metadata.published?.value.description }
                == ["2014-01-13", "2014-01-13", "2014-01-13", "2016-08-27", "2014-01-13"])
        #expect(articles.allSatisfy { $0.metadata.published?.basis == .metadata })
        #expect(articles[0].metadata.title == nil)
        #expect(articles[1].metadata.title == "US and Russia discuss cease-fire in Syria")
        #expect(articles[2].metadata.title == "Syria peace talks: Russia and US lay groundwork for ceasefire")
        #expect(articles[2].metadata.url?.hasSuffix("/2014/jan/13/syria-peace-talks-russia-us-ceasefire") == true)
    }

    @Test func withoutAManifestTheRevisionPageTellsItsAddressDateAndOutlet() throws {
        let manifested = try #require(Reading.read(paths: [Gold.seeds]).articles.dropFirst(2).first)
        let article = Reading.read(Source(name: "page", bytes: manifested.source.bytes))
        #expect(article.metadata.outlet == "guardian")
        #expect(article.metadata.published?.value.description == "2014-01-13")
        #expect(article.metadata.published?.basis == .url)
        #expect(article.metadata.published?.range.map { article.source.bytes.text($0) } == "2014/jan/13")
    }
}
