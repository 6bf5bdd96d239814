import Articles
import Dates
import Testing

@testable import ArticleStore

/// What linking keeps of people: roles with their days, reasons, and what the user told.
@Suite struct PeopleTests {
    /// Three articles that print a name each, with a role and a day.
    static func store() throws -> ArticleStore {
        let store = try ArticleStore.inMemory()
        let found = [
            ("Sergey Lavrov", "Foreign Minister", "2014-01-13"), ("Sergei Lavrov", "foreign minister", "2014-02-03"),
            ("Sergei Lavrov", "envoy", nil), ("Ann Lee", nil, nil),
        ]
        let articles = found.enumerated().map { index, item in
            var article = Sample(
                name: "\(index).txt", texts: ["\(item.0) said the war must end."], published: item.2,
                quotes: [Sample.SampleQuote(words: ["the war must end"], speakers: [item.0])]
            ).article
            article.annotations[0].speakers[0].role = item.1
            return article
        }
        _ = try store.add(articles)
        return store
    }

    /// Joins the Lavrovs, and whom the user told.
    static let linker = Linker(
        people: { speakers, known in
            var people = LinkedPeople(numbers: speakers.map { $0.speaker.name.hasSuffix("Lavrov") ? 0 : 1 })
            for (index, found) in speakers.enumerated() where found.speaker.name == "Sergey Lavrov" {
                people.reasons[index] = JoinReason(.spelling, "Sergei Lavrov")
            }
            people.known[0] = known.first
            return people
        }, statements: { _ in [] })

    static func profile(_ name: String, _ store: ArticleStore) throws -> SpeakerProfile {
        try store.profile(ofSpeaker: try #require(try store.speakers(named: name).first))
    }

    @Test func rolesHaveTheDaysOfTheArticlesThatPrintThem() throws {
        let store = try Self.store()
        try store.link(Self.linker)
        let profile = try Self.profile("Sergei Lavrov", store)
        #expect(
            profile.roles == [
                .init(name: "Foreign Minister", days: DateInterval(iso: "2014-01-13/2014-02-03"), articles: 2),
                .init(name: "envoy", days: nil, articles: 1),
            ])
        #expect(try store.speakers().first?.speaker.role == "Foreign Minister")
        #expect(try Self.profile("Ann Lee", store) == SpeakerProfile())
    }

    @Test func reasonsAreKeptAndFollowTheLinking() throws {
        let store = try Self.store()
        for _ in 0..<2 {
            try store.link(Self.linker)
            #expect(
                try Self.profile("Sergei Lavrov", store).joins == [
                    .init(
                        name: "Sergey Lavrov", reason: JoinReason(.spelling, "Sergei Lavrov"), source: "0.txt",
                        articles: 1)
                ])
        }
        let quotes = try store.quotes(QuoteLookup())
        #expect(
            try quotes.map { try store.joins(ofQuote: $0.id).map { $0?.reason.rule } } == [
                [.spelling], [nil], [nil], [nil],
            ])
        try store.link(people: { Array($0.indices) }, statements: { _ in [] })
        #expect(try store.joins(ofQuote: quotes[0].id) == [nil])
    }

    @Test func whatTheUserTellsIsKeptAndReplaced() throws {
        let store = try Self.store()
        let known = KnownSpeaker(
            name: "Sergey V. Lavrov", names: ["the Russian"], kind: .person,
            roles: [.init(name: "ENVOY"), .init(name: "ambassador", days: DateInterval(iso: "1994/2004"))],
            organisation: "Russia")
        #expect(try store.tell([known]))
        #expect(try !store.tell([known]))
        #expect(try store.knownSpeakers() == [known])
        try store.link(Self.linker)
        let speaker = try #require(try store.speakers().first).speaker
        #expect(speaker.name == "Sergey V. Lavrov")
        #expect(speaker.aliases.suffix(2) == ["Mr Sergei Lavrov", "the Russian"])
        #expect(speaker.organisation == "Russia")
        let roles = try Self.profile("Sergey V. Lavrov", store).roles
        #expect(roles.map(\.name) == ["Foreign Minister", "envoy", "ambassador"])
        #expect(roles.map(\.articles) == [2, 1, 0])
        #expect(try store.tell([]))
        try store.link(Self.linker)
        #expect(try store.speakers().first?.speaker.name == "Sergei Lavrov")
    }

    @Test func aDecisionWinsOverWhatTheUserTold() throws {
        let store = try Self.store()
        _ = try store.tell([KnownSpeaker(name: "Sergey V. Lavrov", names: ["S. Lavrov"])])
        let linker = Self.linker
        try store.link(linker)
        let mark = EditingTests.ann
        #expect(try store.decide(.split("Sergey Lavrov", from: "Sergey V. Lavrov"), mark, linker).reach == 1)
        #expect(try store.speakers(named: "Sergey Lavrov").count == 1)
        #expect(try Self.profile("Sergey Lavrov", store).joins == [])
        #expect(try store.decide(.merge("Sergey V. Lavrov", into: "Ann Lee"), mark, linker).reach == 1)
        #expect(try store.speakers().map(\.speaker.name).sorted() == ["Ann Lee", "Sergey Lavrov"])
        #expect(Set(try Self.profile("Ann Lee", store).joins.map(\.reason)) == [JoinReason(.decided, "Ann Lee")])
        _ = try store.undo(nil, mark, linker)
        _ = try store.undo(nil, mark, linker)
        #expect(try store.speakers().map(\.speaker.name).sorted() == ["Ann Lee", "Sergey V. Lavrov"])
    }

    /// Several people of whom articles print the last name alone.
    @Test func namesakesAreMergedTogether() throws {
        let store = try LinkingTests.store()
        let apart = Linker(people: { found, _ in LinkedPeople(numbers: Array(found.indices)) }, statements: { _ in [] })
        try store.link(apart)
        #expect(try store.speakers(named: "Lavrov").count == 3)
        _ = try store.decide(.merge("Lavrov", into: "Sergey Lavrov"), EditingTests.ann, apart)
        #expect(try store.speakers(named: "Lavrov").isEmpty)
        #expect(try Self.profile("Sergey Lavrov", store).joins.first?.articles == 3)
    }

    @Test func anEarlierFormatHasNoProfiles() throws {
        try EarlierFormatTests.inFolder(2) { path in
            let store = try ArticleStore.open(at: path, creating: false, readOnly: true)
            #expect(try store.knownSpeakers() == [])
            #expect(try store.speakers().allSatisfy { try store.profile(ofSpeaker: $0.id) == SpeakerProfile() })
        }
    }
}
