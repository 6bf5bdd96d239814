/// The scores of a window's units by the tables of a model.
package enum ExtentScores {
    /// The best labels of a window, how good they are, and by how much they are better than the best ones with another source.
    package static func labels(
        _ window: ExtentWindow, in text: TaggedDocument, emissions: WeightTable, transitions: WeightTable
    ) -> (labels: [ExtentLabel], score: Int32, margin: Int32)? {
        let features = ExtentFeatures(window, in: text)
        var emitted: [Int32] = []
        var stepped: [Int32] = []
        var rows: [UInt32] = []
        var labels = [Int32](repeating: 0, count: emissions.width)
        var pairs = [Int32](repeating: 0, count: transitions.width)
        for unit in window.units.indices {
            features.emissions(unit, into: &rows)
            for column in labels.indices { labels[column] = 0 }
            emissions.add(rows, to: &labels)
            emitted += labels
            features.transitions(unit, into: &rows)
            for column in pairs.indices { pairs[column] = 0 }
            transitions.add(rows, to: &pairs)
            stepped += pairs
        }
        func best() -> (labels: [ExtentLabel], score: Int32)? {
            ExtentDecoder.best(
                cue: window.cue, count: window.units.count, emissions: emitted, transitions: stepped)
        }
        guard let first = best() else { return nil }
        for unit in first.labels.indices where first.labels[unit] == .source {
            emitted[unit * emissions.width + Int(ExtentLabel.source.rawValue)] -= ExtentScores.widestMargin
        }
        let second = best()?.score ?? .min / 2
        return (first.labels, first.score, min(ExtentScores.widestMargin, first.score - second))
    }

    /// What stands for all margins that are wider: more says nothing more.
    private static let widestMargin: Int32 = 2000
}
