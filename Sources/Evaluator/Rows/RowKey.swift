import ArticleStore
import Articles
import QueryLanguage
import Text

/// What makes two quotes belong to one row.
enum RowKey: Hashable, Sendable {
    case quote(Int64)
    case statement(Int64)
    case article(Int64)
    case speaker(Int64)
    case outlet(String?)

    /// The rows that a quote belongs to: one for each of its joint speakers, else one.
    static func keys(of record: QuoteRecord, _ fold: Plan.Fold) -> [RowKey] {
        switch fold {
        case .quotes, .changes: [.quote(record.id)]
        case .statements: [.statement(record.statement.id)]
        case .articles: [.article(record.article.id)]
        case .speakers: record.speakers.map { .speaker($0.id) }.unique
        case .outlets: [.outlet(record.article.metadata.outlet)]
        }
    }

    /// What the row of this key shows, told by one of its quotes.
    func subject(_ record: QuoteRecord) -> Answer.Subject {
        switch self {
        case .quote: .quote
        case .statement: .statement(record.statement)
        case .article: .article(record.article)
        case .speaker(let id): record.people.first { $0.id == id }.map(Answer.Subject.speaker) ?? .quote
        case .outlet(let name): .outlet(name)
        }
    }
}

extension Array where Element: Hashable {
    /// The elements without repeats, in their order.
    var unique: [Element] {
        if count < 2 { return self }
        var seen: Set<Element> = []
        return filter { seen.insert($0).inserted }
    }
}

/// A quote that passed.
typealias MatchedQuote = Answer.MatchedQuote

/// The quotes of one row.
struct RowDraft {
    var key: RowKey
    var quotes: [MatchedQuote]

    /// Puts quotes, which are in the total order, into rows, in the order of each row's first quote.
    static func fold(_ quotes: [MatchedQuote], into fold: Plan.Fold) throws -> [RowDraft] {
        var rows: [RowDraft] = []
        var places: [RowKey: Int] = [:]
        var givingUp = GivingUp()
        for quote in quotes {
            try givingUp.step()
            for key in RowKey.keys(of: quote.record, fold) {
                if let place = places[key] {
                    rows[place].quotes.append(quote)
                } else {
                    places[key] = rows.count
                    rows.append(RowDraft(key: key, quotes: [quote]))
                }
            }
        }
        return rows
    }

    /// The row of an answer.
    var row: Answer.Row { Answer.Row(subject: key.subject(quotes[0].record), quotes: quotes) }

    /// Quotes that are printed alike in several versions of an article are one, told in the latest of those searched.
    static func foldVersions(_ records: [QuoteRecord]) throws -> [QuoteRecord] {
        struct Identity: Hashable {
            var article: Int64
            var versions: [Int]
            var text: String
            var speakers: [Int64]
        }
        func identity(_ record: QuoteRecord) -> Identity {
            Identity(
                article: record.article.id, versions: record.versions, text: Folding.key(record.text),
                speakers: record.speakers.map(\.id))
        }
        var latest: [Identity: Int] = [:]
        var givingUp = GivingUp()
        for record in records where record.versions.count > 1 {
            try givingUp.step()
            latest[identity(record)] = max(latest[identity(record)] ?? record.version, record.version)
        }
        return try records.filter { record in
            try givingUp.step()
            return record.versions.count < 2 || latest[identity(record)] == record.version
        }
    }
}
