import Annotator

/// Trains the choice of a cue's source and words: a conditional random field over whole windows.
struct ExtentTraining {
    /// A window with its features and what people marked.
    struct Example {
        var cue: Int
        var count: Int
        var emissions: [[UInt32]]
        var transitions: [[UInt32]]
        var labels: [ExtentLabel]
    }

    private static let scale: Float = 48
    private static let rate: Float = 0.02
    private static let passes = 6
    private static let width = ExtentLabel.count
    private static let pairs = ExtentLabel.count * ExtentLabel.count
    private var emissions: RealWeights
    private var transitions: RealWeights

    private init(bits: Int) {
        emissions = RealWeights(width: ExtentTraining.width, bits: bits)
        transitions = RealWeights(width: ExtentTraining.pairs, bits: bits)
    }

    /// The example of a gold attribution; nil where its source or words are outside of the window.
    static func example(_ gold: LabArticle.GoldAttribution, in text: TaggedDocument) -> Example? {
        let window = ExtentWindow(around: gold.cue, in: text.document)
        let labels = window.units.map { unit -> ExtentLabel in
            let content = unit.tokens.count(where: gold.content.contains)
            if content * 2 > unit.tokens.count { return .content }
            return unit.tokens.count(where: gold.source.contains) * 2 > unit.tokens.count ? .source : .other
        }
        guard labels.contains(.content), labels.contains(.source), labels[window.cue] == .other,
            isAllowed(labels)
        else { return nil }
        let features = ExtentFeatures(window, in: text)
        var example = Example(
            cue: window.cue, count: window.units.count, emissions: [], transitions: [], labels: labels)
        var rows: [UInt32] = []
        for unit in window.units.indices {
            features.emissions(unit, into: &rows)
            example.emissions.append(rows)
            features.transitions(unit, into: &rows)
            example.transitions.append(rows)
        }
        return example
    }

    /// Whether labels have one source and at most three pieces of words.
    private static func isAllowed(_ labels: [ExtentLabel]) -> Bool {
        func pieces(_ label: ExtentLabel) -> Int {
            labels.indices.count { labels[$0] == label && ($0 == 0 || labels[$0 - 1] != label) }
        }
        return pieces(.source) == 1 && pieces(.content) <= 3
    }

    /// The tables of emissions and transitions that label the windows of articles best.
    static func tables(_ articles: [LabArticle], bits: Int, seed: UInt64) -> (
        emissions: WeightTable, transitions: WeightTable
    ) {
        let examples = articles.flatMap { article in
            article.gold.compactMap { example($0, in: article.text) }
        }
        var training = ExtentTraining(bits: bits)
        for pass in 0..<passes {
            for index in Shuffle.order(examples.count, seed: seed &+ UInt64(pass)) {
                training.step(examples[index])
                if pass > 0 {
                    training.emissions.advance()
                    training.transitions.advance()
                }
            }
        }
        return (training.emissions.table(scale: scale), training.transitions.table(scale: scale))
    }

    /// One step towards an example: what people marked minus what the model expects.
    private mutating func step(_ example: Example) {
        let width = ExtentTraining.width
        let pairs = ExtentTraining.pairs
        var emitted = [Float](repeating: 0, count: example.count * width)
        var stepped = [Float](repeating: 0, count: example.count * pairs)
        for unit in 0..<example.count {
            emissions.add(example.emissions[unit], to: &emitted, at: unit * width)
            transitions.add(example.transitions[unit], to: &stepped, at: unit * pairs)
        }
        guard var gradient = ExtentTraining.expectations(example, emitted, stepped) else { return }
        for unit in 0..<example.count {
            let label = Int(example.labels[unit].rawValue)
            let before = unit > 0 ? Int(example.labels[unit - 1].rawValue) : 0
            for pair in 0..<pairs { gradient[unit * pairs + pair] *= -1 }
            gradient[unit * pairs + before * width + label] += 1
            var own = [Float](repeating: 0, count: width)
            for pair in 0..<pairs { own[pair % width] += gradient[unit * pairs + pair] }
            emissions.step(example.emissions[unit], own[...], rate: ExtentTraining.rate)
            transitions.step(
                example.transitions[unit], gradient[(unit * pairs)..<((unit + 1) * pairs)], rate: ExtentTraining.rate)
        }
    }

    /// How probable each pair of labels is at each unit, by the forward and backward sums, which are kept near 1.
    private static func expectations(_ example: Example, _ emitted: [Float], _ stepped: [Float]) -> [Float]? {
        let states = ExtentStates.count
        let count = example.count
        // For each unit and pair, the factor of its scores; the largest of a unit is 1.
        var factors = [Float](repeating: 0, count: count * pairs)
        for unit in 0..<count {
            var largest = -Float.infinity
            for pair in 0..<pairs {
                let score = emitted[unit * width + pair % width] + stepped[unit * pairs + pair]
                factors[unit * pairs + pair] = score
                largest = max(largest, score)
            }
            for pair in 0..<pairs {
                factors[unit * pairs + pair] = RealWeights.exponential(factors[unit * pairs + pair] - largest)
            }
        }
        var forward = [Float](repeating: 0, count: (count + 1) * states)
        forward[ExtentStates.start] = 1
        for unit in 0..<count {
            var sum: Float = 0
            for step in unit == example.cue ? ExtentStates.stepsOntoCue : ExtentStates.steps {
                let value = forward[unit * states + step.from] * factors[unit * pairs + step.pair]
                forward[(unit + 1) * states + step.to] += value
                sum += value
            }
            guard sum > 0 else { return nil }
            for state in 0..<states { forward[(unit + 1) * states + state] /= sum }
        }
        var backward = [Float](repeating: 0, count: states)
        for end in ExtentStates.ends { backward[end] = 1 }
        var expected = [Float](repeating: 0, count: count * pairs)
        for unit in stride(from: count - 1, through: 0, by: -1) {
            var before = [Float](repeating: 0, count: states)
            var total: Float = 0
            for step in unit == example.cue ? ExtentStates.stepsOntoCue : ExtentStates.steps {
                let onward = factors[unit * pairs + step.pair] * backward[step.to]
                before[step.from] += onward
                let value = forward[unit * states + step.from] * onward
                expected[unit * pairs + step.pair] += value
                total += value
            }
            guard total > 0 else { return nil }
            for pair in 0..<pairs { expected[unit * pairs + pair] /= total }
            var sum: Float = 0
            for state in 0..<states { sum += before[state] }
            for state in 0..<states { before[state] /= sum }
            backward = before
        }
        return expected
    }
}
