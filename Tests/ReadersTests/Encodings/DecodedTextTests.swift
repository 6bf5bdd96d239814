import Articles
import Testing
import Text

@testable import Readers

@Suite struct DecodedTextTests {
    private static func utf16(_ text: String, isBig: Bool) -> [UInt8] {
        text.utf16.flatMap { unit in
            let (high, low) = (UInt8(unit >> 8), UInt8(unit & 0xFF))
            return isBig ? [high, low] : [low, high]
        }
    }

    /// Bytes with what is said of them, and the text, the encoding and the note that they give.
    @Test(
        arguments: [
            (Array("plain".utf8), nil, "plain", "UTF-8", nil),
            (Array("café “x”".utf8), nil, "café “x”", "UTF-8", nil),
            (Array("café".utf8), "utf-8", "café", "UTF-8", nil),
            (Array("café".utf8), "iso-8859-1", "café", "UTF-8", .misdeclared("iso-8859-1", .utf8)),
            ([0x63, 0x61, 0x66, 0xE9], nil, "café", "Windows-1252", .assumed(.windows1252)),
            ([0x63, 0x61, 0x66, 0xE9, 0x80], "ISO-8859-1", "café€", "Windows-1252", nil),
            ([0x63, 0x61, 0x66, 0xE9], "UTF-8", "café", "Windows-1252", .misdeclared("UTF-8", .windows1252)),
            ([0xE8, 0x61, 0x6A], "iso-8859-2", "čaj", "ISO-8859-2", nil),
            ([0x93, 0xFA], "shift_jis", "日", "SHIFT_JIS", nil),
            (
                [0x1B, 0x24, 0x42, 0x46, 0x7C, 0x4B, 0x5C, 0x1B, 0x28, 0x42, 0x41], "iso-2022-jp", "日本A", "ISO-2022-JP",
                nil
            ),
            ([0xE9], "klingon", "é", "Windows-1252", .unknown("klingon")),
            ([0xE9], "../../etc", "é", "Windows-1252", .unknown("../../etc")),
            ([0xFF, 0xFE, 0x41, 0x00, 0x3D, 0xD8, 0x00, 0xDE], nil, "A😀", "UTF-16", nil),
            ([0xFE, 0xFF, 0x00, 0x41, 0x01, 0x0D], nil, "Ač", "UTF-16", nil),
            (Array("plain".utf8), "utf-16", "plain", "UTF-8", nil),
            (utf16("Она: «да».\n", isBig: false), nil, "Она: «да».\n", "UTF-16", .assumed(.utf16LittleEndian)),
            (utf16("日本、東京。\n", isBig: true), nil, "日本、東京。\n", "UTF-16", .assumed(.utf16BigEndian)),
            ([0x93, 0xFA], "x-sjis", "日", "X-SJIS", nil), ([0xD6, 0xEC, 0xE9, 0x46], "gb2312", "朱镕", "GB2312", nil),
            ([0x93, 0xDD, 0x94], "iso-8859-9", "“İ”", "ISO-8859-9", nil),
            ([0xE0, 0xE9], "iso-8859-8-i", "אי", "ISO-8859-8-I", nil),
            ([0xD2, 0x8E, 0xD3], "x-mac-roman", "“é”", "X-MAC-ROMAN", nil), ([0xA1], "tis-620", "ก", "TIS-620", nil),
            ([0x8C, 0x63], "euc-kr", "똠", "EUC-KR", nil),
            ([0x41, 0x00, 0x42, 0x00, 0x43, 0x00], nil, "ABC", "UTF-16", .assumed(.utf16LittleEndian)),
            ([0x00, 0x41, 0x00, 0x42, 0x00, 0x43], nil, "ABC", "UTF-16", .assumed(.utf16BigEndian)),
            ([0xFF, 0xFE, 0x41, 0x00, 0x00], nil, "A\u{FFFD}", "UTF-16", nil),
            (
                Array(String(repeating: "é", count: 12).utf8) + [0xE9, 0x2E], nil,
                String(repeating: "é", count: 12) + "\u{FFFD}.", "UTF-8", .broken(count: 1, first: 24)
            ),
        ] as [([UInt8], String?, String, String, DecodedText.Note?)])
    func bytesAreDecodedAndWhatIsAssumedIsTold(
        bytes: [UInt8], declared: String?, text: String, encoding: String, note: DecodedText.Note?
    ) {
        let decoded = DecodedText(bytes, declared: declared)
        #expect(String(decoding: decoded.bytes, as: UTF8.self) == text)
        #expect(decoded.encoding.name == encoding)
        #expect(decoded.note == note)
        if let map = decoded.map {
            #expect(map.count == decoded.bytes.count)
            #expect(map.original(ByteRange(0, map.count)).upper == bytes.count)
        } else {
            #expect(decoded.bytes == bytes)
        }
    }

    @Test(arguments: [
        ("<meta charset=utf-8>", "utf-8"), ("<META CHARSET='ISO-8859-1' >", "iso-8859-1"),
        ("<meta http-equiv=\"Content-Type\" content=\"text/html; charset=windows-1251\"/>", "windows-1251"),
        ("<?xml version=\"1.0\" encoding=\"UTF-16\"?>", "utf-16"), ("charset=utf-8 in a plain text", nil), ("<p>", nil),
    ])
    func aPageSaysItsEncoding(head: String, encoding: String?) {
        #expect(Page.declaredEncoding(Array(head.utf8)) == encoding)
    }

    /// What the user says comes before what the text says of itself, and after what its bytes say.
    @Test(
        arguments: [
            ([0xE4, 0xC1], nil, "koi8-r", "Да", nil), ([0xE4, 0xC1], "iso-8859-1", "koi8-r", "Да", nil),
            ([0xC4, 0xE0], "utf-8", "windows-1251", "Да", nil), (Array("Да".utf8), nil, "koi8-r", "Да", nil),
            ([0xFF, 0xFE, 0x14, 0x04], nil, "koi8-r", "Д", nil), ([0xE9], nil, "latin1", "é", nil),
        ] as [([UInt8], String?, String, String, DecodedText.Note?)])
    func whatTheUserSaysCounts(
        bytes: [UInt8], declared: String?, told: String, text: String, note: DecodedText.Note?
    ) {
        let decoded = DecodedText(bytes, declared: declared, told: told)
        #expect(String(decoding: decoded.bytes, as: UTF8.self) == text)
        #expect(decoded.note == note)
    }

    @Test func namesOfCharacterSetsAreKnownOrNot() {
        for name in ["utf-8", "KOI8-R", "shift_jis", "latin-1", "UTF-16"] { #expect(Reading.knows(characterSet: name)) }
        for name in ["", "klingon", "../../etc", "utf-8//TRANSLIT"] { #expect(!Reading.knows(characterSet: name)) }
    }

    @Test func aNoteIsNoFailure() {
        let result = Reading.read(
            Array("Caf".utf8) + [0xE9, 0x20] + Array("is closed today.".utf8), of: "a.txt", metadata: Metadata())
        #expect(result.articles.map { String(decoding: $0.source.bytes, as: UTF8.self) } == ["Café is closed today."])
        #expect(result.problems.map(\.severity) == [.note])
        #expect(result.articles[0].source.origin?.place(of: ByteRange(0, 5)) == ByteRange(0, 4))
    }
}
