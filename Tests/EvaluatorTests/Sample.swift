import ArticleStore
import Articles
import Dates
import QueryLanguage
import SpeechVerbs
import Text

@testable import Evaluator

/// A small archive made by hand: three articles, one of them in two versions.
enum Sample {
    static let kerry = SpeakerRecord(
        id: 1,
        speaker: Speaker(
            name: "John Kerry", kind: .person, aliases: ["Kerry", "US Secretary of State John Kerry", "Mr Kerry"],
            role: "US Secretary of State", organisation: "US State Department"), quotes: 4)
    static let lavrov = SpeakerRecord(
        id: 2,
        speaker: Speaker(
            name: "Sergei Lavrov", kind: .person, aliases: ["Sergey Lavrov", "Lavrov", "Sergey"],
            role: "Russian Foreign Minister"), quotes: 3)
    static let diplomats = SpeakerRecord(id: 3, speaker: Speaker(name: "US diplomats", kind: .unnamed), quotes: 1)
    static let states = SpeakerRecord(
        id: 4, speaker: Speaker(name: "United States", kind: .organisation, aliases: ["Washington"]), quotes: 1)
    static let bobKerry = SpeakerRecord(id: 5, speaker: Speaker(name: "Bob Kerry", kind: .person), quotes: 0)
    static let people = [kerry, lavrov, diplomats, states]

    static func day(_ text: String) -> DateInterval { DateInterval(iso: text) ?? DateInterval(CalendarDay(number: 0)) }

    static let independent = article(1, "c/004.txt", "The Independent", "2014-01-13")
    static let jazeera = article(2, "c/001.txt", "Al Jazeera America", "2014-01-14")
    static let unknown = article(3, "c/000.txt", nil, nil)
    static let guardian = article(4, "c/002.txt", "The Guardian", "2014-01-13", versions: [0, 1])
    static let articles = [independent, jazeera, unknown, guardian]
    static let names = NameBook(speakers: people, articles: articles)

    static func article(
        _ id: Int64, _ source: String, _ outlet: String?, _ published: String?, versions: [Int] = [0]
    ) -> ArticleRecord {
        let evidence = published.map { DatedEvidence(day($0), .metadata) }
        return ArticleRecord(
            id: id, source: source, metadata: Metadata(outlet: outlet, published: evidence), versions: versions)
    }

    static func quote(
        _ id: Int64, _ segments: [String], by speakers: [SpeakerRecord] = [kerry],
        in article: ArticleRecord = independent,
        kind: Quote.Kind = .direct, said: String? = nil, basis: DatedEvidence.Basis = .weekday, version: Int = 0,
        versions: [Int] = [0], statement: Int64? = nil, act: SpeechAct = .say, lemma: String = "say",
        cue: String = "said",
        printed: QuoteRecord.Printed = .init(), to: SpeakerRecord? = nil, via: [SpeakerRecord] = [],
        place: String? = nil,
        quoted: [ByteRange] = []
    ) -> QuoteRecord {
        var ranges: [ByteRange] = []
        var offset = Int(id) * 1000
        for segment in segments {
            ranges.append(ByteRange(offset, offset + segment.utf8.count))
            offset += segment.utf8.count + 20
        }
        let everyone = speakers + [to].compactMap { $0 } + via
        let index = { (record: SpeakerRecord) in everyone.firstIndex { $0.id == record.id } }
        let evidence = said.map { DatedEvidence(day($0), basis) }
        let spot = place.map { PlaceEvidence($0, .explicit) }
        var printed = printed
        if printed.cue == nil { printed.cue = cue }
        return QuoteRecord(
            id: id, reference: "q:\(id)", article: article, version: version,
            isLatest: version == article.versions.last,
            versions: versions,
            quote: Quote(
                segments: ranges, kind: kind, zone: .body, quotedParts: quoted,
                cue: Cue(range: ByteRange(0, 1), lemma: lemma, act: act),
                speakers: speakers.map { Mention(range: nil, speaker: index($0)) },
                addressee: to.map { Mention(range: nil, speaker: index($0)) },
                via: via.map { Mention(range: nil, speaker: index($0)) }, said: evidence, place: spot),
            people: everyone, segmentTexts: segments, codePoints: ranges.map { [$0.lower, $0.upper] }, printed: printed,
            line: Int(id), column: 1,
            statement: StatementRecord(id: statement ?? id, said: evidence, place: spot, reports: 1))
    }

