/// A small file of each format, as people have them, with the words that must be found in it.
struct Sample: Sendable, CustomStringConvertible {
    /// The name of the format in `Format.all`.
    let format: String
    let file: String
    let bytes: [UInt8]
    /// Paragraphs of running text that the articles have, in this order.
    let paragraphs: [String]
    /// What people marked in it.
    var standoff: String?

    init(_ format: String, _ file: String, _ text: String, paragraphs: [String] = Sample.paragraphs) {
        self.init(format, file, bytes: Array(text.utf8), paragraphs: paragraphs)
    }

    init(_ format: String, _ file: String, bytes: [UInt8], paragraphs: [String] = Sample.paragraphs) {
        self.format = format
        self.file = file
        self.bytes = bytes
        self.paragraphs = paragraphs
    }

    var description: String { file }
    /// The files that a problem can be about.
    var sources: [String] { standoff == nil ? [file] : [file, file.dropLast("txt".count) + "ann"] }
    /// The bytes of what people marked.
    var annotations: [UInt8]? { standoff.map { Array($0.utf8) } }

    static let paragraphs = [
        "The ferry to Sørøya will sail again on Monday, said harbour master Anna Lie, “whatever the weather does”.",
        "Fishermen & families had waited for nine days, and some of them slept in the café by the pier.",
        "“Nobody asked us,” Per Dahl said. He runs the only shop on the island and has not seen milk since Tuesday.",
    ]

    static let all: [Sample] = [
        Sample("plain text", "ferry.txt", "The ferry is back\n\n" + paragraphs.joined(separator: "\n\n") + "\n"),
        Sample(
            "plain text", "ferry-1252.txt",
            bytes: windows1252("The ferry is back\r\n\r\n" + paragraphs.joined(separator: "\r\n\r\n"))),
        Sample(
            "plain text", "ferry-16.txt",
            bytes: utf16("\u{FEFF}The ferry is back\n\n" + paragraphs.joined(separator: "\n\n"))),
        Sample("web page", "ferry.html", page),
        Sample("web page", "latin.htm", bytes: windows1252(page.replacing("utf-8", with: "iso-8859-1"))),
        Sample("web page", "wide.html", bytes: utf16(page)),
        Sample("JSON", "ferry.jsonl", paragraphs.map(jsonLine).joined(separator: "\n") + "\n"),
        Sample("JSON", "ferry.json", "[\n" + paragraphs.map(jsonLine).joined(separator: ",\n") + "]"),
        Sample(
            "JSON", "ninjs.json",
            "{\"uri\": \"tag:x\", \"headline\": \"The ferry is back\", \"body_xhtml\": \"<p>"
                + paragraphs.joined(separator: "<\\/p>\\n<p>").replacing("&", with: "&amp;") + "</p>\"}"),
        Sample(
            "table", "ferry.csv",
            "Title,Date,Body\r\n" + paragraphs.map { "\"A \"\"title\"\"\",2014-01-13,\"\($0)\"\r\n" }.joined()),
        Sample("table", "ferry.tsv", "text\toutlet\n" + paragraphs.map { "\($0)\tHarbour Post\n" }.joined()),
        Sample("feed", "rss.xml", rss), Sample("feed", "atom", atom),
        Sample("feed", "latin.rss", bytes: windows1252(rss.replacing("utf-8", with: "windows-1252"))),
        Sample("LexisNexis export", "nexis.txt", nexis),
        Sample("web archive", "crawl.warc", bytes: crawl), Sample("Factiva export", "factiva.txt", factiva),
        Sample("whosaid lines", "lines.jsonl", lines),
        Sample("quotation graph", "graph.json", graph, paragraphs: graphParagraphs),
        Sample("feed", "xhtml.atom", xhtml), brat,
        Sample("web page", "bare", "<p>" + paragraphs.joined(separator: "<p>")),
    ]

