import Articles
import Dates
import Testing
import Text

@testable import Readers

@Suite struct PlainTextTests {
    /// The zones of a text, one a line: the first letters of the kind, and the printed words.
    static func zones(_ text: String) -> [String] {
        let article = Reading.read(Source(name: "t", bytes: Array(text.utf8)))
        return article.versions[0].zones.map { "\($0.kind.rawValue): \(article.source.bytes.text($0.range))" }
    }

    static let lead =
        "The minister said on Tuesday that the bridge would be closed until the river has gone down again."
    static let second =
        "“We cannot wait any longer,” she said, and left the room without taking questions from anybody."

    /// Pages, each with the kinds of its lines.
    static let pages: [(name: String, lines: [(kind: Zone.Kind, text: String)])] = [
        (
            "a byline, a date and a credit",
            [
                (.boilerplate, "Politics"), (.title, "Bridge over the river to be closed"),
                (.byline, "By Jane Doe in Riga"),
                (.dateline, "Tuesday 4 March 2014 18.30 GMT"), (.boilerplate, "Share on Facebook"),
                (.caption, "The bridge."),
                (.credit, "Photograph: John Roe/Reuters"), (.body, lead), (.subheading, "High water"), (.body, second),
                (.sourceLine, "Source: Reuters"),
            ]
        ),
        (
            "a deck that is a sentence",
            [
                (.title, "Bridge over the river to be closed"), (.deck, "It is the third time this year."),
                (.byline, "By Jane Doe"), (.body, lead), (.body, second),
            ]
        ),
        (
            "a title that asks", [(.title, "Will the bridge be closed?"), (.body, lead), (.body, second)]
        ),
        (
            "teasers that are sentences",
            [
                (.title, "Bridge over the river to be closed"), (.body, lead), (.body, second),
                (.boilerplate, "Read more"),
                (.boilerplate, "Ten bridges to see before they fall"),
                (.boilerplate, "A tour of what engineers admire most."),
                (.boilerplate, "Who pays for the river"), (.boilerplate, "The council met behind closed doors."),
                (.boilerplate, "Sign up for our newsletter"),
            ]
        ),
        (
            "a label within the body",
            [
                (.title, "Bridge over the river to be closed"), (.body, lead), (.boilerplate, "Read more"),
                (.boilerplate, "Ten bridges to see"), (.body, lead), (.body, second),
            ]
        ),
        (
            "comments are never text",
            [
                (.title, "Bridge over the river to be closed"), (.body, lead), (.body, second),
                (.boilerplate, "12 comments"),
                (.boilerplate, lead), (.boilerplate, second), (.boilerplate, lead),
            ]
        ),
        (
            "the last line tells of wires and notices",
            [
                (.body, lead), (.body, second), (.sourceLine, "Staff and agencies"),
                (.boilerplate, "© 2014 The Daily. All rights reserved."),
            ]
        ),
        (
            "a caption with a credit in the body",
            [
                (.body, lead), (.caption, "Cars wait at the bridge"), (.credit, "Jane Doe/AFP/Getty Images"),
                (.body, second),
            ]
        ),
        (
            "reporters at the end", [(.body, lead), (.sourceLine, "(Reporting by Jane Doe; Editing by John Roe)")]
        ),
    ]

