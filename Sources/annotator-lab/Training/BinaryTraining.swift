import Annotator

/// Trains a decision with two outcomes: a logistic regression.
enum BinaryTraining {
    /// What is seen, and what is right.
    struct Example {
        var rows: [UInt32]
        var isTrue: Bool
    }

    /// The number of small whole weights that make one: scores divided by it are logarithms of odds.
    static let scale = Float(AnnotatorModel.scale)
    private static let rate: Float = 0.04
    private static let passes = 3

    /// The weights that tell true examples from false ones best.
    static func weights(_ examples: [Example], bits: Int, seed: UInt64) -> RealWeights {
        var weights = RealWeights(width: 1, bits: bits)
        for pass in 0..<passes {
            for index in Shuffle.order(examples.count, seed: seed &+ UInt64(pass)) {
                var score: [Float] = [0]
                weights.add(examples[index].rows, to: &score)
                let error = (examples[index].isTrue ? 1 : 0) - 1 / (1 + RealWeights.exponential(-score[0]))
                weights.step(examples[index].rows, [error], rate: rate)
                if pass > 0 { weights.advance() }
            }
        }
        return weights
    }
}
