import Articles
import Dates
import Evaluator
import QueryLanguage
import Text

/// Answers as JSON: one object a row. Keys have a fixed order and are only ever added; what is unknown is `null`.
enum JSONRows {
    /// Grows when a key changes its meaning.
    static let schema = 1

    /// One object a line; a line is made when it is asked for.
    static func lines(_ answer: Answer) -> some Sequence<String> {
        answer.rows.lazy.map { JSON.object([("schema", .number(schema))] + object($0, answer)).written + "\n" }
    }

    /// One object a line that says which statement of which script asked for it.
    static func lines(_ answer: Answer, asked place: (script: String, line: Int, question: String)) -> String {
        let asked = JSON.object([
            ("script", .text(place.script)), ("line", .number(place.line)), ("question", .text(place.question)),
        ])
        return answer.rows.map { row in
            JSON.object([("schema", .number(schema)), ("asked", asked)] + object(row, answer)).written + "\n"
        }.joined()
    }

    /// Writes one object with the rows and what is to be said about them, row by row.
    static func writeDocument(_ answer: Answer, put: (String) throws -> Void) rethrows {
        let notes = answer.notes.map { note -> JSON in
            .object([
                ("code", .text(note.code)), ("severity", .text(note.severity.rawValue)),
                ("message", .text(note.message)),
            ])
        }
        let beginning = JSON.object([("schema", .number(schema)), ("rows", .list([]))]).written
        let end = JSON.object([
            ("total", .number(answer.total)), ("ties", .number(answer.ties)), ("unknown", .number(answer.unknown)),
            ("notes", .list(notes)),
        ])
        // Between the brackets of the empty list; the braces of both objects become one pair.
        try put(String(beginning.dropLast(2)))
        for (index, row) in answer.rows.enumerated() {
            try put((index > 0 ? "," : "") + JSON.object(object(row, answer)).written)
        }
        try put("],\(end.written.dropFirst())\n")
    }

    private typealias Pairs = [(key: String, value: JSON)]

    private static func object(_ row: Answer.Row, _ answer: Answer) -> Pairs {
        // Not of every row: those of a count would be read for nothing.
        var quotes: JSON { .list(row.quotes.map { .object(quote($0.record)) }) }
        switch row.subject {
        case .statement(let statement):
            return self.statement(row, statement) + [("quotes", quotes), ("others", .number(row.others))]
        case .quote:
            guard let record = row.quotes.first?.record else { return [] }
            return quote(record) + [
                ("speakers", names(record.speakers)), ("kind", .text(record.quote.kind.rawValue)),
                ("cue", JSON(record.printed.cue)), ("said", JSON(record.saidEvidence?.value.description)),
                ("said_basis", JSON(record.saidEvidence?.basis.rawValue)), ("place", JSON(record.placeEvidence?.name)),
            ]
        case .article(let article):
            return self.article(article) + [("quotes", quotes)]
        case .speaker(let record):
            return [
                ("speaker", .text(record.speaker.name)), ("kind", .text(record.speaker.kind.rawValue)),
                ("aliases", .list(record.speaker.aliases.map(JSON.text))), ("role", JSON(record.speaker.role)),
                ("organisation", JSON(record.speaker.organisation)), ("count", .number(row.quoteCount)),
                ("quotes", quotes), ("roles", .list((record.profile?.roles ?? []).map(role))),
                ("joined", .list((record.profile?.joins ?? []).map(join))),
            ]
        case .outlet(let name):
            return [("outlet", JSON(name)), ("count", .number(row.quoteCount)), ("quotes", quotes)]
        case .group(let keys, let count):
            let names = answer.grouping.map { $0.unit?.rawValue ?? $0.field.rawValue }
            let share = Share(row, of: answer).map { [("share", $0.fraction)] } ?? []
            return zip(names, keys).map { ($0, key($1)) } + [("count", .number(count))] + share
        case .change(let change):
            return article(change.article) + [
                ("from", .number(change.from)), ("to", .number(change.to)), ("line", .number(change.line)),
                ("pieces", .list(change.pieces.map(piece))), ("quotes", quotes),
            ]
        }
    }

    private static func role(_ role: SpeakerProfile.Role) -> JSON {
        .object([
            ("role", .text(role.name)), ("first", JSON(role.days?.first.description)),
            ("last", JSON(role.days?.last.description)), ("articles", .number(role.articles)),
        ])
    }

