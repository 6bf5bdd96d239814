/// The scores of a window's units by the tables of a model.
package enum ExtentScores {
    /// The best labels of a window, and how good they are.
    package static func labels(
        _ window: ExtentWindow, in text: TaggedDocument, emissions: WeightTable, transitions: WeightTable
    ) -> (labels: [ExtentLabel], score: Int32)? {
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
        return ExtentDecoder.best(
            cue: window.cue, count: window.units.count, emissions: emitted, transitions: stepped)
    }
}
