/// Rows of small whole weights, one row for each feature and one column for each outcome.
package struct WeightTable: Sendable {
    /// The number of columns.
    package let width: Int
    /// The number of rows as a power of two.
    package let bits: Int
    /// The weights, row by row; each row is filled up to `stride` with zeros. Kept at the width in which they are added.
    private let weights: [Int16]
    /// The length of a row in memory: that of the vector by which it is read.
    private let stride: Int

    /// The most columns that a table may have.
    package static let widest = 32

    /// A table of `weights`, row by row; nil unless there are as many as the shape asks for.
    package init?(width: Int, bits: Int, weights: [Int8]) {
        guard (1...WeightTable.widest).contains(width), (1...24).contains(bits), weights.count == width << bits else {
            return nil
        }
        self.width = width
        self.bits = bits
        stride = width == 1 ? 1 : width <= 4 ? 4 : width <= 16 ? 16 : 32
        var filled = [Int16](repeating: 0, count: stride << bits)
        var index = 0
        for row in 0..<(1 << bits) {
            for column in 0..<width {
                filled[row * stride + column] = Int16(weights[index])
                index += 1
            }
        }
        self.weights = filled
    }

    /// The weights as bytes, row by row.
    var bytes: [UInt8] {
        (0..<(1 << bits)).flatMap { row in
            weights[(row * stride)..<(row * stride + width)].map { UInt8(bitPattern: Int8($0)) }
        }
    }

    /// The sum of the rows of some features in a table of one column.
    package func sum(_ rows: [UInt32]) -> Int32 {
        let mask = 1 << bits - 1
        var sum: Int32 = 0
        for row in rows { sum &+= Int32(weights[Int(row) & mask]) }
        return sum
    }

    /// Writes the sums of the rows of some features to `scores`, which has a number for each column.
    ///
    /// A sum of fewer than 250 rows cannot leave the 16 bits in which it is made.
    package func add(_ rows: [UInt32], to scores: inout [Int32]) {
        let mask = 1 << bits - 1
        weights.withUnsafeBytes { bytes in
            // Every row that is read lies inside: its number is below 2^bits, and rows are as long as the vectors that read them.
            switch stride {
            case 1: scores[0] &+= sum(rows)
            case 4:
                var sum = SIMD4<Int16>()
                for row in rows {
                    sum &+= bytes.loadUnaligned(fromByteOffset: (Int(row) & mask) << 3, as: SIMD4<Int16>.self)
                }
                for column in 0..<width { scores[column] &+= Int32(sum[column]) }
            default:
                for part in Swift.stride(from: 0, to: width, by: 16) {
                    var sum = SIMD16<Int16>()
                    for row in rows {
                        let offset = (Int(row) & mask) * stride + part
                        sum &+= bytes.loadUnaligned(fromByteOffset: offset * 2, as: SIMD16<Int16>.self)
                    }
                    for column in part..<min(part + 16, width) { scores[column] &+= Int32(sum[column - part]) }
                }
            }
        }
    }
}
