import QueryLanguage

extension ScriptWriter {
    /// A question of any form.
    mutating func question() {
        let counts = head()
        clauses(counts: counts)
        if depth == 0, dice.happens(oneIn: 10) { written += "?" }
    }

    /// The head of a question; whether it counts.
    private mutating func head() -> Bool {
        switch dice.roll(8) {
        case 1, 2: who()
        case 3, 4: did()
        case 5:
            put("how")
            put("many")
            things()
            return true
        case 6:
            put("wordings")
            put("of")
            speech()
        case 7: changes()
        default:
            if dice.happens(oneIn: 8) { put("the") }
            things()
        }
        return false
    }

    private mutating func things() {
        put(dice.pick(Query.Noun.allCases).rawValue)
        if dice.roll(2) == 1 { speech() }
    }

    private mutating func who() {
        put(dice.pick(["who", "Who"]))
        let verb = dice.pick(ScriptWriter.verbs)
        if dice.happens(oneIn: 4) { put("has") }
        // The catalogue's example of a verb is a question in the past: `who called for`.
        for word in verb.example.split(separator: " ").dropFirst() { put(String(word)) }
        said(verb)
    }

    private mutating func did() {
        put(dice.pick(["what", "when", "where", "What"]))
        put(dice.pick(["did", "does", "has"]))
        if dice.happens(oneIn: 8) {
            put(.person)
        } else {
            name()
        }
        if dice.happens(oneIn: 8) {
            written += " or"
            name()
        }
        let verb = dice.pick(ScriptWriter.verbs)
        putOwn(verb.name)
        said(verb)
    }

    /// What follows a verb: somebody who is told, if it takes a person, and the words.
    private mutating func said(_ entry: Catalogue.Entry) {
        let parts = entry.name.split(separator: " ").map(String.init)
        let verb = SpokenVerb(parts[0], particle: parts.count > 1 ? parts[1] : nil)
        switch dice.roll(4) {
        case 1: putOwn(dice.pick(["Quill", "Boris Tern", "Washington"]))
        case 2: string()
        case 3 where verb?.takesPerson == true:
            putOwn(dice.pick(["Quill", "Boris Tern"]))
            string()
        default: mayBeNamed()
        }
    }

    private mutating func changes() {
        put("changes")
        if dice.roll(2) == 1 {
            put("of")
            put("quotes")
        }
        if dice.roll(2) == 1 {
            put("in")
            string()
        }
    }

    private static let verbs = Catalogue.entries.filter {
        if case .verb = $0.kind { true } else { false }
    }
}
