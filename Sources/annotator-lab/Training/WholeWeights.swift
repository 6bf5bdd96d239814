import Annotator

/// The weights of an averaged perceptron in training: whole numbers, so that they are the same on every machine.
struct WholeWeights {
    let width: Int
    let bits: Int
    private var weights: [Int32]
    /// Each change times the moment at which it was made.
    private var late: [Int64]
    private var moment: Int64 = 1

    init(width: Int, bits: Int) {
        self.width = width
        self.bits = bits
        weights = Array(repeating: 0, count: width << bits)
        late = Array(repeating: 0, count: width << bits)
    }

    /// Adds the rows of some features to the scores of the outcomes.
    func add(_ rows: some Sequence<UInt32>, to scores: inout [Int32]) {
        let mask = (1 << bits) - 1
        for row in rows {
            let start = (Int(row) & mask) * width
            for column in 0..<width { scores[column] &+= weights[start + column] }
        }
    }

    /// Changes the weights of some features for one outcome.
    mutating func change(_ rows: some Sequence<UInt32>, _ column: Int, by amount: Int32) {
        let mask = (1 << bits) - 1
        for row in rows {
            let index = (Int(row) & mask) * width + column
            weights[index] &+= amount
            late[index] &+= Int64(amount) &* moment
        }
    }

    /// Goes on to the next example.
    mutating func advance() { moment += 1 }

    /// The table of the means of the weights over all moments. All but one of 2000 weights keep their proportions.
    var table: WeightTable {
        let means = weights.indices.map { Int64(weights[$0]) &* moment &- late[$0] }
        let sizes = means.lazy.filter { $0 != 0 }.map(abs).sorted()
        let limit = sizes.isEmpty ? 1 : sizes[sizes.count - 1 - sizes.count / 2000]
        let small = means.map { mean -> Int8 in
            let size = Int8(min(127, (abs(mean) * 127 + limit / 2) / limit))
            return mean < 0 ? -size : size
        }
        guard let table = WeightTable(width: width, bits: bits, weights: small) else {
            preconditionFailure("the tables of the annotator are no wider than it allows")
        }
        return table
    }
}
