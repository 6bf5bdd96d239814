/// The difference of two sequences, by their longest common subsequence.
package enum WordDiff {
    /// The most cells of the table; longer sequences are compared without their common ends only, as one replacement.
    private static let limit = 4_000_000

    /// One step from the old to the new sequence.
    package enum Step: Hashable, Sendable {
        case kept(old: Int, new: Int)
        case dropped(old: Int)
        case added(new: Int)
    }

    /// The steps from `old` to `new`; what is dropped comes before what is added in its place.
    package static func steps<T: Equatable>(_ old: [T], _ new: [T]) -> [Step] {
        var start = 0
        while start < old.count, start < new.count, old[start] == new[start] { start += 1 }
        var end = 0
        while end < old.count - start, end < new.count - start, old[old.count - 1 - end] == new[new.count - 1 - end] {
            end += 1
        }
        let middle = middle(old, new, start..<(old.count - end), start..<(new.count - end))
        return (0..<start).map { .kept(old: $0, new: $0) } + middle
            + (0..<end).map { .kept(old: old.count - end + $0, new: new.count - end + $0) }
    }

    private static func middle<T: Equatable>(_ old: [T], _ new: [T], _ a: Range<Int>, _ b: Range<Int>) -> [Step] {
        guard a.count * b.count <= limit else { return a.map { .dropped(old: $0) } + b.map { .added(new: $0) } }
        let width = b.count + 1
        var lengths = [Int32](repeating: 0, count: (a.count + 1) * width)
        for i in stride(from: a.count - 1, through: 0, by: -1) {
            for j in stride(from: b.count - 1, through: 0, by: -1) {
                lengths[i * width + j] =
                    old[a.lowerBound + i] == new[b.lowerBound + j]
                    ? lengths[(i + 1) * width + j + 1] + 1
                    : max(lengths[(i + 1) * width + j], lengths[i * width + j + 1])
            }
        }
        var steps: [Step] = []
        var i = 0
        var j = 0
        while i < a.count || j < b.count {
            if i < a.count, j < b.count, old[a.lowerBound + i] == new[b.lowerBound + j] {
                steps.append(.kept(old: a.lowerBound + i, new: b.lowerBound + j))
                i += 1
                j += 1
            } else if j == b.count || i < a.count && lengths[(i + 1) * width + j] >= lengths[i * width + j + 1] {
                steps.append(.dropped(old: a.lowerBound + i))
                i += 1
            } else {
                steps.append(.added(new: b.lowerBound + j))
                j += 1
            }
        }
        return steps
    }
}

extension Answer.Change.Piece {
    /// The pieces by which one text becomes another, word by word; what is replaced is dropped first, then added.
    static func pieces(from old: String, to new: String) -> [Answer.Change.Piece] {
        let oldWords = old.split(whereSeparator: \.isWhitespace).map(String.init)
        let newWords = new.split(whereSeparator: \.isWhitespace).map(String.init)
        var pieces: [Answer.Change.Piece] = []
        var dropped: [String] = []
        var added: [String] = []
        var kept: [String] = []
        func flushChange() {
            if !dropped.isEmpty { pieces.append(.dropped(dropped.joined(separator: " "))) }
            if !added.isEmpty { pieces.append(.added(added.joined(separator: " "))) }
            dropped = []
            added = []
        }
        func flushKept() {
            if !kept.isEmpty { pieces.append(.kept(kept.joined(separator: " "))) }
            kept = []
        }
        for step in WordDiff.steps(oldWords, newWords) {
            switch step {
            case .kept(_, let index):
                flushChange()
                kept.append(newWords[index])
            case .dropped(let index):
                flushKept()
                dropped.append(oldWords[index])
            case .added(let index):
                flushKept()
                added.append(newWords[index])
            }
        }
        flushKept()
        flushChange()
        return pieces
    }
}
