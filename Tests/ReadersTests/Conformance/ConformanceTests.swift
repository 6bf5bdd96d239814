import Articles
import Testing
import Text

@testable import Readers

/// What every reader owes to all others, whatever the format: one table of samples, read whole, cut, damaged and packed.
@Suite struct ConformanceTests {
    @Test func everyFormatHasASample() {
        #expect(Set(Sample.all.map(\.format)) == Set(Format.all.map(\.name)))
        #expect(Set(Format.all.map(\.name)).count == Format.all.count)
    }

    @Test(arguments: Sample.all)
    func aSampleIsToldByItsContentAndWhollyRead(_ sample: Sample) throws {
        let decoded = DecodedText(sample.bytes, declared: Page.declaredEncoding(sample.bytes))
        var material = Material(
            name: "x", file: "x", decoded: decoded, original: sample.bytes, metadata: Metadata())
        material.standoff = sample.annotations
        #expect(Format.of(material).name == sample.format)
        let result = Reading.read(sample.bytes, of: sample.file, metadata: Metadata(), standoff: sample.annotations)
        #expect(!result.problems.contains { $0.severity == .failure }, "\(result.problems)")
        let body = result.articles.flatMap { article in
            article.versions[0].zones.filter { $0.kind == .body }.map { article.source.bytes.words($0.range) }
        }
        #expect(body == sample.paragraphs)
        try ConformanceTests.check(result, of: sample.bytes)
    }

    @Test(arguments: Sample.all)
    func thePackedSampleReadsTheSame(_ sample: Sample) throws {
        let plain = Reading.read(sample.bytes, of: sample.file, metadata: Metadata(), standoff: sample.annotations)
        let packed = Reading.read(
            Gzip.pack(sample.bytes), of: sample.file + ".gz", metadata: Metadata(), standoff: sample.annotations)
        #expect(packed.articles.map(\.source.bytes) == plain.articles.map(\.source.bytes))
        #expect(packed.articles.map(\.versions) == plain.articles.map(\.versions))
        #expect(packed.articles.map(\.metadata) == plain.articles.map(\.metadata))
    }

    @Test(.timeLimit(.minutes(10)), arguments: Sample.all)
    func noPartOfASampleBreaksAnything(_ sample: Sample) throws {
        for count in stride(from: 0, to: sample.bytes.count, by: max(1, sample.bytes.count / 31)) {
            let head = Array(sample.bytes.prefix(count))
            try ConformanceTests.check(
                Reading.read(head, of: sample.file, metadata: Metadata(), standoff: sample.annotations), of: head,
                isWhole: false)
        }
    }

    @Test(.timeLimit(.minutes(10)), arguments: Sample.all)
    func noDamageBreaksAnything(_ sample: Sample) throws {
        var random = Noise(seed: 11)
        for _ in 0..<20 {
            var bytes = sample.bytes
            for _ in 0..<8 {
                let place = Int(random.next() % UInt64(bytes.count))
                switch random.next() % 3 {
                case 0: bytes[place] = UInt8(truncatingIfNeeded: random.next())
                case 1: bytes.remove(at: place)
                default: bytes.insert(contentsOf: Array("<\"&{".utf8).prefix(1 + place % 4), at: place)
                }
            }
            try ConformanceTests.check(
                Reading.read(bytes, of: sample.file, metadata: Metadata(), standoff: sample.annotations), of: bytes,
                isWhole: false)
        }
    }

