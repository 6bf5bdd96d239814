import ArticleStore
import Articles
import QueryLanguage

extension ColumnRun {
    /// `how many NOUN [per FIELD and FIELD]`.
    func counted() throws -> Answer? {
        let things = try things()
        let query = runner.plan.query
        let total = things.distinct(passed).count
        let limited: (rows: [Answer.Row], ties: Int)
        if query.grouping.isEmpty {
            let passed = passed
            let isEmpty = things.areRows
            let unread = unread(count: countWithThing(things)) {
                isEmpty ? passed.rows : ColumnRun.inOrderOfThings(passed.rows, things)
            }
            limited = try Limiting.limit([Answer.Row(subject: .group(keys: [], count: total), unread: unread)], query)
        } else {
            guard let groups = try groups(query.grouping) else { return nil }
            limited = try rows(groups, things)
        }
        return Answer(
            query: query, rows: limited.rows, grouping: query.grouping, total: total, ties: limited.ties,
            unknown: unknown(things), notes: runner.plan.notes)
    }

    private func countWithThing(_ things: Things) -> Int {
        things.areRows ? passed.count : things.rowsWithThings(passed.rows).count
    }

    /// The rows thing by thing, in the order of each thing's first row, each row once.
    private static func inOrderOfThings(_ rows: [Int32], _ things: Things) -> [Int32] {
        var places: [Int: Int] = [:]
        var lists: [[Int32]] = []
        things.forEach(of: rows) { index, thing in
            if let place = places[thing] {
                lists[place].append(rows[index])
            } else {
                places[thing] = lists.count
                lists.append([rows[index]])
            }
        }
        return lists.flatMap(\.self).unique
    }

    /// The rows of a count, one a group, in their order and as many as are wanted, and how many more tie with the last of them.
    private func rows(_ groups: Groups, _ things: Things) throws -> (rows: [Answer.Row], ties: Int) {
        let query = runner.plan.query
        let counted = try counted(groups, things)
        var made: [Int: Answer.Row] = [:]
        func row(_ index: Int) -> Answer.Row {
            // The same row each time, since it keeps the quotes that were read for it.
            if let row = made[index] { return row }
            let row = self.row(counted[index], groups, things)
            made[index] = row
            return row
        }
        if query.grouping.contains(where: { $0.unit != nil }) {
            // Days or months between those that come have rows too.
            let rows = try Grouping.completed(counted.indices.map(row), query)
            return try Limiting.limit(rows, query)
        }
        // Of many groups few are shown: the others stay numbers.
        let order = try GroupOrder(
            counts: counted.map(\.things), groups.keyNumbers(of: counted.map(\.group)), query)
        let limited: (rows: [Int], ties: Int)
        if query.order.allSatisfy({ $0.field == .count }) {
            let areTiedByCount = !query.order.isEmpty || query.grouping.map(\.isDate) == [false]
            limited = try Limiting.limit(counted.indices, query, isBefore: order.isBefore) {
                areTiedByCount && counted[$0].things == counted[$1].things
            }
        } else {
            limited = try Limiting.limit(try order.sorted(), query) { Limiting.areTied(row($0), row($1), query) }
        }
        return (limited.rows.map(row), limited.ties)
    }

    /// How many things and quotes are in each group that has any.
    private func counted(_ groups: Groups, _ things: Things) throws -> [Tallies.Group] {
        var tallies = Tallies(count: groups.count)
        var givingUp = GivingUp()
        let rows = passed.rows
        let numbers = groups.numbers(of: rows)
        let shared = things.areRows ? RowSet(of: things.count) : self.shared(things, rows)
        var members: [(place: Int32, thing: Int32)] = []
        var last = -1
        try things.forEach(of: rows) { index, thing in
            try givingUp.step()
            let isShared = shared.contains(thing)
            func add(to group: Int) {
                let place = tallies.add(to: group, quotes: index == last ? 0 : 1, things: isShared ? 0 : 1)
                if isShared { members.append((Int32(place), Int32(thing))) }
            }
            if numbers[index] >= 0 { add(to: numbers[index]) } else { groups.forEach(of: rows[index], add) }
            last = index
        }
        try tallies.countThings(of: members, atMost: things.count + 1, &givingUp)
        return tallies.all
    }

    /// The things to which several rows belong: what a row has alone need not be looked for in others.
    private func shared(_ things: Things, _ rows: [Int32]) -> RowSet {
        var (seen, shared) = (RowSet(of: things.count + 1), RowSet(of: things.count + 1))
        things.forEach(of: rows) { _, thing in
            if seen.contains(thing) { shared.insert(thing) } else { seen.insert(thing) }
        }
        return shared
    }

