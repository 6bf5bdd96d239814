import Testing
import Text

@testable import Readers

@Suite struct XMLReferencesTests {
    @Test(arguments: [
        ("caf&eacute; &lt;b&gt;", "caf&#233; &#60;b&#62;"), ("AT&T & co", "AT&#38;T &#38; co"),
        ("&amp;&quot;&apos;", "&#38;&#34;&#39;"), ("&#233;&#xE9;", "&#233;&#xE9;"), ("&klingon;", "&#38;klingon;"),
        ("<a href=\"?b&c=&amp;\">", "<a href=\"?b&#38;c=&#38;\">"),
        ("<![CDATA[a & b]]> & c", "<![CDATA[a & b]]> &#38; c"),
        ("<!-- & -->&<", "<!-- & -->&#38;<"), ("<![CDATA[ &", "<![CDATA[ &"), ("<!-- &", "<!-- &"), ("&", "&#38;"),
    ])
    func referencesAreWrittenByNumber(xml: String, text: String) throws {
        let bytes = Array(xml.utf8)
        let (numbered, map) = XMLReferences.numbered(bytes)
        #expect(String(decoding: numbered, as: UTF8.self) == text)
        #expect((map == nil) == (xml == text))
        if let map {
            #expect(map.count == numbered.count)
            #expect(map.original(ByteRange(0, map.count)) == ByteRange(0, bytes.count))
        }
    }

    @Test func aReferenceLeadsBackToItself() throws {
        let xml = Array("<d>caf&eacute; AT&T</d>".utf8)
        let (numbered, map) = XMLReferences.numbered(xml)
        let place = try #require(numbered.firstRange(of: Array("&#233;".utf8)))
        let original = try #require(map).original(ByteRange(place.lowerBound, place.upperBound))
        #expect(xml.text(original) == "&eacute;")
    }
}