    @Test(arguments: pages.indices)
    func everyLineOfAPageHasItsKind(index: Int) {
        let page = PlainTextTests.pages[index]
        let expected = page.lines.map { "\($0.kind.rawValue): \($0.text)" }
        for separator in ["\n\n", "\r\n\r\n", "\n \u{A0}\n"] {
            #expect(
                PlainTextTests.zones(page.lines.map(\.text).joined(separator: separator)) == expected, "\(page.name)")
        }
    }

    @Test func wrappedLinesAreOneParagraph() {
        let text = """
            The minister said on Tuesday that the bridge would be
            closed until the river has gone down again, and that
            nobody could say when.

            She left the room without taking questions, while
            reporters called after her that they had many of
            them.
            """
        #expect(PlainTextTests.zones(text).map { $0.prefix(10) } == ["body: The ", "body: She "])
    }

    @Test(arguments: [
        ("", []), ("\n\n \n", []), ("\u{FEFF}", []), ("\u{FEFF}He left.", ["body: He left."]),
        ("He left", ["title: He left"]), ("He left.\r\nShe stayed.\r\n", ["body: He left.", "body: She stayed."]),
        ("He left.\rShe stayed.", ["body: He left.", "body: She stayed."]),
        ("\t\u{A0} He left. \u{3000}\n", ["body: He left."]), ("\u{0}\u{1}\u{2}", []), ("?", ["boilerplate: ?"]),
    ])
    func oddTexts(text: String, expected: [String]) {
        #expect(PlainTextTests.zones(text) == expected)
    }

    @Test func tenThousandShortLinesAreRead() {
        let lines = (0..<10_000).map { "line \($0) of many" }.joined(separator: "\n")
        let zones = PlainTextTests.zones(lines)
        #expect(zones.count == 10_000)
        #expect(zones[0] == "title: line 0 of many")
        #expect(zones.dropFirst().allSatisfy { $0.hasPrefix("boilerplate") })
    }

    @Test(arguments: [
        [0xFF, 0xC3, 0x28, 0x0A, 0xE2, 0x80], [0xE2], [0x2E, 0xE2, 0x80], [0x41, 0x2E, 0xE2, 0x80, 0xA6],
    ])
    func brokenBytesAreReadWithoutACrash(bytes: [UInt8]) {
        let article = Reading.read(Source(name: "t", bytes: bytes))
        #expect(article.versions[0].zones.allSatisfy { $0.range.upper <= bytes.count })
    }

    /// Zones never overlap, stand in order, and leave out nothing but blanks, whatever the text.
    @Test(arguments: 0..<40)
    func zonesTileTheText(seed: Int) {
        let pieces = [
            "Share", "\n", "\n\n", "He said so. ", "Related\n", "By Jane Doe\n", "\r\n", "Version 0 Version 1\n", " ",
            "“So,” he said.",
            "(5 minutes later)\n", "AFP/Getty Images\n", "\u{A0}",
            "A long line of words that go on and on without an end\n",
            "He went. He went.\n",
        ]
        var state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 &+ 1
        var text = ""
        for _ in 0..<60 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            text += pieces[Int(state >> 33) % pieces.count]
        }
        let bytes = Array(text.utf8)
        let article = Reading.read(Source(name: "t", bytes: bytes))
        for version in article.versions {
            var end = 0
            for zone in version.zones {
                #expect(
                    end <= zone.range.lower && zone.range.lower < zone.range.upper && zone.range.upper <= bytes.count)
                end = zone.range.upper
            }
        }
        if article.versions.count == 1 {
            var inZones = Set<Int>()
            for zone in article.versions[0].zones { inZones.formUnion(zone.range.indices) }
            let left = bytes.indices.filter { bytes[$0] > 0x20 && bytes[$0] < 0x80 && !inZones.contains($0) }
            #expect(left == [])
        }
    }

    @Test(
        arguments: [
            ("Geneva, Aug. 27, 2016: The talks went on for hours and hours.", "2016-08-27", .dateline),
            ("Geneva, Aug. 27 : The talks went on for hours and hours.", nil, nil),
            (
                "A title of four words\n\n27 August 2016\n\nThe talks went on for hours and hours.", "2016-08-27",
                .dateline
            ),
            (
                "https://example.org/news/2016/08/27/talks\n\nA title of four words\n\nThe talks went on.",
                "2016-08-27",
                .url
            ),
            ("The talks of 27 August 2016 went on: nobody left.", nil, nil),
        ] as [(String, String?, DatedEvidence.Basis?)])
    func datesOfPublicationThatATextTells(text: String, expected: String?, basis: DatedEvidence.Basis?) {
        let article = Reading.read(Source(name: "t", bytes: Array(text.utf8)))
        #expect(article.metadata.published?.value.description == expected)
        #expect(article.metadata.published?.basis == basis)
    }

    @Test(arguments: [
        ("http://a.org/world/2014/jan/13/talks", "2014-01-13"), ("http://a.org/2014/01/13/x", "2014-01-13"),
        ("http://a.org/2014/1/3/x", nil), ("http://a.org/2014-01-13/x", "2014-01-13"),
        ("http://a.org/2014-01-13-talks", "2014-01-13"),
        ("http://a.org/2014/01/talks", "2014-01"), ("http://a.org/2014/13/01/", nil), ("http://a.org/1234/01/13/", nil),
        ("http://a.org/", nil), ("", nil),
    ])
    func datesOfAddresses(address: String, expected: String?) {
        #expect(AddressDate.find(in: address)?.interval.description == expected)
    }
}
