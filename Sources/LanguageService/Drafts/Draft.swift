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
    private var hasNewInclusions = false
    /// What names mean above the place where something was read last, where the next keystroke is likely to be.
    private var remembered = (index: 0, names: NamesAbove())

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
        hasNewInclusions = true
    }

    /// Reads what has changed since the last time.
    package mutating func read() {
        let (old, new) = resplit()
        if hasNewInclusions || old.lowerBound < remembered.index { remembered = (0, NamesAbove()) }
        var names = namesAbove(old.lowerBound)
        remembered = (old.lowerBound, names)
        let shift = bytes.count - unchanged.count
        var gone = Dictionary(uniqueKeysWithValues: pieces[old].map { ($0.range.lower, $0) })
        var hasOtherNames = hasNewInclusions
        var read: [Piece] = []
        for range in new {
            if let was = place(ofUnchanged: range, shift), var known = gone[was.lower], known.range == was,
                names.isAsBefore(known.content)
            {
                gone[was.lower] = nil
                known.range = range
                names.pass(known, inclusions, inclusionReadings)
                read.append(known)
            } else {
                read.append(piece(range, &names))
                hasOtherNames = hasOtherNames || read[read.count - 1].content.isNaming
            }
        }
        hasOtherNames = hasOtherNames || gone.values.contains(where: \.content.isNaming)
        pieces.replaceSubrange(old, with: read)
        for index in (old.lowerBound + read.count)..<pieces.count where shift != 0 {
            pieces[index].range = pieces[index].range.shifted(by: shift)
        }
        // Below, all is as it was, unless names mean something else now.
        if hasOtherNames { settle(from: hasNewInclusions ? 0 : old.lowerBound + read.count) }
        unchanged = (bytes.count, bytes.count, bytes.count)
        // What was read before the inclusions changed is no more what stands above.
        if hasNewInclusions { remembered = (0, NamesAbove()) }
        hasNewInclusions = false
    }

    /// What every `$name` stands for above a piece; without one, at the end.
    package func definitions(above index: Int? = nil) -> [String: Statement.Definition.Value] {
        namesAbove(index ?? pieces.count).definitions
    }
}

// MARK: - Where statements begin and end

extension Draft {
    /// Where bytes that have not changed stood when the draft was last read; nil where some of them have changed.
    private func place(ofUnchanged range: ByteRange, _ shift: Int) -> ByteRange? {
        if range.upper <= unchanged.start { return range }
        return range.lower >= bytes.count - unchanged.end ? range.shifted(by: -shift) : nil
    }

    /// Finds the pieces that have to be read anew, and where the statements lie that take their place.
    private func resplit() -> (old: Range<Int>, new: [ByteRange]) {
        let isSame = unchanged.start == bytes.count && unchanged.end == bytes.count && unchanged.count == bytes.count
        if isSame { return (pieces.count..<pieces.count, []) }
        let shift = bytes.count - unchanged.count
        // Where a statement ends is told by the one that follows, and seldom by the first word of the next but one.
        let first = max(0, (pieces.firstIndex { $0.range.upper >= unchanged.start } ?? pieces.count) - 2)
        let start = first < pieces.count ? pieces[first].range.lower : pieces.last?.range.upper ?? 0
        var last = max(pieces.lastIndex { $0.range.lower < unchanged.count - unchanged.end } ?? 0, first - 1)
        var reach = 3
        while last + reach < pieces.count {
            let end = pieces[last + reach].range.upper + shift
            let found = statements(start, end)
            // From a place on where a statement ended before and ends now, all is as it was.
            let meeting = pieces[last + 1].range.upper + shift
            if meeting >= start, let index = found.firstIndex(where: { $0.upper == meeting }) {
                return (first..<(last + 2), Array(found[...index]))
            }
            last += reach
            reach *= 2
        }
        return (first..<pieces.count, statements(start, bytes.count))
    }

    /// The pieces of a stretch that begins where a statement has ended.
    private func statements(_ start: Int, _ end: Int) -> [ByteRange] {
        var lower = start
        return Script.statements(in: Array(bytes[start..<end])).map { statement in
            defer { lower = start + statement.upper }
            return ByteRange(lower, start + statement.upper)
        }
    }
}

// MARK: - What names mean

extension Draft {
    /// Reads a piece.
    private mutating func piece(_ range: ByteRange, _ names: inout NamesAbove) -> Piece {
        clock += 1
        let piece = Piece(range: range, content: names.read(bytes[range.indices], reading: clock))
        names.pass(piece, inclusions, inclusionReadings)
        return piece
    }

    /// Reads those pieces anew whose names have got another meaning.
    private mutating func settle(from start: Int) {
        var names = namesAbove(start)
        for index in start..<pieces.count {
            if names.isAsBefore(pieces[index].content) {
                names.pass(pieces[index], inclusions, inclusionReadings)
            } else {
                pieces[index] = piece(pieces[index].range, &names)
            }
        }
    }

    private func namesAbove(_ index: Int) -> NamesAbove {
        let isBelow = remembered.index <= index
        var names = isBelow ? remembered.names : NamesAbove()
        for piece in pieces[(isBelow ? remembered.index : 0)..<index] {
            names.pass(piece, inclusions, inclusionReadings)
        }
        return names
    }
}
