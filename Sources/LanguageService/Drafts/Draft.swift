package import QueryLanguage
package import Text

/// A script as it is being written: it keeps what was read of every statement, so that a keystroke reads anew only the
/// statements that it changed, and those whose `$names` have got another meaning.
///
///     var draft = Draft("let w = \"aid\"\nwho said $w\nquotes\n")
///     draft.replace(ByteRange(9, 12), with: Array("food".utf8))
///     draft.read()   // reads the first two statements, and moves the third
package struct Draft: Sendable {
    /// The text as it is now.
    package private(set) var bytes: [UInt8]
    /// Its statements in order, those with errors included, as they were when it was last read.
    package private(set) var pieces: [Piece] = []
    /// What `include "PATH"` defines, by the path as it is written; what is not here defines nothing.
    package private(set) var inclusions: [String: Inclusion] = [:]
    /// How many bytes at the start and at the end are as they were when it was last read, and how many there were.
    private var unchanged = (start: 0, end: 0, count: 0)
    /// Counts what was read, so that two readings can be told apart.
    private var clock = 0
    private var inclusionReadings: [String: Int] = [:]

    /// Reads a text.
    package init(_ text: String) {
        bytes = Array(text.utf8)
        read()
    }

    /// Puts other bytes in the place of some; `read` has to follow.
    package mutating func replace(_ range: ByteRange, with new: some Collection<UInt8>) {
        let lower = min(max(0, range.lower), bytes.count)
        let upper = min(max(lower, range.upper), bytes.count)
        unchanged.start = min(unchanged.start, lower)
        unchanged.end = min(unchanged.end, bytes.count - upper)
        bytes.replaceSubrange(lower..<upper, with: new)
    }

    /// Gives included files another content; `read` has to follow.
    package mutating func include(_ inclusions: [String: Inclusion]) {
        clock += 1
        for (path, inclusion) in inclusions where self.inclusions[path] != inclusion { inclusionReadings[path] = clock }
        self.inclusions = inclusions
    }

    /// Reads what has changed since the last time.
    package mutating func read() {
        var names = NamesAbove()
        var old = pieces.makeIterator()
        var next = old.next()
        var read: [Piece] = []
        read.reserveCapacity(pieces.count + 1)
        var lower = 0
        for statement in Script.statements(in: bytes) {
            let range = ByteRange(lower, statement.upper)
            lower = statement.upper
            let was = place(ofUnchanged: range)
            while let piece = next, let was, piece.range < was { next = old.next() }
            let known = was.flatMap { was in next.flatMap { $0.range == was ? $0 : nil } }
            read.append(names.piece(range, of: bytes, known: known, &clock))
            if let path = read[read.count - 1].inclusion?.path, let inclusion = inclusions[path] {
                names.include(inclusion, reading: inclusionReadings[path] ?? 0)
            }
        }
        pieces = read
        unchanged = (bytes.count, bytes.count, bytes.count)
        definitions = names.definitions
    }

    /// What every `$name` stands for at the end.
    package private(set) var definitions: [String: Statement.Definition.Value] = [:]

    /// Where bytes that have not changed stood when the draft was last read; nil where some of them have changed.
    private func place(ofUnchanged range: ByteRange) -> ByteRange? {
        if range.upper <= unchanged.start { return range }
        return range.lower >= bytes.count - unchanged.end
            ? range.shifted(by: unchanged.count - bytes.count) : nil
    }
}
