import Articles
import Dates
import Synchronization
import Testing
import Text

@testable import ArticleStore

@Suite struct LinkingTests {
    /// Two outlets and two articles of none that report one sentence under several spellings of one name.
    static func store() throws -> ArticleStore {
        let names = ["Sergey Lavrov", "Sergei Lavrov", "Lavrov", "Sergei Lavrov", "Lavrov", "Lavrov"]
        let outlets = ["A", "B", nil, nil, "A", "C"]
        let store = try ArticleStore.inMemory()
        let samples = names.indices.map { index in
            Sample(
                name: "\(index).txt", texts: ["\(names[index]) said the war must end, \(index)."],
                outlet: outlets[index],
                quotes: [Sample.SampleQuote(words: ["the war must end"], speakers: [names[index]])])
        }
        _ = try store.add(samples.map(\.article))
        return store
    }

    @Test func oneSpeakerInThePlaceOfMany() throws {
        let store = try LinkingTests.store()
        #expect(try store.speakers().count == 6)
        for _ in 0..<2 {
            try store.link(
                people: { speakers in
                    #expect(speakers.map(\.name).first == "Sergey Lavrov")
                    return speakers.map { _ in 7 }
                },
                statements: { quotes in
                    [
                        LinkedStatement(
                            quotes: quotes.map(\.id),
                            said: DateInterval(iso: "2014").map { DatedEvidence($0, .weekday) },
                            place: PlaceEvidence("Paris", .context))
                    ]
                })
            let speakers = try store.speakers()
            #expect(speakers.map(\.speaker.name) == ["Sergei Lavrov"])
            #expect(speakers[0].speaker.aliases.prefix(2) == ["Sergey Lavrov", "Mr Sergey Lavrov"])
            #expect(Set(speakers[0].speaker.aliases).isSuperset(of: ["Lavrov", "Mr Lavrov", "Mr Sergei Lavrov"]))
            #expect(speakers[0].quotes == 6)
            let quotes = try store.quotes(QuoteLookup())
            #expect(Set(quotes.map(\.statement.id)).count == 1)
            // A, B, C, and each of the two articles of no outlet.
            #expect(quotes[0].statement.reports == 5)
            #expect(quotes[0].statement.said?.value.description == "2014")
            #expect(quotes[0].statement.place == PlaceEvidence("Paris", .context))
            #expect(try store.summary().statements == 1)
        }
        var shorter = Sample(name: "1.txt", texts: ["Nothing."])
        shorter.outlet = "B"
        _ = try store.add([shorter.article])
        #expect(try store.quotes(QuoteLookup()).map(\.statement.reports) == [4, 4, 4, 4, 4])
        #expect(try store.speakers()[0].quotes == 5)
    }

    @Test func quotesComeWithWhatLinkingNeeds() throws {
        let store = try Sample.store()
        let given = Mutex<[LinkableQuote]>([])
        try store.link(people: { Array($0.indices) }) { quotes in
            given.withLock { $0 = quotes }
            return []
        }
        let seen = given.withLock { $0 }
        #expect(seen.map(\.isLatest) == [true, true, true, true, false, false, true, true])
        #expect(seen[3].outlet == "The Guardian")
        #expect(seen[3].published?.description == "2014-01-13")
        #expect(seen[3].text == "a localised cease-fire was discussed")
        #expect(seen[3].said?.basis == .weekday)
        #expect(seen[3].place?.name == "Paris")
        #expect(seen[1].speakers.count == 2)
        let speakers = Set(try store.speakers().map(\.id))
        #expect(seen.allSatisfy { speakers.isSuperset(of: $0.speakers) })
        // No statement was given, so each quote is one of its own, with its own date.
        #expect(try store.summary().statements == 6)
        #expect(try store.quotes(QuoteLookup())[3].statement.said?.value.description == "2014-01-13")
    }

    @Test func aWrongAnswerChangesNothing() throws {
        let store = try LinkingTests.store()
        let before = try store.quotes(QuoteLookup())
        #expect(throws: StoreError.self) { try store.link(people: { _ in [1] }, statements: { _ in [] }) }
        #expect(throws: StoreError.self) {
            try store.link(people: { $0.map { _ in 1 } }) { quotes in
                Array(repeating: LinkedStatement(quotes: [quotes[0].id], said: nil, place: nil), count: 2)
            }
        }
        #expect(throws: StoreError.self) {
            try store.link(people: { $0.map { _ in 1 } }) { _ in
                [LinkedStatement(quotes: [4711], said: nil, place: nil)]
            }
        }
        #expect(try store.quotes(QuoteLookup()) == before)
    }
}
