import Annotator
import Testing

@Suite struct ExtentDecoderTests {
    /// The best score of all sequences of labels that are allowed, tried one by one.
    static func tried(cue: Int, count: Int, _ emissions: [Int32], _ transitions: [Int32]) -> Int32? {
        var best: Int32?
        var labels = [Int](repeating: 0, count: count)
        func pieces(_ label: Int) -> Int {
            labels.indices.count { labels[$0] == label && ($0 == 0 || labels[$0 - 1] != label) }
        }
        func visit(_ unit: Int, _ score: Int32) {
            guard unit < count else {
                if pieces(1) == 1, (1...3).contains(pieces(2)), best.map({ score > $0 }) ?? true { best = score }
                return
            }
            for label in 0..<3 where unit != cue || label == 0 {
                labels[unit] = label
                let before = unit > 0 ? labels[unit - 1] : 0
                visit(unit + 1, score + emissions[unit * 3 + label] + transitions[unit * 9 + before * 3 + label])
            }
        }
        visit(0, 0)
        return best
    }

    @Test(arguments: 1...6)
    func theBestLabelsAreFound(count: Int) {
        var state = UInt64(count)
        func scores(_ count: Int) -> [Int32] {
            (0..<count).map { _ in
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                return Int32(state >> 33 & 63) - 32
            }
        }
        for round in 0..<20 {
            let cue = round % count
            let (emissions, transitions) = (scores(count * 3), scores(count * 9))
            let found = ExtentDecoder.best(cue: cue, count: count, emissions: emissions, transitions: transitions)
            #expect(found?.score == Self.tried(cue: cue, count: count, emissions, transitions))
            guard let found else { continue }
            var score: Int32 = 0
            for (unit, label) in found.labels.enumerated() {
                let before = unit > 0 ? Int(found.labels[unit - 1].rawValue) : 0
                score +=
                    emissions[unit * 3 + Int(label.rawValue)] + transitions[unit * 9 + before * 3 + Int(label.rawValue)]
            }
            #expect(score == found.score)
            #expect(found.labels[cue] == .other)
        }
    }

    @Test func nothingIsFoundWhereThereIsNoRoom() {
        #expect(
            ExtentDecoder.best(
                cue: 0, count: 2, emissions: [0, 0, 0, 0, 0, 0], transitions: [Int32](repeating: 0, count: 18)) == nil)
    }
}
