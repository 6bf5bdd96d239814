import QueryLanguage

extension ScriptWriter {
    /// Some clauses in any order; those that a question has once are written once.
    mutating func clauses(counts: Bool) {
        var once: Set<String> = counts ? [] : ["per"]
        for _ in 0..<dice.roll(5) {
            let entry = dice.pick(ScriptWriter.clauses)
            let key = entry.name == "sample" ? "top" : entry.name
            guard !["per", "order by", "top", "as"].contains(key) || once.insert(key).inserted else { continue }
            clause(entry, counts: counts)
        }
    }

    private mutating func clause(_ entry: Catalogue.Entry, counts: Bool) {
        putClause(entry.name)
        switch entry.name {
        case "where": condition()
        case "about", "with", "without": speech()
        case "by", "to", "via": names()
        case "in": inside()
        case "on", "since", "until", "before", "after": date()
        case "between":
            date()
            put("and")
            date()
        case "among":
            if dice.roll(2) == 1 { put(.question) } else { putSign("_") }
        case "per": groups()
        case "order by": keys(counts: counts)
        case "top":
            number()
            if dice.roll(2) == 1 {
                put("with")
                put("ties")
            }
        case "sample":
            number()
            if dice.roll(2) == 1 {
                put("seed")
                number()
            }
        case "as": put(dice.pick(OutputFormat.allCases).rawValue)
        default: written += entry.example.dropFirst(entry.name.count)
        }
    }

    private mutating func inside() {
        switch dice.roll(4) {
        case 1: date()
        case 2:
            put("any")
            put("version")
        case 3: string()
        default: putOwn(dice.pick(["Brightwater", "New York", "Montreux"]))
        }
    }

    private mutating func names() {
        name()
        while dice.happens(oneIn: 4) {
            put("or")
            name()
        }
    }

    private mutating func groups() {
        put(dice.pick(Field.allCases.map(\.rawValue) + DateUnit.allCases.map(\.rawValue)))
        while dice.happens(oneIn: 4) {
            if dice.roll(2) == 0 { put("and") } else { written += "," }
            put(dice.pick(Field.allCases).rawValue)
        }
    }

    private mutating func keys(counts: Bool) {
        for index in 0...dice.roll(3) {
            if index > 0 { written += "," }
            put(counts && dice.roll(2) == 1 ? "count" : dice.pick(Field.allCases).rawValue)
            switch dice.roll(3) {
            case 1: put("desc")
            case 2: put("asc")
            default: break
            }
        }
    }

    private mutating func number() { putOwn(String(1 + dice.roll(20))) }

    private static let clauses = Catalogue.entries.filter { $0.kind == .clause }
}
