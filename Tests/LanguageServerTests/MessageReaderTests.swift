import Testing

@testable import LanguageServer

@Suite struct MessageReaderTests {
    /// What a stream holds, cut into pieces of a size.
    private func frames(_ stream: String, by size: Int = 1 << 20) -> [String] {
        var reader = MessageReader()
        var found: [String] = []
        var left = Array(stream.utf8)[...]
        while !left.isEmpty {
            reader.append(left.prefix(size))
            left = left.dropFirst(size)
            while let frame = reader.next() {
                switch frame {
                case .message(let bytes): found.append(String(decoding: bytes, as: UTF8.self))
                case .astray: found.append("astray")
                }
            }
        }
        return found
    }

    private static let good = "Content-Length: 4\r\n\r\n{ é"  // é takes two bytes.

    @Test(
        arguments: [
            (good + good, ["{ é", "{ é"]),
            ("Content-Type: application/vscode-jsonrpc; charset=utf-8\r\ncontent-length:4\r\n\r\nabcd", ["abcd"]),
            ("Content-Length: 0\r\n\r\n" + good, ["", "{ é"]),
            ("Content-Length: 4\n\nabcd", ["abcd"]),
            ("Content-Length: -1\r\n\r\n" + good, ["astray", "{ é"]),
            ("Content-Length: many\r\n\r\n" + good, ["astray", "{ é"]),
            ("Content-Length: 99999999999999999999\r\n\r\n" + good, ["astray", "{ é"]),
            ("Content-Length: 67108865\r\n\r\n{}" + good, ["astray", "{ é"]),
            ("Content-Length: 4\r\nContent-Length: 5\r\n\r\nabcd" + good, ["astray", "{ é"]),
            ("X: 1\r\n\r\n" + good, ["astray", "{ é"]),
            ("no header\r\n\r\n" + good, ["astray", "{ é"]),
            ("{\"jsonrpc\":\"2.0\"}" + good, ["astray", "{ é"]),
            (String(repeating: "x", count: 20_000) + good, ["astray", "{ é"]),
            ("Content-Length: 9\r\n\r\nabc", []),
        ] as [(String, [String])])
    func findsMessagesHoweverTheStreamIsCut(stream: String, expected: [String]) {
        #expect(frames(stream) == expected)
        for size in [1, 2, 7] { #expect(frames(stream, by: size) == expected, "by \(size)") }
    }

    @Test func doesNotTakeLongForAHeaderWithoutEnd() {
        var reader = MessageReader()
        for _ in 0..<200 { reader.append([UInt8](repeating: 0x78, count: 1000)); while reader.next() != nil {} }
        reader.append(Self.good.utf8)
        #expect(reader.next() == .message(Array("{ é".utf8)))
    }
}
