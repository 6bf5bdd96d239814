import Articles
import Dates
import Testing
import Text

@testable import Readers

@Suite struct PageTests {
    private func read(_ page: String) -> Reading.Result {
        Reading.read(Array(page.utf8), of: "p.html", metadata: Metadata())
    }

    /// The zones of a page that are not boilerplate, one a line.
    private func zones(_ page: String) -> [String] {
        read(page).articles.flatMap { article in
            article.versions[0].zones.filter { $0.kind != .boilerplate }.map {
                "\($0.kind.rawValue): \(article.source.bytes.text($0.range).prefix(30))"
            }
        }
    }

    @Test func everyParagraphPlaysItsPart() {
        #expect(
            zones(Sample.page)
                == [
                    "title: The ferry is back", "deck: After nine days the island get",
                    "byline: By Kari Moe and Ola Berg 13 Ja",
                    "body: The ferry to Sørøya will sail ", "caption: The ferry at the pier on a bet",
                    "body: Fishermen & families had waite", "body: “Nobody asked us,” Per Dahl sa",
                ])
    }

    @Test func aPageTellsItsMetadata() throws {
        let article = try #require(read(Sample.page).articles.first)
        #expect(
            article.metadata
                == Metadata(
                    outlet: "The Harbour Post", title: "The ferry is back", byline: "Kari Moe and Ola Berg",
                    url: "https://harbour.example/2014/01/13/ferry", language: "en-GB",
                    published: DateInterval(iso: "2014-01-13").map { DatedEvidence($0, .metadata) }))
    }

    /// Heads of pages, each with what is known from it.
    @Test(
        arguments: [
            (
                "<meta name=date content='2014-01-13'><meta name=author content='By Ann Lee'>", "2014-01-13", "Ann Lee",
                nil
            ),
            (
                "<meta property='article:published_time' content='2014-01-13T23:00:00Z'><meta property=og:site_name content='A &amp;amp; B'>",
                "2014-01-13", nil, "A & B"
            ),
            ("<link rel=canonical href='http://a.example/2014/jan/13/x'>", "2014-01-13", nil, nil),
            (
                "<meta name=author content='https://facebook.example/ann'><meta name=date content='03/04/2014'>", nil,
                nil, nil
            ),
            ("<meta itemprop=datePublished content='20140113'>", "2014-01-13", nil, nil),
            ("<meta name=date content='0001-01-01T00:00:00'>", nil, nil, nil),
            (
                "<script type='application/ld+json'>{\"@type\": [\"Report\"], \"author\": \"Ann Lee\", \"datePublished\": \"Mon, 13 Jan 2014 08:00:00 GMT\", \"publisher\": [{\"name\": \"Post\"}]}</script>",
                "2014-01-13", "Ann Lee", "Post"
            ),
            ("<script type='application/ld+json'>{\"@type\": \"NewsArticle\", \"headline\": </script>", nil, nil, nil),
        ] as [(String, String?, String?, String?)])
    func theHeadTells(head: String, published: String?, byline: String?, outlet: String?) throws {
        let page = "<html><head>\(head)</head><body><h1>T</h1><p>" + Sample.paragraphs.joined(separator: "<p>")
        let metadata = try #require(read(page).articles.first).metadata
        #expect(metadata.published?.value.description == published)
        #expect(metadata.byline == byline)
        #expect(metadata.outlet == outlet)
    }

    @Test func theWholeTextMayOnlyBeToldToSearchEngines() throws {
        let told = Sample.paragraphs.joined(separator: "\\n\\n").replacing("“", with: "\\u201c")
        let page = """
            <html><head><script type="application/ld+json">
            {"@type": "NewsArticle", "articleBody": "\(told)"}</script></head>
            <body><p>The ferry to Sørøya will sail again on Monday, said harbour master Anna Lie. Subscribe to read on.</p>
            """
        let result = read(page)
        #expect(zones(page) == Sample.paragraphs.map { "body: \($0.prefix(30))" })
        try ConformanceTests.check(result, of: Array(page.utf8))
    }

    @Test func listsOfTeasersAreNoArticle() {
        let teasers = (1...12).map {
            "<div class=teaser-card><h3><a href=/\($0)>The storm of the week number \($0)</a></h3><p>It rained on all of the islands again.</p></div>"
        }
        let result = read("<html><body>" + teasers.joined() + "</body></html>")
        #expect(result.articles.isEmpty)
        #expect(result.problems.map(\.message).count == 1)
        #expect(result.problems.allSatisfy { $0.message.hasPrefix("no article was found on this page") })
        #expect(
            zones(
                "<html><body><main><p>" + Sample.paragraphs.joined(separator: "</p><p>") + "</p></main>"
                    + teasers.joined()
            ).count == 3)
    }

    @Test func whatIsHiddenOrNotTextIsNotPrinted() throws {
        let body = Sample.paragraphs.joined(separator: "</p><p>")
        let page =
            "<html><body><p>\(body)</p><p style='display: none'>A secret that nobody sees.</p><p hidden>Another one.</p>"
            + "<script>var x = 'A script is no text.'</script><noscript>Turn it on.</noscript><select><option>One</select>"
        let article = try #require(read(page).articles.first)
        #expect(
            article.source.bytes.text(ByteRange(0, article.source.bytes.count))
                == Sample.paragraphs.joined(separator: "\n\n"))
    }

    @Test func lineBreaksAreLinesAndTwoOfThemParagraphs() throws {
        let article = try #require(
            read("<p>\(Sample.paragraphs[0])<br>\(Sample.paragraphs[1])<br> <br>\(Sample.paragraphs[2])</p>").articles
                .first)
        let texts = article.versions[0].zones.map { article.source.bytes.text($0.range) }
        #expect(texts == ["\(Sample.paragraphs[0])\n\(Sample.paragraphs[1])", Sample.paragraphs[2]])
    }
}
