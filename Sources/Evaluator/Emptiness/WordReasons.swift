import ArticleStore
import QueryLanguage
import Text

/// What is wrong with the words of a question that finds nothing.
struct WordReasons {
    let tries: EmptyAnswer

    /// The code of the note on a word that no quote has.
    static let missingWordCode = "N0504"
    /// The most notes on one question.
    private static let limit = 3

    private var runner: Runner { tries.runner }

    /// The notes on the words that a condition demands, in the order of the text.
    func notes(on condition: Condition) throws -> [Diagnostic] {
        var notes: [Diagnostic] = []
        let tests = condition.demands.filter { [Field.text, .about, .mentions].contains($0.field) }
        let ranges = tests.flatMap { $0.predicate.words.flatMap(\.demands).map(\.range) }
        // A definition that is used in several places, or that holds several words, has one range for all.
        func isEditable(_ matcher: Matcher) -> Bool { ranges.count { $0 == matcher.range } == 1 }
        for test in tests {
            let words = test.predicate.words.flatMap(\.demands).filter { matcher in
                // Where a name stands for several words, none of them alone is missed.
                test.field == .text || matcher.pattern.map { runner.names.otherForms(of: $0).isEmpty } ?? false
            }
            let missing = try words.compactMap { try self.missing($0, isEditable($0)) }
            notes += missing
            guard missing.isEmpty else { continue }
            notes += try words.compactMap { try otherwise($0, test, condition, isEditable($0)) }
        }
        return Array(notes.unique.prefix(WordReasons.limit))
    }

    /// The note on the first word of a phrase that no quote has; nil where all are there.
    private func missing(_ matcher: Matcher, _ isEditable: Bool) throws -> Diagnostic? {
        guard let pattern = matcher.pattern, let range = matcher.range else { return nil }
        let phrase = Phrase(pattern)
        for (word, stems) in zip(phrase.words, phrase.requiredStems) {
            var lookup = QuoteLookup()
            lookup.inAnyVersion = runner.plan.lookup.inAnyVersion
            lookup.terms = [stems]
            guard try runner.source.count(lookup) == 0 else { continue }
            let isPrefix = stems == [word.form + "*"]
            let bytes = Array(pattern.utf8)
            let written = bytes.text(word.range)
            let near =
                isPrefix
                ? [] : try NearestWords(source: runner.source, inAnyVersion: lookup.inAnyVersion).words(like: word.form)
            var message =
                isPrefix
                ? "nobody's words have one that begins with \"\(written)\"" : "nobody's words have \"\(written)\""
            if phrase.words.count > 1 { message += ", of \"\(pattern)\"" }
            let list = near.map { "\"\($0.printed)\" in \($0.quotes) quote\($0.quotes == 1 ? "" : "s")" }
            if !list.isEmpty { message += "; the archive has " + English.list(list, "and") }
            var note = Diagnostic(
                code: WordReasons.missingWordCode, severity: .note, message: message, range: range)
            if let first = near.first, isEditable {
                let mended =
                    bytes.text(ByteRange(0, word.range.lower)) + first.printed
                    + bytes.text(ByteRange(word.range.upper, bytes.count))
                note.fix = .init(
                    message: "did you mean \"\(mended)\"?", range: range, replacement: matcher.written(mended))
            }
            return note
        }
        return nil
    }

    /// The note on words that are all there, but not so as the question wants them; nil where they are.
    private func otherwise(
        _ matcher: Matcher, _ test: Test, _ condition: Condition, _ isEditable: Bool
    ) throws -> Diagnostic? {
        guard let range = matcher.range, let looser = Looser(matcher) else { return nil }
        let alone = Condition.test(Test(test.field, test.predicate.with(matcher), test.range))
        guard try tries.isEmpty(alone) ?? false else { return nil }
        var note = Diagnostic(code: "N0505", severity: .note, message: looser.complaint, range: range)
        if let rows = try tries.rows(condition.replacing(matcher, by: looser.matcher)), rows > 0 {
            note.message += "; with \(looser.written) there would be \(tries.noun(rows))"
            if isEditable {
                note.fix = .init(message: "write \(looser.written)", range: range, replacement: looser.written)
            }
        }
        return note
    }
}

extension Predicate {
    /// The words that a quote is searched for; none of a regular expression.
    fileprivate var words: [Matcher] {
        switch self {
        case .says(let matcher), .has(let matcher): [matcher]
        default: []
        }
    }

    /// The same predicate of other words.
    fileprivate func with(_ matcher: Matcher) -> Predicate {
        switch self {
        case .has: .has(matcher)
        default: .says(matcher)
        }
    }
}
