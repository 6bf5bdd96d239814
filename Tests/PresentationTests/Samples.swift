import Articles
import Dates
import Evaluator
import QueryLanguage
import SpeechVerbs
import Text

/// Answers made by hand, as the evaluator would give them.
enum Samples {
    static let kerry = SpeakerRecord(
        id: 1, speaker: Speaker(name: "John Kerry", kind: .person, role: "US Secretary of State"), quotes: 4)
    static let lavrov = SpeakerRecord(
        id: 2, speaker: Speaker(name: "Sergei Lavrov", kind: .person, role: "Russian Foreign Minister"), quotes: 3)
    static let range = ByteRange(0, 0)

    static func article(_ id: Int64, _ source: String, _ outlet: String?, _ published: String? = "2014-01-13")
        -> ArticleRecord
    {
        let evidence = published.flatMap { DateInterval(iso: $0) }.map { DatedEvidence($0, .metadata) }
        return ArticleRecord(
            id: id, source: source, metadata: Metadata(outlet: outlet, published: evidence), versions: [0])
    }

    static let independent = article(1, "seeds/004_d7c9dd82ffc87941.txt", "The Independent")
    static let jazeera = article(2, "seeds/001_d73beca91227b034.txt", "Al Jazeera America")
    static let unknown = article(3, "seeds/000_92cd230a8ae956af.txt", nil)
    static let asahi = article(4, "seeds/asahi.txt", "朝日新聞")

    static func quote(
        _ id: Int64, _ segments: [String], marking words: String? = nil, by speakers: [SpeakerRecord] = [kerry],
        in article: ArticleRecord = independent, kind: Quote.Kind = .direct, said: String? = "2014-01-13",
        place: String? = nil, printed: QuoteRecord.Printed = .init()
    ) -> Answer.MatchedQuote {
        let evidence = said.flatMap { DateInterval(iso: $0) }.map { DatedEvidence($0, .weekday) }
        let spot = place.map { PlaceEvidence($0, .explicit) }
        let record = QuoteRecord(
            id: id, reference: "q:\(id)", article: article, version: 0, isLatest: true, versions: [0],
            quote: Quote(
                segments: segments.map { ByteRange(10, 10 + $0.utf8.count) }, kind: kind, zone: .body,
                cue: Cue(range: range, lemma: "say", act: .say),
                speakers: speakers.indices.map { Mention(range: nil, speaker: $0) }, said: evidence, place: spot),
            people: speakers, segmentTexts: segments, codePoints: segments.map { [10, 10 + $0.unicodeScalars.count] },
            printed: printed, line: 14, column: 2,
            statement: StatementRecord(id: id, said: evidence, place: spot, reports: 1))
        let matches = segments.map { text -> [ByteRange] in
            guard let words else { return [] }
            return Phrase(words).matches(in: Folding.words(in: text)).map { match in
                let folded = Folding.words(in: text)
                return ByteRange(folded[match.lowerBound].range.lower, folded[match.upperBound - 1].range.upper)
            }
        }
        return Answer.MatchedQuote(record: record, matches: matches)
    }

    static func statement(_ quotes: [Answer.MatchedQuote], others: Int = 0) -> Answer.Row {
        Answer.Row(subject: .statement(quotes[0].record.statement), quotes: quotes, others: others)
    }

    static func answer(_ question: Query.Question, _ rows: [Answer.Row]) -> Answer {
        Answer(query: Query(question: question, range: range), rows: rows, total: rows.count)
    }

    static let rows: [Answer.Row] = [
        statement([
            quote(
                1, ["The US and Russia are discussing ceasefire areas in Syria"], marking: "ceasefire", in: unknown,
                kind: .indirect)
        ]),
        statement(
            [
                quote(
                    2,
                    [
                        "We talked today about the possibility of trying to encourage a ceasefire.",
                        "Maybe a localized ceasefire in Aleppo and exchange of prisoners, delivering humanitarian aid to Syria",
                    ], marking: "ceasefire", in: unknown, place: "Paris"),
                quote(
                    3, ["We talked today about the possibility of trying to encourage a cease-fire"],
                    marking: "ceasefire", in: jazeera),
                quote(4, ["we talked about the possibility of trying to encourage a ceasefire."], marking: "ceasefire"),
            ], others: 2),
        statement([
            quote(
                5, ["they would push for \"localized cease-fires\" in Syria"], marking: "ceasefires",
                by: [kerry, lavrov],
                in: jazeera, kind: .mixed, printed: .init(addressee: "reporters", via: ["AFP"]))
        ]),
        statement([quote(6, ["停戦の可能性について話し合った、と\u{1B}[31m外相は\u{202E}述べた"], by: [], in: asahi, said: nil)]),
        statement([
            quote(
                7, ["an accusation"], by: [lavrov], kind: .indirect, said: nil,
                printed: .init(antecedent: "the Syrian military carried out the poison gas attack"))
        ]),
    ]

    static var who: Answer {
        var answer = answer(.who, rows)
        answer.unknown = 2
        answer.notes = [
            Diagnostic(
                code: "N0501", severity: .note,
                message: "`Kerry` can be 2 speakers, and all are answered for: John Kerry, Bob Kerry")
        ]
        return answer
    }

    static var groups: Answer {
        var answer = answer(
            .howMany(.quotes),
            [("John Kerry", 23), ("Sergei Lavrov", 12), ("US diplomats", 1), (nil, 3)].map { name, count in
                Answer.Row(subject: .group(keys: [name.map { .text($0) }], count: count), quotes: [])
            })
        answer.grouping = [.init(field: .speaker, range: range)]
        answer.total = 36
        return answer
    }

    static var changes: Answer {
        answer(
            .changes(ofQuotes: false),
            [
                Answer.Row(
                    subject: .change(
                        .init(
                            article: independent, from: 0, to: 1, line: 11,
                            pieces: [.kept("in the"), .dropped("midst"), .added("middle"), .kept("of the talks")])),
                    quotes: [])
            ])
    }
}
