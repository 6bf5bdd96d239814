import Annotator
import ArticleStore
import Articles
import Dates
package import Evaluator
import QueryLanguage

extension Archive {
    /// Carries out a statement that corrects the archive: `correct`, `reject`, `merge`, `split` or `undo`.
    ///
    ///     try archive.correct("correct q:30d2ecdd4d170fb0 speaker = \"Tom Baird\"", by: "ann", at: "2026-11-21T06:31:27Z")
    ///
    /// - Parameters:
    ///   - statement: the statement; it names a quote by a reference such as `q:30d2ecdd4d170fb0`.
    ///   - editor: the name under which the correction is kept.
    ///   - time: when it is made, in ISO 8601.
    ///   - today: the day that words such as `yesterday` count from.
    /// - Throws: `QuestionError` where the statement is wrong; an error of the archive where the file is.
    @discardableResult
    public func correct(_ statement: String, by editor: String, at time: String, today: String? = nil) throws
        -> Correction
    {
        let (outcome, _) = try outcome(statement, today: today, editing: editing(by: editor) { time })
        switch outcome {
        case .decided(let record, _), .undone(let record): return Correction(record)
        default: throw QuestionError([.notACorrection], statement)
        }
    }

    /// What people corrected, in the order in which they did, with what was taken back.
    /// - Throws: an error of the archive.
    public func corrections() throws -> [Correction] { try store.decisions().map(Correction.init) }

    /// Whether a session may correct this archive, under a name.
    package func editing(by editor: String, now: @escaping @Sendable () -> String) -> Editing {
        if isMadeAnew {
            return .refused(
                "corrections need an archive that is kept: make one with `whosaid add FOLDER --to NAME.whosaid`")
        }
        if store.isReadOnly {
            return .refused("this archive can only be read: change its permissions, or work on a copy")
        }
        return .allowed(Editing.Editor(name: editor, now: now, linker: Annotator.linker))
    }
}

/// What a person decided about an archive.
public struct Correction: Sendable, Hashable {
    /// Counts the corrections of an archive, from 1; `undo 3` takes back the third.
    public let number: Int
    /// The correction in the language, one statement for each quote that it is about.
    public let statements: [String]
    /// Who made it.
    public let editor: String
    /// When it was made, in ISO 8601.
    public let time: String
    /// Whether it was taken back.
    public let isUndone: Bool

    init(_ record: DecisionRecord) {
        number = Int(record.id)
        statements = record.statements
        editor = record.made.editor
        time = record.made.time
        isUndone = record.undone != nil
    }
}
