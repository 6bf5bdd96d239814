import Articles
import Text

/// The articles of a web archive (WARC), as crawlers write it: the pages that servers answered with.
enum Crawl {
    /// A file that is damaged in more places is read no further.
    private static let damageLimit = 100

    /// Whether bytes begin as a web archive does.
    static func isCrawl(_ bytes: some Collection<UInt8>) -> Bool { bytes.starts(with: CrawlRecords.mark) }

    /// Whether a path is named as web archives are, which may be larger than any other file.
    static func isNamed(_ path: String) -> Bool { path.hasSuffix(".warc") || path.hasSuffix(".warc.gz") }

    /// The pages of a file, record by record.
    static func pieces(of input: ChunkedBytes, file: String, _ metadata: Metadata) -> PieceStream {
        let records = CrawlRecords { () throws(FileFailure) in try input.takeChunk() }
        return pieces(records, of: file, metadata) { input.newlyRead() }
    }

    /// Reads the pages of unpacked bytes.
    static func read(_ bytes: [UInt8], of file: String, metadata: Metadata) -> Reading.Result {
        var rest = bytes
        let records = CrawlRecords { () throws(FileFailure) in
            defer { rest = [] }
            return rest
        }
        let stream = pieces(records, of: file, metadata) { 0 }
        var result = Reading.Result()
        while let piece = stream.next() { result.append(piece.read()) }
        return result
    }

    private static func pieces(
        _ records: CrawlRecords, of file: String, _ metadata: Metadata, size: @escaping () -> Int
    ) -> PieceStream {
        var records = records
        var (number, pages, damages, isAtEnd) = (0, 0, 0, false)
        func problem(_ message: String, of name: String) -> Reading.Piece {
            let problem = Reading.Problem(source: name, message: message)
            return Reading.Piece(file: file, size: size()) { Reading.Result(problems: [problem]) }
        }
        return PieceStream {
            guard !isAtEnd else { return nil }
            do throws(CrawlRecords.Failure) {
                while let record = try records.nextRecord() {
                    number += 1
                    let name = "\(file)#\(number)"
                    guard
                        let page = CrawledPage(record, name: name, file: file, number: number, metadata: metadata)
                    else { continue }
                    pages += 1
                    guard record.isWhole else {
                        let size = "\(CrawlRecords.limit >> 20) MiB"
                        return problem("this page is larger than \(size): it was left out", of: name)
                    }
                    return Reading.Piece(file: file, size: size()) { page.read() }
                }
            } catch {
                damages += 1
                isAtEnd = error.isAtEnd || damages == damageLimit
                return problem(error.message, of: file)
            }
            isAtEnd = true
            return pages == 0 && damages == 0 ? problem("no web page was found in this web archive", of: file) : nil
        }
    }
}

/// A page that a record of a crawl holds.
private struct CrawledPage: Sendable {
    private let record: CrawlRecords.Record
    private let answer: HeadLines
    private let body: ByteRange
    private let name: String
    private let file: String
    private let number: Int
    private let metadata: Metadata

    /// The page of a record; nil where the record holds none.
    init?(_ record: CrawlRecords.Record, name: String, file: String, number: Int, metadata: Metadata) {
        guard record.head["warc-type"] == "response", let end = HeadLines.end(in: record.content, from: 0) else {
            return nil
        }
        answer = HeadLines(record.content[..<end])
        guard answer.first.split(separator: " ").dropFirst().first == "200",
            answer["content-type"]?.lowercased().contains("html") == true
        else { return nil }
        self.record = record
        body = ByteRange(end, record.content.count)
        self.name = name
        self.file = file
        self.number = number
        self.metadata = metadata
    }

    func read() -> Reading.Result {
        var result = Reading.Result()
        var (bytes, map) = sent
        if Gunzip.isPacked(bytes) {
            do {
                let unpacked = try Gunzip.unpack(bytes, limit: CrawlRecords.limit)
                // Packed bytes lead no further back than to the whole of them.
                map = OffsetMap()
                map.append(1, each: unpacked.count, at: record.range.lower + body.lower, eachThere: body.count)
                bytes = unpacked
            } catch {
                result.problems.append(Reading.Problem(source: name, message: error.message))
                return result
            }
        }
        let charset = answer["content-type"]?.lowercased().split(separator: "charset=", maxSplits: 1).dropFirst().first
        let decoded = DecodedText(bytes, declared: charset.map(String.init) ?? Page.declaredEncoding(bytes))
        var told = metadata
        told.url = told.url ?? record.head["warc-target-uri"].map { String($0.filter { !"<>".contains($0) }) }
        var page = Material(
            name: name, file: file, item: number, bytes: decoded.bytes, original: record.content,
            at: record.range.lower, range: record.range, metadata: told)
        page.encoding = decoded.encoding
        page.steps = [decoded.map, map].compactMap(\.self)
        result = Page.read(page)
        if result.articles.isEmpty {
            // A crawl holds many pages that are no articles, and that is nobody's mistake.
            for index in result.problems.indices { result.problems[index].severity = .note }
        }
        return result
    }

    /// The body as the server sent it, put together where it was sent in chunks, and where it stands in the unpacked file.
    private var sent: (bytes: [UInt8], map: OffsetMap) {
        let content = record.content
        let start = record.range.lower
        guard answer["transfer-encoding"]?.lowercased() == "chunked" else {
            return (Array(content[body.indices]), OffsetMap(body.count, at: start + body.lower))
        }
        var bytes: [UInt8] = []
        var map = OffsetMap()
        var index = body.lower
        while let line = content[index...].firstIndex(of: UInt8(ascii: "\n")) {
            let size = String(
                decoding: content[index..<line].prefix { $0 != UInt8(ascii: ";") && $0 > 0x20 }, as: UTF8.self)
            guard let count = Int(size, radix: 16), count > 0, count < content.count - line else { break }
            bytes += content[(line + 1)..<(line + 1 + count)]
            map.append(count, at: start + line + 1)
            index = min(content.count, line + 1 + count + 2)
        }
        // Some crawlers keep the server's word and not its chunks.
        if bytes.isEmpty { return (Array(content[body.indices]), OffsetMap(body.count, at: start + body.lower)) }
        return (bytes, map)
    }
}

extension CrawlRecords.Failure {
    /// Whether nothing can be read after it.
    fileprivate var isAtEnd: Bool {
        switch self {
        case .unpacking(let failure): failure.isLast
        case .noRecord: false
        case .truncated: true
        }
    }

    /// What is wrong with a web archive, and what to do.
    fileprivate var message: String {
        switch self {
        case .unpacking(let failure): failure.message
        case .noRecord(let offset):
            "this web archive is damaged: no record begins at byte \(offset); it is read on from the next one that does"
        case .truncated(let offset):
            "this web archive ends within the record at byte \(offset); what came before was read"
        }
    }
}
