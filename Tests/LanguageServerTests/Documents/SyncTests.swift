import LanguageService
import QueryLanguage
import Testing
import Text

@testable import LanguageServer

@Suite struct SyncTests {
    /// What people type, paste and take out, with all that makes counting hard.
    private static let scraps = [
        "", "", "a", "who said ", "\n", "\r\n", "\r", "é", "😀", "👩‍👩‍👧", "\u{10FFFF}", "\u{FEFF}", "\u{0}", "“ai”\n",
        "\n\n", "let w = \"aid\"\r\n", ";", "\u{2028}", "e\u{301}",
    ]

    private func randomPosition(_ random: inout SmallRandom, _ lines: Int) -> Position {
        Position(line: random.below(lines + 2), character: random.below(5) == 0 ? 1 << 30 : random.below(14))
    }

    @Test func afterAHundredThousandEditsTheServersTextIsTheClients() {
        var random = SmallRandom(seed: 20_140_113)
        var client = ClientText("")
        var document = Document(DocumentURI("file:///a.ask"), version: 0, text: "", encoding: .utf16)
        for step in 0..<100_000 {
            let (a, b) = (randomPosition(&random, client.lineCount), randomPosition(&random, client.lineCount))
            let isWhole = client.units.count > 120 || random.below(500) == 0
            let text = Self.scraps[random.below(Self.scraps.count)]
            let change = Document.Change(range: isWhole ? nil : min(a, b)..<max(a, b), text: text)
            client.apply(change)
            document.edit(change)
            guard document.bytes == Array(client.text.utf8), document.lineCount == client.lineCount else {
                Issue.record("step \(step): \(client.text.debugDescription)")
                return
            }
            if step % 1000 == 0 {
                document.apply([], version: step)
                #expect(document.draft.pieces.map(\.statementRange) == Script.statements(in: document.bytes))
            }
        }
    }

    @Test(arguments: [PositionEncoding.utf8, .utf16])
    func everyOffsetOfALetterComesBack(encoding: PositionEncoding) {
        for scraps in Self.scraps {
            let document = Document(
                DocumentURI("file:///a.ask"), version: 0, text: "a\n" + scraps + "😀b", encoding: encoding)
            for offset in document.bytes.indices where document.bytes[offset] & 0xC0 != 0x80 {
                // Between the halves of a line end nothing can stand.
                if offset > 0, document.bytes[offset] == 0x0A, document.bytes[offset - 1] == 0x0D { continue }
                #expect(document.offset(document.position(offset)) == offset)
            }
        }
    }

    @Test func columnsAreCountedAsAgreed() {
        let text = "é😀 x"
        let columns = [PositionEncoding.utf8: 7, .utf16: 4]
        for (encoding, column) in columns {
            let document = Document(DocumentURI("file:///a.ask"), version: 0, text: text, encoding: encoding)
            #expect(document.position(7) == Position(line: 0, character: column))
        }
        #expect(PositionEncoding(offered: ["utf-32", "utf-8", "utf-16"]) == .utf8)
        #expect(PositionEncoding(offered: []) == .utf16)
    }

    @Test(
        arguments: [
            ("file:///a%20b/%C3%A9.ask", "/a b/é.ask"), ("file://localhost/a", "/a"), ("untitled:Untitled-1", nil),
            ("file:///%00", nil), ("file:///%FF", nil), ("file:///%2", nil), ("file://host/a", nil),
        ] as [(String, String?)])
    func pathsOfURIs(uri: String, path: String?) {
        #expect(DocumentURI(uri).path == path)
        if let path { #expect(DocumentURI(path: path).path == path) }
    }
}
