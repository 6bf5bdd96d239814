import Articles
import Dates
import Testing
import Text

@testable import ArticleStore

@Suite struct EditingTests {
    static let ann = DecisionRecord.Mark(editor: "ann", time: "2026-11-21T06:31:27Z")

    /// Joins speakers of one name, and no quotes.
    static let linker = Linker(
        people: { speakers, _ in
            let names = Array(Set(speakers.map(\.speaker.name))).sorted()
            return LinkedPeople(numbers: speakers.map { names.firstIndex(of: $0.speaker.name) ?? 0 })
        }, statements: { _ in [] })

    static func store() throws -> ArticleStore {
        let store = try Sample.store()
        try store.link(linker)
        return store
    }

    static func quote(_ words: String, in store: ArticleStore) throws -> QuoteRecord {
        var lookup = QuoteLookup()
        lookup.inAnyVersion = true
        return try #require(try store.quotes(lookup).last { $0.text == words })
    }

    static func anchor(_ words: String, in store: ArticleStore) throws -> QuoteAnchor {
        let record = try quote(words, in: store)
        let bytes = try #require(try store.text(ofArticle: record.article.id, version: record.version)).bytes
        return QuoteAnchor(
            reference: record.reference, source: record.article.source, fingerprint: Fingerprint(bytes).hex,
            version: record.version, segments: record.quote.segments, words: record.text)
    }

    @discardableResult
    static func decide(_ decision: Decision, in store: ArticleStore) throws -> DecisionRecord {
        try store.decide(decision, ann, linker)
    }

    /// Everything that a question can see, to be compared before and after.
    static func everything(_ store: ArticleStore) throws -> [String] {
        var lookup = QuoteLookup()
        lookup.inAnyVersion = true
        let quotes = try store.quotes(lookup).map { record -> String in
            let quote = record.quote
            let names = record.speakers.map(\.speaker.name) + [record.addressee?.speaker.name ?? "-"]
            return "\(record.text) \(names) \(record.printed) \(quote.kind) \(String(describing: quote.said)) "
                + "\(String(describing: quote.place)) \(record.article.metadata) \(record.statement.reports)"
        }
        return quotes + (try store.speakers().map { "\($0.speaker) \($0.quotes)" }) + ["\(try store.summary())"]
    }

    static let day = DateInterval(CalendarDay(number: 16_090))

    @Test(arguments: [
        (Decision.Property.speaker, CorrectedValue.texts(["Sergei Lavrov", "Ban Ki-moon"])),
        (.speaker, .unknown), (.to, .texts(["Sergei Lavrov"])), (.to, .texts(["the press"])), (.to, .unknown),
        (.kind, .texts(["direct"])), (.said, .days(day)), (.said, .unknown), (.place, .texts(["Rome"])),
        (.place, .unknown), (.occasion, .texts(["a press conference"])), (.medium, .texts(["letter"])),
        (.role, .texts(["Secretary of State"])), (.organisation, .texts(["United States"])),
        (.outlet, .texts(["ANI"])), (.title, .texts(["Talks"])), (.byline, .texts(["A. Writer"])),
        (.url, .texts(["https://example.org/a"])), (.published, .days(day)), (.published, .unknown),
    ])
    func aCorrectionWinsAndCanBeTakenBack(property: Decision.Property, value: CorrectedValue) throws {
        let store = try EditingTests.store()
        let before = try EditingTests.everything(store)
        let words = "a localised cease-fire was discussed"
        let record = try EditingTests.decide(
            .correct([try EditingTests.anchor(words, in: store)], property, value), in: store)
        #expect(record.reach == 1)
        let corrected = try EditingTests.quote(words, in: store)
        #expect(EditingTests.value(property, of: corrected) == value)
        #expect(corrected.correction(of: property) == record)
        // Linking again, as every `add` does, changes nothing of it.
        try store.link(EditingTests.linker)
        #expect(EditingTests.value(property, of: try EditingTests.quote(words, in: store)) == value)
        #expect(try store.undo(nil, EditingTests.ann, EditingTests.linker)?.undone == EditingTests.ann)
        #expect(try EditingTests.everything(store) == before)
        #expect(try store.decisions().map(\.undone) == [EditingTests.ann])
        #expect(try store.undo(nil, EditingTests.ann, EditingTests.linker) == nil)
    }

