import Text

/// Where the lines of a text begin, kept up to date while it is edited.
struct LineStarts {
    /// The offset of the first byte of each line; the first is 0.
    private(set) var starts: [Int]

    init(_ bytes: [UInt8]) { starts = [0] + bytes.indices.filter { LineTable.endsLine($0, in: bytes) }.map { $0 + 1 } }

    /// Follows an edit: `old` was replaced, and `bytes`, in which the new bytes end at `upper`, is what came of it.
    mutating func follow(_ old: ByteRange, upper: Int, in bytes: [UInt8]) {
        // A carriage return before the edit may have become one half of a line end, or have ceased to be.
        let first = line(at: max(0, old.lower - 1))
        let last = starts[first...].firstIndex { $0 > old.upper } ?? starts.count
        var new: [Int] = []
        for index in starts[first]..<upper where LineTable.endsLine(index, in: bytes) { new.append(index + 1) }
        let shift = upper - old.upper
        if shift != 0 { for index in last..<starts.count { starts[index] += shift } }
        starts.replaceSubrange((first + 1)..<max(first + 1, last), with: new)
    }

    /// The line, from 0, of an offset.
    func line(at offset: Int) -> Int { starts.partitioningIndex { $0 > offset } - 1 }
}
