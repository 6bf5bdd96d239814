/// How far two spellings are from each other.
package enum EditDistance {
    /// The number of elements (bytes, letters) to be put in, left out, changed, or swapped with a neighbour; `limit + 1` where it is more
    /// than `limit`.
    package static func between<Element: Equatable>(_ a: [Element], _ b: [Element], limit: Int) -> Int {
        guard abs(a.count - b.count) <= limit else { return limit + 1 }
        var beforeLast: [Int] = []
        var last = Array(0...b.count)
        for i in a.indices {
            var row = [i + 1]
            for j in b.indices {
                var cost = min(last[j + 1] + 1, row[j] + 1, last[j] + (a[i] == b[j] ? 0 : 1))
                if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { cost = min(cost, beforeLast[j - 1] + 1) }
                row.append(cost)
            }
            if row.min() ?? 0 > limit { return limit + 1 }
            beforeLast = last
            last = row
        }
        return min(last[b.count], limit + 1)
    }
}
