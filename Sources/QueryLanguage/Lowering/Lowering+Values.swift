import Dates
import Text

extension Lowering {
    /// A value, checked against the type of its field.
    mutating func value(_ node: Int, of field: Field?) -> Value? {
        let range = tree.range(of: node)
        switch kind(node) {
        case .missing, .unexpected: return nil
        case .variable: return value(of: node, for: field)
        case .exactly:
            guard let string = children(node).first, kind(string) == .string else { return nil }
            return .text(text(string), isExact: true, range)
        case .date:
            guard let date = date(lexemes(node)[...], node) else { return nil }
            return checked(.date(date, range), node, field)
        case .number:
            guard let number = Double(text(node)) else {
                report(.notANumber(field: field?.rawValue ?? "", text: text(node)), node)
                return nil
            }
            return checked(.number(number, range), node, field)
        default: return checked(.text(text(node), isExact: false, range), node, field)
        }
    }

    /// The value in the form that the field's type wants; nil, with a report, where it has none.
    private mutating func checked(_ value: Value, _ node: Int, _ field: Field?) -> Value? {
        guard let field else { return value }
        let words = text(node)
        switch (field.type, value) {
        case (.date, .date), (.number, .number): return value
        case (.date, .text):
            let inner = Lowering.lexemes(inside: words)
            if let reading = DateReading(inner), reading.count == inner.count, let date = date(inner, node) {
                return .date(date, value.range)
            }
            if !problems.contains(where: { $0.range == value.range }) {
                report(.notADate(field: field.rawValue, text: words), node)
            }
            return nil
        case (.date, .number):
            report(.notADate(field: field.rawValue, text: words), node)
            return nil
        case (.number, _):
            if let number = Double(words), case .text = value { return .number(number, value.range) }
            report(.notANumber(field: field.rawValue, text: words), node)
            return nil
        case (.choice, _): return choice(words, Catalogue.kinds, value, node, field)
        case (.truth, _):
            let truths = ["yes": "true", "no": "false"]
            let word = truths[words.lowercased()] ?? words
            return choice(word, ["true", "false"], .text(word, isExact: false, value.range), node, field)
        case (_, .text(let text, _, _)):
            if text.trimmedBlanks.isEmpty {
                report(.emptyWords, node)
                return nil
            }
            return value
        default: return .text(words, isExact: false, value.range)
        }
    }

    private mutating func choice(_ word: String, _ choices: [String], _ value: Value, _ node: Int, _ field: Field)
        -> Value?
    {
        let lower = word.lowercased()
        if choices.contains(lower) { return .text(lower, isExact: false, value.range) }
        report(
            .notAChoice(
                field: field.rawValue, text: word, choices: choices, suggestion: Nearest.word(to: lower, among: choices)
            ),
            node)
        return nil
    }

    private mutating func date(_ lexemes: ArraySlice<Lexeme>, _ node: Int) -> DateExpression? {
        guard let reading = DateReading(lexemes) else { return nil }
        let written = lexemes.prefix(reading.count).map(\.text).joined(separator: " ")
        switch reading.outcome {
        case .date(let date): return date
        case .noSuchDay(let suggestion): report(.noSuchDay(written, suggestion: suggestion), node)
        case .slashes(let readings) where readings.isEmpty: report(.noSuchDay(written, suggestion: nil), node)
        case .slashes(let readings): report(.twoReadings(written, readings), node)
        }
        return nil
    }

    /// No value that is read once more is longer, in bytes.
    static let insideLimit = 64

    /// The lexemes between the quotation marks of a string.
    static func lexemes(inside text: String) -> ArraySlice<Lexeme> {
        let bytes = Array(text.utf8.prefix(insideLimit))
        let tokens = Lexer.tokens(in: bytes)
        return SyntaxTree(bytes: bytes, tokens: tokens).lexemes(tokens.indices)[...]
    }
}
