import ArticleStore
import Articles
import Text

extension QuoteRecord {
    /// A quote of which nothing is known, by which conditions are tested where only one field of a quote is at hand.
    static let blank = QuoteRecord(
        id: -1, reference: "",
        article: ArticleRecord(id: -1, source: "", metadata: Metadata(), versions: []), version: 0, isLatest: true,
        versions: [], quote: Quote(segments: [ByteRange(0, 0)], kind: .direct, zone: .body), people: [],
        segmentTexts: [""], printed: Printed(), line: 0, column: 0,
        statement: StatementRecord(id: -1, said: nil, place: nil, reports: 0))

    /// A quote without words, by which conditions on articles are tested where no quote is at hand.
    init(standingFor article: ArticleRecord) {
        self = .blank
        self.article = article
    }

    /// A quote with its words alone.
    init(standingFor words: PrintedWords) {
        self = .blank
        segmentTexts = words.texts
        printed.antecedent = words.antecedent
    }

    /// A quote of which only the speakers are known.
    init(standingFor speakers: [SpeakerRecord]) {
        self = .blank
        people = speakers
        quote.speakers = speakers.indices.map { Mention(range: nil, speaker: $0) }
    }

    /// A quote of which is known to whom it was said, or through whom it came, alone.
    init(standingFor mentions: [(speaker: SpeakerRecord?, text: String?)], areAddressees: Bool) {
        self = .blank
        for (speaker, text) in mentions {
            let mention = Mention(range: nil, speaker: speaker == nil ? nil : people.count)
            if let speaker { people.append(speaker) }
            if areAddressees {
                quote.addressee = mention
                printed.addressee = text
            } else {
                quote.via.append(mention)
                if let text { printed.via.append(text) }
            }
        }
    }
}
