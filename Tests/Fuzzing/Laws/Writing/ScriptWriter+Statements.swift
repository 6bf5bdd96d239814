import QueryLanguage

extension ScriptWriter {
    /// One statement of any kind.
    mutating func statement() {
        switch dice.roll(12) {
        case 8: definition()
        case 9: expectation()
        case 10, 11: command()
        default: question()
        }
    }

    /// Gives a name of its own to something; no other statement uses it, so that any value fits.
    private mutating func definition() {
        put("let")
        named += 1
        putOwn(dice.pick(["mine", "Mine", "my_own", "my-own"]) + String(named))
        putSign("=", blanks: dice.roll(2) == 0)
        switch dice.roll(4) {
        case 0: matcher()
        case 1: condition()
        case 2: dice.roll(2) == 0 ? date(inList: true) : putOwn(String(dice.roll(100)))
        default: question()
        }
    }

    private mutating func expectation() {
        put("expect")
        switch dice.roll(4) {
        case 0:
            put("no")
            put("rows")
        case 1:
            for word in dice.pick([[], ["at", "least"], ["at", "most"]]) { put(word) }
            putOwn(String(dice.roll(4)))
            put(dice.pick(["rows", "row"]))
        default:
            put(dice.pick(["some", "every", "no", "first"]))
            put("row")
            put("where")
            condition()
        }
    }

    private mutating func command() {
        let entry = dice.pick(Catalogue.entries.filter { $0.kind == .command || $0.kind == .dotCommand })
        switch entry.name {
        case "let": definition()
        case "expect": expectation()
        case "show", "why", "open":
            put(entry.name)
            putOwn(dice.pick(["#1", "#12", "#2.1", "q:7f3a91c0d2e4b586"]))
        case "explain":
            put("explain")
            question()
        case "describe":
            put("describe")
            switch dice.roll(3) {
            case 0: break
            case 1: putOwn(dice.pick(Field.allCases).rawValue)
            default: name()
            }
        default: written += entry.example
        }
    }
}
