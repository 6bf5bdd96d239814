import Annotator
import Articles
import Dates
import Inventing
import Testing

@Suite struct StatementLinkingTests {
    /// The number of the statement of each quote.
    static func groups(_ quotes: [LinkableQuote]) -> [Int] {
        var groups: [Int64: Int] = [:]
        for (number, statement) in Annotator.statements(quotes).enumerated() {
            for quote in statement.quotes { groups[quote] = number }
        }
        return quotes.map { groups[$0.id] ?? -1 }
    }

    @Test func inventedQuotesAreJoined() {
        let invented = InventedQuotes(count: 10_000)
        let score = PairwiseScore(found: Self.groups(invented.quotes), wanted: invented.utterances)
        print("invented quotes: pairwise precision \(score.precision), recall \(score.recall), \(score.wanted) pairs")
        #expect(score.precision >= 0.98)
        #expect(score.recall >= 0.94)
    }

    @Test func theOrderOfTheQuotesDoesNotMatter() {
        let quotes = InventedQuotes(count: 2000, seed: 2).quotes
        let expected = Set(Annotator.statements(quotes).map { Set($0.quotes) })
        var numbers = SeededNumbers(seed: 3)
        for _ in 0..<3 {
            let shuffled = quotes.shuffled(using: &numbers)
            #expect(Set(Annotator.statements(shuffled).map { Set($0.quotes) }) == expected)
        }
    }

    /// Two quotes of one day by one speaker, unless told otherwise, and whether they are one utterance.
    struct Pair: Sendable, CustomStringConvertible {
        let first: String
        let second: String
        var kinds: (Quote.Kind, Quote.Kind) = (.direct, .direct)
        var speakers: ([Int64], [Int64]) = ([1], [1])
        var days: (String?, String?) = ("2020-05-04", "2020-05-04")
        var places: (String?, String?) = (nil, nil)
        var isOneText = false
        let isOne: Bool
        var description: String { "\(first) / \(second)" }
    }

    static let long = "the harbour budget will be spent on bridges, schools and the new railway before the winter"
    static let pairs: [Pair] = [
        Pair(first: long, second: "The harbor budget will be spent on bridges … and the new rail-way", isOne: true),
        Pair(first: long, second: "the [city’s] harbour budget will be spent on bridges, schools", isOne: true),
        Pair(
            first: long, second: "they would spend the harbour budget on bridges and schools",
            kinds: (.direct, .indirect), isOne: true),
        Pair(
            first: long, second: "they would not spend the harbour budget on bridges and schools",
            kinds: (.direct, .indirect), isOne: false),
        Pair(first: long, second: "winter schools and railway bridges, new harbour budget spent", isOne: false),
        Pair(first: long, second: long, speakers: ([1], [2]), isOne: false),
        Pair(first: long, second: long, speakers: ([1], []), isOne: true),
        Pair(first: "the harbour budget", second: "the harbour budget", speakers: ([1], []), isOne: false),
        Pair(first: long, second: long, speakers: ([1], [1, 2]), isOne: true),
        Pair(first: long, second: long, days: ("2020-05-04", "2021-05-04"), isOne: false),
        Pair(first: long, second: long, days: ("2020-05-04", nil), isOne: true),
        Pair(first: long, second: "the harbour budget will be spent on bridges", isOneText: true, isOne: true),
        Pair(
            first: long, second: "they would put the harbour budget into bridges, quays and sheds",
            kinds: (.direct, .indirect), isOneText: true, isOne: false),
        Pair(first: long, second: "the harbour budget and new bridges", places: ("Oslo", "Lima"), isOne: false),
        Pair(first: "Brightwater should attend", second: "Brightwater should attend", isOne: true),
        Pair(first: "Brightwater should attend", second: "Brightwater should not attend", isOne: false),
        Pair(first: "Brightwater should attend", second: "Montreux should attend", isOne: false),
        Pair(
            first: "Bashar al-Assad will open the besieged areas to aid",
            second: "Assad would open the besieged area to humanitarian aid", kinds: (.indirect, .indirect), isOne: true
        ),
    ]

    @Test(arguments: pairs) func pairsAreJoinedOrNot(pair: Pair) {
        func quote(_ id: Int64, _ text: String, _ kind: Quote.Kind, _ who: [Int64], _ day: String?, _ place: String?)
            -> LinkableQuote
        {
            LinkableQuote(
                id: id, article: id, version: pair.isOneText ? 1 : id, isLatest: true, outlet: nil, published: nil,
                text: text, kind: kind, speakers: who,
                said: day.flatMap { DateInterval(iso: $0) }.map { DatedEvidence($0, .weekday) },
                place: place.map { PlaceEvidence($0, .explicit) })
        }
        let quotes = [
            quote(1, pair.first, pair.kinds.0, pair.speakers.0, pair.days.0, pair.places.0),
            quote(2, pair.second, pair.kinds.1, pair.speakers.1, pair.days.1, pair.places.1),
        ]
        #expect((Annotator.statements(quotes).count == 1) == pair.isOne)
    }

    @Test func chainsDoNotJoinWhatIsDifferent() {
        let texts = [
            "the harbour bridge budget tariff ballot treaty", "bridge budget tariff ballot treaty museum ferry",
            "tariff ballot treaty museum ferry quarry tunnel", "treaty museum ferry quarry tunnel wharf siege",
            "ferry quarry tunnel wharf siege parade curfew",
        ]
        let quotes = texts.enumerated().map { index, text in
            LinkingTests.quote(Int64(index + 1), text, article: Int64(index + 1), said: "2020-05-04")
        }
        let statements = Annotator.statements(quotes)
        #expect(!statements.contains { $0.quotes.contains(1) && $0.quotes.contains(5) })
        for likeness in statements.flatMap(\.likenesses) { #expect(likeness.share >= 0.42) }
    }

    @Test func wordsOfSomebodyWithinSomebodysWordsAreAnotherStatement() {
        var outer = LinkingTests.quote(1, "both had announced that details of the truce remain open", article: 1)
        outer.said = DateInterval(iso: "2020-05-04").map { DatedEvidence($0, .weekday) }
        var inner = LinkingTests.quote(2, "details of the truce remain open", article: 1)
        inner.outer = 1
        #expect(Annotator.statements([outer, inner]).count == 2)
    }
}