    private func row(_ counted: Tallies.Group, _ groups: Groups, _ things: Things) -> Answer.Row {
        let passed = passed
        let unread = unread(count: counted.quotes) {
            things.rowsWithThings(passed.rows).filter { row in
                var isInGroup = false
                groups.forEach(of: row) { if $0 == counted.group { isInGroup = true } }
                return isInGroup
            }
        }
        return Answer.Row(subject: .group(keys: groups.keys(of: counted.group), count: counted.things), unread: unread)
    }

    /// The groups of some fields; nil where one is no column, or where there could be more groups than can be numbered.
    private func groups(_ grouping: [Query.Grouping]) throws -> Groups? {
        var fields: [Groups.OfField] = []
        for field in grouping {
            if field.field == .speaker {
                fields.append(try groupsOfNames())
            } else if field.field.isOfSpeakers {
                let people = runner.names.speakersByNumber
                let texts = try table.speakerIDs().map { id in
                    people[id].flatMap { FieldValues.text(field.field, of: $0.speaker) }
                }
                let lists = try table.speakerLists()
                fields.append(
                    try Groups.OfField(try table.column(.speakers), count: lists.count, in: passed) { number in
                        if number < 0 { return [nil] }
                        let keys = lists[number].compactMap { texts[$0] }
                        return keys.isEmpty ? [nil] : keys.unique.map { .text($0) }
                    })
            } else if let axis = try Axis(field.field, table, runner.names) {
                fields.append(
                    try Groups.OfField(axis.numbers, count: axis.count, in: passed) { number in
                        Grouping.keys(of: axis.quote(Int32(number)), field)
                    })
            } else {
                return nil
            }
        }
        return Groups(fields)
    }

    /// The groups of speakers by their names, which are kept beside the columns: nothing else of the speakers is read for them, and no name
    /// compared with others.
    private func groupsOfNames() throws -> Groups.OfField {
        let (names, numbers) = try table.distinctNames()
        let lists = try table.speakerLists()
        var keys: [Answer.GroupKey?] = []
        // The key of each name, that of an unknown one last; -1 where it did not come yet.
        var places = [Int32](repeating: -1, count: names.count + 1)
        func place(_ name: Int) -> Int32 {
            if places[name] < 0 {
                places[name] = Int32(keys.count)
                keys.append(name < names.count ? .text(names[name]) : nil)
            }
            return places[name]
        }
        return try Groups.OfField(try table.column(.speakers), count: lists.count, in: passed) { number in
            number < 0 ? [place(names.count)] : lists[number].map { Int(numbers[$0]) }.unique.map(place)
        } keys: {
            keys
        }
    }
}

/// The groups that rows belong to, each one a number.
struct Groups: Sendable {
    private let fields: [OfField]
    /// How many numbers there are for groups, most of them of none.
    let count: Int

    /// The groups of one field.
    struct OfField: Sendable {
        /// The number of the field's value in each row.
        let column: [Int32]
        /// The group of each value, -1 first; -1 where no row has it, and below that for several groups: -2 for the first of `several`.
        private let groups: [Int32]
        private let several: [[Int32]]
        let keys: [Answer.GroupKey?]

        /// - Parameter keysOf: the keys of each value that comes in `rows`.
        init(_ column: [Int32], count: Int, in rows: RowSet, _ keysOf: (Int) -> [Answer.GroupKey?]) throws {
            var codes = Codes<Answer.GroupKey?>()
            try self.init(column, count: count, in: rows) {
                keysOf($0).map { codes.number(of: $0) }
            } keys: {
                codes.values
            }
        }

        /// - Parameters:
        ///   - groupsOf: the groups of each value that comes in `rows`.
        ///   - keys: the keys of all these groups by their numbers, asked for at last.
        init(
            _ column: [Int32], count: Int, in rows: RowSet, _ groupsOf: (Int) -> [Int32],
            keys: () -> [Answer.GroupKey?]
        ) throws {
            self.column = column
            var used = RowSet(of: count + 1)
            rows.forEach { used.insert(Int(column[$0]) + 1) }
            var groups = [Int32](repeating: -1, count: count + 1)
            var several: [[Int32]] = []
            var givingUp = GivingUp()
            for value in used.rows {
                try givingUp.step()
                let found = groupsOf(Int(value) - 1)
                if found.count != 1 { several.append(found) }
                groups[Int(value)] = found.count == 1 ? found[0] : -1 - Int32(several.count)
            }
            self.groups = groups
            self.several = several
            self.keys = keys()
        }

