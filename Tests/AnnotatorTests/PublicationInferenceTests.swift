import Annotator
import Articles
import Dates
import Testing

@Suite struct PublicationInferenceTests {
    static let long = "the harbour budget will be spent on bridges, schools and the new railway before the winter"
    static let other = "the ferries to the islands would sail again within a month"

    static func quote(
        _ id: Int64, _ text: String, article: Int64, said: String? = nil, published: String? = nil,
        kind: Quote.Kind = .direct
    ) -> LinkableQuote {
        var quote = LinkingTests.quote(id, text, article: article, said: said, published: published)
        quote.kind = kind
        return quote
    }

    static func publications(_ quotes: [LinkableQuote]) -> [Int64: String] {
        let inferred = Annotator.publications(quotes, Annotator.statements(quotes))
        return Dictionary(uniqueKeysWithValues: inferred.map { ($0.article, $0.published.description) })
    }

    @Test func aLongQuotationDates() {
        let quotes = [
            Self.quote(1, Self.long, article: 1, said: "2020-05-04", published: "2020-05-05"),
            Self.quote(2, Self.long, article: 2), Self.quote(3, "the ferries sail", article: 3),
        ]
        #expect(Self.publications(quotes) == [2: "2020-05-04/2020-05-06"])
    }

    @Test func oneParaphraseDoesNotDateButTwoDo() {
        var quotes = [
            Self.quote(1, Self.long, article: 1, said: "2020-05-04", published: "2020-05-05", kind: .indirect),
            Self.quote(2, Self.long, article: 2, kind: .indirect),
        ]
        #expect(Self.publications(quotes).isEmpty)
        quotes += [
            Self.quote(3, Self.other, article: 3, said: "2020-05-04", published: "2020-05-04", kind: .indirect),
            Self.quote(4, Self.other, article: 2, kind: .indirect),
        ]
        #expect(Self.publications(quotes) == [2: "2020-05-04/2020-05-06"])
        quotes[2].said = DateInterval(iso: "2020-06-01").map { DatedEvidence($0, .weekday) }
        quotes[2].published = DateInterval(iso: "2020-06-01")
        #expect(Self.publications(quotes).isEmpty, "the days do not agree")
    }

    @Test func whatIsRecalledDatesNothing() {
        let quotes = [
            Self.quote(1, Self.long, article: 1, said: "2020-01-04", published: "2020-05-05"),
            Self.quote(2, Self.long, article: 2),
        ]
        #expect(Self.publications(quotes).isEmpty)
    }

    @Test func undatedArticlesOfOneQuotationAreDatedTogether() {
        let quotes = [
            Self.quote(1, Self.other, article: 1, said: "2020-05-04", published: "2020-05-04"),
            Self.quote(2, Self.other, article: 2), Self.quote(3, Self.long, article: 2),
            Self.quote(4, Self.long, article: 3),
        ]
        #expect(Self.publications(quotes).isEmpty, "seven words in common are no long quotation")
        let longer = quotes.map { quote in
            var quote = quote
            quote.text = quote.text.replacing("a month", with: "a month if the harbour and the pilots agree")
            return quote
        }
        #expect(Self.publications(longer) == [2: "2020-05-04/2020-05-05", 3: "2020-05-04/2020-05-05"])
    }
}