    static func value(_ property: Decision.Property, of record: QuoteRecord) -> CorrectedValue {
        func text(_ text: String?) -> CorrectedValue { text.map { .texts([$0]) } ?? .unknown }
        func days(_ evidence: DatedEvidence?) -> CorrectedValue {
            guard let evidence else { return .unknown }
            return evidence.basis == .correction ? .days(evidence.value) : .texts(["by \(evidence.basis)"])
        }
        let metadata = record.article.metadata
        return switch property {
        case .speaker: record.speakers.isEmpty ? .unknown : .texts(record.speakers.map(\.speaker.name))
        case .to: text(record.addressee?.speaker.name ?? record.printed.addressee)
        case .kind: text(record.quote.kind.rawValue)
        case .said: days(record.quote.said)
        case .place: text(record.quote.place?.name)
        case .occasion: text(record.printed.occasion)
        case .medium: text(record.printed.medium)
        case .role: text(record.speakers.first?.speaker.role)
        case .organisation: text(record.speakers.first?.speaker.organisation)
        case .outlet: text(metadata.outlet)
        case .title: text(metadata.title)
        case .byline: text(metadata.byline)
        case .url: text(metadata.url)
        case .published: days(metadata.published)
        }
    }

    @Test func aRejectedQuoteIsGoneAndComesBack() throws {
        let store = try EditingTests.store()
        let before = try EditingTests.everything(store)
        let words = "thanked Iran’s envoys"
        let anchor = try EditingTests.anchor(words, in: store)
        try EditingTests.decide(.reject([anchor]), in: store)
        #expect(try store.texts { $0.terms = [["envoy"]] }.isEmpty)
        #expect(try store.texts { $0.references = [anchor.reference] }.isEmpty)
        #expect(try store.summary().quotes == 5)
        #expect(try store.summary().statements == 5)
        #expect(try store.speakers().first { $0.speaker.name == "Sergei Lavrov" }?.quotes == 1)
        _ = try store.undo(1, EditingTests.ann, EditingTests.linker)
        #expect(try EditingTests.everything(store) == before)
    }

    @Test func aQuoteInTwoVersionsIsCorrectedInBoth() throws {
        let store = try EditingTests.store()
        let anchor = try EditingTests.anchor("the talks were long", in: store)
        #expect(try EditingTests.decide(.correct([anchor], .place, .texts(["Geneva"])), in: store).reach == 2)
        let places = try store.quotes(QuoteLookup.everywhere).filter { $0.text.contains("were long") }
        #expect(places.map { $0.quote.place?.name } == ["Geneva", "Geneva"])
    }

    @Test func twoNamesBecomeOneSpeakerAndTwoAgain() throws {
        let store = try EditingTests.store()
        let before = try EditingTests.everything(store)
        let record = try EditingTests.decide(.merge("Kamel Wazne", into: "Sergei Lavrov"), in: store)
        #expect(record.reach == 1)
        let speaker = try #require(try store.speakers().first { $0.speaker.name == "Sergei Lavrov" })
        #expect(speaker.speaker.aliases.contains("Kamel Wazne"))
        #expect(speaker.quotes == 4)
        #expect(try store.speakers(named: "Kamel Wazne").isEmpty)
        // What one person was called is a name of the other's from now on.
        let anchor = try EditingTests.anchor("a localised cease-fire was discussed", in: store)
        try EditingTests.decide(.correct([anchor], .speaker, .texts(["Kamel Wazne"])), in: store)
        let corrected = try EditingTests.quote("a localised cease-fire was discussed", in: store)
        #expect(corrected.speakers.map(\.speaker.name) == ["Sergei Lavrov"])
        // A name can be taken out again without taking back the merging.
        #expect(try EditingTests.decide(.split("Kamel Wazne", from: "Sergei Lavrov"), in: store).reach == 1)
        #expect(try store.speakers(named: "Kamel Wazne").count == 1)
        for _ in 0..<3 { _ = try store.undo(nil, EditingTests.ann, EditingTests.linker) }
        #expect(try EditingTests.everything(store) == before)
    }

    @Test func aNameThatAnArticleTakesForAnothersIsTakenOut() throws {
        let store = try ArticleStore.inMemory()
        var sample = Sample(name: "a.txt", texts: ["Bill Clinton said yes. Mr Bill Clinton said no."])
        sample.quotes = [
            .init(words: ["yes"], speakers: ["Bill Clinton"]), .init(words: ["no"], speakers: ["Bill Clinton"]),
        ]
        var article = sample.article
        let text = Array("Mr Bill Clinton".utf8)
        let start = try #require((0..<50).first { article.article.source.bytes[$0...].starts(with: text) })
        article.annotations[0].quotes[1].speakers[0].range = ByteRange(start, start + text.count)
        _ = try store.add([article])
        try store.link(EditingTests.linker)
        let before = try EditingTests.everything(store)
        try EditingTests.decide(.split("Mr Bill Clinton", from: "Bill Clinton"), in: store)
        #expect(try EditingTests.quote("no", in: store).speakers.map(\.speaker.name) == ["Mr Bill Clinton"])
        #expect(try EditingTests.quote("yes", in: store).speakers.map(\.speaker.name) == ["Bill Clinton"])
        _ = try store.undo(nil, EditingTests.ann, EditingTests.linker)
        #expect(try EditingTests.everything(store) == before)
    }

