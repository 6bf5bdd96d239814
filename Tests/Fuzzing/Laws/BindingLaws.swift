import Evaluator
import Presentation
import QueryLanguage

/// What is true of every value that a program binds to a name, whatever is in it.
enum BindingLaws {
    /// A text with the name where words stand, where a name stands, and where a `let` gives it another value.
    private static let texts = ["who said $w", "quotes where speaker = $w", "let w = \"aid\" or \"help\"\nwho said $w"]

    /// What the `let` gives the name.
    private static let aid = Script(parsing: "let w = \"aid\" or \"help\"").definitions["w"]

    /// All laws of a text as a value.
    static func check(_ text: String) throws {
        let archive = try SmallArchive.shared.get()
        for value in [BoundValue.words(text), .exactly(text), .name(text), .typed(text)] {
            guard let definition = value.definition() else { continue }
            for written in texts {
                let script = Script(parsing: written, parameters: ["w": value])
                try Breach.unless(script.text == written, "a value changes no text", script.text)
                // Signs alone can be a name, and are no words.
                if case .value = definition, script.diagnostics.map(\.code) == ["E0219"] { continue }
                if script.diagnostics.map(\.code) == ["E0908"], value.definition(inPlaceOf: aid) == nil { continue }
                try Breach.unless(script.diagnostics.isEmpty, "a value has no mistakes", "\(script.diagnostics)")
                guard case .question(let query)? = script.statements.last?.statement else {
                    throw Breach(law: "a value leaves a question as it is", evidence: "\(script.statements)")
                }
                let values = query.conditions.map(self.values) ?? []
                let isKept = self.text(of: definition).map { values == [$0] } ?? true
                try Breach.unless(values.count == 1 && isKept, "a value is one value", "\(values)")
                var session = archive.session
                _ = Page().render(try session.run(.question(query)))
            }
        }
    }

    /// The words and values in a condition.
    private static func values(_ condition: Condition) -> [String?] {
        switch condition {
        case .all(let parts), .any(let parts): parts.flatMap(values)
        case .not(let part): values(part)
        case .test(let test):
            switch test.predicate {
            case .says(let matcher), .has(let matcher): [text(of: .words(matcher))]
            case .equals(let value): [text(of: .value(value))]
            default: [nil]
            }
        }
    }

    private static func text(of definition: Statement.Definition.Value) -> String? {
        switch definition {
        case .words(.phrase(_, let pattern, _)): pattern
        case .words(.exactly(let text, _)), .value(.text(let text, _, _)): text
        default: nil
        }
    }
}
