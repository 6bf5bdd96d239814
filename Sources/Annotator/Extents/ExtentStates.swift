/// The states through which the labels of a window may run: one source, and words in at most three pieces.
///
/// A state is a label, whether a source was seen, and how many pieces of words were.
package enum ExtentStates {
    private static let mostPieces = 3

    /// The number of states.
    package static let count = ExtentLabel.count * 2 * (mostPieces + 1)

    /// The state before the first unit.
    package static let start = state(0, 0, 0)

    /// The states in which a window may end: a source and words were seen.
    package static let ends: [Int] = (0..<ExtentLabel.count).flatMap { label in
        (1...mostPieces).map { state(label, 1, $0) }
    }

    /// A step from one state to the next.
    package struct Step: Sendable {
        package let from: Int
        package let to: Int
        /// The label of `to`.
        package let label: Int
        /// The column of the pair of labels.
        package let pair: Int
    }

    /// All steps that are allowed.
    package static let steps: [Step] = {
        var steps: [Step] = []
        for before in 0..<ExtentLabel.count {
            for hasSource in 0...1 {
                for pieces in 0...mostPieces {
                    for label in 0..<ExtentLabel.count {
                        let opensSource = label == 1 && before != 1
                        let opensPiece = label == 2 && before != 2
                        guard !(opensSource && hasSource == 1), !(opensPiece && pieces == mostPieces) else { continue }
                        steps.append(
                            Step(
                                from: state(before, hasSource, pieces),
                                to: state(label, opensSource ? 1 : hasSource, pieces + (opensPiece ? 1 : 0)),
                                label: label, pair: before * ExtentLabel.count + label))
                    }
                }
            }
        }
        return steps
    }()

    /// The steps onto the unit of the cue, which is neither source nor words.
    package static let stepsOntoCue = steps.filter { $0.label == 0 }

    /// The label of a state.
    package static func label(_ state: Int) -> ExtentLabel { ExtentLabel.allCases[state / (2 * (mostPieces + 1))] }

    private static func state(_ label: Int, _ hasSource: Int, _ pieces: Int) -> Int {
        (label * 2 + hasSource) * (mostPieces + 1) + pieces
    }
}
