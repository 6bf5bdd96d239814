extension RandomAccessCollection {
    /// The first index at which a condition holds that holds for all elements after it; `endIndex` where it never does. Looks at about log₂ of
    /// `count` elements.
    @inlinable
    package func partitioningIndex(where holds: (Element) throws -> Bool) rethrows -> Index {
        var low = startIndex
        var left = count
        while left > 0 {
            let half = left / 2
            let middle = index(low, offsetBy: half)
            if try holds(self[middle]) {
                left = half
            } else {
                low = index(after: middle)
                left -= half + 1
            }
        }
        return low
    }
}
