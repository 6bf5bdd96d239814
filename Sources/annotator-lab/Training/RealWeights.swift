import Annotator

/// Weights in training that take steps against a gradient; each step shrinks by its weight's own history. What is kept are their means
/// over the later steps, which do not depend on the last examples as the weights themselves do.
///
/// Only additions, multiplications, divisions and square roots are done, which every machine does alike.
struct RealWeights {
    let width: Int
    let bits: Int
    private(set) var weights: [Float]
    private var history: [Float]
    /// Each step times the moment at which it was taken.
    private var late: [Double]
    private var moment = 0.0

    init(width: Int, bits: Int) {
        self.width = width
        self.bits = bits
        weights = Array(repeating: 0, count: width << bits)
        history = Array(repeating: 0, count: width << bits)
        late = Array(repeating: 0, count: width << bits)
    }

    /// Adds the rows of some features to the scores of the outcomes.
    func add(_ rows: [UInt32], to scores: inout [Float], at offset: Int = 0) {
        let mask = (1 << bits) - 1
        weights.withUnsafeBufferPointer { weights in
            for row in rows {
                let start = (Int(row) & mask) * width
                for column in 0..<width { scores[offset + column] += weights[start + column] }
            }
        }
    }

    /// Steps along a gradient, which has a number for each outcome.
    mutating func step(_ rows: [UInt32], _ gradient: ArraySlice<Float>, rate: Float) {
        let mask = (1 << bits) - 1
        for row in rows {
            let start = (Int(row) & mask) * width
            for column in 0..<width {
                let index = start + column
                let slope = gradient[gradient.startIndex + column]
                if slope * slope < 1e-12 { continue }
                history[index] += slope * slope
                let change = rate * slope / (history[index].squareRoot() + 0.1)
                weights[index] += change
                late[index] += Double(change) * moment
            }
        }
    }

    /// Goes on to the next example; means are taken from the first call on.
    mutating func advance() { moment += 1 }

    /// e^x for moderate x, by ten squarings.
    static func exponential(_ value: Float) -> Float {
        var power = 1 + max(-40, min(40, value)) / 1024
        for _ in 0..<10 { power *= power }
        return power
    }

    /// The table of the means of the weights as small whole numbers, of which `scale` make one.
    func table(scale: Float) -> WeightTable {
        let small = weights.indices.map { index -> Int8 in
            let mean = weights[index] - Float(late[index] / max(1, moment))
            return Int8(max(-127, min(127, (mean * scale).rounded())))
        }
        guard let table = WeightTable(width: width, bits: bits, weights: small) else {
            preconditionFailure("the tables of the annotator are no wider than it allows")
        }
        return table
    }
}
