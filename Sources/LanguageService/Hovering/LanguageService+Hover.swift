package import Dates
import QueryLanguage
import SpeechVerbs
import Text

extension LanguageService {
    /// What there is to say about what stands at an offset; nil where there is nothing.
    /// - Parameter today: the day that dates such as `yesterday` count from.
    package func hover(in draft: Draft, at offset: Int, today: CalendarDay) -> Hover? {
        if let name = draft.name(at: offset) { return hover(name, draft) }
        guard let piece = draft.piece(at: offset) else { return nil }
        let tree = piece.tree
        guard let token = tree.token(at: offset - piece.range.lower) else { return nil }
        guard let node = tree.nodes(around: token).first else { return nil }
        let range = tree.range(of: node)
        let text = tree.text(of: node)
        var hover: Hover?
        switch tree.nodes[node].kind {
        case .field, .orderKey: hover = Field(rawValue: text.lowercased()).map { Hover(of: $0, range) }
        case .verb: hover = Hover(verb: text, range)
        case .date:
            hover = DateExpression(written: text).map { date in
                Hover(range: range, title: text, lines: [date.interval(today: today).words])
            }
        case .name, .word, .subject, .names, .string: hover = self.hover(name: tree, node, range)
        default: break
        }
        guard var found = hover ?? Hover(keyword: tree, token) else { return nil }
        found.range = piece.absolute(found.range)
        return found
    }

    /// A name that `let` gives.
    private func hover(_ name: Draft.Name, _ draft: Draft) -> Hover? {
        let title = "$" + name.text
        switch draft.origin(of: name) {
        case nil: return nil
        case .elsewhere(let place):
            return Hover(range: name.range, title: title, lines: ["defined in \(place.path)"])
        case .here(let origin):
            guard let piece = draft.piece(at: origin.range.upper) else { return nil }
            let uses = draft.names(like: name).count { !$0.isDefinition }
            return Hover(
                range: name.range, title: title,
                lines: piece.remarks + ["used \(uses == 1 ? "once" : "\(uses) times")"],
                example: draft.bytes.text(piece.statementRange))
        }
    }

    /// A name of the archive.
    private func hover(name tree: SyntaxTree, _ node: Int, _ range: ByteRange) -> Hover? {
        let text = tree.text(of: node).trimmingQuotes
        let outlets = vocabulary.outlets.filter {
            $0.name == text || $0.name.split(separator: " ").contains(Substring(text))
        }
        if tree.asksForOutlet(node) {
            let lines = outlets.map { "\($0.name): \($0.count) article\($0.count == 1 ? "" : "s")" }
            return outlets.isEmpty ? nil : Hover(range: range, title: text, lines: lines)
        }
        let speakers = speakersCalled(text)
        if speakers.isEmpty { return nil }
        if speakers.count == 1 {
            return Hover(
                range: range, title: speakers[0].name, lines: [speakers[0].quotes] + speakers[0].details, person: text)
        }
        let known = speakers.prefix(5).map { "\($0.name): \($0.quotes)" }
        let more = speakers.count > 5 ? ["and \(speakers.count - 5) more"] : []
        return Hover(range: range, title: text, lines: known + more)
    }
}

extension Hover {
    fileprivate init(of field: Field, _ range: ByteRange) {
        self.init(
            range: range, title: field.rawValue, lines: [field.summary, "a field: \(field.type.rawValue)"],
            example: "quotes where \(field.example)")
    }

