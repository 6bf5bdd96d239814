import ArticleStore
import Articles
import Dates
import QueryLanguage
import Text

extension Session {
    /// Carries out a statement that changes the editorial layer.
    mutating func outcome(_ edit: Statement.Edit) throws -> Outcome {
        let editor: Editing.Editor
        switch editing {
        case .allowed(let allowed): editor = allowed
        case .refused(let reason): throw EditingError.refused(reason, edit.range)
        }
        defer { names = nil }
        switch edit {
        case .correct(let correction):
            let records = try quotes(correction.reference, isForAll: correction.isForAll)
            let property = try Decision.Property(correction.field, correction.range)
            let (value, notes) = try value(correction, property)
            let anchors = try records.map { try anchor($0, before: $0.words(of: property)) }
            return try decided(.correct(anchors, property, value), editor, notes)
        case .reject(let reference, let isForAll):
            let anchors = try quotes(reference, isForAll: isForAll).map { try anchor($0, before: nil) }
            return try decided(.reject(anchors), editor)
        case .merge(let name, let other):
            let second = try speaker(other)
            // Several who are all called just so, such as a last name that articles print alone, are merged together.
            let namesakes = try book().speakers.filter { $0.speaker.name == name.written && $0.id != second.id }
            let first = namesakes.count > 1 ? namesakes[0] : try speaker(name)
            if first.id == second.id {
                throw EditingError.sameSpeaker(first.speaker.name, name.range.union(other.range))
            }
            return try decided(.merge(first.speaker.name, into: second.speaker.name), editor)
        case .split(let name, let other):
            let whole = try speaker(other)
            let forms = [whole.speaker.name] + whole.speaker.aliases
            let wanted = Folding.key(name.written)
            guard
                let form = forms.first(where: { $0 == name.written })
                    ?? forms.first(where: { Folding.key($0) == wanted })
            else { throw EditingError.noSuchForm(name.written, of: whole.speaker.name, forms, name.range) }
            return try decided(.split(form, from: whole.speaker.name), editor)
        case .undo(let number, let range):
            guard let record = try store.undo(number.map(Int64.init), editor.mark, editor.linker) else {
                throw EditingError.nothingToUndo(number, range)
            }
            return .undone(record)
        }
    }

    private func decided(_ decision: Decision, _ editor: Editing.Editor, _ notes: [Diagnostic] = []) throws -> Outcome {
        .decided(try store.decide(decision, editor.mark, editor.linker), notes)
    }

    /// The quotes that a correction is about: one, unless it says `all`.
    private mutating func quotes(_ reference: Statement.Reference, isForAll: Bool) throws -> [QuoteRecord] {
        let found: [QuoteRecord]
        switch try quotes(reference) {
        case .found(let quotes): found = quotes
        case .refused(let diagnostic): throw EditingError.noQuote(diagnostic)
        }
        if origin == .script, case .row(_, _, let range) = reference {
            throw EditingError.unstableReference(found.count == 1 ? found[0].reference : nil, range)
        }
        if found.isEmpty { throw EditingError.noQuotes(reference.range) }
        // One quote in several versions is one quote.
        if found.count > 1, !isForAll, case .row(let row, _, let range) = reference {
            throw EditingError.severalQuotes(found.count, row: row, range)
        }
        return found
    }

    private func anchor(_ record: QuoteRecord, before: String?) throws -> QuoteAnchor {
        let text = try store.text(ofArticle: record.article.id, version: record.version)
        return QuoteAnchor(
            reference: record.reference, source: record.article.source,
            fingerprint: text.map { Fingerprint($0.bytes).hex } ?? "", version: record.version,
            segments: record.quote.segments, words: record.text, before: before)
    }

    /// The one speaker of a name.
    private mutating func speaker(_ value: Value) throws -> SpeakerRecord {
        switch try NameResolution(value, try book()) {
        case .one(let record): return record
        case .none(let nearest): throw EditingError.unknownSpeaker(value.written, nearest, value.range)
        }
    }

    private mutating func value(
        _ correction: Statement.Correction, _ property: Decision.Property
    ) throws -> (CorrectedValue, [Diagnostic]) {
        guard !correction.values.isEmpty else {
            if property == .kind { throw EditingError.kindIsAlwaysKnown(correction.range) }
            return (.unknown, [])
        }
        if property == .said || property == .published {
            guard case .date(let date, let range)? = correction.values.first else { return (.unknown, []) }
            let days = date.interval(today: today)
            guard days.isCalendarUnit else { throw EditingError.noCalendarUnit(range) }
            return (.days(days), [])
        }
        guard property == .speaker || property == .to else { return (.texts(correction.values.map(\.written)), []) }
        var notes: [Diagnostic] = []
        let texts = try correction.values.map { value in
            switch try NameResolution(value, try book()) {
            case .one(let record): return record.speaker.name
            case .none:
                if property == .speaker {
                    notes.append(
                        Diagnostic(
                            code: "N0508", severity: .note,
                            message: "nobody in the archive was called `\(value.written)`: this is a new speaker",
                            range: value.range))
                }
                return value.written
            }
        }
        return (.texts(texts), notes)
    }
}

/// Who is meant by a name in a correction, which must be one speaker.
private enum NameResolution {
    case one(SpeakerRecord)
    /// Nobody goes by it; the nearest names.
    case none(nearest: [String])

    /// - Throws: `EditingError.ambiguousSpeaker`.
    init(_ value: Value, _ names: NameBook) throws {
        let text = value.written
        let proper = names.speakers.filter { $0.speaker.name == text }
        if proper.count == 1 {
            self = .one(proper[0])
            return
        }
        let all = names.speakers(named: NamePattern(text))
        let named = all.filter(\.speaker.isNamed)
        let candidates = named.isEmpty ? all : named
        switch candidates.count {
        case 0: self = .none(nearest: NameBook.nearest(text, among: names.speakers.map(\.speaker.name)))
        case 1: self = .one(candidates[0])
        default: throw EditingError.ambiguousSpeaker(text, candidates.map(\.speaker.name), value.range)
        }
    }
}

extension Decision.Property {
    /// The property that a field names.
    fileprivate init(_ field: Field, _ range: ByteRange) throws {
        guard let property = Decision.Property(rawValue: field.rawValue) else {
            throw EditingError.refused("`\(field.rawValue)` cannot be corrected", range)
        }
        self = property
    }
}

extension DateInterval {
    /// Whether it is one day, one month or one year, as a correction can be written.
    fileprivate var isCalendarUnit: Bool {
        guard (1...9999).contains(first.components.year), (1...9999).contains(last.components.year) else {
            return false
        }
        return [DateUnit.day, .month, .year].contains { $0.interval(of: first) == self }
    }
}

extension QuoteRecord {
    /// What a property is before it is corrected, in words; nil where it is not known.
    fileprivate func words(of property: Decision.Property) -> String? {
        let texts: [String]
        switch property {
        case .said: texts = [saidEvidence?.value.description].compactMap(\.self)
        case .published: texts = [article.metadata.published?.value.description].compactMap(\.self)
        default: texts = Field(rawValue: property.rawValue).map { FieldValues.texts($0, of: self) } ?? []
        }
        return texts.isEmpty ? nil : texts.joined(separator: " and ")
    }
}
