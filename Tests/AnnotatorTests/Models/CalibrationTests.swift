import Annotator
import Testing

@Suite struct CalibrationTests {
    static func calibration(_ points: [(Int32, Int32)]) -> Calibration? {
        Calibration(points.map { Calibration.Point(score: $0.0, perMille: $0.1) })
    }

    @Test(
        arguments: [
            (-1000, 0.2), (-10, 0.2), (-9, 0.23), (0, 0.5), (5, 0.5), (10, 0.5), (15, 0.75), (20, 1), (Int32.max, 1),
            (Int32.min, 0.2),
        ] as [(Int32, Double)])
    func sharesLieOnLinesBetweenThePoints(score: Int32, share: Double) throws {
        let line = try #require(Self.calibration([(-10, 200), (0, 500), (10, 500), (20, 1000)]))
        #expect(line.probability(score) == share)
    }

    @Test(
        arguments: [
            [], [(0, -1)], [(0, 1001)], [(0, 500), (0, 600)], [(5, 500), (0, 600)], [(0, 600), (5, 500)],
            (0..<65).map { (Int32($0), 500) },
        ] as [[(Int32, Int32)]])
    func whatIsNoLineIsRefused(points: [(Int32, Int32)]) { #expect(Self.calibration(points) == nil) }

    @Test func theFarthestScoresAreNoTrouble() throws {
        let line = try #require(Self.calibration([(.min, 0), (.max, 1000)]))
        #expect(line.probability(0) == 0.5)
        #expect(line.probability(.min) == 0)
    }
}
