import Testing

@testable import Annotator
@testable import annotator_lab

@Suite struct CalibrationTrainingTests {
    /// So many quotes with each score, of which so many are right.
    static func examples(
        _ group: Calibration.Group, _ blocks: [(score: Int32, count: Int, right: Int)]
    ) -> [CalibrationTraining.Example] {
        blocks.flatMap { block in
            (0..<block.count).map {
                CalibrationTraining.Example(
                    evidence: Calibration.Evidence(group: group, score: block.score), isRight: $0 < block.right)
            }
        }
    }

    @Test func aShareIsThatOfTheExamples() throws {
        let lines = CalibrationTraining.calibrations(Self.examples(.direct, [(-10, 99, 49), (30, 199, 179)]))
        #expect(lines.keys.map(\.self) == [.direct])
        #expect(lines[.direct]?.description == "-10=495 30=897")
    }

    /// A score that is right less often than a lower one is taken together with it.
    @Test func sharesNeverFall() throws {
        let examples = Self.examples(.mixed, [(0, 50, 10), (10, 50, 40), (20, 50, 30), (30, 50, 45)])
        let line = try #require(CalibrationTraining.calibrations(examples)[.mixed])
        #expect(line.points.map(\.score) == [0, 10, 20, 30])
        #expect(line.points[1].perMille == line.points[2].perMille)
        #expect(line.probability(5) > line.probability(0))
    }

    @Test func aFewQuotesMakeNothingCertain() throws {
        let line = try #require(CalibrationTraining.calibrations(Self.examples(.uncued, [(900, 3, 3)]))[.uncued])
        #expect(line.description == "900=875")
    }
}
