/// The places of a list by the group that each belongs to, all in one stretch.
///
///     GroupedNumbers([1, 0, 1], groups: 2)[1]   // 0, 2
@usableFromInline package struct GroupedNumbers: Sendable {
    @usableFromInline let places: [Int32]
    /// Where each group ends.
    @usableFromInline let ends: [Int32]

    /// - Parameters:
    ///   - list: the group of each place, counted from 0.
    ///   - groups: how many groups there are.
    @inlinable package init(_ list: some Collection<Int>, groups: Int) {
        var ends = [Int32](repeating: 0, count: groups)
        for group in list { ends[group] += 1 }
        var sum: Int32 = 0
        for group in 0..<groups {
            sum += ends[group]
            ends[group] = sum - ends[group]
        }
        var places = [Int32](repeating: 0, count: list.count)
        for (place, group) in list.enumerated() {
            places[Int(ends[group])] = Int32(place)
            ends[group] += 1
        }
        self.places = places
        self.ends = ends
    }

    /// The places of a group, ascending.
    @inlinable package subscript(group: Int) -> ArraySlice<Int32> {
        places[(group == 0 ? 0 : Int(ends[group - 1]))..<Int(ends[group])]
    }
}
