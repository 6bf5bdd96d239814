import ArticleStore
import Articles
import QueryLanguage
import Text

extension ColumnRun {
    /// A row of a list before its quotes are read.
    struct Draft {
        let thing: Int
        /// Its first row of the table.
        let first: Int32
        var count: Int

        init(thing: Int, first: Int32) {
            self.thing = thing
            self.first = first
            count = 1
        }

        /// A row of the table that is a thing of its own.
        init(of row: Int32) { self.init(thing: Int(row), first: row) }
    }

    /// The drafts that remain after `top`, how many there were, and how many more tie with the last.
    private typealias Listed = (drafts: [Draft], total: Int, ties: Int)

    /// A list of things; nil where its order takes what no column holds.
    func listed() throws -> Answer? {
        let query = runner.plan.query
        let things = try things()
        guard let listed = try things.areRows ? listedRows() : listed(try drafts(things)) else { return nil }
        var answer = Answer(
            query: query, rows: try rows(listed.drafts, things), total: listed.total, ties: listed.ties,
            unknown: unknown(things), notes: runner.plan.notes)
        switch runner.plan.fold {
        case .quotes, .statements, .changes: break
        case .articles, .speakers, .outlets: answer.reach = try reach(rows(of: listed.drafts, things))
        }
        return answer
    }

    /// Rows that are things of their own. Where they are wanted in the order of the table, or from its end, the others are not looked at.
    private func listedRows() throws -> Listed? {
        let query = runner.plan.query
        if case .top(let count, let withTies) = query.limit, query.order.count <= 1 {
            if query.order.isEmpty { return (passed.first(max(0, count)).map(Draft.init(of:)), passed.count, 0) }
            if query.order[0].isDescending, case .field(.date) = query.order[0].field {
                let rows = try latest(max(0, count))
                let kept = rows.prefix(withTies && count > 0 ? rows.count : max(0, count))
                return (kept.map(Draft.init(of:)), passed.count, count > 0 ? rows.count - kept.count : 0)
            }
        }
        return try listed(passed.rows.lazy.map(Draft.init(of:)))
    }

    private func listed(_ drafts: some RandomAccessCollection<Draft>) throws -> Listed? {
        let query = runner.plan.query
        let keys = try query.order.compactMap { try orderKey($0, drafts) }
        guard keys.count == query.order.count else { return nil }
        let byDefault = try defaultOrder()
        if byDefault == nil, keys.count == 1 {
            // One number holds what the key tells and the place: drafts stand in the order of their first rows.
            var ranked: [Int] = []
            ranked.reserveCapacity(drafts.count)
            for draft in drafts { ranked.append(keys[0].rank(draft) << 32 | ranked.count) }
            let limited = try Limiting.limit(ranked, query, isBefore: <) { $0 >> 32 == $1 >> 32 }
            let kept = limited.rows.map { drafts[drafts.index(drafts.startIndex, offsetBy: $0 & 0xFFFF_FFFF)] }
            return (kept, drafts.count, limited.ties)
        }
        let limited = try Limiting.limit(drafts, query) { a, b in
            for key in keys {
                let order = key.compare(a, b)
                if order != 0 { return order < 0 }
            }
            let order = byDefault?(a, b) ?? 0
            return order != 0 ? order < 0 : a.first < b.first
        } areTied: { a, b in
            areTied(a, b, keys)
        }
        return (limited.rows, drafts.count, limited.ties)
    }

    /// The rows of the last days, as many as it takes for `count` rows: the last day first, those of one day in their order, and behind them
    /// those of no known day.
    private func latest(_ count: Int) throws -> [Int32] {
        let dates = try table.column(.dates)
        var end = dates.partitioningIndex { $0 < 0 }
        let undated = passed.rows(in: end..<table.count)
        var rows: [Int32] = []
        while rows.count < count, let last = passed.last(before: end) {
            let start = dates.partitioningIndex { UInt32(bitPattern: $0) >= UInt32(bitPattern: dates[last]) }
            rows += passed.rows(in: start..<end)
            end = start
        }
        return rows.count < count ? rows + undated : rows
    }

