public import Testing
public import WhoSaidKit

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Expects that an answer is as it was when it was recorded, and records an issue that shows the difference.
///
/// The record is a text file in `Snapshots` beside the test's file. It is written, in the place of the one that is there, where the
/// environment has `RECORD=1`: `RECORD=1 swift test`. Look at it before it is committed.
/// - Parameters:
///   - answer: the answer to a question.
///   - name: the name of the record, without an ending: `ceasefire`.
///   - file: the test's file, which need not be given.
public func expectSnapshot(
    _ answer: Reply, named name: String, file: String = #filePath, sourceLocation: SourceLocation = #_sourceLocation
) throws {
    try expectSnapshot(
        answer.text, named: name, file: file,
        records: ProcessInfo.processInfo.environment["RECORD"] == "1", sourceLocation: sourceLocation)
}

func expectSnapshot(
    _ text: String, named name: String, file: String, records: Bool, sourceLocation: SourceLocation = #_sourceLocation
) throws {
    func fail(_ message: String) { Issue.record(Comment(rawValue: message), sourceLocation: sourceLocation) }
    guard !name.isEmpty, !name.hasPrefix("."), !name.contains("/") else {
        return fail("`\(name)` cannot be the name of a file: take letters and digits")
    }
    let folder = TextFile.folder(of: file) + "/Snapshots"
    let path = "\(folder)/\(name).txt"
    if records {
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        return try text.write(toFile: path, atomically: true, encoding: .utf8)
    }
    let recorded: String
    do {
        recorded = try TextFile.text(of: path)
    } catch {
        return fail("\(error.description); `RECORD=1 swift test` records the answer")
    }
    guard recorded != text else { return }
    let lines = Difference.lines(
        from: recorded.split(separator: "\n", omittingEmptySubsequences: false).map(String.init),
        to: text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init))
    fail("the answer is not as it was recorded in \(path)\n\(lines.joined(separator: "\n"))")
}
