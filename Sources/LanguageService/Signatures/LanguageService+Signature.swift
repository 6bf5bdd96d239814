import QueryLanguage
import Text

extension LanguageService {
    /// The form of the clause, question or command that is being written at an offset; nil outside of all.
    package func signature(in draft: Draft, at offset: Int) -> Signature? {
        let index = draft.index(at: offset) ?? draft.pieces.count - 1
        guard draft.pieces.indices.contains(index) else { return nil }
        let piece = draft.pieces[index]
        guard piece.statementRange.lower < offset else { return nil }
        let before = draft.bytes.text(ByteRange(piece.range.lower, offset))
        // A line end ends what is being written, unless it is open.
        guard before.utf8.last != 0x0A || Script.isIncomplete(before) else { return nil }
        let script = Script(parsing: before, definitions: draft.definitions(above: index))
        let tree = script.tree
        guard let node = tree.nodes.indices.last(where: { Self.form(of: $0, tree) != nil }),
            let form = Self.form(of: node, tree)
        else { return nil }
        // Of a test the field is there already.
        let filled = Self.filled(node, tree) - (tree.nodes[node].kind == .test ? 1 : 0)
        return Signature(form.label, summary: form.summary, active: max(0, filled))
    }

    /// How many parts of a node are written and left behind.
    private static func filled(_ node: Int, _ tree: SyntaxTree) -> Int {
        let end = tree.bytes.count
        return tree.children(of: node).count { child in
            tree.nodes[child].kind != .missing && tree.range(of: child).upper < end && !tree.range(of: child).isEmpty
        }
    }

    private static func form(of node: Int, _ tree: SyntaxTree) -> (label: String, summary: String)? {
        let words = tree.text(of: node).lowercased().split(whereSeparator: \.isWhitespace).map(String.init)
        guard let word = words.first else { return nil }
        if tree.nodes[node].kind == .test {
            guard let field = tree.child(of: node, .field).flatMap({ Field(rawValue: tree.text(of: $0).lowercased()) })
            else { return nil }
            return ("\(field.rawValue) OPERATOR VALUE", "\(field.summary): \(field.example)")
        }
        guard let name = tree.nodes[node].kind.entryName(word), let label = labels[name],
            let entry = Catalogue.entries(named: name).first
        else { return nil }
        return (label, "\(entry.summary): \(entry.example)")
    }

    /// The forms by their names in the catalogue; the words in capitals are to be filled in.
    static let labels: [String: String] = [
        "who": "who VERB [WORDS]", "what did": "what did SPEAKER VERB [WORDS]",
        "when did": "when did SPEAKER VERB WORDS", "where did": "where did SPEAKER VERB WORDS",
        "how many": "how many NOUN [per FIELD]", "wordings of": "wordings of WORDS",
        "where": "where CONDITION [and CONDITION]", "about": "about WORDS", "with": "with WORDS",
        "without": "without WORDS", "by": "by NAME [or NAME]", "to": "to NAME [or NAME]", "via": "via NAME [or NAME]",
        "in": "in PLACE", "on": "on DATE", "since": "since DATE", "until": "until DATE",
        "before": "before DATE", "after": "after DATE", "between": "between DATE and DATE", "among": "among ANSWER",
        "per": "per FIELD [and FIELD]", "order by": "order by KEY [asc | desc]", "top": "top NUMBER [with ties]",
        "sample": "sample NUMBER [seed NUMBER]", "as": "as FORMAT", "let": "let NAME = VALUE", "expect": "expect ROWS",
        "show": "show ROW", "why": "why ROW", "open": "open ROW", "explain": "explain QUESTION",
        "describe": "describe NAME", "include": "include PATH", "reject": "reject ROW [all]",
        "correct": "correct ROW [all] FIELD = VALUE", "merge": "merge NAME into NAME", "split": "split NAME from NAME",
        "undo": "undo [NUMBER]",
    ]
}

extension SyntaxNode.Kind {
    /// The name in the catalogue of what begins with a word.
    fileprivate func entryName(_ word: String) -> String? {
        switch self {
        case .whoHead: "who"
        case .didHead: word + " did"
        case .howManyHead: "how many"
        case .wordingsHead: "wordings of"
        case .orderClause: "order by"
        case .whereClause, .aboutClause, .withClause, .withoutClause, .byClause, .toClause, .viaClause, .placeClause,
            .dateClause, .betweenClause, .versionClause, .amongClause, .perClause, .topClause, .sampleClause, .asClause,
            .definition, .expectation, .command:
            word
        default: nil
        }
    }
}
