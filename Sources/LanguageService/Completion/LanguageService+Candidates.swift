import QueryLanguage
import SpeechVerbs
import Text

extension LanguageService {
    /// What fits what the grammar wants at a place; of names, those alone that fit what is `typed` of them.
    func candidates(for expectation: Expected, in script: Script, typed: String) -> [Candidate] {
        switch expectation {
        case .statement:
            entries { $0 == .form || $0 == .command } + (script.statements.isEmpty ? entries { $0 == .dotCommand } : [])
        case .question: entries { $0 == .form }
        case .verb: verbs(past: script.asksWho)
        case .auxiliary: [Candidate(insertion: "did", label: "did", detail: "what did … say")]
        case .subject: names(vocabulary.speakerTable, typed, "quotes")
        case .noun: Query.Noun.allCases.flatMap { noun in entries { $0 == .form }.filter { $0.label == noun.rawValue } }
        case .words: entries { $0 == .matcher }.filter { $0.label == "exactly" || $0.label == "quoted" } + names(script)
        case .clause: clauses(script)
        case .field, .condition: fields { _ in true } + names(script)
        case .test(let field): tests(of: field)
        case .value(let field): values(of: field, typed) + names(script)
        case .property(let field): properties(of: field)
        case .date: dates
        case .place:
            values(of: .place, typed) + dates + [word("any version", "superseded versions too")]
        case .number: []
        case .format: entries { $0 == .format }
        case .groupKey:
            fields { $0.type != .text } + DateUnit.allCases.map { word($0.rawValue, "dates by \($0.rawValue)") }
        case .orderKey:
            (script.counts
                ? [word("count", "the number of a counted row")]
                : [word("left", "the words before what matched"), word("right", "the words after what matched")])
                + fields { _ in true }
        case .direction: [word("asc", "smallest first"), word("desc", "largest first")]
        case .connective: [word("and", "both"), word("or", "either")]
        case .equals: [word("=", "what the name stands for")]
        case .newName, .reference, .path, .quotedWords, .list: []
        case .rows:
            [
                ("no rows", "nothing is found"), ("at least", "so many rows or more"),
                ("at most", "so many rows or fewer"), ("every row where", "a condition on all quotes of all rows"),
                ("some row where", "a condition on one quote"), ("no row where", "a condition on none"),
                ("first row where", "a condition on the first row"),
            ].map { word($0.0, $0.1) }
        case .rowsWord: [word("rows", "of the answer above"), word("row", "of the answer above")]
        case .version: [word("version", "superseded versions too")]
        case .answer: [word("_", "the last answer")] + names(script)
        case .topic: fields { _ in true } + names(vocabulary.speakerTable, typed, "quotes")
        case .correction: [word("all", "every quote of the row")] + fields { Field.correctable.contains($0) }
        case .into: [word("into", "the name that stays")]
        case .from: [word("from", "the speaker whose name it is not")]
        }
    }

    private func word(_ text: String, _ detail: String) -> Candidate {
        Candidate(insertion: text, label: text, detail: detail)
    }

    private func entries(_ isWanted: (Catalogue.Kind) -> Bool) -> [Candidate] {
        Catalogue.entries.filter { isWanted($0.kind) }.map { word($0.name, $0.summary) }
    }

    private func clauses(_ script: Script) -> [Candidate] {
        entries { $0 == .clause }.filter { $0.label != "per" || script.counts }
    }

    private func fields(_ isWanted: (Field) -> Bool) -> [Candidate] {
        Field.allCases.filter(isWanted).map {
            var candidate = word($0.rawValue, "\($0.type.rawValue): \($0.summary), \($0.example)")
            candidate.aliases = $0.synonyms
            return candidate
        }
    }

    /// The names that `let` has defined.
    private func names(_ script: Script) -> [Candidate] {
        script.definitions.keys.sorted().map { word("$" + $0, "defined by `let`") }
    }

