import Text

/// The walks of life that a role belongs to, for telling two people of one name from each other.
struct RoleField: OptionSet, Hashable {
    let rawValue: UInt16

    static let office = RoleField(rawValue: 1 << 0)
    static let police = RoleField(rawValue: 1 << 1)
    static let law = RoleField(rawValue: 1 << 2)
    static let army = RoleField(rawValue: 1 << 3)
    static let business = RoleField(rawValue: 1 << 4)
    static let press = RoleField(rawValue: 1 << 5)
    static let science = RoleField(rawValue: 1 << 6)
    static let art = RoleField(rawValue: 1 << 7)
    static let sport = RoleField(rawValue: 1 << 8)
    static let medicine = RoleField(rawValue: 1 << 9)
    static let church = RoleField(rawValue: 1 << 10)
    static let work = RoleField(rawValue: 1 << 11)

    /// The field of a role: that of the last of its words that has one; none where no word has.
    init(of role: String) {
        let words = Folding.words(in: role).map(\.form)
        self = words.reversed().lazy.compactMap { RoleField.byWord[$0] }.first ?? []
    }

    init(rawValue: UInt16) { self.rawValue = rawValue }

    /// Whether nobody is likely to be in any of these fields and in any of those.
    func conflicts(with other: RoleField) -> Bool {
        guard !isEmpty, !other.isEmpty else { return false }
        return RoleField.all.allSatisfy { field in
            !contains(field) || other.isSubset(of: RoleField.apart[field] ?? [])
        }
    }

    /// Groups of fields, each of one person: joined where they do not conflict.
    static func groups(_ fields: [RoleField]) -> [RoleField] {
        var groups: [RoleField] = []
        for field in fields {
            let near = groups.filter { !$0.conflicts(with: field) }
            groups.removeAll { !$0.conflicts(with: field) }
            groups.append(near.reduce(field) { $0.union($1) })
        }
        return groups
    }

    private static let all = (0..<12).map { RoleField(rawValue: 1 << $0) }

    /// For each field, those that hardly anybody is in besides. Politics, law, business, the press and learning are often one career.
    private static let apart: [RoleField: RoleField] = {
        let pairs: [(RoleField, RoleField)] = [
            (.work, [.office, .police, .law, .army, .business, .press, .science, .medicine, .church]),
            (.police, [.business, .press, .science, .art, .sport, .medicine, .church]),
            (.sport, [.office, .law, .army, .science, .medicine, .church]),
            (.medicine, [.business, .art, .church]), (.church, [.business, .art, .army]),
        ]
        var apart: [RoleField: RoleField] = [:]
        for (field, others) in pairs {
            for other in all where others.contains(other) {
                apart[field, default: []].insert(other)
                apart[other, default: []].insert(field)
            }
        }
        return apart
    }()

    private static let byWord: [String: RoleField] = {
        let words: [(RoleField, String)] = [
            (
                .office,
                "president minister premier chancellor senator sen governor gov mayor congressman congresswoman representative rep "
                    + "secretary ambassador envoy diplomat lawmaker legislator politician king queen councilman councilwoman"
            ), (.police, "police sheriff detective constable trooper patrolman"),
            (.law, "judge justice lawyer attorney prosecutor counsel solicitor barrister"),
            (.army, "colonel lieutenant admiral sergeant soldier marine"),
            (.business, "executive ceo entrepreneur businessman businesswoman investor banker industrialist"),
            (.press, "reporter journalist columnist correspondent anchor broadcaster"),
            (
                .science,
                "professor scientist economist researcher historian physicist biologist chemist astronomer sociologist"
            ), (.art, "actor actress singer musician painter novelist filmmaker comedian rapper poet guitarist"),
            (
                .sport,
                "quarterback striker midfielder goalkeeper footballer golfer boxer pitcher linebacker shortstop winger coach"
            ), (.medicine, "physician surgeon nurse psychiatrist paramedic dentist"),
            (.church, "bishop archbishop cardinal pastor priest rabbi imam reverend vicar"),
            (
                .work,
                "farmer mechanic carpenter waitress waiter electrician plumber cook baker miner fisherman janitor barber "
                    + "shopkeeper resident villager homeowner neighbor neighbour pupil student schoolboy schoolgirl shopper"
            ),
        ]
        var table: [String: RoleField] = [:]
        for (field, list) in words {
            for word in list.split(separator: " ") { table[String(word)] = field }
        }
        return table
    }()
}
