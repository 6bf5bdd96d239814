import ArticleStore
import Articles
import Dates
import Exchange
import Foundation
import Testing
import Text

@testable import WhoSaidKit

/// The rules of the Web Annotation Data Model that what is written must keep, and the selectors against the text.
@Suite struct WebAnnotationTests {
    @Test(arguments: 1...6) func annotationsKeepTheRulesOfTheModel(seed: Int) throws {
        var news = MadeUpNews(seed: UInt64(seed))
        let archive = try news.archive()
        var text = ""
        try archive.export(as: .webannotation) { text += $1 }
        let page = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
        #expect(page["@context"] as? String == "http://www.w3.org/ns/anno.jsonld")
        #expect(page["type"] as? String == "AnnotationPage")
        let items = try #require(page["items"] as? [[String: Any]])
        #expect(items.count == (try archive.ask("quotes").rows.count))
        #expect(Set(items.compactMap { $0["id"] as? String }).count == items.count)
        let sources = try Dictionary(
            archive.store.articles().map { article in
                let text = try archive.store.text(ofArticle: article.id, version: article.versions.last ?? 0)
                return (
                    "urn:whosaid:source:" + Self.escaped(article.source),
                    String(decoding: text?.bytes ?? [], as: UTF8.self)
                )
            }
        ) { first, _ in first }
        for item in items {
            #expect(item["type"] as? String == "Annotation" && item["motivation"] as? String == "describing")
            #expect((item["id"] as? String).flatMap(URL.init(string:)) != nil)
            for body in try #require(item["body"] as? [[String: Any]]) {
                #expect(body["type"] as? String == "TextualBody" && body["value"] is String)
                #expect(["identifying", "describing"].contains(body["purpose"] as? String))
            }
            let targets = try #require(item["target"] as? [[String: Any]])
            #expect(!targets.isEmpty)
            for target in targets { try Self.check(target, sources) }
        }
    }

    private static func check(_ target: [String: Any], _ sources: [String: String]) throws {
        #expect(target["type"] as? String == "SpecificResource")
        let source = try #require(target["source"] as? String)
        #expect(URL(string: source) != nil)
        let scalars = Array(try #require(sources[source]).unicodeScalars)
        let selectors = try #require(target["selector"] as? [[String: Any]])
        #expect(selectors.map { $0["type"] as? String } == ["TextPositionSelector", "TextQuoteSelector"])
        let start = try #require(selectors[0]["start"] as? Int)
        let end = try #require(selectors[0]["end"] as? Int)
        #expect(0 <= start && start < end && end <= scalars.count)
        func text(_ range: Range<Int>) -> String { String(String.UnicodeScalarView(scalars[range])) }
        let (prefix, suffix) = (selectors[1]["prefix"] as? String ?? "?", selectors[1]["suffix"] as? String ?? "?")
        let (before, after) = (prefix.unicodeScalars.count, suffix.unicodeScalars.count)
        #expect(Array((selectors[1]["exact"] as? String ?? "").utf8) == Array(text(start..<end).utf8))
        #expect(before == min(32, start) && after == min(32, scalars.count - end))
        #expect(Array(prefix.utf8) == Array(text((start - before)..<start).utf8))
        #expect(Array(suffix.utf8) == Array(text(end..<(end + after)).utf8))
    }

    private static func escaped(_ name: String) -> String {
        name.addingPercentEncoding(
            withAllowedCharacters: CharacterSet(
                charactersIn: "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/"))
            ?? ""
    }
}
