/// How often what was found with a score is right: lines between a few points, in whole numbers.
package struct Calibration: Hashable, Sendable {
    /// A score, and how many of a thousand quotes with it are right.
    package struct Point: Hashable, Sendable {
        package let score: Int32
        package let perMille: Int32

        package init(score: Int32, perMille: Int32) {
            self.score = score
            self.perMille = perMille
        }
    }

    /// What is calibrated on its own, because the same score means something else.
    package enum Group: String, CaseIterable, Sendable {
        /// Decided by what was learned, and wholly, nowhere or partly between quotation marks.
        case direct, indirect, mixed
        /// A quotation that no cue attributes: the quote before goes on, or the sentence before names who speaks.
        case uncued
        /// A quotation that a signature below it attributes.
        case signed
        /// Attributed by the rules' cue alone.
        case ruled
        /// The source of right words: the same by the rules and by what was learned, else by one of them.
        case agreedSource = "agreed source"
        case doubtfulSource = "doubtful source"
        /// The source of right words that the rules alone attribute.
        case ruledSource = "ruled source"
    }

    /// What a confidence follows from.
    package struct Evidence: Sendable {
        package let group: Group
        /// Of the learned groups, the score of the decision; of learned sources, their margin; of the others, the rules' own estimate in
        /// thousandths.
        package let score: Int32
    }

    /// What the confidences in a quote and, if its words are right, in its source follow from.
    package struct Grounds: Sendable {
        package let quote: Evidence
        package let source: Evidence
    }

    /// The most points that a line may have.
    static let mostPoints = 64

    /// In ascending order of the scores; the shares never fall.
    package let points: [Point]

    /// A line through some points; nil unless there are a few of them, in order, with shares from 0 to 1000 that never fall.
    package init?(_ points: [Point]) {
        guard (1...Calibration.mostPoints).contains(points.count),
            points.allSatisfy({ (0...1000).contains($0.perMille) }),
            zip(points, points.dropFirst()).allSatisfy({ $0.score < $1.score && $0.perMille <= $1.perMille })
        else { return nil }
        self.points = points
    }

    /// Reads what `description` writes.
    init?(_ text: String) {
        var points: [Point] = []
        for part in text.split(separator: " ").prefix(Calibration.mostPoints + 1) {
            let sides = part.split(separator: "=")
            guard sides.count == 2, let score = Int32(sides[0]), let perMille = Int32(sides[1]) else { return nil }
            points.append(Point(score: score, perMille: perMille))
        }
        self.init(points)
    }

    /// The share of right ones among what was found with a score, 0...1, in hundredths: more digits would promise too much.
    package func probability(_ score: Int32) -> Double {
        let next = points.firstIndex { $0.score >= score } ?? points.count
        guard next < points.count else { return Calibration.hundredths(Int64(points[points.count - 1].perMille)) }
        guard next > 0, points[next].score > score else { return Calibration.hundredths(Int64(points[next].perMille)) }
        let (before, after) = (points[next - 1], points[next])
        let rise = Int64(after.perMille - before.perMille) * (Int64(score) - Int64(before.score))
        return Calibration.hundredths(
            Int64(before.perMille) + rise / (Int64(after.score) - Int64(before.score)))
    }

    private static func hundredths(_ perMille: Int64) -> Double { Double((perMille + 5) / 10) / 100 }
}

extension Calibration: CustomStringConvertible {
    /// `-24=310 0=520 64=900`.
    package var description: String { points.map { "\($0.score)=\($0.perMille)" }.joined(separator: " ") }
}