    /// The family of a verb: all verbs that perform its act are found by it.
    fileprivate init?(verb text: String, _ range: ByteRange) {
        let words = text.lowercased().split(separator: " ").map(String.init)
        guard let word = words.last(where: { SpokenVerb.isForm($0) }),
            let verb = SpokenVerb(word, particle: nil)
        else { return nil }
        guard let act = verb.acts.first else {
            self.init(range: range, title: text, lines: ["says, by any cue: said, told, warned, according to …"])
            return
        }
        let acts = verb.acts.map(\.rawValue).joined(separator: " or ")
        let family = SpeechVerb.all.filter { $0.act == act }.map { verb in
            verb.particle.map { "\(verb.lemma) \($0)" } ?? verb.lemma
        }
        let shown = family.prefix(16).joined(separator: ", ") + (family.count > 16 ? " …" : "")
        self.init(
            range: range, title: text,
            lines: [
                "the act: \(acts)", "finds what is said with \(shown)",
                "`cue = exactly \"\(word)\"` is this word alone",
            ])
    }

    /// A word of the language.
    fileprivate init?(keyword tree: SyntaxTree, _ token: Int) {
        let words = tree.tokens.indices.filter { tree.tokens[$0].kind == .word || tree.tokens[$0].kind == .dotCommand }
        guard let place = words.firstIndex(of: token) else { return nil }
        func text(_ index: Int) -> String {
            words.indices.contains(index) ? tree.bytes.text(tree.tokens[words[index]].range).lowercased() : ""
        }
        let phrases = [
            (text(place) + " " + text(place + 1), place, place + 1),
            (text(place - 1) + " " + text(place), place - 1, place),
            (text(place), place, place),
        ]
        for (phrase, first, last) in phrases {
            let entry = Catalogue.entries(named: phrase).first { entry in
                switch entry.kind {
                case .field, .verb: false
                default: true
                }
            }
            if let entry {
                let range = tree.tokens[words[first]].range.union(tree.tokens[words[last]].range)
                self.init(range: range, title: entry.name, lines: [entry.summary], example: entry.example)
                return
            }
        }
        return nil
    }
}

extension Draft.Piece {
    /// The comments right above the statement, without the one that names the archive.
    fileprivate var remarks: [String] {
        var remarks: [String] = []
        var newlines = 0
        for token in tree.tokens.prefix(while: \.kind.isTrivia) {
            switch token.kind {
            case .comment:
                newlines = 0
                remarks.append(String(tree.bytes.text(token.range).drop { $0 == "-" || $0 == " " }))
            case .newline:
                newlines += 1
                if newlines > 1 { remarks = [] }
            default: break
            }
        }
        return remarks.filter { !$0.lowercased().hasPrefix("archive:") }.suffix(4)
    }
}

extension Vocabulary.Entry {
    fileprivate var quotes: String { "\(count) quote\(count == 1 ? "" : "s")" }

    fileprivate var details: [String] {
        [role.map { "role: \($0)" }, organisation.map { "speaks for: \($0)" }].compactMap(\.self)
            + (aliases.isEmpty ? [] : ["printed as: " + aliases.prefix(8).joined(separator: ", ")])
    }
}

extension DateInterval {
    /// The days for a person: `Monday, 2014-01-13`, or the first and the last.
    package var words: String {
        if isDay { return "\(first.weekday.name), \(first)" }
        return "\(first) to \(last), \(last.number - first.number + 1) days"
    }
}

extension SyntaxTree {
    /// Whether a value is compared with an outlet.
    fileprivate func asksForOutlet(_ node: Int) -> Bool {
        nodes.indices.contains { test in
            nodes[test].kind == .test && test < node && node < nodes[test].end
                && child(of: test, .field).map { text(of: $0) == Field.outlet.rawValue } ?? false
        }
    }
}

extension String {
    /// The text without the quotation marks around it.
    fileprivate var trimmingQuotes: String {
        let marks: Set<Character> = ["\"", "“", "”", "„", "«", "»"]
        var text = Substring(self)
        if let first = text.first, marks.contains(first) { text.removeFirst() }
        if let last = text.last, marks.contains(last) { text.removeLast() }
        return String(text)
    }
}

extension Weekday {
    /// The name as it is printed.
    fileprivate var name: String { rawValue.prefix(1).uppercased() + rawValue.dropFirst() }
}