    private static func join(_ join: SpeakerProfile.Join) -> JSON {
        .object([
            ("name", .text(join.name)), ("is", .text(join.reason.name)), ("rule", .text(join.reason.rule.rawValue)),
            ("why", .text(join.reason.rule.words)), ("source", .text(join.source)),
            ("articles", .number(join.articles)),
        ])
    }

    private static func statement(_ row: Answer.Row, _ statement: StatementRecord) -> Pairs {
        let lead = row.lead?.record
        let said = [statement.said, lead?.saidEvidence].compactMap { $0 }.first { $0.basis != .publication }
        var speakers: [SpeakerRecord] = []
        for speaker in row.quotes.flatMap(\.record.speakers) where !speakers.contains(where: { $0.id == speaker.id }) {
            speakers.append(speaker)
        }
        var outlets: [JSON] = []
        for outlet in row.quotes.map({ JSON($0.record.article.metadata.outlet) }) where !outlets.contains(outlet) {
            outlets.append(outlet)
        }
        return [
            ("speakers", names(speakers)), ("text", JSON(lead?.text)), ("kind", JSON(lead?.quote.kind.rawValue)),
            ("cue", JSON(lead?.printed.cue)), ("said", JSON(said?.value.description)),
            ("said_basis", JSON(said?.basis.rawValue)),
            ("place", JSON((statement.place ?? lead?.placeEvidence)?.name)), ("outlets", .list(outlets)),
        ]
    }

    private static func quote(_ record: QuoteRecord) -> Pairs {
        let metadata = record.article.metadata
        let to = record.addressee?.speaker.name ?? record.printed.addressee
        let via = record.via.isEmpty ? record.printed.via : record.via.map(\.speaker.name)
        return [
            ("article", .text(metadata.title ?? record.article.source)), ("outlet", JSON(metadata.outlet)),
            ("published", JSON(metadata.published?.value.description)), ("version", .number(record.version)),
            ("source", .text(record.article.source)), ("line", .number(record.line)),
            ("segments", segments(record)), ("text", .text(record.text)),
            ("speaker_text", JSON(record.printed.speakers.first)), ("to", JSON(to)),
            ("via", .list(via.map(JSON.text))), ("column", .number(record.column)),
            ("versions", .list(record.versions.map(JSON.number))), ("reference", .text(record.reference)),
            ("cue_lemma", JSON(record.quote.cue?.lemma)), ("stands_for", JSON(record.printed.antecedent)),
            ("confidence", .real(record.quote.confidence)), ("corrected", .list(corrected(record))),
        ]
    }

    /// The properties that a person corrected.
    private static func corrected(_ record: QuoteRecord) -> [JSON] {
        Decision.Property.allCases.filter { record.correction(of: $0) != nil }.map { .text($0.rawValue) }
    }

    /// Code points of the source; `null` where they were not counted, since bytes under this name would be wrong.
    private static func segments(_ record: QuoteRecord) -> JSON {
        guard record.codePoints.count == record.quote.segments.count else { return .null }
        return .list(record.codePoints.map { .list($0.map(JSON.number)) })
    }

    private static func article(_ article: ArticleRecord) -> Pairs {
        let metadata = article.metadata
        return [
            ("article", .text(metadata.title ?? article.source)), ("outlet", JSON(metadata.outlet)),
            ("title", JSON(metadata.title)), ("byline", JSON(metadata.byline)), ("url", JSON(metadata.url)),
            ("published", JSON(metadata.published?.value.description)), ("source", .text(article.source)),
            ("versions", .list(article.versions.map(JSON.number))),
        ]
    }

    private static func names(_ speakers: [SpeakerRecord]) -> JSON { .list(speakers.map { .text($0.speaker.name) }) }

    private static func key(_ key: Answer.GroupKey?) -> JSON {
        switch key {
        case .text(let text): .text(text)
        case .number(let number): .real(number)
        case .date(let days): .text(days.description)
        case nil: .null
        }
    }

    private static func piece(_ piece: Answer.Change.Piece) -> JSON {
        switch piece {
        case .kept(let text): .object([("kept", .text(text))])
        case .dropped(let text): .object([("dropped", .text(text))])
        case .added(let text): .object([("added", .text(text))])
        }
    }
}
