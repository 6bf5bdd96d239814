import ArticleStore
import QueryLanguage

/// The order of groups: by the keys that a question names; then dates in their order, all else by count, most first, then by the key's
/// bytes; unknown last.
///
/// Each key is a number here, its place among the keys of its field, so that two groups are compared without looking at any text.
struct GroupOrder {
    typealias Keys = [Answer.GroupKey?]

    private let query: Query
    private let width: Int
    private let counts: [Int]
    /// For each group, the place of each of its keys among those of the field.
    private var ranks: [Int32]
    /// For each group and each of its keys, how much all groups have that begin with the same keys up to it.
    private var totals: [Int]
    /// The rank of what is unknown in each field; one that no key has where nothing is.
    private var unknown: [Int32] = []

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
        width = fields.count
        ranks = Array(repeating: 0, count: counts.count * width)
        totals = Array(repeating: 0, count: counts.count * width)
        // The number of what the groups have in common up to the position at hand.
        var beginnings = [Int32](repeating: 0, count: counts.count)
        for (position, field) in fields.enumerated() {
            let places = try GroupOrder.places(of: field.keys)
            unknown.append(field.keys.firstIndex(of: nil).map { places[$0] } ?? -1)
            var prefixes = Codes<Int>()
            var sums: [Int] = []
            for index in counts.indices {
                try givingUp.step()
                let number = prefixes.number(of: Int(beginnings[index]) * field.keys.count + Int(field.numbers[index]))
                if number == sums.count { sums.append(0) }
                sums[Int(number)] += counts[index]
                beginnings[index] = number
                ranks[index * width + position] = places[Int(field.numbers[index])]
            }
            for index in counts.indices { totals[index * width + position] = sums[Int(beginnings[index])] }
        }
    }

    /// The places of all groups in this order.
    func sorted() throws -> [Int] { try counts.indices.sortedUnlessGivenUp(by: isBefore) }

    private func isBefore(_ a: Int, _ b: Int) -> Bool {
        for key in query.order {
            var order = 0
            switch key.field {
            case .count: order = Order.number(counts[a], counts[b])
            case .context: continue
            case .field(let field):
                guard let position = query.grouping.firstIndex(where: { $0.field == field }) else { continue }
                let (first, second) = (ranks[a * width + position], ranks[b * width + position])
                order = Order.number(first, second)
                if order != 0, first == unknown[position] || second == unknown[position] { return order < 0 }
            }
            if order != 0 { return key.isDescending ? order > 0 : order < 0 }
        }
        for position in 0..<width {
            let (first, second) = (a * width + position, b * width + position)
            if ranks[first] == ranks[second] { continue }
            if !query.grouping[position].isDate, totals[first] != totals[second] {
                return totals[first] > totals[second]
            }
            return ranks[first] < ranks[second]
        }
        return false
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
