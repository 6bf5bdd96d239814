/// The rows of quotes by their numbers in the archive.
struct RowsByID: Sendable {
    private let first: Int
    private var dense: [Int32] = []
    private var sparse: [Int32: Int32] = [:]

    init(_ ids: [Int32]) {
        let (low, high) = (Int(ids.min() ?? 0), Int(ids.max() ?? 0))
        first = low
        if high - low < 8 * ids.count + 65_536 {
            dense = Array(repeating: -1, count: high - low + 1)
            for (row, id) in ids.enumerated() { dense[Int(id) - low] = Int32(row) }
        } else {
            for (row, id) in ids.enumerated() { sparse[id] = Int32(row) }
        }
    }

    /// The rows in the order of their quotes' numbers, -1 where there is no quote; nil where the numbers are too far apart.
    var inOrder: [Int32]? { dense.isEmpty ? nil : dense }

    subscript(id: Int64) -> Int? {
        guard let id = Int32(exactly: id) else { return nil }
        if dense.isEmpty { return sparse[id].map(Int.init) }
        let index = Int(id) - first
        guard dense.indices.contains(index), dense[index] >= 0 else { return nil }
        return Int(dense[index])
    }
}
