import Text

/// What a program gives a `$name`. It is no part of any text, so whatever is in it, quotation marks and operators too, is
/// one value and never syntax.
package enum BoundValue: Hashable, Sendable {
    /// Words as between quotation marks: however they are spelled and inflected, and a last `*` for any ending.
    case words(String)
    /// These characters, as after `exactly`.
    case exactly(String)
    /// A name of somebody or something.
    case name(String)
    /// A date in any of the ways of the language: `2014-01-13`, `January 2014`, `yesterday`.
    case date(String)
    case number(Double)
    /// What somebody typed on a command line: of the kind that the script's `let` gives the name; without one, of the kind
    /// that the place asks for.
    case typed(String)

    /// The value in the place of one that `let` gives the name, whose kind it must have; nil where it does not fit.
    ///
    ///     BoundValue.typed("yesterday").definition(inPlaceOf: .value(.date(…)))   // .value(.date(.yesterday, …))
    ///     BoundValue.typed("lately").definition(inPlaceOf: .value(.date(…)))      // nil
    package func definition(inPlaceOf other: Statement.Definition.Value? = nil) -> Statement.Definition.Value? {
        let value: Statement.Definition.Value?
        switch (self, other) {
        case (.words(let text), _): value = BoundValue.words(text)
        case (.exactly(let text), _): value = text.trimmedBlanks.isEmpty ? nil : .words(.exactly(text, .nowhere))
        case (.name(let text), _): value = BoundValue.name(text)
        case (.date(let text), _): value = BoundValue.date(text)
        case (.number(let number), _): value = number.isFinite ? .value(.number(number, .nowhere)) : nil
        case (.typed(let text), .words): value = BoundValue.words(text)
        case (.typed(let text), .value(.text)), (.typed(let text), nil): value = BoundValue.name(text)
        case (.typed(let text), .value(.date)): value = BoundValue.date(text)
        case (.typed(let text), .value(.number)): value = BoundValue.number(text)
        case (.typed, .condition), (.typed, .question): value = nil
        }
        guard let other else { return value }
        return value.flatMap { $0.canStand(inPlaceOf: other) ? $0 : nil }
    }

    /// The value as it would be written, for messages.
    package var written: String {
        switch self {
        case .words(let text), .exactly(let text), .name(let text), .date(let text), .typed(let text): text
        case .number(let number): Int(exactly: number).map(String.init) ?? String(number)
        }
    }

    /// What a value of this case must be, where that can fail by more than emptiness.
    package var wanted: String? {
        switch self {
        case .date: "date"
        case .number: "number"
        case .words, .exactly, .name, .typed: nil
        }
    }

    private static func words(_ text: String) -> Statement.Definition.Value? {
        let phrase = Phrase(text)
        return phrase.words.isEmpty ? nil : .words(.phrase(phrase, pattern: text, .nowhere))
    }

    private static func name(_ text: String) -> Statement.Definition.Value? {
        text.trimmedBlanks.isEmpty ? nil : .value(.text(text, isExact: false, .nowhere))
    }

    /// A date, where a text is wholly one.
    static func date(_ text: String) -> Statement.Definition.Value? {
        let lexemes = Lowering.lexemes(inside: text)
        guard text.utf8.count <= Lowering.insideLimit, let reading = DateReading(lexemes),
            reading.count == lexemes.count, case .date(let date) = reading.outcome
        else { return nil }
        return .value(.date(date, .nowhere))
    }

    /// A number, where a text is wholly one.
    static func number(_ text: String) -> Statement.Definition.Value? {
        Double(text).flatMap { $0.isFinite ? .value(.number($0, .nowhere)) : nil }
    }
}

extension Statement.Definition.Value {
    /// Whether a script that was written for one value can go on with the other: words and names stand for each other.
    fileprivate func canStand(inPlaceOf other: Self) -> Bool {
        switch (self, other) {
        case (.value(.date), .value(.date)), (.value(.number), .value(.number)): true
        case (.words, .words), (.words, .value(.text)), (.value(.text), .words), (.value(.text), .value(.text)): true
        default: false
        }
    }

    /// What a value must be to stand in the place of this one; nil where none can.
    var wantedInItsPlace: String? {
        switch self {
        case .value(.date): "a date"
        case .value(.number): "a number"
        case .words, .value(.text): "words"
        case .condition, .question: nil
        }
    }
}

extension ByteRange {
    /// The place of what is in no text.
    fileprivate static let nowhere = ByteRange(0, 0)
}
