/// Some rows of a `QuoteTable`, one bit a row.
///
///     RowSet([1, 3], of: 5).count   // 2
@usableFromInline package struct RowSet: Hashable, Sendable {
    /// The number of rows that there are.
    @usableFromInline package let universe: Int
    @usableFromInline var words: [UInt64]

    /// No row of `universe`.
    @inlinable package init(of universe: Int) {
        self.universe = universe
        words = Array(repeating: 0, count: (universe + 63) / 64)
    }

    /// Some rows of `universe`.
    @inlinable package init(_ rows: some Sequence<Int>, of universe: Int) {
        self.init(of: universe)
        for row in rows { insert(row) }
    }

    /// The rows whose number passes a test.
    @inlinable package init(of universe: Int, where passes: (Int) -> Bool) {
        self.init(of: universe)
        for index in words.indices {
            var word: UInt64 = 0
            let start = index * 64
            for bit in 0..<min(64, universe - start) where passes(start + bit) { word |= 1 << UInt64(bit) }
            words[index] = word
        }
    }

    /// Adds a row.
    @inlinable package mutating func insert(_ row: Int) { words[row >> 6] |= 1 << UInt64(row & 63) }

    /// Takes a row away.
    @inlinable package mutating func remove(_ row: Int) { words[row >> 6] &= ~(1 << UInt64(row & 63)) }

    /// Adds neighbouring rows.
    package mutating func insert(_ rows: Range<Int>) {
        var row = rows.lowerBound
        while row < rows.upperBound {
            let bit = row & 63
            let width = min(64 - bit, rows.upperBound - row)
            let mask: UInt64 = width == 64 ? .max : (1 << UInt64(width)) - 1
            words[row >> 6] |= mask << UInt64(bit)
            row += width
        }
    }

    /// Whether a row is in it.
    @inlinable package func contains(_ row: Int) -> Bool { words[row >> 6] >> UInt64(row & 63) & 1 == 1 }

    /// Whether there is no row in it.
    package var isEmpty: Bool { words.allSatisfy { $0 == 0 } }

    /// The number of its rows.
    package var count: Int { words.reduce(0) { $0 + $1.nonzeroBitCount } }

    /// Adds the rows of another set.
    package mutating func formUnion(_ other: RowSet) { combine(other) { $0 | $1 } }

    /// Keeps the rows that another set has too.
    package mutating func formIntersection(_ other: RowSet) { combine(other) { $0 & $1 } }

    /// Takes away the rows of another set.
    package mutating func subtract(_ other: RowSet) { combine(other) { $0 & ~$1 } }

    /// The rows of either set.
    package func union(_ other: RowSet) -> RowSet { with(self) { $0.formUnion(other) } }

    /// The rows of both sets.
    package func intersection(_ other: RowSet) -> RowSet { with(self) { $0.formIntersection(other) } }

    /// The rows that another set has not.
    package func subtracting(_ other: RowSet) -> RowSet { with(self) { $0.subtract(other) } }

    /// The numbers of the rows, ascending.
    package var rows: [Int32] { rows(in: 0..<universe) }

    /// The numbers of the rows that are in a range, ascending.
    package func rows(in range: Range<Int>) -> [Int32] {
        var rows: [Int32] = []
        if range.isEmpty { return rows }
        if range.count == universe { rows.reserveCapacity(count) }
        let (first, last) = (range.lowerBound >> 6, (range.upperBound - 1) >> 6)
        for index in first...last {
            var rest = words[index]
            if index == first { rest &= .max << UInt64(range.lowerBound & 63) }
            if index == last { rest &= .max >> UInt64(63 - (range.upperBound - 1) & 63) }
            while rest != 0 {
                rows.append(Int32(index * 64 + rest.trailingZeroBitCount))
                rest &= rest - 1
            }
        }
        return rows
    }

    /// The first of the rows, no more than `limit`, ascending.
    package func first(_ limit: Int) -> [Int32] {
        var rows: [Int32] = []
        for (index, word) in words.enumerated() {
            var rest = word
            while rest != 0 {
                if rows.count >= limit { return rows }
                rows.append(Int32(index * 64 + rest.trailingZeroBitCount))
                rest &= rest - 1
            }
        }
        return rows
    }

    /// Calls `body` with each row, ascending, until it throws.
    @inlinable package func forEach(_ body: (Int) throws -> Void) rethrows {
        for index in words.indices {
            var rest = words[index]
            while rest != 0 {
                try body(index * 64 + rest.trailingZeroBitCount)
                rest &= rest - 1
            }
        }
    }

    /// The last row before another one; nil where there is none.
    package func last(before row: Int) -> Int? {
        var index = row >> 6
        if row & 63 != 0 {
            let rest = words[index] & ((1 << UInt64(row & 63)) - 1)
            if rest != 0 { return index * 64 + 63 - rest.leadingZeroBitCount }
        }
        while index > 0 {
            index -= 1
            if words[index] != 0 { return index * 64 + 63 - words[index].leadingZeroBitCount }
        }
        return nil
    }

    /// The rows that pass either of two tests, as two sets.
    @inlinable package func split(_ test: (Int) throws -> (first: Bool, second: Bool)) rethrows -> (
        first: RowSet, second: RowSet
    ) {
        var (first, second) = (RowSet(of: universe), RowSet(of: universe))
        for index in words.indices {
            var rest = words[index]
            var (a, b): (UInt64, UInt64) = (0, 0)
            while rest != 0 {
                let bit = UInt64(rest.trailingZeroBitCount)
                let found = try test(index * 64 + Int(bit))
                if found.first { a |= 1 << bit }
                if found.second { b |= 1 << bit }
                rest &= rest - 1
            }
            first.words[index] = a
            second.words[index] = b
        }
        return (first, second)
    }

    private mutating func combine(_ other: RowSet, _ operation: (UInt64, UInt64) -> UInt64) {
        precondition(universe == other.universe, "sets of rows of two tables")
        for index in words.indices { words[index] = operation(words[index], other.words[index]) }
    }

    private func with(_ set: RowSet, _ change: (inout RowSet) -> Void) -> RowSet {
        var set = set
        change(&set)
        return set
    }
}
