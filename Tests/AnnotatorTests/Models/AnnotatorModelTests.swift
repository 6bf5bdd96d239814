import Annotator
import Testing

@Suite struct AnnotatorModelTests {
    /// A model whose tables are as small as they may be, with weights that are all different from 0 somewhere.
    static func small() throws -> AnnotatorModel {
        func table(_ width: Int) throws -> WeightTable {
            try #require(WeightTable(width: width, bits: 1, weights: (0..<(2 * width)).map { Int8($0 - width) }))
        }
        let points = [(-20, 125), (10, 625)].map { Calibration.Point(score: $0.0, perMille: $0.1) }
        return try AnnotatorModel(
            tagger: table(Tagger.width), cues: table(1), emissions: table(3), transitions: table(9),
            decisions: table(1), cueFloor: -3, decisionFloor: 4,
            calibrations: [.mixed: #require(Calibration(points))],
            origin: ["corpora: none", "licences: none", "seed: 1"])
    }

    static func problem(_ bytes: [UInt8]) -> ModelProblem? {
        do {
            _ = try AnnotatorModel(bytes: bytes)
            return nil
        } catch { return error }
    }

    @Test func theProgramIsBuiltWithAModel() { #expect(AnnotatorModel.shipped != nil) }

    @Test func theShippedModelSaysWhereItComesFrom() throws {
        let model = try #require(AnnotatorModel.shipped)
        for name in ["corpora: ", "licences: ", "seed: "] { #expect(model.origin.contains { $0.hasPrefix(name) }) }
    }

    @Test func whatIsWrittenIsRead() throws {
        let bytes = try Self.small().bytes
        let model = try AnnotatorModel(bytes: bytes)
        #expect(model.bytes == bytes)
        #expect(model.calibrations.mapValues(\.description) == [.mixed: "-20=125 10=625"])
    }

    @Test func whatIsNoModelIsToldApart() throws {
        let bytes = try Self.small().bytes
        #expect(Self.problem([]) == .notAModel)
        #expect(Self.problem(Array("hello\n\n".utf8)) == .notAModel)
        #expect(Self.problem([UInt8](repeating: 0, count: 10_000)) == .notAModel)
        #expect(Self.problem(Array(bytes.dropLast())) == .wrongLength(found: 79, announced: 80))
        #expect(Self.problem(bytes + [0]) == .wrongLength(found: 81, announced: 80))
        var changed = bytes
        changed[changed.count - 1] ^= 1
        #expect(Self.problem(changed) == .damaged)
        func changing(_ part: String, to other: String) -> [UInt8] {
            // The weights are no text: only the header is read as one.
            let header = String(decoding: bytes.dropLast(80), as: UTF8.self).replacing(part, with: other)
            return Array(header.utf8) + bytes.suffix(80)
        }
        #expect(Self.problem(changing("-20=125", to: "-20=126")) == .damaged)
        #expect(Self.problem(changing("seed: 1", to: "seed: 2")) == .damaged)
        let other = String(decoding: bytes, as: UTF8.self).replacing("format: 2", with: "format: 77")
        #expect(Self.problem(Array(other.utf8)) == .otherFormat(found: "77"))
    }

    /// A file that was cut anywhere is an error, and never a crash.
    @Test func everyPrefixIsRefused() throws {
        let bytes = try Self.small().bytes
        for length in 0..<bytes.count { #expect(Self.problem(Array(bytes[..<length])) != nil) }
    }

    @Test func problemsSayWhatToDo() {
        #expect(
            ModelProblem.otherFormat(found: "7").description
                == "this model has format 7, and this program reads format 2: train it anew")
        #expect(
            ModelProblem.wrongLength(found: 5, announced: 9).description
                == "the model has 5 bytes of weights instead of 9: it was cut short or is two files in one")
    }

    @Test func aTableHasAsManyWeightsAsItsShapeAsksFor() {
        #expect(WeightTable(width: 3, bits: 2, weights: [Int8](repeating: 0, count: 12)) != nil)
        #expect(WeightTable(width: 3, bits: 2, weights: [Int8](repeating: 0, count: 11)) == nil)
        #expect(WeightTable(width: 0, bits: 2, weights: []) == nil)
        #expect(WeightTable(width: 33, bits: 0, weights: []) == nil)
    }

    /// Each width is read by a vector of its own.
    @Test(arguments: [1, 2, 3, 4, 9, 16, 17, 26, 32])
    func rowsAreSummed(width: Int) throws {
        let weights = (0..<(4 * width)).map { Int8(truncatingIfNeeded: $0 * 7 - 50) }
        let table = try #require(WeightTable(width: width, bits: 2, weights: weights))
        let rows: [UInt32] = [0, 3, 3, 6, 0xFFFF_FFFD]
        var scores = [Int32](repeating: 5, count: width)
        table.add(rows, to: &scores)
        for column in 0..<width {
            let expected = rows.reduce(Int32(5)) { $0 + Int32(weights[Int($1 & 3) * width + column]) }
            #expect(scores[column] == expected)
        }
    }
}