    private func drafts(_ things: Things) throws -> [Draft] {
        var places = [Int32](repeating: -1, count: things.count + 1)
        var drafts: [Draft] = []
        var givingUp = GivingUp()
        let rows = passed.rows
        try things.forEach(of: rows) { index, thing in
            try givingUp.step()
            if places[thing] >= 0 {
                drafts[Int(places[thing])].count += 1
            } else {
                places[thing] = Int32(drafts.count)
                drafts.append(Draft(thing: thing, first: rows[index]))
            }
        }
        return drafts
    }

    // MARK: - Order

    /// One key of `order by`, as a number for each draft; nil where it is unknown.
    struct OrderKey {
        let value: (Draft) -> Int?
        let isDescending: Bool

        func compare(_ a: Draft, _ b: Draft) -> Int {
            let (first, second) = (value(a), value(b))
            guard let first, let second else { return Order.knownFirst(first, second) }
            return isDescending ? Order.number(second, first) : Order.number(first, second)
        }

        /// A number that is less where a draft stands before others.
        func rank(_ draft: Draft) -> Int {
            value(draft).map { isDescending ? Int(Int32.max) - 1 - $0 : $0 } ?? Int(Int32.max)
        }
    }

    private func orderKey(_ key: Query.OrderKey, _ drafts: some Collection<Draft>) throws -> OrderKey? {
        func known(_ rank: Int32) -> Int? { rank < 0 ? nil : Int(rank) }
        func firsts() -> RowSet { RowSet(drafts.lazy.map { Int($0.first) }, of: table.count) }
        switch key.field {
        case .field(.text), .field(.about), .field(.mentions):
            let ranks = try textRanks(firsts(), wantedTexts)
            return OrderKey(value: { known(ranks[Int($0.first)]) }, isDescending: key.isDescending)
        case .count: return OrderKey(value: { $0.count }, isDescending: key.isDescending)
        case .context(let side):
            guard let ranks = try contextRanks(firsts(), side, wantedTexts) else { return nil }
            return OrderKey(value: { known(ranks[Int($0.first)]) }, isDescending: key.isDescending)
        case .field(let field):
            if field == .speaker, runner.plan.fold == .speakers {
                let ranks = try Self.ranks(try table.speakerNames().map { .text($0) })
                return OrderKey(value: { ranks[$0.thing] }, isDescending: key.isDescending)
            }
            if let column = field.dates {
                // Days are numbered in their order.
                let numbers = try table.column(column)
                return OrderKey(value: { known(numbers[Int($0.first)]) }, isDescending: key.isDescending)
            }
            guard let axis = try Axis(field, table, runner.names) else { return nil }
            var used = RowSet(of: axis.count)
            passed.forEach { row in if axis.numbers[row] >= 0 { used.insert(Int(axis.numbers[row])) } }
            var values = [SortValue?](repeating: nil, count: axis.count)
            var givingUp = GivingUp()
            for number in used.rows {
                try givingUp.step()
                values[Int(number)] = SortValue(field, of: axis.quote(number))
            }
            let ranks = try Self.ranks(values)
            return OrderKey(
                value: { draft in
                    let number = Int(axis.numbers[Int(draft.first)])
                    return number < 0 ? nil : ranks[number]
                }, isDescending: key.isDescending)
        }
    }

    /// How many texts the order of this question takes: no more than it shows where it is the only order.
    private var wantedTexts: Texts.Wanted {
        let query = runner.plan.query
        guard query.order.count == 1, case .top(let count, _) = query.limit, count > 0 else { return .all }
        return query.order[0].isDescending ? .last(count) : .first(count)
    }

    /// Where each of some values stands among them; equal ones stand in one place.
    private static func ranks(_ values: [SortValue?]) throws -> [Int?] {
        let order = try values.indices.filter { values[$0] != nil }.sortedUnlessGivenUp { a, b in
            guard let first = values[a], let second = values[b] else { return false }
            return first < second
        }
        var ranks = [Int?](repeating: nil, count: values.count)
        var rank = 0
        for (place, index) in order.enumerated() {
            if place > 0, values[order[place - 1]] != values[index] { rank += 1 }
            ranks[index] = rank
        }
        return ranks
    }

