import QueryLanguage
import Testing
import Text

@testable import LanguageService

@Suite struct DraftTests {
    /// What a whole reading of the text finds, as a draft says it.
    private func whole(_ bytes: [UInt8]) -> [String] {
        Script(parsing: String(decoding: bytes, as: UTF8.self)).statements.map { parsed in
            "\(parsed.range) \(parsed.diagnostics) \(parsed.statement == nil ? "wrong" : "right")"
        }
    }

    private func pieces(_ draft: Draft) -> [String] {
        draft.pieces.map { piece in
            let diagnostics = piece.diagnostics.map { $0.shifted(by: piece.range.lower) }
            return "\(piece.statementRange) \(diagnostics) \(piece.statement == nil ? "wrong" : "right")"
        }
    }

    /// Pieces of scripts, of which random edits make sense and nonsense.
    private static let scraps = [
        "let w = \"aid\"\n", "who said $w", "\n", "\n\n", ";", "quotes where kind = direct", " and ", "(", ")", "$w",
        "$v",
        "let v = $w\n", "where", "\nwhere ", "did", "-- note\n", "#!x\n", "\"", "é", "#", " ", "expect 1 row\n",
        ".help\n",
        "include \"a.ask\"\n", "since 2014", ",", "\r\n", "or", "'", "\u{A0}",
    ]

    /// The start of the letter that an offset lies in: an editor's texts have no cut letters.
    private func start(of offset: Int, in bytes: [UInt8]) -> Int {
        var offset = min(offset, bytes.count)
        while offset < bytes.count, bytes[offset] & 0xC0 == 0x80 { offset -= 1 }
        return offset
    }

    @Test func aKeystrokeReadsOneStatement() {
        let many = String(repeating: "quotes\n", count: 20)
        var draft = Draft("let w = \"aid\"\n\(many)who said $w\n\(many)")
        let before = draft.pieces.map(\.reading)
        func readAnew() -> [Int] {
            zip(before, draft.pieces).enumerated().compactMap { $1.0 == $1.1.reading ? nil : $0 }
        }
        draft.replace(ByteRange(14 + 10 * 7, 20 + 10 * 7), with: "speakers".utf8)
        draft.read()
        #expect(readAnew() == [11])
        // Another meaning of a name is another meaning of what asks for it.
        draft.replace(ByteRange(9, 12), with: "food".utf8)
        draft.read()
        #expect(readAnew() == [0, 11, 21])
    }

    @Test func afterEveryEditIsAsIfReadAnew() {
        var random = SmallRandom(seed: 7)
        var draft = Draft("")
        for step in 0..<1500 {
            if step % 300 == 0 { draft = Draft("let w = \"aid\"\n\nwho said $w\nexpect 1 row\n") }
            for _ in 0...random.below(3) {
                let lower = start(of: random.below(draft.bytes.count + 1), in: draft.bytes)
                let upper = start(of: lower + random.below(3) * random.below(12), in: draft.bytes)
                draft.replace(ByteRange(lower, upper), with: Self.scraps[random.below(Self.scraps.count)].utf8)
            }
            if draft.bytes.count > 600 { draft.replace(ByteRange(0, start(of: 300, in: draft.bytes)), with: "".utf8) }
            draft.read()
            #expect(
                pieces(draft) == whole(draft.bytes), "step \(step): \(String(decoding: draft.bytes, as: UTF8.self))")
        }
    }
}
