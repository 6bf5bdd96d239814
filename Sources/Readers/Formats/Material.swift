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

    /// A file as it is read.
    init(name: String, file: String, decoded: DecodedText, count: Int, metadata: Metadata) {
        self.name = name
        self.file = file
        bytes = decoded.bytes
        lines = LineTable(decoded.bytes)
        range = ByteRange(0, count)
        encoding = decoded.encoding
        steps = [decoded.map].compactMap(\.self)
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
        Origin(file: file, item: item, range: range, characterSet: encoding.name, steps: steps)
    }

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
            name: "\(name)#\(number)", file: file, item: number, bytes: text, range: range, metadata: metadata)
        item.encoding = encoding
        item.steps = [map] + between + steps
        return item
    }

    /// One of the items of a file that is read piece by piece.
    init(name: String, file: String, item: Int, bytes: [UInt8], range: ByteRange, metadata: Metadata) {
        self.name = name
        self.file = file
        self.item = item
        self.bytes = bytes
        lines = nil
        self.range = range
        self.metadata = metadata
    }

    /// Something wrong at a byte of this material; at none in particular where `offset` is nil.
    func problem(_ message: String, at offset: Int? = nil, _ severity: Reading.Problem.Severity = .failure)
        -> Reading.Problem
    {
        Reading.Problem(
            source: name, line: offset.flatMap { lines?.line(at: $0) }, message: message, severity: severity)
    }
}
