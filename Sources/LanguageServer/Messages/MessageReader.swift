/// Cuts a stream of bytes into messages: header lines, a blank line, and as many bytes as `Content-Length` says.
///
/// What is no header is passed over up to the next `Content-Length`, and told once, so that a stream that went astray is
/// found again.
struct MessageReader {
    /// No longer message is read: a text of this size is no script.
    static let limit = 64 << 20
    /// No longer header is waited for.
    private static let headerLimit = 8192

    private var bytes: [UInt8] = []
    private var start = 0
    /// Whether bytes that belong to no message have been told of already.
    private var isAstray = false

    /// What the stream holds next.
    enum Frame: Hashable {
        case message([UInt8])
        /// Bytes that are no message, in words.
        case astray(String)
    }

    /// Takes in further bytes, however they were cut.
    mutating func append(_ new: some Sequence<UInt8>) {
        if start > 1 << 16 {
            bytes.removeFirst(start)
            start = 0
        }
        bytes.append(contentsOf: new)
    }

    /// The next message; nil where more bytes are needed.
    mutating func next() -> Frame? {
        while true {
            guard let end = headerEnd() else {
                guard bytes.count - start > Self.headerLimit else { return nil }
                // The last bytes may be the first ones of a header.
                start += Self.headerLimit - Self.name.count
                if let told = astray("a header has no end") { return told }
                continue
            }
            switch Self.length(bytes[start..<end]) {
            case .success(let length):
                guard bytes.count - end >= length else { return nil }
                start = end + length
                isAstray = false
                return .message(Array(bytes[end..<start]))
            case .failure(let problem):
                start = problem.isElsewhere ? Self.lastName(bytes[(start + 1)..<end]) ?? end : end
                if let told = astray(problem.words) { return told }
            }
        }
    }

    private mutating func astray(_ words: String) -> Frame? {
        defer { isAstray = true }
        return isAstray ? nil : .astray(words)
    }

    /// Just past the blank line after the header.
    private func headerEnd() -> Int? {
        var index = start
        while index < bytes.count {
            if bytes[index] == 0x0A {
                if index + 1 < bytes.count, bytes[index + 1] == 0x0A { return index + 2 }
                if index + 2 < bytes.count, bytes[index + 1] == 0x0D, bytes[index + 2] == 0x0A { return index + 3 }
            }
            if index - start > Self.headerLimit { return nil }
            index += 1
        }
        return nil
    }

    private struct Problem: Error {
        let words: String
        /// Whether the header may only begin further on, behind what is none.
        var isElsewhere = false
    }

    private static let name = Array("content-length:".utf8)

    /// The length that a header gives.
    private static func length(_ header: ArraySlice<UInt8>) -> Result<Int, Problem> {
        var length: Int?
        for line in header.split(separator: 0x0A) {
            let text = String(decoding: line, as: UTF8.self).filter { $0 != "\r" && $0 != "\r\n" }
            if text.isEmpty { continue }
            guard let colon = text.firstIndex(of: ":"),
                text[..<colon].allSatisfy({ $0.isASCII && ($0.isLetter || $0 == "-") })
            else { return .failure(Problem(words: "a line is no header", isElsewhere: true)) }
            guard text[..<colon].lowercased() == "content-length" else { continue }
            let digits = text[text.index(after: colon)...].filter { $0 != " " && $0 != "\t" }
            guard length == nil, digits.allSatisfy({ $0.isASCII && $0.isNumber }), let number = Int(digits) else {
                return .failure(Problem(words: "Content-Length is not one number"))
            }
            guard number <= limit else { return .failure(Problem(words: "a message is longer than \(limit >> 20) MB")) }
            length = number
        }
        return length.map { .success($0) } ?? .failure(Problem(words: "Content-Length is missing", isElsewhere: true))
    }

    /// Where the last `Content-Length:` begins.
    private static func lastName(_ bytes: ArraySlice<UInt8>) -> Int? {
        var index = bytes.endIndex - name.count
        while index >= bytes.startIndex {
            let matches = name.indices.allSatisfy { offset in
                let byte = bytes[index + offset]
                return name[offset] == (byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte)
            }
            if matches { return index }
            index -= 1
        }
        return nil
    }
}
