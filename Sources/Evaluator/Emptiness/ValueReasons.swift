import ArticleStore
import Articles
import Gazetteer
import QueryLanguage
import Text

/// What is wrong with the names in a question that finds nothing, of places, occasions and the like: the archive may have others.
struct ValueReasons {
    let runner: Runner

    /// The most values of the archive that are named where none is like the one asked for.
    private static let limit = 4

    /// The notes on the values that a condition demands, in the order of the text.
    func notes(on condition: Condition) throws -> [Diagnostic] {
        var notes: [Diagnostic] = []
        for test in condition.demands {
            let values: [Value] =
                switch test.predicate {
                case .equals(let value): [value]
                case .isOneOf(let values): values
                default: []
                }
            for case .text(let text, isExact: false, let range) in values {
                if let note = try note(test.field, text, range), !notes.contains(note) { notes.append(note) }
            }
        }
        return notes
    }

    private func note(_ field: Field, _ text: String, _ range: ByteRange) throws -> Diagnostic? {
        guard let known = try known(field), !isKnown(text, field, known.map(\.text)) else { return nil }
        let people =
            field == .to || field == .via ? runner.names.speakers.filter(\.speaker.isNamed).map(\.speaker.name) : []
        let near = NameBook.nearest(text, among: (known.map(\.text) + people).unique)
        var message = "the archive has no \(field.noun) \"\(text)\""
        let shown =
            near.isEmpty ? known.prefix(ValueReasons.limit).map(\.self) : known.filter { near.contains($0.text) }
        let list = shown.map { value in
            "\"\(value.text)\"" + (value.quotes > 0 ? " in \(value.quotes) quote\(value.quotes == 1 ? "" : "s")" : "")
        }
        if near.isEmpty {
            let rest = known.count - shown.count
            if !list.isEmpty { message += "; it has " + English.list(list + (rest > 0 ? ["\(rest) more"] : []), "and") }
        } else if !list.isEmpty {
            message += "; it has " + English.list(list, "and")
        }
        var note = Diagnostic(code: "N0506", severity: .note, message: message, range: range)
        if let first = near.first {
            note.fix = .init(message: "did you mean \"\(first)\"?", range: range, replacement: quotation(first))
        }
        return note
    }

    /// The values of a field, most frequent first; nil for fields whose values are not names, or are told of elsewhere.
    private func known(_ field: Field) throws -> [PrintedValue]? {
        let source = runner.source.words.values
        switch field {
        case .place: return try source(.place)
        case .occasion: return ValueReasons.heads(try source(.occasion))
        case .medium: return ValueReasons.heads(try source(.medium))
        case .to: return ValueReasons.heads(try source(.addressee))
        case .via: return try source(.via)
        case .title, .article:
            return runner.names.articles.flatMap { $0.texts(field) }.unique.map(ValueReasons.uncounted)
        case .role: return runner.names.speakers.compactMap(\.speaker.role).unique.map(ValueReasons.uncounted)
        case .organisation:
            return runner.names.speakers.compactMap(\.speaker.organisation).unique.map(ValueReasons.uncounted)
        default: return nil
        }
    }

    private static func uncounted(_ text: String) -> PrintedValue { PrintedValue(text: text, quotes: 0) }

    /// The heads of printed phrases, which is what questions name: `press conference` of `a joint press conference`.
    private static func heads(_ values: [PrintedValue]) -> [PrintedValue] {
        var counts: [String: Int] = [:]
        for value in values { counts[HeadPhrase.text(of: value.text), default: 0] += value.quotes }
        return counts.sorted { $0.value != $1.value ? $0.value > $1.value : Order.byBytes($0.key, $1.key) }.map {
            PrintedValue(text: $0.key, quotes: $0.value)
        }
    }

    /// Whether the archive has the value, in the way in which the field is compared.
    private func isKnown(_ text: String, _ field: Field, _ values: [String]) -> Bool {
        let pattern = NamePattern(text)
        switch field {
        case .to, .via:
            return !runner.names.speakers(named: pattern).isEmpty
                || values.contains { pattern.isHead(of: $0) || pattern.isPart(of: $0) }
        case .organisation:
            return Country.named(text) != nil || !runner.names.speakers(named: pattern).isEmpty
                || values.contains { pattern.isPart(of: $0) }
        case .role: return values.contains { pattern.isPart(of: $0, stemmed: true) }
        case .place: return values.contains { pattern.isPart(of: $0) || pattern.isHead(of: $0) }
        case .occasion, .medium: return values.contains(where: pattern.isHead)
        default: return values.contains { pattern.isPart(of: $0) }
        }
    }
}
