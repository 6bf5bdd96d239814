import ArticleStore
import Articles
import Dates
import QueryLanguage
import Text

/// Counting: `how many NOUN [per FIELD and FIELD]`.
enum Grouping {
    /// The most rows to which gaps between dates are filled.
    static let gapLimit = 1000

    /// The rows of a count and the distinct total. `drafts` are the things that are counted.
    static func rows(_ drafts: [RowDraft], _ query: Query) throws -> [Answer.Row] {
        guard !query.grouping.isEmpty else {
            let quotes = drafts.flatMap(\.quotes).unique
            return [Answer.Row(subject: .group(keys: [], count: drafts.count), quotes: quotes)]
        }
        var groups: [[Answer.GroupKey?]: (things: Set<RowKey>, quotes: [MatchedQuote])] = [:]
        var givingUp = GivingUp()
        for draft in drafts {
            for quote in draft.quotes {
                try givingUp.step()
                for keys in combinations(of: quote.record, query.grouping) {
                    groups[keys, default: ([], [])].things.insert(draft.key)
                    groups[keys, default: ([], [])].quotes.append(quote)
                }
            }
        }
        let rows = try groups.map { keys, group in
            try givingUp.step()
            return Answer.Row(
                subject: .group(keys: keys, count: group.things.count),
                quotes: group.quotes.unique.sorted { Order.before($0.record, $1.record) })
        }
        return try completed(rows, query)
    }

    /// Rows of groups in their order, with the gaps between dates filled.
    static func completed(_ rows: [Answer.Row], _ query: Query) throws -> [Answer.Row] {
        let keys = rows.compactMap { row in if case .group(let keys, _) = row.subject { keys } else { nil } }
        let gaps = try gaps(between: keys, query.grouping).map {
            Answer.Row(subject: .group(keys: $0, count: 0), quotes: [])
        }
        return try sort(rows + gaps, query)
    }

    /// All groups that a quote belongs to: joint speakers give one each.
    private static func combinations(of record: QuoteRecord, _ grouping: [Query.Grouping]) -> [[Answer.GroupKey?]] {
        grouping.reduce([[]]) { before, next in
            let keys = keys(of: record, next)
            return before.flatMap { start in keys.map { start + [$0] } }
        }
    }

    /// The groups of one field that a quote belongs to.
    static func keys(of record: QuoteRecord, _ grouping: Query.Grouping) -> [Answer.GroupKey?] {
        switch grouping.field.type {
        case .date:
            guard let days = FieldValues.days(grouping.field, of: record) else { return [nil] }
            guard let unit = grouping.unit else { return [.date(days)] }
            // A date that is not known to the unit belongs to no one day, week or month.
            let interval = unit.interval(of: days.first)
            return [interval.contains(days) ? .date(interval) : nil]
        case .number:
            return [FieldValues.number(grouping.field, of: record).map { .number($0) }]
        default:
            let isPhrase = [Field.occasion, .medium, .to].contains(grouping.field)
            var texts = FieldValues.texts(grouping.field, of: record)
            if grouping.field == .article { texts = [record.article.metadata.title ?? record.article.source] }
            if isPhrase { texts = texts.map(HeadPhrase.text) }
            return texts.isEmpty ? [nil] : texts.unique.map { .text($0) }
        }
    }

    /// The days, weeks, months or years between the first and the last that have rows, with all other keys that there are.
    private static func gaps(
        between keys: [[Answer.GroupKey?]], _ grouping: [Query.Grouping]
    ) throws -> [[Answer.GroupKey?]] {
        guard grouping.contains(where: { $0.unit != nil }) else { return [] }
        var givingUp = GivingUp()
        var known: Set<[Answer.GroupKey?]> = []
        for keys in keys {
            try givingUp.step()
            known.insert(keys)
        }
        for (position, field) in grouping.enumerated() {
            guard let unit = field.unit else { continue }
            let dates = try known.compactMap { keys -> DateInterval? in
                try givingUp.step()
                return if case .date(let interval) = keys[position] { interval } else { nil }
            }
            guard let first = dates.min(), let last = dates.max() else { continue }
            var all: [DateInterval] = [first]
            while let current = all.last, current < last, all.count <= gapLimit {
                all.append(unit.interval(of: current.last.adding(days: 1)))
            }
            var others: Set<[Answer.GroupKey?]> = []
            for var keys in known {
                try givingUp.step()
                keys[position] = nil
                others.insert(keys)
                if all.count * others.count > gapLimit { break }
            }
            guard all.count * others.count <= gapLimit else { continue }
            for other in others {
                for date in all {
                    var keys = other
                    keys[position] = .date(date)
                    known.insert(keys)
                }
            }
        }
        return Array(known.subtracting(keys))
    }

    /// Rows of groups as `GroupOrder` has them.
    private static func sort(_ rows: [Answer.Row], _ query: Query) throws -> [Answer.Row] {
        let groups = rows.map { row -> (keys: [Answer.GroupKey?], count: Int) in
            if case .group(let keys, let count) = row.subject { (keys, count) } else { ([], 0) }
        }
        return try GroupOrder(groups, query).sorted().map { rows[$0] }
    }
}

extension Query.Grouping {
    /// Whether the groups are days or longer times, which stand in their own order.
    var isDate: Bool { field.type == .date }
}

extension DateUnit {
    /// The day, ISO week, month or year that a day lies in.
    func interval(of day: CalendarDay) -> DateInterval {
        let (year, month, _) = day.components
        switch self {
        case .day: return DateInterval(day)
        case .week:
            let monday = day.latest(.monday)
            return DateInterval(monday, monday.adding(days: 6))
        case .month: return DateInterval(year: year, month: month) ?? DateInterval(day)
        case .year: return DateInterval(year: year) ?? DateInterval(day)
        }
    }
}
