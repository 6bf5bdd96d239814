import Annotator
import Articles
import Readers
import Testing
import Text

/// The annotator against the hand annotation of the seeds, read as a user's folder is read.
@Suite struct AnnotationTests {
    /// How many quotes of each tier and kind were found, and what was found besides.
    struct Score {
        var found: [String: Int] = [:]
        var gold: [String: Int] = [:]
        var missed: [String] = []
        var falseAlarms: [String] = []
        var matched = 0
        var rightSpeakers = 0

        var precision: Double { Double(matched) / Double(max(1, matched + falseAlarms.count)) }
    }

    static let score: Score = {
        var score = Score()
        let reading = Reading.read(paths: [Gold.seeds])
        for document in Gold.documents {
            guard let article = reading.articles.first(where: { $0.source.name.hasSuffix(document.id) }) else {
                continue
            }
            let annotated = Annotator.annotate(article)
            guard let annotation = annotated.annotations.last else { continue }
            let map = CodePointMap(article.source.bytes)
            let scoring = Scoring(document.text)
            func spans(_ ranges: [ByteRange]) -> [[Int]] {
                ranges.map { [map.codePoints($0).start, map.codePoints($0).end] }
            }
            let gold = document.quotes.map { scoring.words(in: $0.segments.map { [$0.start, $0.end] }) }
            let found = annotation.quotes.map { scoring.words(in: spans($0.segments)) }
            let matches = Scoring.matches(gold, found)
            for (index, quote) in document.quotes.enumerated() {
                let key = "\(quote.tier) \(quote.kind)"
                score.gold[key, default: 0] += 1
                guard let match = matches[index] else {
                    if quote.tier != "borderline" { score.missed.append("\(quote.id) \(key)") }
                    continue
                }
                score.found[key, default: 0] += 1
                guard quote.tier != "borderline" else { continue }
                score.matched += 1
                let printed = spans(annotation.quotes[match].speakers.compactMap(\.range))
                let right = [quote.speaker, quote.secondSpeaker].compactMap { $0 }
                if right.contains(where: { span in printed.contains { $0[0] < span.end && span.start < $0[1] } }) {
                    score.rightSpeakers += 1
                }
            }
            let used = Set(matches.values)
            for (index, quote) in annotation.quotes.enumerated() where !used.contains(index) {
                score.falseAlarms.append(
                    "\(document.id.prefix(3)) \(quote.kind.rawValue): \(article.source.bytes.text(quote.extent).prefix(80))"
                )
            }
        }
        return score
    }()

    @Test func scores() {
        let score = Self.score
        for key in score.gold.keys.sorted() { print("seeds \(key): \(score.found[key] ?? 0)/\(score.gold[key] ?? 0)") }
        print("seeds precision \(score.precision), speaker right on \(score.rightSpeakers)/\(score.matched)")
        print("seeds missed \(score.missed); false alarms \(score.falseAlarms)")
        #expect(score.found["core direct"] ?? 0 >= 13)
        #expect(score.found["core mixed"] ?? 0 >= 7)
        #expect(score.found["core indirect"] ?? 0 >= 22)
        #expect(score.precision >= 0.75)
        #expect(Double(score.rightSpeakers) >= 0.9 * Double(score.matched))
    }

    @Test func everySpanIsInItsSource() {
        for article in Reading.read(paths: [Gold.seeds]).articles {
            for (version, annotation) in zip(article.versions, Annotator.annotate(article).annotations) {
                for quote in annotation.quotes {
                    for range in quote.segments + quote.quotedParts + quote.speakers.compactMap(\.range)
                        + [quote.cue?.range].compactMap({ $0 })
                    {
                        #expect(!range.isEmpty)
                        #expect(
                            version.zones.contains { $0.range.contains(range) }, "\(article.source.bytes.text(range))")
                    }
                }
            }
        }
    }

    @Test func decoysAreLeftAlone() {
        let reading = Reading.read(paths: [Gold.seeds])
        for document in Gold.documents {
            guard let article = reading.articles.first(where: { $0.source.name.hasSuffix(document.id) }),
                let annotation = Annotator.annotate(article).annotations.last
            else {
                Issue.record("\(document.id) was not read")
                continue
            }
            let map = CodePointMap(article.source.bytes)
            for decoy in document.decoys {
                let sources = annotation.quotes.flatMap { $0.speakers.compactMap(\.range) }.map(map.codePoints)
                #expect(
                    !sources.contains { $0.start < decoy.end && decoy.start < $0.end },
                    "\(decoy.text ?? "") is no source")
                let direct = annotation.quotes.filter { $0.kind == .direct }.flatMap(\.segments).map(map.codePoints)
                #expect(
                    !direct.contains { $0.start < decoy.end && decoy.start < $0.end }, "\(decoy.text ?? "") is no quote"
                )
            }
        }
    }
}
