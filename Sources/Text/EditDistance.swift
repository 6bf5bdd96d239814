/// How far two spellings are from each other.
package enum EditDistance {
    /// The number of bytes to be put in, left out, changed, or swapped with a neighbour; `limit + 1` where it is more than
    /// `limit`.
    package static func between(_ a: [UInt8], _ b: [UInt8], limit: Int) -> Int { distance(a, b, limit) }

    /// The same for code points.
    package static func between(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar], limit: Int) -> Int {
        distance(a, b, limit)
    }

    /// Generic inside this room alone, where it is compiled for each kind of element.
    private static func distance<Element: Equatable>(_ a: [Element], _ b: [Element], _ limit: Int) -> Int {
        guard abs(a.count - b.count) <= limit else { return limit + 1 }
        var beforeLast = [Int](repeating: 0, count: b.count + 1)
        var last = Array(0...b.count)
        var row = beforeLast
        for i in 0..<a.count {
            row[0] = i + 1
            var least = i + 1
            for j in 0..<b.count {
                var cost = min(last[j + 1] + 1, row[j] + 1, last[j] + (a[i] == b[j] ? 0 : 1))
                if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { cost = min(cost, beforeLast[j - 1] + 1) }
                row[j + 1] = cost
                least = min(least, cost)
            }
            if least > limit { return limit + 1 }
            (beforeLast, last, row) = (last, row, beforeLast)
        }
        return min(last[b.count], limit + 1)
    }
}
