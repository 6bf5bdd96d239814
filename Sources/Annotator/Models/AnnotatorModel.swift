import CAnnotatorModel

/// What the annotator has learned: tables of weights, and where lines are drawn.
///
/// As bytes it is a header of lines `name: value`, an empty line, and the weights of the tables one after the other.
package struct AnnotatorModel: Sendable {
    /// The first line of every model.
    package static let magic = "whosaid annotator model"
    /// The format of the file and of the features: a model of another one is foreign.
    package static let format = "2"

    /// How many units of a cue's or a decision's score are one logarithm of odds.
    package static let scale = 32.0

    /// Parts of speech.
    package let tagger: WeightTable
    /// Whether a word attributes.
    package let cues: WeightTable
    /// What each unit near a cue is to it.
    package let emissions: WeightTable
    /// What follows what near a cue.
    package let transitions: WeightTable
    /// Whether a cue with its source and its words is an attribution.
    package let decisions: WeightTable
    /// The score below which a word is no cue.
    package let cueFloor: Int32
    /// The score below which a candidate is no attribution.
    package let decisionFloor: Int32
    /// How often what was found with a score is right, by what it was found with; a group without examples has none.
    package let calibrations: [Calibration.Group: Calibration]
    /// How the model was made: corpora, licences, seed.
    package let origin: [String]

    /// A model of tables that were trained together.
    package init(
        tagger: WeightTable, cues: WeightTable, emissions: WeightTable, transitions: WeightTable,
        decisions: WeightTable, cueFloor: Int32, decisionFloor: Int32,
        calibrations: [Calibration.Group: Calibration] = [:], origin: [String]
    ) {
        self.tagger = tagger
        self.cues = cues
        self.emissions = emissions
        self.transitions = transitions
        self.decisions = decisions
        self.cueFloor = cueFloor
        self.decisionFloor = decisionFloor
        self.calibrations = calibrations
        self.origin = origin
    }

    /// The model that the program is built with; nil only where it was built with a damaged one.
    package static let shipped: AnnotatorModel? = {
        var count = 0
        let start = whosaid_annotator_model(&count)
        return try? AnnotatorModel(bytes: Array(UnsafeBufferPointer(start: start, count: count)))
    }()

    /// The names of the tables with the number of their columns, in the order of the bytes.
    private static let shapes: [(name: String, width: Int)] = [
        ("tagger", Tagger.width), ("cues", 1), ("emissions", ExtentLabel.count),
        ("transitions", ExtentLabel.count * ExtentLabel.count), ("decisions", 1),
    ]

    /// Reads a model.
    package init(bytes: [UInt8]) throws(ModelProblem) {
        var lines: [String] = []
        var rest = bytes[...]
        // No header is longer; whatever has no empty line by then is something else.
        while lines.count < 40, let end = rest.prefix(8000).firstIndex(of: UInt8(ascii: "\n")) {
            let line = String(decoding: rest[..<end], as: UTF8.self)
            rest = rest[rest.index(after: end)...]
            if line.isEmpty { break }
            lines.append(line)
            if lines.count == 1, line != AnnotatorModel.magic { throw .notAModel }
        }
        guard !lines.isEmpty else { throw .notAModel }
        func value(_ name: String) throws(ModelProblem) -> String {
            guard let line = lines.first(where: { $0.hasPrefix(name + ": ") }) else { throw .badHeader(line: name) }
            return String(line.dropFirst(name.count + 2))
        }
        func number(_ name: String) throws(ModelProblem) -> Int32 {
            guard let number = Int32(try value(name)) else { throw .badHeader(line: name) }
            return number
        }
        let format = try value("format")
        guard format == AnnotatorModel.format else { throw .otherFormat(found: format) }
        var bits: [Int] = []
        for shape in AnnotatorModel.shapes {
            let power = Int(try number("\(shape.name) rows"))
            guard (1...24).contains(power) else { throw .badHeader(line: "\(shape.name) rows") }
            bits.append(power)
        }
        let announced = zip(AnnotatorModel.shapes, bits).reduce(0) { $0 + $1.0.width << $1.1 }
        guard rest.count == announced else { throw .wrongLength(found: rest.count, announced: announced) }
        let told = lines.filter { !$0.hasPrefix("checksum: ") }
        guard AnnotatorModel.checksum(told, rest) == (try value("checksum")) else { throw .damaged }
        var calibrations: [Calibration.Group: Calibration] = [:]
        for group in Calibration.Group.allCases {
            let name = "\(group.rawValue) confidence"
            guard let line = try? value(name) else { continue }
            guard let calibration = Calibration(line) else { throw .badHeader(line: name) }
            calibrations[group] = calibration
        }
        var tables: [WeightTable] = []
        for (shape, bits) in zip(AnnotatorModel.shapes, bits) {
            let weights = rest.prefix(shape.width << bits).map { Int8(bitPattern: $0) }
            rest = rest.dropFirst(weights.count)
            guard let table = WeightTable(width: shape.width, bits: bits, weights: weights) else {
                throw .badHeader(line: "\(shape.name) rows")
            }
            tables.append(table)
        }
        self.init(
            tagger: tables[0], cues: tables[1], emissions: tables[2], transitions: tables[3], decisions: tables[4],
            cueFloor: try number("cue floor"), decisionFloor: try number("decision floor"),
            calibrations: calibrations,
            origin: lines.filter { $0.hasPrefix("corpora: ") || $0.hasPrefix("licences: ") || $0.hasPrefix("seed: ") })
    }

    /// A number that changes with any line of the header, itself left out, and with any weight.
    private static func checksum(_ header: [String], _ weights: ArraySlice<UInt8>) -> String {
        let lines = FeatureHash.key(header.joined(separator: "\n").utf8)
        return String(FeatureHash.key(weights) ^ lines &* 31, radix: 16)
    }

    /// The model as bytes: what `init(bytes:)` reads.
    package var bytes: [UInt8] {
        let tables = [tagger, cues, emissions, transitions, decisions]
        let weights = tables.flatMap { $0.bytes }
        var header = [AnnotatorModel.magic, "format: \(AnnotatorModel.format)"] + origin
        for (shape, table) in zip(AnnotatorModel.shapes, tables) { header.append("\(shape.name) rows: \(table.bits)") }
        header += ["cue floor: \(cueFloor)", "decision floor: \(decisionFloor)"]
        for group in Calibration.Group.allCases {
            if let calibration = calibrations[group] { header.append("\(group.rawValue) confidence: \(calibration)") }
        }
        header.append("checksum: \(AnnotatorModel.checksum(header, weights[...]))")
        return Array((header.joined(separator: "\n") + "\n\n").utf8) + weights
    }
}