    /// A page with what pages have around an article: menus, pictures, teasers, comments, a footer.
    static let page = """
        <!DOCTYPE html>
        <html lang="en-GB"><head><meta charset="utf-8"><title>The ferry is back - Harbour Post</title>
        <meta property="og:title" content="The ferry is back"><meta property="og:site_name" content="Harbour Post">
        <link rel="canonical" href="https://harbour.example/2014/01/13/ferry">
        <script type="application/ld+json">{"@context": "https://schema.org", "@graph": [{"@type": "WebSite", "name": "Post"},
         {"@type": "NewsArticle", "headline": "The ferry is back", "datePublished": "2014-01-13T08:00:00+01:00",
          "author": [{"@type": "Person", "name": "Kari Moe"}, {"name": "Ola Berg"}], "publisher": {"name": "The Harbour Post"}}]}
        </script><style>p { color: red }</style></head>
        <body class="has-sidebar no-comments">
        <nav><ul><li><a href="/">Home</a></li><li><a href="/news">All the news of the day</a></li></ul></nav>
        <article>
        <header><h1>The ferry is back</h1><p class="standfirst">After nine days the island gets its milk and its post again</p>
        <span class="byline">By Kari Moe and Ola Berg</span> <time datetime="2014-01-13">13 January 2014</time></header>
        <div class="article-body">
        <p>The ferry to <a href="/sorøya">Sørøya</a> will sail again on Monday, said harbour master Anna Lie, “whatever the
           weather <i>does</i>”.</p>
        <figure><img src="x.jpg"><figcaption>The ferry at the pier on a better day last summer</figcaption></figure>
        <p>Fishermen &amp; families had waited for nine days, and some of them slept in the caf&eacute; by the pier.</p>
        <aside class="related"><h3>Related</h3><ul><li><a href="/1">Storm closes the harbour for a week</a></li></ul></aside>
        <p>&ldquo;Nobody asked us,&#8221; Per Dahl said. He runs the only shop on the island and has not seen
        milk since&nbsp;Tuesday.</p>
        </div></article>
        <section id="comments"><h2>2 comments</h2><div class="comment"><p>I have said for years that this ferry is too old,
        and nobody listened to me or to my brother.</p></div></section>
        <footer><p>Copyright The Harbour Post. All rights reserved, and all wrongs too, as we like to say here.</p></footer>
        </body></html>
        """

    private static let nexis = """
                                       1 of 2 DOCUMENTS

                                       The Harbour Post

                                   January 13, 2014 Monday

        HEADLINE: The ferry is back

        BYLINE: By Kari Moe

        LENGTH: 80 words

        DATELINE: SØRØYA

        \(paragraphs[0])

        \(paragraphs[1])

        LOAD-DATE: January 13, 2014

                                       Document 2 of 2

                                       The Harbour Post

                                   January 14, 2014 Tuesday

        The ferry is back

        SECTION: NEWS; Pg. 1

        BODY:

        \(paragraphs[2])

        LANGUAGE: ENGLISH

        Copyright 2014 The Harbour Post
        """

    private static let factiva = """
        SE  News
        HD
        The ferry is back
        BY  By Kari Moe
        WC  80 words
        PD  13 January 2014
        ET  08:00
        SN  The Harbour Post
        SC  HARBP
        PG  1
        LA  English
        CY  (c) 2014 The Harbour Post. All rights reserved

        LP

        \(paragraphs[0])

        TD

        \(paragraphs[1])

        CT  desk@harbour.example
        AN  Document HARBP00020140113ea1d0001x

        HD  The ferry is late
        WC  30 words
        PD  14 January 2014
        SN  The Harbour Post
        LA  English

        LP
        \(paragraphs[2])

        Document HARBP00020140114ea1e0001y
        """

    /// Articles as the program writes them, one a paragraph.
    private static let lines =
        paragraphs.enumerated().map { index, text in
            "{\"whosaid\":\"article\",\"format\":1,\"source\":\"\(index).txt\",\"text\":\"\(text)\",\"metadata\":{\"outlet\":\"Harbour Post\"},"
                + "\"annotator\":3,\"versions\":[{\"number\":0,\"zones\":[[\"body\",0,\(text.utf8.count)]],\"speakers\":[],"
                + "\"quotes\":[{\"segments\":[[0,9]],\"kind\":\"indirect\"}]}]}\n"
        }.joined()
        + "{\"whosaid\":\"decision\",\"format\":1,\"action\":\"merge\",\"name\":\"A\",\"other\":\"B\",\"by\":\"ann\",\"at\":\"now\"}\n"

    private static let graphParts = paragraphs.map { text in
        let words = text.split(separator: " ")
        return [words[..<3], words[3..<6], words[6...]].map { $0.joined(separator: " ") }
    }

    private static let graphParagraphs = graphParts.map { "\($0[0]) “\($0[1])” \($0[2])" }

    private static let graph = graphParts.enumerated().map { index, parts in
        "{\"date\":\"2014-01-13T08:00:00Z\",\"url\":\"https://www.harbour.example/\(index)\",\"title\":\"T\",\"lang\":\"ENGLISH\","
            + "\"quotes\":[{\"pre\":\"\(parts[0])\",\"quote\":\"\(parts[1])\",\"post\":\"\(parts[2])\"}]}\n"
    }.joined()

    private static let xhtml = """
        <feed xmlns="http://www.w3.org/2005/Atom"><title>Harbour Post</title><entry><title>T</title>
        <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>\(paragraphs[0])</p><p>\(paragraphs[1].replacing("&", with: "&amp;"))</p></div></content></entry>
        <entry><title>U</title><content type="xhtml"><xhtml:div xmlns:xhtml="http://www.w3.org/1999/xhtml"><xhtml:p>\(paragraphs[2])</xhtml:p></xhtml:div></content></entry></feed>
        """