    /// Names with how often they occur; `unit` is in the plural.
    private func names(_ table: NameTable, _ typed: String, _ unit: String) -> [Candidate] {
        table.entries(for: typed).map {
            Candidate(
                insertion: nameLiteral($0.name), label: $0.name,
                detail: "\($0.count) \($0.count == 1 ? String(unit.dropLast()) : unit)", aliases: $0.aliases,
                isName: true)
        }
    }

    /// The forms that fit: `said` after `who`, `say` after `what did Kerry`; those that most texts use come first.
    private func verbs(past: Bool) -> [Candidate] {
        let common = ["say", "tell", "ask", "warn", "deny", "accuse", "announce", "claim", "promise", "call"]
        let ordered =
            common.compactMap { lemma in SpeechVerb.all.first { $0.lemma == lemma } }
            + SpeechVerb.all.filter { !common.contains($0.lemma) }
        return ordered.map { verb in
            let form = past ? verb.forms.dropFirst(2).first ?? verb.lemma : verb.lemma
            let text = verb.particle.map { form + " " + $0 } ?? form
            return word(text, verb.lemma == "say" ? "by any cue" : "the act: \(verb.act.rawValue)")
        }
    }

    private func tests(of field: Field) -> [Candidate] {
        let comparisons: [(String, String)] =
            switch field.type {
            case .date, .number:
                [
                    ("=", "is"), ("<", "less"), ("<=", "at most"), (">", "more"), (">=", "at least"),
                    ("between", "from, to"),
                ]
            case .text: [("has", "these words"), ("matches", "a regular expression"), ("=", "is")]
            case .choice, .name, .phrase, .verb: [("=", "is"), ("!=", "is not"), ("in (", "is one of")]
            case .truth: [("=", "is")]
            }
        return comparisons.map { word($0.0, $0.1) } + [word("is", "known, unknown")]
    }

    private func properties(of field: Field) -> [Candidate] {
        let named = field == .speaker || field == .to || field == .via
        return [word("known", "it was found"), word("unknown", "it was not found"), word("not", "the opposite")]
            + (named ? [word("named", "by a name"), word("unnamed", "described only")] : [])
    }

    private func values(of field: Field?, _ typed: String) -> [Candidate] {
        guard let field else { return [] }
        switch field {
        case .speaker: return names(vocabulary.speakerTable, typed, "quotes")
        case .to: return names(vocabulary.speakerTable, typed, "quotes") + known(field, typed)
        case .via:
            return names(vocabulary.outletTable, typed, "articles") + names(vocabulary.speakerTable, typed, "quotes")
        case .outlet: return names(vocabulary.outletTable, typed, "articles")
        case .kind: return Catalogue.kinds.map { word($0, "kind of quote") }
        case .cue: return verbs(past: false)
        case .corrected: return [word("true", "somebody corrected it"), word("false", "nobody did")]
        default: return field.type == .date ? dates : known(field, typed)
        }
    }

    /// What the archive has as a field.
    private func known(_ field: Field, _ typed: String) -> [Candidate] {
        valuesOf(field).map { names($0, typed, "quotes") } ?? []
    }

    private var dates: [Candidate] {
        [
            ("today", "this day"), ("yesterday", "the day before"), ("this month", "the calendar month"),
            ("last week", "Monday to Sunday"), ("last month", "the calendar month before"),
            ("last year", "the calendar year before"),
        ].map { word($0.0, $0.1) }
    }
}

extension Script {
    /// Whether the statement at the end is a `who` question.
    var asksWho: Bool { tree.nodes.last { $0.kind == .whoHead || $0.kind == .didHead }?.kind == .whoHead }

    /// Whether the statement at the end counts.
    var counts: Bool {
        let heads: Set<SyntaxNode.Kind> = [.whoHead, .didHead, .nounHead, .howManyHead, .wordingsHead, .changesHead]
        return tree.nodes.last { heads.contains($0.kind) }?.kind == .howManyHead
    }
}