    @Test func aDecisionOutlivesItsSourcesChange() throws {
        let store = try EditingTests.store()
        let words = "thanked Iran’s envoys"
        try EditingTests.decide(
            .correct([try EditingTests.anchor(words, in: store)], .place, .texts(["Moscow"])), in: store)
        // The text has changed before the quote, so that its spans and its reference are others now.
        var changed = Sample.moscow
        changed.texts = ["UPDATED. " + changed.texts[0]]
        _ = try store.add([changed.article])
        try store.link(EditingTests.linker)
        #expect(try EditingTests.quote(words, in: store).quote.place?.name == "Moscow")
        #expect(try store.decisions().map(\.reach) == [2])
        // Gone from the text, it holds for what was printed before; back again, also for that.
        _ = try store.add([Sample(name: "moscow.txt", texts: ["Nothing was said."]).article])
        try store.link(EditingTests.linker)
        #expect(try store.decisions().map(\.reach) == [2])
        _ = try store.add([Sample.moscow.article])
        try store.link(EditingTests.linker)
        let quote = try EditingTests.quote(words, in: store)
        #expect(quote.quote.place?.name == "Moscow")
        #expect(quote.versions == [0, 1, 3] && quote.isLatest)
        #expect(try store.decisions().map(\.reach) == [3])
    }

    /// The same words in the next version are corrected too where the annotator takes them for somebody else's there.
    @Test func aDecisionOutlivesItsSourcesChangeToAnotherSpeaker() throws {
        let store = try EditingTests.store()
        let words = "thanked Iran’s envoys"
        try EditingTests.decide(
            .correct([try EditingTests.anchor(words, in: store)], .speaker, .texts(["Sergei Lavrov"])), in: store)
        var changed = Sample.moscow
        changed.texts[0] += " UPDATED."
        changed.quotes[2].speakers = ["John Kerry"]
        _ = try store.add([changed.article])
        try store.link(EditingTests.linker)
        let quote = try EditingTests.quote(words, in: store)
        #expect(quote.isLatest && quote.version == 1)
        #expect(quote.speakers.map(\.speaker.name) == ["Sergei Lavrov"])
    }

    @Test func aDecisionOutlivesAnotherReadingOfTheSameText() throws {
        let store = try EditingTests.store()
        let anchor = try EditingTests.anchor("thanked Iran’s envoys", in: store)
        try EditingTests.decide(.correct([anchor], .place, .texts(["Moscow"])), in: store)
        // A better annotator finds the same words without their verb.
        var read = Sample.moscow
        read.quotes[2].words = ["Iran’s envoys"]
        var article = read.article
        article.annotator = 1
        #expect(try store.add([article]).replaced == 1)
        try store.link(EditingTests.linker)
        #expect(try EditingTests.quote("Iran’s envoys", in: store).quote.place?.name == "Moscow")
    }

    @Test func whatCannotBeFoundIsKeptAndChangesNothing() throws {
        let store = try EditingTests.store()
        let before = try EditingTests.everything(store)
        var anchor = try EditingTests.anchor("thanked Iran’s envoys", in: store)
        anchor.reference = "q:0000000000000000"
        anchor.source = "elsewhere.txt"
        for decision in [
            Decision.correct([anchor], .place, .texts(["Moscow"])), .reject([anchor]),
            .merge("Nobody", into: "Sergei Lavrov"), .merge("Sergei Lavrov", into: "Sergei Lavrov"),
            .split("Nobody", from: "Sergei Lavrov"), .split("Sergei Lavrov", from: "Nobody"),
        ] {
            #expect(try EditingTests.decide(decision, in: store).reach == 0)
        }
        #expect(try EditingTests.everything(store) == before)
        #expect(try store.decisions().count == 6)
    }

    @Test func decisionsAreReadAsTheyWereWritten() throws {
        let store = try EditingTests.store()
        var anchor = try EditingTests.anchor("a localised cease-fire was discussed", in: store)
        anchor.before = "Paris; “L’Étoile”"
        let decisions: [Decision] = [
            .correct([anchor, anchor], .speaker, .texts(["A \"B\" C", "D"])),
            .correct([anchor], .said, .days(EditingTests.day)), .correct([anchor], .place, .unknown),
            .reject([anchor]), .merge("a", into: "b"), .split("a", from: "b"),
        ]
        for decision in decisions { try EditingTests.decide(decision, in: store) }
        #expect(try store.decisions().map(\.decision) == decisions)
        #expect(try store.decisions().map(\.made) == decisions.map { _ in EditingTests.ann })
    }
}

extension QuoteLookup {
    /// All quotes of all versions.
    static var everywhere: QuoteLookup {
        var lookup = QuoteLookup()
        lookup.inAnyVersion = true
        return lookup
    }
}
