import Articles
import Exchange

/// The pieces of one large file, record by record.
struct PieceStream {
    /// The next piece; nil after the last one.
    private(set) var next: () -> Reading.Piece?

    /// A file of records is read whole up to so many bytes.
    static let limit = 4 << 20
    /// No longer line of JSON or row of a table is kept.
    static let recordLimit = 16 << 20

    private static let endings = [".warc", ".jsonl", ".ndjson", ".csv", ".tsv"]

    /// Whether a path is named as files of records are, which may be larger than any other file.
    static func isNamed(_ path: String) -> Bool {
        let name = path.lowercased()
        return endings.contains { name.hasSuffix($0) || name.hasSuffix($0 + ".gz") }
    }

    /// Whether a file may be read in pieces: one of records that is large, or the standard input.
    static func isWanted(_ file: FolderWalk.File, limit: Int) -> Bool {
        guard let size = file.size else { return true }
        // What is packed may be much larger, and damaged in a part of it.
        return isNamed(file.path) && (Crawl.isNamed(file.path) || file.path.hasSuffix(".gz") || size > limit)
    }

    /// What became of the opening of a file.
    enum Opened {
        case pieces(PieceStream)
        /// Its beginning is that of no format that has records: it is to be read whole.
        case whole
        /// The same, of something that cannot be opened twice.
        case bytes([UInt8])
        case failure(Reading.Problem)
    }

    /// Opens a file, and finds out from its beginning what is in it.
    static func open(
        _ file: FolderWalk.File, metadata: Metadata, columns: [String: RecordField], characterSet: String?
    ) -> Opened {
        let path = file.path
        guard let chunks = FileChunks(path) else {
            return .failure(
                Reading.Problem(
                    source: path, message: "this file cannot be opened: \(FileBytes.lastError()): check its permissions"
                ))
        }
        let input = ChunkedBytes(chunks)
        let name = path == "-" ? "standard input" : path
        do throws(FileFailure) {
            // A record ends within the head, or the file does.
            while input.count < recordLimit, input.firstLineEnd == nil, input.look() {}
            if input.count < Format.headLength { _ = input.look() }
            let head = input.head
            // A web archive may be damaged in its first member.
            if Crawl.isCrawl(head) || head.isEmpty && Crawl.isNamed(path) {
                return .pieces(Crawl.pieces(of: input, file: name, metadata))
            }
            let place = RecordPlace(
                file: path, name: name, metadata: metadata, columns: columns, characterSet: characterSet)
            if ExchangeLine.areLines(head) { return .pieces(ExchangeLines.pieces(of: input, place)) }
            if JSONRecords.areLines(head, columns) { return .pieces(JSONRecords.pieces(of: input, place)) }
            if TableRecords.areRecords(head) || path.isNamedAsTable, let header = TableHeader(head, columns) {
                return .pieces(TableRecords.pieces(of: input, header, place))
            }
            guard path == "-" else { return .whole }
            while input.count <= FileBytes.limit, try input.fill() {}
        } catch {
            return .failure(Reading.Problem(source: name, message: error.message))
        }
        guard input.count <= FileBytes.limit else {
            let message = "this text is larger than \(FileBytes.limit >> 20) MiB: cut it into articles"
            return .failure(Reading.Problem(source: name, message: message))
        }
        return .bytes(input.head)
    }
}

/// Where a record stands, and what is known of all records of its file.
struct RecordPlace: Sendable {
    let file: String
    let name: String
    let metadata: Metadata
    let columns: [String: RecordField]
    let characterSet: String?
    /// Where it begins in the unpacked file.
    var start = 0
    /// The line there, from 1.
    var line = 1

    /// The bytes of a record as a material.
    func material(_ bytes: [UInt8]) -> (Material, DecodedText.Note?) {
        let decoded = DecodedText(bytes, told: characterSet)
        var material = Material(
            name: name, file: name, decoded: decoded, original: bytes, at: start, firstLine: line, metadata: metadata)
        material.columns = columns
        return (material, decoded.note)
    }
}

extension String {
    fileprivate var isNamedAsTable: Bool {
        let name = lowercased()
        return Format.table.endings.contains { name.hasSuffix($0) || name.hasSuffix($0 + ".gz") }
    }
}