    @Test(arguments: Sample.all)
    func whatIsEmptyOrMeaninglessIsAProblemWithAReason(_ sample: Sample) {
        for bytes in [[], [0x20, 0x0A], Array(repeating: 0, count: 500), [UInt8](repeating: 0xFF, count: 9)]
            as [[UInt8]]
        {
            let result = Reading.read(bytes, of: sample.file, metadata: Metadata(), standoff: sample.annotations)
            #expect(result.articles.isEmpty || bytes.first == 0xFF)
            for problem in result.problems {
                #expect(problem.message.count > 20 && sample.sources.contains(problem.source))
            }
            if result.articles.isEmpty { #expect(!result.problems.isEmpty) }
        }
    }

    @Test(.timeLimit(.minutes(10)), arguments: Sample.all)
    func aLongFileIsReadInTime(_ sample: Sample) throws {
        var bytes: [UInt8] = []
        while bytes.count < 1 << 19 { bytes += sample.bytes }
        let result = Reading.read(bytes, of: sample.file, metadata: Metadata(), standoff: sample.annotations)
        #expect(!result.articles.isEmpty || !result.problems.isEmpty)
    }

    /// Holds what was read to the promises of `Article` and `Origin`.
    static func check(_ result: Reading.Result, of file: [UInt8], isWhole: Bool = true) throws {
        #expect(!result.articles.isEmpty || !result.problems.isEmpty)
        for problem in result.problems {
            #expect(!problem.message.unicodeScalars.contains { $0.value < 0x20 || $0.value == 0x7F }, "\(problem)")
        }
        for article in result.articles {
            let bytes = article.source.bytes
            #expect(!article.versions.isEmpty)
            for version in article.versions {
                var end = 0
                for zone in version.zones {
                    #expect(
                        end <= zone.range.lower && zone.range.lower < zone.range.upper
                            && zone.range.upper <= bytes.count)
                    #expect(bytes.isCharacterBoundary(zone.range.lower) && bytes.isCharacterBoundary(zone.range.upper))
                    end = zone.range.upper
                    if let origin = article.source.origin { checkPlaces(zone, bytes, origin, file, isWhole) }
                }
            }
        }
    }

    /// Every word of a zone stands in the file at the place to which the origin leads.
    private static func checkPlaces(_ zone: Zone, _ bytes: [UInt8], _ origin: Origin, _ file: [UInt8], _ isWhole: Bool)
    {
        for word in bytes[zone.range.indices].split(whereSeparator: { $0 <= 0x20 }) {
            let place = origin.place(of: ByteRange(word.startIndex, word.endIndex))
            guard place.upper <= file.count, origin.range.contains(place) else {
                Issue.record("\(place) lies outside of \(origin.range)")
                continue
            }
            guard isWhole else { continue }
            let printed = String(decoding: word, as: UTF8.self)
            let spelled = Sample.text(Array(file[place.indices]), origin.characterSet)
            let unescaped = [spelled, spelled.unescapedJSON, spelled.replacing("\"\"", with: "\"")]
            let forms = unescaped + unescaped.map(\.withoutTags) + unescaped.map(\.withoutTags.withoutTags)
            // What a reader puts in, such as the marks around a quotation, stands for no bytes.
            let bare = printed.drop { $0 == "“" }.reversed().drop { $0 == "”" }.reversed()
            #expect(
                forms.contains(printed) || forms.contains(String(bare)) || printed.contains("\u{FFFD}"),
                "\(printed): \(spelled)")
        }
    }
}

extension [UInt8] {
    /// The words of a range with single blanks between them.
    func words(_ range: ByteRange) -> String {
        text(range).split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    func isCharacterBoundary(_ offset: Int) -> Bool { offset == count || self[offset] & 0xC0 != 0x80 }
}

extension String {
    /// The text of which this is the HTML.
    fileprivate var withoutTags: String {
        String(decoding: PageParser.parse(Array(utf8)).tree.content, as: UTF8.self).trimmed
    }

    private var trimmed: String { split(whereSeparator: \.isWhitespace).joined(separator: " ") }

    /// The text whose form in JSON this is.
    fileprivate var unescapedJSON: String {
        JSONText.text(in: Array("\"\(self)\"".utf8), at: 0).map { String(decoding: $0.text, as: UTF8.self) } ?? ""
    }
}

/// Numbers that look like chance and are the same on every run.
struct Noise: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return state >> 20
    }
}
