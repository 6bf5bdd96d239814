import Articles
import Text

/// A file, or an item of a file, whose text is to be read: its bytes in UTF-8, and what is known of them beforehand.
struct Material {
    /// The path or the name by which a reader can find it again.
    let name: String
    /// The text in UTF-8.
    let bytes: [UInt8]
    /// The lines of a file; nil for an item, whose lines mean nothing to anybody.
    private let lines: LineTable?
    /// The line of the file on which the text begins, from 1.
    private var firstLine = 1
    /// The bytes that were decoded, which begin in the unpacked file where `start` says.
    private let original: [UInt8]
    private let start: Int
    /// What people told of it.
    var metadata: Metadata
    /// What the columns of a table are, where people said so.
    var columns: [String: RecordField] = [:]
    /// What people marked in it with brat, where that lies beside it.
    var standoff: [UInt8]?
    /// The path of the file, and the item's number there.
    let file: String
    var item: Int?
    /// The bytes of the item in the unpacked file.
    var range: ByteRange
    var encoding: TextEncoding = .utf8
    /// The steps from the text back to the file; none where it is the file.
    var steps: [OffsetMap] = []

    /// A file as it is read, or lines of one that is read piece by piece.
    /// - Parameters:
    ///   - original: the bytes that were decoded.
    ///   - start: where these begin in the unpacked file.
    ///   - firstLine: the line there, from 1.
    init(
        name: String, file: String, decoded: DecodedText, original: [UInt8], at start: Int = 0, firstLine: Int = 1,
        metadata: Metadata
    ) {
        self.name = name
        self.file = file
        bytes = decoded.bytes
        lines = LineTable(decoded.bytes)
        self.firstLine = firstLine
        self.original = original
        self.start = start
        range = ByteRange(start, start + original.count)
        encoding = decoded.encoding
        steps =
            decoded.map.map { [$0.shifted(by: start)] } ?? (start == 0 ? [] : [OffsetMap(original.count, at: start)])
        self.metadata = metadata
    }

    /// The source of an article that is this material as it is.
    var source: Source {
        guard !steps.isEmpty || item != nil else { return Source(name: name, bytes: bytes) }
        return Source(name: name, bytes: bytes, origin: origin(steps))
    }

    /// The source of an article that was made out of this material: its text, and the steps from there back to the material.
    func source(text: [UInt8], steps made: [OffsetMap]) -> Source {
        Source(name: name, bytes: text, origin: origin(made + steps))
    }

    private func origin(_ steps: [OffsetMap]) -> Origin {
        let isWhole = range.lower == start && range.count == original.count
        let bytes = isWhole ? original : Array(original[(range.lower - start)..<(range.upper - start)])
        return Origin(
            file: file, item: item, range: range, bytes: bytes, characterSet: encoding.name, steps: steps)
    }

    /// Where a range of the text stands in the unpacked file.
    func place(of range: ByteRange) -> ByteRange { steps.reduce(range) { $1.original($0) } }

    /// One of the items that this material holds.
    /// - Parameters:
    ///   - number: from 1.
    ///   - text: its text, which `map` leads back to this material.
    ///   - range: where all of the item stands in the unpacked file.
    ///   - between: further steps from there to this material.
    func item(
        _ number: Int, text: [UInt8], map: OffsetMap, range: ByteRange, metadata: Metadata,
        through between: [OffsetMap] = []
    ) -> Material {
        var item = Material(
            name: "\(name)#\(number)", file: file, item: number, bytes: text, original: original, at: start,
            range: range, metadata: metadata)
        item.encoding = encoding
        item.steps = [map] + between + steps
        return item
    }

    /// One of the items of a file; `original`, which begins in the unpacked file at `start`, holds the bytes of `range`.
    init(
        name: String, file: String, item: Int, bytes: [UInt8], original: [UInt8], at start: Int, range: ByteRange,
        metadata: Metadata
    ) {
        self.name = name
        self.file = file
        self.item = item
        self.bytes = bytes
        lines = nil
        self.original = original
        self.start = start
        self.range = range
        self.metadata = metadata
    }

    /// The first control character of a text in which they are more than mishaps: it is none.
    var firstControl: Int? {
        let head = bytes.prefix(Format.headLength)
        return head.count(where: \.isControl) > 2 + head.count / 50 ? head.firstIndex(where: \.isControl) : nil
    }

    /// Something wrong at a byte of this material; at none in particular where `offset` is nil.
    func problem(_ message: String, at offset: Int? = nil, _ severity: Reading.Problem.Severity = .failure)
        -> Reading.Problem
    {
        Reading.Problem(
            source: name, line: offset.flatMap { lines?.line(at: $0) }.map { $0 + firstLine - 1 }, message: message,
            severity: severity)
    }
}
