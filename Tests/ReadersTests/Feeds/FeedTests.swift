import Articles
import Dates
import Testing
import Text

@testable import Readers

@Suite struct FeedTests {
    private func read(_ feed: String) -> Reading.Result {
        Reading.read(Array(feed.utf8), of: "f.xml", metadata: Metadata())
    }

    @Test func itemsTellTheirMetadata() throws {
        let sample = try #require(Sample.all.first { $0.file == "rss.xml" })
        let articles = Reading.read(sample.bytes, of: "f.xml", metadata: Metadata()).articles
        #expect(articles.map(\.source.name) == ["f.xml#1", "f.xml#2", "f.xml#3"])
        #expect(articles.map(\.metadata.outlet) == ["Harbour Post", "Harbour Post", "Harbour Post"])
        #expect(articles.map(\.metadata.title) == ["One & two", "Two", "Three"])
        #expect(articles[0].metadata.byline == "Kari Moe")
        #expect(articles[0].metadata.url == "https://harbour.example/1")
        #expect(articles[0].metadata.language == "en")
        #expect(articles.map { $0.metadata.published?.value.description } == ["2014-01-13", nil, nil])
    }

    /// Feeds use HTML's names, and whatever else is wrong with them, no character is lost.
    @Test(arguments: [
        "Caf&eacute;&nbsp;said: &ldquo;AT&T &lt; ours&rdquo; &copy;", "Caf&#233; <b>said: “AT&amp;T &lt; ours” &#xA9;",
    ])
    func noReferenceIsLost(text: String) throws {
        let result = read("<rss><channel><item><description>\(text)</description></item></channel></rss>")
        let article = try #require(result.articles.first)
        let words = String(decoding: article.source.bytes, as: UTF8.self).split { $0.isWhitespace }
        for word in ["said:", "“AT&T", "<", "ours”", "©"] { #expect(words.contains { $0 == word }, "\(words)") }
    }

    @Test func aFeedThatEndsInTheMiddleSaysSo() {
        let result = read("<rss><channel><item><description>\(Sample.paragraphs[0])</description></item><item><descr")
        #expect(result.articles.count == 1)
        #expect(result.problems.contains { $0.message.contains("ends in the middle") && $0.severity == .failure })
    }

    @Test(arguments: [
        "<rss><channel><title>A &amp;amp; B</title><link>https://a.example/</link><item><link>/x</link>BODY</item></channel></rss>",
        "<rss><channel><title>A &amp; B</title><item><guid isPermaLink=\"true\">https://a.example/x</guid>BODY</item></channel></rss>",
        "<rss><channel><title>A & B</title><item><guid>https://a.example/x</guid>BODY</item></channel></rss>",
        "<feed xml:base=\"https://a.example/b/\"><title>A &amp;amp; B</title><entry><link href=\"../x\" rel=\"self\"/><link href=\"/x\"/>BODY</entry></feed>",
        "<feed><link rel=\"self\" href=\"https://c.example/\"/><link href=\"https://a.example/b\"/><title>A &#38; B</title><entry><link href=\"x\"/>BODY</entry></feed>",
    ])
    func linksAreWhole(feed: String) throws {
        let body = "<description>\(Sample.paragraphs[0])</description>"
        let article = try #require(read(feed.replacing("BODY", with: body)).articles.first)
        #expect(article.metadata.url == "https://a.example/x")
        #expect(article.metadata.outlet == "A & B")
    }

    @Test func aNumberOfAnItemIsNoAddress() throws {
        let item =
            "<item><guid isPermaLink=\"false\">https://a.example/x</guid><description>\(Sample.paragraphs[0])</description></item>"
        #expect(try #require(read("<rss><channel>\(item)</channel></rss>").articles.first).metadata.url == nil)
    }

    @Test func anItemWithoutTextIsAProblemAndTheRestIsRead() {
        let result = read(
            "<rss><channel><item><title>Only this</title></item><item><description>\(Sample.paragraphs[0])</description></item></channel></rss>"
        )
        #expect(result.articles.count == 1)
        #expect(result.problems.map(\.source) == ["f.xml#1"])
    }

    /// Entities that would grow without end, or read other files, stand for nothing.
    @Test(
        .timeLimit(.minutes(10)),
        arguments: [
            "<!DOCTYPE rss [<!ENTITY a \"aaaaaaaaaa\">"
                + (1...9).map {
                    "<!ENTITY a\($0) \"&a\($0 == 1 ? "" : "\($0 - 1)");&a\($0 == 1 ? "" : "\($0 - 1)");&a\($0 == 1 ? "" : "\($0 - 1)");&a\($0 == 1 ? "" : "\($0 - 1)");\">"
                }.joined() + "]>",
            "<!DOCTYPE rss [<!ENTITY a9 SYSTEM \"file:///etc/passwd\">]>",
            "<!DOCTYPE rss SYSTEM \"http://harbour.example/rss.dtd\" [<!ENTITY % p SYSTEM \"file:///etc/passwd\"> %p;]>",
        ])
    func entitiesAreNoBombs(head: String) {
        let result = read(
            "<?xml version=\"1.0\"?>\(head)<rss><channel><item><description>The ferry sails. &a9; It does.</description></item></channel></rss>"
        )
        for article in result.articles {
            let text = String(decoding: article.source.bytes, as: UTF8.self)
            #expect(text.utf8.count < 100 && !text.contains("root:") && !text.contains("aaa"))
        }
        #expect(!result.articles.isEmpty || !result.problems.isEmpty)
    }
}
