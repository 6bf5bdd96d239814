import Annotator
import Articles
import Dates
import Testing

@Suite struct LinkingTests {
    static func quote(
        _ id: Int64, _ text: String, article: Int64, speaker: Int64 = 1, said: String? = nil,
        published: String? = "2014-01-13"
    ) -> LinkableQuote {
        LinkableQuote(
            id: id, article: article, version: article, isLatest: true, outlet: nil,
            published: published.flatMap { DateInterval(iso: $0) }, text: text,
            kind: .direct, speakers: [speaker],
            said: said.flatMap { DateInterval(iso: $0) }.map { DatedEvidence($0, .weekday) }, place: nil)
    }

    @Test func rewordedReportsOfOneUtteranceAreJoined() {
        let groups = Annotator.statements([
            Self.quote(
                1, "We talked today about trying to encourage a cease-fire. Maybe a localized cease-fire in Aleppo",
                article: 1, said: "2014-01-13"),
            Self.quote(
                2, "we talked about trying to encourage a ceasefire. Maybe a localised ceasefire in Aleppo.", article: 2
            ),
            Self.quote(
                3, "we talked about trying to encourage a ceasefire. Maybe a localised ceasefire in Aleppo.",
                article: 3, speaker: 2),
            Self.quote(
                4, "we talked about trying to encourage a ceasefire. Maybe a localised ceasefire in Aleppo.",
                article: 4, published: "2016-01-01"),
        ])
        #expect(groups.map(\.quotes) == [[1, 2], [3], [4]])
        #expect(groups[0].said?.value.description == "2014-01-13")
    }

    @Test func noQuotesGiveNoStatements() { #expect(Annotator.statements([]).isEmpty) }
}
