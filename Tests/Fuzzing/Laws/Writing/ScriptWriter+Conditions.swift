import QueryLanguage

extension ScriptWriter {
    /// A condition, simple or joined; nowhere do `and` and `or` meet without parentheses.
    mutating func condition() {
        switch depth < 3 ? dice.roll(10) : 0 {
        case 5:
            put("not")
            test()
        case 6:
            group { $0.condition() }
        case 7, 8:
            let connective = dice.pick(["and", "or"])
            for index in 0...(1 + dice.roll(2)) {
                if index > 0 { put(connective) }
                if dice.happens(oneIn: 4) { group { $0.condition() } } else { test() }
            }
        case 9: put(.condition)
        default: test()
        }
    }

    /// One field, tested in a way that fits it.
    private mutating func test() {
        let field = dice.pick(Field.allCases)
        put(field.rawValue)
        if dice.happens(oneIn: 8) {
            put("is")
            put(dice.pick(["known", "unknown"]))
            return
        }
        switch field.type {
        case .choice: equality { $0.put($0.dice.pick(Catalogue.kinds)) }
        case .name, .phrase:
            if [.speaker, .to, .via].contains(field), dice.happens(oneIn: 6) {
                put("is")
                put(dice.pick(["named", "unnamed"]))
            } else {
                equality { $0.name() }
            }
        case .text: text(field)
        case .date: comparison { writer, inList in writer.date(inList: inList) }
        case .number:
            comparison { writer, _ in
                if writer.dice.happens(oneIn: 8) {
                    writer.put(.number)
                } else {
                    writer.putOwn(writer.dice.pick(["0", "1", "2", "0.5", "20"]))
                }
            }
        case .verb: equality { $0.cue() }
        case .truth: equality { $0.put($0.dice.pick(["true", "false"])) }
        }
    }

    private mutating func cue() {
        if dice.happens(oneIn: 4) {
            put("exactly")
            string()
        } else {
            put(dice.pick(["warn", "deny", "say", "tell", "accuse"]))
        }
    }

    private mutating func equality(_ value: (inout ScriptWriter) -> Void) {
        switch dice.roll(5) {
        case 1: putSign("!=", blanks: dice.roll(2) == 0)
        case 2: put("is")
        case 3:
            list(value)
            return
        case 4:
            put("not")
            list(value)
            return
        default: putSign("=", blanks: dice.roll(2) == 0)
        }
        value(&self)
    }

    private mutating func list(_ value: (inout ScriptWriter) -> Void) {
        put("in")
        group { writer in
            value(&writer)
            while writer.dice.happens(oneIn: 2) {
                writer.written += ","
                value(&writer)
            }
        }
    }

    private mutating func comparison(_ value: (inout ScriptWriter, _ inList: Bool) -> Void) {
        switch dice.roll(4) {
        case 1: equality { value(&$0, true) }
        case 2:
            put("between")
            value(&self, false)
            put("and")
            value(&self, false)
        default:
            putSign(dice.pick(Comparison.allCases).rawValue, blanks: dice.roll(2) == 0)
            value(&self, false)
        }
    }

    private mutating func text(_ field: Field) {
        switch dice.roll(4) {
        case 1:
            put("matches")
            regex()
        case 2: equality { $0.string() }
        default:
            put("has")
            near()
        }
    }
}