    /// A text in which the first quote is marked.
    private static let brat: Sample = {
        var sample = Sample(
            "brat annotation", "brat.txt", "The ferry is back\n\n" + paragraphs.joined(separator: "\n\n") + "\n")
        sample.standoff =
            "T1\tContent 19 60\tx\nT2\tSource 67 90\tx\nT3\tCue 62 66\tx\nE1\tAttribution:T3 Content:T1 Source:T2\n"
        return sample
    }()

    /// A crawl with a request, a picture, a page in chunks of Windows-1252 and a page that is no article.
    static let crawl: [UInt8] = {
        let sent = windows1252(page)
        var chunked = Array("HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=windows-1252\r\n".utf8)
        chunked += Array("Transfer-Encoding: chunked\r\n\r\n".utf8)
        for chunk in [sent[..<700], sent[700...]] {
            chunked += Array("\(String(chunk.count, radix: 16))\r\n".utf8) + chunk + [13, 10]
        }
        chunked += Array("0\r\n\r\n".utf8)
        let others = [
            ("warcinfo", "software: a spider\r\n"), ("request", "GET / HTTP/1.1\r\n\r\n"),
            ("response", "HTTP/1.1 200 OK\r\nContent-Type: image/png\r\n\r\n\u{1}\u{0}"),
            ("response", "HTTP/1.1 404 Not Found\r\nContent-Type: text/html\r\n\r\n<p>Gone."),
        ]
        let bare = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<html><body><p>Nothing much.</p></body></html>"
        var bytes = others.flatMap { record($0.0, Array($0.1.utf8)) }
        bytes += record("response", chunked)
        bytes += record("response", Array(bare.utf8))
        return bytes
    }()

    /// One record of a web archive.
    static func record(_ type: String, _ content: [UInt8]) -> [UInt8] {
        let head = "WARC/1.0\r\nWARC-Type: \(type)\r\nWARC-Target-URI: https://harbour.example/crawled\r\n"
        return Array("\(head)Content-Length: \(content.count)\r\n\r\n".utf8) + content + [13, 10, 13, 10]
    }

    private static func jsonLine(_ text: String) -> String {
        "{\"title\": \"The ferry\", \"date\": \"2014-01-13\", \"text\": \""
            + text.replacing("ø", with: "\\u00f8").replacing("“", with: "\\u201C") + "\"}"
    }

    private static let rss = """
        <?xml version="1.0" encoding="utf-8"?>
        <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Harbour Post</title>
        <language>en</language>
        <item><title>One &amp;amp; two</title><link>https://harbour.example/1</link><description>\(paragraphs[0])</description>
        <pubDate>Mon, 13 Jan 2014 08:00:00 GMT</pubDate><author>kari@harbour.example (Kari Moe)</author></item>
        <item><title>Two</title><description>Short.</description>
        <content:encoded><![CDATA[<p>\(paragraphs[1].replacing("&", with: "&amp;"))</p>]]></content:encoded></item>
        <item><title>Three</title><description>&lt;p&gt;\(paragraphs[2])&lt;/p&gt;</description></item>
        </channel></rss>
        """

    private static let atom = """
        <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title>Harbour Post</title>
        \(paragraphs.map { "<entry><title>T</title><link href=\"https://harbour.example/1\"/><updated>2014-01-13T08:00:00Z</updated><author><name>Kari Moe</name></author><content type=\"text\">\($0.replacing("&", with: "&amp;"))</content></entry>" }.joined(separator: "\n"))
        </feed>
        """

    /// The characters of Windows-1252 beyond Latin-1.
    private static let marks: [Unicode.Scalar: UInt8] = {
        let row = "€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8D}Ž\u{8F}\u{90}‘’“”•–—˜™š›œ\u{9D}žŸ".unicodeScalars
        return Dictionary(uniqueKeysWithValues: zip(row, 0x80...))
    }()

    static func windows1252(_ text: String) -> [UInt8] {
        text.unicodeScalars.map { marks[$0] ?? UInt8(truncatingIfNeeded: $0.value) }
    }

    static func utf16(_ text: String) -> [UInt8] { text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] } }

    /// The text that bytes spell, told apart from how the readers find it out.
    static func text(_ bytes: [UInt8], _ characterSet: String) -> String {
        switch characterSet {
        case "Windows-1252":
            let letters = bytes.map { byte in marks.first { $0.value == byte }?.key ?? Unicode.Scalar(byte) }
            return String(String.UnicodeScalarView(letters))
        case "UTF-16":
            let units = stride(from: 0, to: bytes.count - 1, by: 2).map {
                UInt16(bytes[$0 + 1]) << 8 | UInt16(bytes[$0])
            }
            return String(decoding: units, as: UTF16.self)
        default: return String(decoding: bytes, as: UTF8.self)
        }
    }
}
