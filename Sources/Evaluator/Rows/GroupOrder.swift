import ArticleStore
import QueryLanguage

/// The order of groups: by the keys that a question names; then dates in their order, all else by count, most first, then by the key's
/// bytes; unknown last.
///
/// Each key is a number here. Who orders all groups gives the keys places first, so that no two groups are compared by their texts; where only
/// the first few are looked for, hardly any two are equal in what counts before the texts.
struct GroupOrder {
    typealias Keys = [Answer.GroupKey?]

    private let query: Query
    private let width: Int
    /// For each field, whether its keys stand in their own order and not in that of their counts.
    private let areDates: [Bool]
    private let counts: [Int]
    /// For each field, the number of each group's key, and the keys by their numbers.
    private let fields: [(numbers: [Int32], keys: Keys)]
    /// For each field, the place of each of its keys among them, where that was looked for.
    private var places: [[Int32]] = []
    /// For each group and each of its keys, how much all groups have that begin with the same keys up to it.
    private var totals: [Int]

    /// The order of some groups.
    init(_ groups: [(keys: Keys, count: Int)], _ query: Query) throws {
        var givingUp = GivingUp()
        let fields = try query.grouping.indices.map { position in
            var codes = Codes<Answer.GroupKey?>()
            let numbers = try groups.map { group in
                try givingUp.step()
                return codes.number(of: group.keys[position])
            }
            return (numbers, codes.values)
        }
        try self.init(counts: groups.map(\.count), fields, query)
    }

    /// The order of groups of which the keys are numbers already.
    /// - Parameter fields: for each field that is grouped by, the number of each group's key, and the keys by their numbers.
    init(counts: [Int], _ fields: [(numbers: [Int32], keys: Keys)], _ query: Query) throws {
        var givingUp = GivingUp()
        self.query = query
        self.counts = counts
        self.fields = fields
        width = fields.count
        areDates = query.grouping.map(\.isDate)
        totals = Array(repeating: 0, count: counts.count * width)
        // The number of what the groups have in common up to the position at hand.
        var beginnings = [Int32](repeating: 0, count: counts.count)
        for (position, field) in fields.enumerated() {
            // No two groups have all keys in common, and those that have the first one are numbered by it.
            if position == width - 1, width > 1 {
                for index in counts.indices { totals[index * width + position] = counts[index] }
                continue
            }
            var prefixes = Codes<Int>()
            var sums = [Int](repeating: 0, count: position == 0 ? field.keys.count : 0)
            for index in counts.indices {
                try givingUp.step()
                var number = field.numbers[index]
                if position > 0 {
                    number = prefixes.number(of: Int(beginnings[index]) * field.keys.count + Int(number))
                    if number == sums.count { sums.append(0) }
                }
                sums[Int(number)] += counts[index]
                beginnings[index] = number
            }
            for index in counts.indices { totals[index * width + position] = sums[Int(beginnings[index])] }
        }
    }

    /// The places of all groups in this order.
    func sorted() throws -> [Int] {
        var order = self
        order.places = try fields.map { try GroupOrder.places(of: $0.keys) }
        return try counts.indices.sortedUnlessGivenUp(by: order.isBefore)
    }

    /// Whether a group stands before another one.
    func isBefore(_ a: Int, _ b: Int) -> Bool {
        for key in query.order {
            var order = 0
            switch key.field {
            case .count: order = Order.number(counts[a], counts[b])
            case .context: continue
            case .field(let field):
                guard let position = query.grouping.firstIndex(where: { $0.field == field }) else { continue }
                order = compare(a, b, position)
                if order != 0, isUnknown(a, position) || isUnknown(b, position) { return order < 0 }
            }
            if order != 0 { return key.isDescending ? order > 0 : order < 0 }
        }
        for position in 0..<width {
            let (first, second) = (a * width + position, b * width + position)
            if fields[position].numbers[a] == fields[position].numbers[b] { continue }
            if !areDates[position], totals[first] != totals[second] {
                return totals[first] > totals[second]
            }
            return compare(a, b, position) < 0
        }
        return false
    }

    private func isUnknown(_ group: Int, _ position: Int) -> Bool {
        fields[position].keys[Int(fields[position].numbers[group])] == nil
    }

    /// Compares two groups by the keys of one field.
    private func compare(_ a: Int, _ b: Int, _ position: Int) -> Int {
        let (first, second) = (Int(fields[position].numbers[a]), Int(fields[position].numbers[b]))
        if !places.isEmpty { return Order.number(places[position][first], places[position][second]) }
        return GroupOrder.compare(fields[position].keys[first], fields[position].keys[second])
    }

    /// The place of each of some different keys in their order.
    private static func places(of keys: Keys) throws -> [Int32] {
        var places = [Int32](repeating: 0, count: keys.count)
        let order = try keys.indices.sortedUnlessGivenUp { compare(keys[$0], keys[$1]) < 0 }
        for (place, index) in order.enumerated() { places[index] = Int32(place) }
        return places
    }

    private static func compare(_ a: Answer.GroupKey?, _ b: Answer.GroupKey?) -> Int {
        switch (a, b) {
        case (.text(let a), .text(let b)): Order.bytes(a, b)
        case (.number(let a), .number(let b)): Order.number(a, b)
        case (.date(let a), .date(let b)): Order.number(a, b)
        case (nil, nil): 0
        case (nil, _): 1
        case (_, nil): -1
        default: 0
        }
    }
}