    static let quotes: [QuoteRecord] = [
        quote(
            1,
            [
                "we talked about the possibility of trying to encourage a ceasefire.",
                "Maybe a localised ceasefire in Aleppo.",
            ],
            said: "2014-01-13", statement: 100, place: "Paris"),
        quote(
            2, ["We talked today about trying to encourage a cease-fire. Maybe a localized cease-fire in Aleppo"],
            in: jazeera, said: "2014-01-13", statement: 100,
            printed: .init(speakers: ["Kerry"], occasion: "a press conference after the meeting")),
        quote(
            3, ["they would push for \"localized cease-fires\" in Syria"], by: [kerry, lavrov], in: jazeera,
            kind: .mixed,
            said: "2014-01", quoted: [ByteRange(3000 + 21, 3000 + 42)]),
        quote(
            4, ["Tehran supports \"terrorist\" groups"], in: unknown, kind: .indirect, quoted: [ByteRange(4017, 4026)]),
        quote(
            5, ["the process was going to be difficult"], in: jazeera, kind: .indirect, said: "2014-01-13",
            printed: .init(addressee: "reporters")),
        quote(6, ["Iran might have a role"], by: [diplomats], in: jazeera, kind: .indirect),
        quote(
            7, ["an accusation"], by: [lavrov], in: unknown, kind: .indirect, act: .reject, lemma: "reject",
            cue: "rejected",
            printed: .init(antecedent: "the military carried out the gas attack")),
        quote(
            8, ["terrorists are many"], by: [lavrov], in: guardian, said: "2014-01-13", version: 1, versions: [0, 1]),
        quote(
            9, ["terrorists are many"], by: [lavrov], in: guardian, said: "2014-01-13", version: 0, versions: [0, 1],
            statement: 8),
        quote(
            10, ["it cannot lose"], in: guardian, kind: .indirect, version: 0, versions: [0], act: .warn, lemma: "warn",
            cue: "warned"),
        quote(11, ["aid will come"], by: [states], in: independent, kind: .indirect, said: "2014-03-02", via: [lavrov]),
        quote(12, ["somebody said so"], by: [], in: independent, kind: .indirect),
    ]

    /// Answers look-ups as an archive must: no quote too few, and by its index alone.
    static func source(_ quotes: [QuoteRecord] = quotes, isSmall: Bool = false) -> QuoteSource {
        var source = QuoteSource(isSmall: isSmall) { lookup in quotes.filter { passes($0, lookup) } }
        let latest = quotes.filter(\.isLatest)
        func terms(_ record: QuoteRecord) -> [String] {
            record.segmentTexts.flatMap { Folding.words(in: $0).indexTerms }
        }
        source.words.terms = { beginning, lengths in
            Set(quotes.flatMap(terms)).filter { $0.hasPrefix(beginning) && lengths.contains($0.utf8.count) }.sorted()
        }
        source.words.texts = { term in latest.filter { terms($0).contains(term) }.flatMap(\.segmentTexts) }
        source.words.values = { part in
            let values = latest.compactMap { record in
                switch part {
                case .place: record.placeEvidence?.name
                case .occasion: record.printed.occasion
                case .medium: record.printed.medium
                case .addressee: record.printed.addressee
                case .via: record.printed.via.first
                }
            }
            return Set(values).sorted().map { value in
                PrintedValue(text: value, quotes: values.count { $0 == value })
            }
        }
        return source
    }

    private static func passes(_ record: QuoteRecord, _ lookup: QuoteLookup) -> Bool {
        let text = [record.text, record.printed.antecedent ?? ""].map { Folding.words(in: $0).indexTerms }
        let terms = text.flatMap { $0 } + record.segmentTexts.flatMap { Folding.words(in: $0).indexTerms }
        func holds(_ term: String) -> Bool {
            term.hasSuffix("*") ? terms.contains { $0.hasPrefix(term.dropLast()) } : terms.contains(term)
        }
        guard lookup.terms.allSatisfy({ $0.contains(where: holds) }) else { return false }
        if let ids = lookup.speakers, !record.speakers.contains(where: { ids.contains($0.id) }) { return false }
        if let ids = lookup.articles, !ids.contains(record.article.id) { return false }
        if let ids = lookup.ids, !ids.contains(record.id) { return false }
        if let ids = lookup.statements, !ids.contains(record.statement.id) { return false }
        if let days = lookup.days {
            let own = [
                record.quote.said?.value, record.statement.said?.value, record.article.metadata.published?.value,
            ]
            guard own.compactMap({ $0 }).contains(where: days.overlaps) else { return false }
        }
        return lookup.inAnyVersion || record.isLatest
    }

    static let today = CalendarDay(iso: "2014-02-01") ?? CalendarDay(number: 0)

    /// The question in `text`, parsed.
    static func query(_ text: String) throws -> Query {
        let script = Script(parsing: text)
        let errors = script.diagnostics.filter { $0.severity == .error }.map(\.message)
        guard errors.isEmpty, case .question(let query)? = script.statements.first?.statement else {
            throw Wrong(text: text, errors: errors)
        }
        return query
    }

    /// The answer to a question over the sample.
    static func ask(_ text: String, _ quotes: [QuoteRecord] = quotes, isSmall: Bool = true) throws -> Answer {
        let plan = plan(try query(text), names: names, today: today)
        return try run(plan, names: names, source: source(quotes, isSmall: isSmall))
    }

    struct Wrong: Error {
        var text: String
        var errors: [String]
    }
}

extension Answer {
    /// The numbers of the quotes of each row, rows by `|`.
    var ids: String {
        rows.map { $0.quotes.map { String($0.record.id) }.joined(separator: ",") }.joined(separator: "|")
    }

    /// The groups as `key+key=count`.
    var counts: String {
        rows.compactMap { row in
            guard case .group(let keys, let count) = row.subject else { return nil }
            let names = keys.map { key in
                switch key {
                case .text(let text): text
                case .number(let number): String(number)
                case .date(let date): date.description
                case nil: "?"
                }
            }
            return names.joined(separator: "+") + "=\(count)"
        }.joined(separator: " ")
    }
}
