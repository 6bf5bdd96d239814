import Text

/// The records of a web archive (WARC), one after the other, out of pieces of the file.
struct CrawlRecords {
    /// No larger record is kept.
    static let limit = 16 << 20
    /// No longer head is read.
    private static let headLimit = 1 << 16
    /// What each record begins with.
    static let mark = Array("WARC/".utf8)

    private let next: () throws(FileFailure) -> [UInt8]
    private var buffer: [UInt8] = []
    /// Where in `buffer` the bytes begin that were not read yet, and where `buffer` begins in the unpacked file.
    private var index = 0
    private var base = 0
    /// Whether the next bytes are not those of a record.
    private var isLost = false

    /// One record: its head, and what it holds.
    struct Record: Sendable {
        let head: HeadLines
        /// Only its beginning where it is larger than the limit.
        let content: [UInt8]
        /// Where the content stands in the unpacked file.
        let range: ByteRange

        var isWhole: Bool { content.count == range.count }
    }

    /// Why a part of a file was not read: after `noRecord`, the next record is the first one that begins further on.
    enum Failure: Error, Hashable {
        case unpacking(FileFailure)
        case noRecord(atByte: Int)
        case truncated(atByte: Int)
    }

    init(_ next: @escaping () throws(FileFailure) -> [UInt8]) { self.next = next }

    /// The next record; nil at the end of the file.
    mutating func nextRecord() throws(Failure) -> Record? {
        if isLost { try findRecord() }
        while try fill(1), buffer[index] == 0x0D || buffer[index] == 0x0A { index += 1 }
        guard try fill(1) else { return nil }
        let start = base + index
        var end = HeadLines.end(in: buffer, from: index)
        while end == nil, buffer.count - index < CrawlRecords.headLimit, try fill(buffer.count - index + 1) {
            end = HeadLines.end(in: buffer, from: index)
        }
        guard let end, buffer[index...].starts(with: CrawlRecords.mark) else {
            isLost = true
            throw .noRecord(atByte: start)
        }
        let head = HeadLines(buffer[index..<end])
        index = end
        guard let count = head["content-length"].flatMap({ Int($0) }), count >= 0 else {
            isLost = true
            throw .noRecord(atByte: start)
        }
        let lower = base + index
        guard count <= CrawlRecords.limit else {
            guard try fill(CrawlRecords.headLimit) else { throw .truncated(atByte: start) }
            let beginning = Array(buffer[index..<(index + CrawlRecords.headLimit)])
            try skip(count)
            return Record(head: head, content: beginning, range: ByteRange(lower, lower + count))
        }
        guard try fill(count) else { throw .truncated(atByte: start) }
        let content = Array(buffer[index..<(index + count)])
        index += count
        return Record(head: head, content: content, range: ByteRange(lower, lower + count))
    }

    /// Goes on to the next line that begins as a record does, or to the end of the file.
    private mutating func findRecord() throws(Failure) {
        isLost = false
        while true {
            guard let newline = buffer[index...].firstIndex(of: UInt8(ascii: "\n")) else {
                index = buffer.count
                guard try fill(1) else { return }
                continue
            }
            index = newline + 1
            guard try fill(CrawlRecords.mark.count) else {
                index = buffer.count
                return
            }
            if buffer[index...].starts(with: CrawlRecords.mark) { return }
        }
    }

    /// Takes in pieces until so many bytes wait to be read; false where the file ends before.
    private mutating func fill(_ count: Int) throws(Failure) -> Bool {
        while buffer.count - index < count {
            if index > 1 << 20 {
                buffer.removeFirst(index)
                base += index
                index = 0
            }
            let piece = try pieces()
            if piece.isEmpty { return false }
            buffer += piece
        }
        return true
    }

    private mutating func skip(_ count: Int) throws(Failure) {
        var left = count
        while left > 0 {
            guard try fill(1) else { throw .truncated(atByte: base + index) }
            let step = min(left, buffer.count - index)
            index += step
            left -= step
        }
    }

    private mutating func pieces() throws(Failure) -> [UInt8] {
        do {
            return try next()
        } catch {
            // The rest of the record in which it is damaged is lost.
            index = buffer.count
            throw .unpacking(error)
        }
    }
}

/// The lines `Name: value` at the head of a record or an answer of a server.
struct HeadLines: Sendable {
    /// The first line.
    let first: String
    private var values: [String: String] = [:]

    init(_ bytes: ArraySlice<UInt8>) {
        let lines = bytes.split(separator: UInt8(ascii: "\n")).map { line in
            String(decoding: line.last == 0x0D ? line.dropLast() : line, as: UTF8.self)
        }
        first = lines.first ?? ""
        for line in lines.dropFirst() {
            guard let colon = line.firstIndex(of: ":") else { continue }
            let value = line[line.index(after: colon)...].split(whereSeparator: \.isWhitespace).joined(separator: " ")
            let name = line[..<colon].lowercased()
            if values[name] == nil { values[name] = value }
        }
    }

    /// The first value of a name in lower case.
    subscript(name: String) -> String? { values[name] }

    /// The offset after the empty line that ends a head which begins at `start`; nil where there is none.
    static func end(in bytes: [UInt8], from start: Int) -> Int? {
        var index = start
        while let newline = bytes[index...].firstIndex(of: UInt8(ascii: "\n")) {
            index = newline + 1
            if index < bytes.count, bytes[index] == UInt8(ascii: "\n") { return index + 1 }
            if index + 1 < bytes.count, bytes[index] == 0x0D, bytes[index + 1] == UInt8(ascii: "\n") {
                return index + 2
            }
        }
        return nil
    }
}
