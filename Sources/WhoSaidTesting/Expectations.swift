public import Testing
public import WhoSaidKit

/// Expects that all expectations of a script hold, and records an issue for each thing that went wrong.
/// - Parameters:
///   - script: the script; the files that it includes are seen from its folder.
///   - archive: where it is run.
///   - today: the day, `2014-01-13`, that `today` means.
///   - parameters: values for `$names`, which go before what a `let` of the script says.
/// - Throws: an error of the file or of the archive.
public func expectScript(
    _ script: Script, in archive: Archive, today: String, _ parameters: [String: Parameter] = [:],
    sourceLocation: SourceLocation = #_sourceLocation
) throws {
    if let problem = script.problem {
        Issue.record(Comment(rawValue: problem), sourceLocation: sourceLocation)
        return
    }
    let failures = try ScriptCheck.failures(ofScript: script.path, in: archive, today: today, parameters)
    for failure in failures { Issue.record(Comment(rawValue: failure), sourceLocation: sourceLocation) }
}

/// Expects that a question is answered with certain rows, in their order, and records an issue that shows the difference.
///
///     try expectAnswer(archive, "who said bridge", rows: ["Ann Lee: The bridge is safe", "Bob Roe: the bridge was old"])
///
/// - Parameters:
///   - rows: each as `Row.summary` has it.
///   - parameters: the values of `$names`.
///   - today: the day, `2014-01-13`, that `today` means.
/// - Throws: `QuestionError` where the question is wrong; an error of the archive.
public func expectAnswer(
    _ archive: Archive, _ question: String, _ parameters: [String: Parameter] = [:], rows: [String],
    today: String? = nil, sourceLocation: SourceLocation = #_sourceLocation
) throws {
    let found = try archive.ask(question, parameters, today: today).rows.map(\.summary)
    guard found != rows else { return }
    let comment = "\(question)\n\(Difference.lines(from: rows, to: found).joined(separator: "\n"))"
    Issue.record(Comment(rawValue: comment), sourceLocation: sourceLocation)
}

extension Reply.Row {
    /// The row in brief: `Ann Lee: The bridge is safe`; `unknown: …` where nobody is named; a count as `The Paper: 3`;
    /// a change as `before → after`.
    public var summary: String {
        if let count { return (keys.map { $0 ?? "unknown" } + [String(count)]).joined(separator: ": ") }
        if let change { return "\(change.before) → \(change.after)" }
        return "\(speakers.isEmpty ? "unknown" : speakers.joined(separator: " and ")): \(text ?? "")"
    }
}
