/// Finds the best labels of a window's units.
package enum ExtentDecoder {
    /// The labels with the highest score.
    /// - Parameters:
    ///   - cue: the unit of the cue.
    ///   - count: the number of units.
    ///   - emissions: for each unit a score for each label.
    ///   - transitions: for each unit a score for each pair of the label before and its own.
    /// - Returns: the labels and their score; nil where the window is too small to hold a source and words.
    package static func best(cue: Int, count: Int, emissions: [Int32], transitions: [Int32])
        -> (labels: [ExtentLabel], score: Int32)?
    {
        let lowest = Int32.min / 2
        let width = ExtentLabel.count
        var scores = [Int32](repeating: lowest, count: ExtentStates.count)
        var next = scores
        var back = [UInt8](repeating: 0, count: ExtentStates.count * count)
        scores[ExtentStates.start] = 0
        for unit in 0..<count {
            for state in next.indices { next[state] = lowest }
            for step in unit == cue ? ExtentStates.stepsOntoCue : ExtentStates.steps {
                guard scores[step.from] > lowest else { continue }
                let score =
                    scores[step.from] &+ emissions[unit * width + step.label]
                    &+ transitions[unit * width * width + step.pair]
                if score > next[step.to] {
                    next[step.to] = score
                    back[unit * ExtentStates.count + step.to] = UInt8(step.from)
                }
            }
            swap(&scores, &next)
        }
        var best = ExtentStates.ends[0]
        for end in ExtentStates.ends where scores[end] > scores[best] { best = end }
        guard scores[best] > lowest else { return nil }
        var labels = [ExtentLabel](repeating: .other, count: count)
        var state = best
        for unit in stride(from: count - 1, through: 0, by: -1) {
            labels[unit] = ExtentStates.label(state)
            state = Int(back[unit * ExtentStates.count + state])
        }
        return (labels, scores[best])
    }
}
