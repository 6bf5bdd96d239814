import LanguageService
import QueryLanguage
import Text

/// A text that the client has open, as the client has it.
struct Document {
    let uri: DocumentURI
    /// The number that the client gives to this state of the text.
    private(set) var version: Int
    /// What was read of it.
    private(set) var draft: Draft
    /// The archive that its first lines named when it was opened or saved: half a path is none that anybody means.
    private(set) var namedArchive: String?
    private var lines: LineStarts
    private let encoding: PositionEncoding

    init(_ uri: DocumentURI, version: Int, text: String, encoding: PositionEncoding) {
        self.init(uri, version: version, Draft(text), encoding: encoding)
    }

    /// A text that was read already.
    init(_ uri: DocumentURI, version: Int = 0, _ draft: Draft, encoding: PositionEncoding) {
        self.uri = uri
        self.version = version
        self.encoding = encoding
        self.draft = draft
        lines = LineStarts(draft.bytes)
        lookForArchive()
    }

    var bytes: [UInt8] { draft.bytes }

    /// One change of a text: of a range, or of all of it.
    struct Change {
        let range: Range<Position>?
        let text: String

        init(_ parameters: Parameters) throws(ResponseError) {
            text = try parameters.member("text").text
            guard let given = parameters.optional("range") else {
                range = nil
                return
            }
            range = try Range(given)
        }

        init(range: Range<Position>?, text: String) {
            self.range = range
            self.text = text
        }
    }

    /// Follows the client's changes, each of which speaks of the text that the one before it made.
    mutating func apply(_ changes: [Change], version: Int) {
        for change in changes { edit(change) }
        self.version = version
        draft.read()
    }

    /// Takes the archive for settled that the first lines name.
    mutating func lookForArchive() { namedArchive = ScriptHeader.archive(in: bytes)?.path }

    /// Follows one change of the text, whose statements are still to be read.
    mutating func edit(_ change: Change) {
        let old = change.range.map(range) ?? ByteRange(0, bytes.count)
        draft.replace(old, with: change.text.utf8)
        lines.follow(old, upper: old.lower + change.text.utf8.count, in: draft.bytes)
    }

    /// Tells the draft what the files define that it includes.
    mutating func include(_ inclusions: [String: Draft.Inclusion]) {
        guard draft.inclusions != inclusions else { return }
        draft.include(inclusions)
        draft.read()
    }

    // MARK: - Places

    /// The number of lines; a line end at the end begins another one.
    var lineCount: Int { lines.starts.count }

    /// The bytes of a line without its line end.
    func line(_ number: Int) -> ByteRange {
        let start = lines.starts[number]
        var end = number + 1 < lines.starts.count ? lines.starts[number + 1] : bytes.count
        while end > start, bytes[end - 1] == UInt8(ascii: "\n") || bytes[end - 1] == UInt8(ascii: "\r") { end -= 1 }
        return ByteRange(start, end)
    }

    /// The offset of a position; beyond a line its end, beyond the last line the end of the text.
    func offset(_ position: Position) -> Int {
        guard position.line < lines.starts.count else { return bytes.count }
        return encoding.offset(of: position.character, in: bytes[line(position.line).indices])
    }

    /// The position of an offset.
    func position(_ offset: Int) -> Position {
        let offset = min(max(0, offset), bytes.count)
        let line = lines.line(at: offset)
        return Position(line: line, character: encoding.units(in: bytes[lines.starts[line]..<offset]))
    }

    func range(_ range: Range<Position>) -> ByteRange {
        ByteRange(offset(range.lowerBound), offset(range.upperBound))
    }

    /// A range as the protocol writes it.
    func json(_ range: ByteRange) -> JSON {
        .object([("start", position(range.lower).json), ("end", position(range.upper).json)])
    }

    /// The number of units of some bytes.
    func units(_ range: ByteRange) -> Int { encoding.units(in: bytes[range.indices]) }
}

extension Range<Position> {
    /// A range as the protocol gives it; one that is inverted is turned round.
    init(_ parameters: Parameters) throws(ResponseError) {
        let start = try Position(parameters.member("start"))
        let end = try Position(parameters.member("end"))
        self = start <= end ? start..<end : end..<start
    }
}
