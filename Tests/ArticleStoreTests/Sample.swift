import Articles
import Dates
import SpeechVerbs
import Text

@testable import ArticleStore

/// Articles built by hand: quotes are given by their printed words, and found in the text.
struct Sample {
    var name = "a.txt"
    /// The texts of the versions, each a line of the source.
    var texts: [String]
    var outlet: String?
    var published: String?
    var quotes: [SampleQuote] = []

    /// One quote; it is looked for in every version, and left out of those that do not print it.
    struct SampleQuote {
        var words: [String]
        var speakers: [String] = []
        var kind = Quote.Kind.indirect
        var cue: String?
        var addressee: String?
        var via: String?
        var said: String?
        var place: String?
        var antecedent: String?
        var outer: Int?
    }

    var article: AnnotatedArticle {
        var bytes: [UInt8] = []
        var versions: [Version] = []
        for (number, text) in texts.enumerated() {
            let start = bytes.count
            bytes += Array(text.utf8)
            versions.append(Version(number: number, zones: [Zone(.body, ByteRange(start, bytes.count))]))
            bytes.append(UInt8(ascii: "\n"))
        }
        let metadata = Metadata(
            outlet: outlet, published: published.flatMap { DateInterval(iso: $0) }.map { DatedEvidence($0, .metadata) })
        return AnnotatedArticle(
            article: Article(source: Source(name: name, bytes: bytes), metadata: metadata, versions: versions),
            annotations: versions.map { annotation(in: bytes, $0.zones[0].range) })
    }

    private func annotation(in bytes: [UInt8], _ zone: ByteRange) -> Annotation {
        var annotation = Annotation()
        for sample in quotes {
            let segments = sample.words.compactMap { find($0, in: bytes, zone) }
            guard segments.count == sample.words.count else { continue }
            var quote = Quote(segments: segments, kind: sample.kind, zone: .body)
            quote.speakers = sample.speakers.map { mention($0, in: bytes, zone, &annotation) }
            quote.addressee = sample.addressee.map { mention($0, in: bytes, zone, &annotation) }
            quote.via = sample.via.map { [mention($0, in: bytes, zone, &annotation)] } ?? []
            quote.cue = sample.cue.flatMap { find($0, in: bytes, zone) }.map { Cue(range: $0, lemma: "say", act: .say) }
            quote.said = sample.said.flatMap { DateInterval(iso: $0) }.map { DatedEvidence($0, .weekday, segments[0]) }
            quote.place = sample.place.map { PlaceEvidence($0, .explicit, find($0, in: bytes, zone)) }
            quote.antecedent = sample.antecedent.flatMap { find($0, in: bytes, zone) }
            quote.outer = sample.outer
            annotation.quotes.append(quote)
        }
        return annotation
    }

    private func mention(
        _ name: String, in bytes: [UInt8], _ zone: ByteRange, _ annotation: inout Annotation
    ) -> Mention {
        let known = annotation.speakers.firstIndex { $0.name == name }
        if known == nil {
            annotation.speakers.append(Speaker(name: name, kind: .person, aliases: ["Mr \(name)"]))
        }
        return Mention(range: find(name, in: bytes, zone), speaker: known ?? annotation.speakers.count - 1)
    }

    private func find(_ words: String, in bytes: [UInt8], _ zone: ByteRange) -> ByteRange? {
        let words = Array(words.utf8)
        guard !words.isEmpty, zone.count >= words.count else { return nil }
        return (zone.lower...(zone.upper - words.count)).first { bytes[$0..<($0 + words.count)].elementsEqual(words) }
            .map { ByteRange($0, $0 + words.count) }
    }
}

extension Sample {
    static let paris = Sample(
        name: "paris.txt",
        texts: [
            "John Kerry told reporters in Paris on Monday that “a localised cease-fire” — 3.5 km wide — was discussed."
        ],
        outlet: "The Guardian", published: "2014-01-13",
        quotes: [
            SampleQuote(
                words: ["a localised cease-fire", "was discussed"], speakers: ["John Kerry"], kind: .mixed, cue: "told",
                addressee: "reporters", said: "2014-01-13", place: "Paris", antecedent: "3.5 km wide")
        ])

    static let moscow = Sample(
        name: "moscow.txt",
        texts: ["AFP said that John Kerry and Sergei Lavrov want terrorists gone. Lavrov thanked Iran’s envoys."],
        outlet: nil, published: "2014-01-20",
        quotes: [
            SampleQuote(
                words: ["John Kerry and Sergei Lavrov want terrorists gone"], speakers: ["AFP"], cue: "said"),
            SampleQuote(
                words: ["want terrorists gone"], speakers: ["John Kerry", "Sergei Lavrov"], via: "AFP", outer: 0),
            SampleQuote(words: ["thanked Iran’s envoys"], speakers: ["Sergei Lavrov"], said: "2014-02"),
        ])

    static let revised = Sample(
        name: "revised.txt",
        texts: [
            "Kamel Wazne said the  talks were long. Kamel Wazne said they had failed.",
            "Kamel Wazne said the talks were long. Kamel Wazne said they had not failed.",
        ],
        outlet: "ANI", published: "2014-01-15",
        quotes: [
            SampleQuote(words: ["the  talks were long"], speakers: ["Kamel Wazne"]),
            SampleQuote(words: ["the talks were long"], speakers: ["Kamel Wazne"]),
            SampleQuote(words: ["they had failed"], speakers: ["Kamel Wazne"]),
            SampleQuote(words: ["they had not failed"], speakers: ["Kamel Wazne"]),
        ])

    /// An archive in memory with the three samples.
    static func store() throws -> ArticleStore {
        let store = try ArticleStore.inMemory()
        _ = try store.add([paris.article, moscow.article, revised.article])
        return store
    }
}

extension ArticleStore {
    /// Links by functions that a test gives.
    func link(
        people: @escaping @Sendable ([Speaker]) -> [Int],
        statements: @escaping @Sendable ([LinkableQuote]) -> [LinkedStatement]
    ) throws {
        try link(
            Linker(
                people: { found, _ in LinkedPeople(numbers: people(found.map(\.speaker))) }, statements: statements))
    }

    /// The words of the quotes that a look-up finds.
    func texts(_ change: (inout QuoteLookup) throws -> Void = { _ in }) throws -> [String] {
        var lookup = QuoteLookup()
        try change(&lookup)
        return try quotes(lookup).map(\.text)
    }

    /// The numbers of the speakers with this name.
    func speakers(named name: String) throws -> [Int64] {
        try speakers().filter { $0.speaker.name == name }.map(\.id)
    }
}
