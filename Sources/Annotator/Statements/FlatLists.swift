/// Lists of numbers, one after the other in one array.
struct FlatLists<Element> {
    private(set) var values: [Element] = []
    private var ends: [Int] = []

    init() {}

    /// - Parameter ends: for each list the place after its last value.
    init(_ values: [Element], ends: [Int]) {
        self.values = values
        self.ends = ends
    }

    var count: Int { ends.count }

    /// The places of a list in `values`.
    func range(_ index: Int) -> Range<Int> { (index == 0 ? 0 : ends[index - 1])..<ends[index] }

    subscript(index: Int) -> ArraySlice<Element> { values[range(index)] }

    /// How many values have been appended to the list that is not yet ended.
    var openCount: Int { values.count - (ends.last ?? 0) }

    mutating func append(_ value: Element) { values.append(value) }

    mutating func append(contentsOf more: some Sequence<Element>) { values.append(contentsOf: more) }

    /// Ends a list; what is appended from now on is the next one.
    mutating func end() { ends.append(values.count) }

    mutating func reserve(_ lists: Int) { ends.reserveCapacity(lists) }

    /// Puts other values in the place of all.
    mutating func map(_ change: (Element) -> Element) {
        for index in values.indices { values[index] = change(values[index]) }
    }

    /// The same lists in another order.
    func inOrder(_ order: [Int32]) -> FlatLists {
        var lists = FlatLists()
        lists.values.reserveCapacity(values.count)
        lists.reserve(order.count)
        for index in order {
            lists.values.append(contentsOf: self[Int(index)])
            lists.end()
        }
        return lists
    }
}
