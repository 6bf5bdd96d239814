import QueryLanguage
import Text

/// Why a statement that would change the editorial layer is not carried out.
enum EditingError: Error {
    case refused(String, ByteRange)
    /// The reference leads to no quote: the diagnostic says why.
    case noQuote(Diagnostic)
    case noQuotes(ByteRange)
    case severalQuotes(Int, row: Int, ByteRange)
    /// A row's number in a script; the reference that stays, where there is one.
    case unstableReference(String?, ByteRange)
    case unknownSpeaker(String, [String], ByteRange)
    case ambiguousSpeaker(String, [String], ByteRange)
    case sameSpeaker(String, ByteRange)
    case noSuchForm(String, of: String, [String], ByteRange)
    case kindIsAlwaysKnown(ByteRange)
    case noCalendarUnit(ByteRange)
    case nothingToUndo(Int?, ByteRange)
}

extension EditingError {
    /// The words for it.
    var diagnostic: Diagnostic {
        switch self {
        case .refused(let reason, let range): error("E0507", reason, range)
        case .noQuote(let diagnostic): diagnostic
        case .noQuotes(let range): error("E0508", "this row has no quotes that could be corrected", range)
        case .severalQuotes(let count, let row, let range):
            error(
                "E0509", "row \(row) has \(count) quotes", range,
                notes: ["`#\(row).1` is its first quote alone"],
                fix: .init(
                    message: "add `all` to mean every one of them", range: ByteRange(range.upper, range.upper),
                    replacement: " all"))
        case .unstableReference(let reference, let range):
            error(
                "E0510", "in a script, a correction names its quote by a reference that stays", range,
                notes: ["`why` and the JSON formats tell the reference of a quote, such as `q:7f3a91`"],
                fix: reference.map { .init(message: "write `\($0)`", range: range, replacement: $0) })
        case .unknownSpeaker(let name, let nearest, let range):
            error(
                "E0511", "nobody in the archive is called `\(name)`", range,
                fix: nearest.first.map {
                    .init(message: "did you mean `\($0)`?", range: range, replacement: quotation($0))
                })
        case .ambiguousSpeaker(let name, let names, let range):
            error(
                "E0512", "`\(name)` can be \(names.count) speakers, and a correction needs one", range,
                notes: [
                    "they are \(names.prefix(6).map { "`\($0)`" }.joined(separator: ", "))"
                        + (names.count > 6 ? " …" : "")
                ])
        case .sameSpeaker(let name, let range): error("E0513", "both names are `\(name)`'s already", range)
        case .noSuchForm(let form, let name, let forms, let range):
            error(
                "E0514", "`\(name)` is nowhere printed as `\(form)`", range,
                notes: ["the printed forms are \(forms.prefix(8).map { "`\($0)`" }.joined(separator: ", "))"])
        case .kindIsAlwaysKnown(let range): error("E0515", "every quote is direct, indirect or mixed", range)
        case .noCalendarUnit(let range):
            error("E0516", "a corrected date is a day, a month or a year between 1 and 9999", range)
        case .nothingToUndo(let number, let range):
            error(
                "E0517",
                number.map { "there is no correction \($0) that stands" } ?? "there is no correction to take back",
                range, notes: number == nil ? [] : ["`corrections` lists them"])
        }
    }

    private func error(
        _ code: String, _ message: String, _ range: ByteRange, notes: [String] = [], fix: Diagnostic.Fix? = nil
    ) -> Diagnostic {
        var diagnostic = Diagnostic(code: code, severity: .error, message: message, range: range, notes: notes)
        diagnostic.fix = fix
        return diagnostic
    }
}