        /// Puts the group of each row behind the numbers that it has of other fields; -1 where that is not one group.
        fileprivate func add(to numbers: inout [Int], of rows: [Int32]) {
            let count = keys.count
            for index in rows.indices {
                let group = Int(groups[Int(column[Int(rows[index])]) + 1])
                numbers[index] = group < 0 || numbers[index] < 0 ? -1 : numbers[index] * count + group
            }
        }

        /// Tells the groups of a row.
        func forEach(of row: Int32, _ body: (Int) -> Void) {
            let group = groups[Int(column[Int(row)]) + 1]
            if group >= 0 { return body(Int(group)) }
            if group < -1 { for group in several[-2 - Int(group)] { body(Int(group)) } }
        }
    }

    init?(_ fields: [OfField]) {
        self.fields = fields
        var count = 1
        for field in fields {
            let (product, isTooLarge) = count.multipliedReportingOverflow(by: max(1, field.keys.count))
            if isTooLarge { return nil }
            count = product
        }
        self.count = count
    }

    /// The group of each of some rows; -1 where `forEach` tells of several or of none.
    func numbers(of rows: [Int32]) -> [Int] {
        var numbers = [Int](repeating: 0, count: rows.count)
        for field in fields { field.add(to: &numbers, of: rows) }
        return numbers
    }

    /// Tells the groups of a row.
    func forEach(of row: Int32, _ body: (Int) -> Void) { forEach(of: row, from: 0, group: 0, body) }

    private func forEach(of row: Int32, from field: Int, group: Int, _ body: (Int) -> Void) {
        guard field < fields.count else { return body(group) }
        fields[field].forEach(of: row) { key in
            forEach(of: row, from: field + 1, group: group * fields[field].keys.count + key, body)
        }
    }

    /// For each field the number of each group's key, and the keys by their numbers.
    func keyNumbers(of groups: [Int]) -> [(numbers: [Int32], keys: [Answer.GroupKey?])] {
        var size = count
        return fields.map { field in
            // The number of a group is read like a number of several digits, one a field.
            let outer = size
            size /= max(1, field.keys.count)
            return (groups.map { Int32($0 % outer / max(1, size)) }, field.keys)
        }
    }

    /// The keys of a group, one a field.
    func keys(of group: Int) -> [Answer.GroupKey?] {
        var rest = group
        var keys: [Answer.GroupKey?] = []
        for field in fields.reversed() {
            keys.append(field.keys[rest % field.keys.count])
            rest /= field.keys.count
        }
        return keys.reversed()
    }
}

/// How many things and quotes are in each of many groups.
private struct Tallies {
    /// The place of each group in `all`: a list where there are few groups, else only of those that come.
    private var dense: [Int32] = []
    private var sparse: [Int: Int] = [:]
    private(set) var all: [Group] = []

    /// A group by its number, and how much is in it.
    struct Group {
        let group: Int
        var things = 0
        var quotes = 0
    }

    init(count: Int) {
        if count < 1 << 22 { dense = Array(repeating: -1, count: count) }
    }

    private mutating func place(of group: Int) -> Int {
        if dense.isEmpty {
            if let place = sparse[group] { return place }
            sparse[group] = all.count
        } else {
            if dense[group] >= 0 { return Int(dense[group]) }
            dense[group] = Int32(all.count)
        }
        all.append(Group(group: group))
        return all.count - 1
    }

    /// Adds quotes and things to a group, and tells its place.
    mutating func add(to group: Int, quotes: Int, things: Int) -> Int {
        let place = place(of: group)
        all[place].quotes += quotes
        all[place].things += things
        return place
    }

    /// Adds to each group how many different things its members are, of which no number is as great as `count`.
    mutating func countThings(
        of members: [(place: Int32, thing: Int32)], atMost count: Int, _ givingUp: inout GivingUp
    ) throws {
        if members.isEmpty { return }
        let grouped = GroupedNumbers(members.lazy.map { Int($0.place) }, groups: all.count)
        // The last group that had a thing: a thing is new to the group at hand where that is another one.
        var last = [Int32](repeating: -1, count: count)
        for place in all.indices {
            for member in grouped[place] {
                try givingUp.step()
                let thing = Int(members[Int(member)].thing)
                if last[thing] == place { continue }
                last[thing] = Int32(place)
                all[place].things += 1
            }
        }
    }
}