    /// The order of things where no key decides; nil for that of their first quotes.
    private func defaultOrder() throws -> ((Draft, Draft) -> Int)? {
        switch runner.plan.fold {
        case .quotes, .statements, .changes: return nil
        case .articles: return { Order.number($0.thing, $1.thing) }
        case .speakers:
            let names = try table.speakerNames()
            return { a, b in
                if a.count != b.count { return b.count - a.count }
                let byName = Order.bytes(names[a.thing], names[b.thing])
                return byName != 0 ? byName : Order.number(a.thing, b.thing)
            }
        case .outlets:
            let names = try table.outlets()
            return { a, b in
                if a.count != b.count { return b.count - a.count }
                return Order.text(
                    a.thing < names.count ? names[a.thing] : nil, b.thing < names.count ? names[b.thing] : nil)
            }
        }
    }

    private func areTied(_ a: Draft, _ b: Draft, _ keys: [OrderKey]) -> Bool {
        if !keys.isEmpty { return keys.allSatisfy { $0.compare(a, b) == 0 } }
        switch runner.plan.fold {
        case .speakers, .outlets: return a.count == b.count
        case .quotes, .statements, .articles, .changes: return false
        }
    }

    // MARK: - Rows

    /// The rows of the table that stand behind drafts.
    private func rows(of drafts: [Draft], _ things: Things) -> RowSet {
        if things.areRows { return RowSet(drafts.map(\.thing), of: table.count) }
        return rows(of: drafts, things, among: passed)
    }

    /// The rows of some that belong to the things of drafts.
    private func rows(of drafts: [Draft], _ things: Things, among rows: RowSet) -> RowSet {
        let kept = RowSet(drafts.map(\.thing), of: things.count + 1)
        let all = rows.rows
        var found = RowSet(of: table.count)
        things.forEach(of: all) { index, thing in if kept.contains(thing) { found.insert(Int(all[index])) } }
        return found
    }

    private func rows(_ drafts: [Draft], _ things: Things) throws -> [Answer.Row] {
        switch runner.plan.fold {
        case .quotes, .changes:
            return try quotes(drafts.map(\.first)).map { Answer.Row(subject: .quote, quotes: [$0]) }
        case .statements:
            let quotes = try quotes(rows(of: drafts, things).rows)
            let places = Dictionary(grouping: quotes, by: \.record.statement.id)
            let firsts = Dictionary(quotes.map { ($0.record.id, $0.record.statement) }) { first, _ in first }
            let ids = try table.ids()
            let others = try others(drafts, things)
            var givingUp = GivingUp()
            return try drafts.compactMap { draft in
                try givingUp.step()
                guard let statement = firsts[Int64(ids[Int(draft.first)])] else { return nil }
                var row = Answer.Row(subject: .statement(statement), quotes: places[statement.id] ?? [])
                row.others = others[draft.thing] ?? 0
                return row
            }
        case .articles, .speakers, .outlets:
            let subjects = try subjects(drafts)
            let passed = passed
            var givingUp = GivingUp()
            return try zip(drafts, subjects).map { draft, subject in
                try givingUp.step()
                let unread = unread(count: draft.count) {
                    let rows = passed.rows
                    var found: [Int32] = []
                    things.forEach(of: rows) { index, thing in if thing == draft.thing { found.append(rows[index]) } }
                    return found
                }
                return Answer.Row(subject: subject, unread: unread)
            }
        }
    }

    /// How many reports of each statement did not pass.
    private func others(_ drafts: [Draft], _ things: Things) throws -> [Int: Int] {
        let searched = try table.searched(inAnyVersion: runner.plan.lookup.inAnyVersion)
        let reports = try withoutTwins(rows(of: drafts, things, among: searched)).subtracting(passed)
        var others: [Int: Int] = [:]
        things.forEach(of: reports.rows) { _, thing in others[thing, default: 0] += 1 }
        return others
    }

    /// What the rows of drafts are about.
    private func subjects(_ drafts: [Draft]) throws -> [Answer.Subject] {
        if runner.plan.fold == .outlets {
            let names = try table.outlets()
            return drafts.map { .outlet($0.thing < names.count ? names[$0.thing] : nil) }
        }
        let ids = runner.plan.fold == .speakers ? try table.speakerIDs() : try table.articleIDs()
        let wanted = Set(drafts.map { ids[$0.thing] })
        var subjects: [Int64: Answer.Subject] = [:]
        if runner.plan.fold == .speakers {
            for record in try source.speakers(wanted.sorted()) { subjects[record.id] = .speaker(record) }
        } else {
            for record in try source.articles(wanted.sorted()) { subjects[record.id] = .article(record) }
        }
        return drafts.map { subjects[ids[$0.thing]] ?? .quote }
    }
}
