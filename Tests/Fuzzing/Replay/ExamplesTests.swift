import Foundation
import Laws
import QueryLanguage
import Testing
import Text

/// Whatever is cut off or left out of the example scripts, few words are made about each statement.
@Suite struct ExamplesTests {
    private static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Examples")

    @Test(arguments: ["counts.ask", "sources.ask", "truce.ask"]) func isReadInPieces(name: String) throws {
        let bytes = [UInt8](try Data(contentsOf: Self.folder.appending(path: name)))
        #expect(Script(parsing: String(decoding: bytes, as: UTF8.self)).diagnostics.isEmpty)
        var pieces = (0...bytes.count).map { Array(bytes[..<$0]) }
        pieces += Lexer.tokens(in: bytes).map { Array(bytes[..<$0.range.lower] + bytes[$0.range.upper...]) }
        for piece in pieces {
            let text = String(decoding: piece, as: UTF8.self)
            do { try Law.script.check(piece) } catch { Issue.record("\(text.debugDescription): \(error)") }
        }
    }
}
