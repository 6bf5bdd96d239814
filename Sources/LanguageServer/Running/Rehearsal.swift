import Dates
import Evaluator
import LanguageService
import QueryLanguage
import Synchronization
import Text
import WhoSaidKit

/// Runs single statements of scripts, and remembers what came of them for as long as nothing changes.
///
/// A class, because the loop and the worker share what is remembered.
final class Rehearsal: Sendable {
    private let memory = Mutex(Memory())

    private struct Memory {
        var findings: [Scene: Finding] = [:]
        /// A session that has read the names of an archive, to begin others with.
        var warm: (state: Int, today: CalendarDay, session: Session)?
    }

    /// More is not remembered.
    private static let limit = 20_000

    /// A statement with all that its outcome depends on.
    struct Scene: Hashable, Sendable {
        /// The state of the archive.
        let state: Int
        let today: CalendarDay
        /// The questions that must be answered first, and the statement itself.
        let statements: [Statement]
    }

    /// What came of a statement, in brief.
    enum Finding: Hashable, Sendable {
        case rows(Int)
        case expectation(holds: Bool, String)
        case nothing
    }

    /// What is remembered of a statement.
    func finding(_ scene: Scene) -> Finding? { memory.withLock { $0.findings[scene] } }

    /// Runs the statements of a scene.
    /// - Returns: what came of the last.
    func run(
        _ scene: Scene, _ contents: OpenArchive, _ cancellation: Cancellation
    ) throws(ResponseError) -> Session.Outcome {
        var session =
            memory.withLock { memory in
                memory.warm.flatMap { $0.state == scene.state && $0.today == scene.today ? $0.session : nil }
            }
            ?? contents.archive.session(
                today: scene.today,
                editing: .refused("an editor asks only: make corrections at the prompt, `whosaid ARCHIVE`"))
        session.origin = .script
        do {
            var outcome: Session.Outcome?
            for statement in scene.statements {
                outcome = try session.run(statement, isCancelled: { cancellation.isCancelled })
                if case .refused? = outcome { break }
            }
            guard let outcome else { throw ResponseError(.requestFailed, "there is nothing to run here") }
            memory.withLock { memory in
                memory.warm = (scene.state, scene.today, session)
                if memory.findings.count >= Self.limit { memory.findings = [:] }
                memory.findings[scene] = Finding(outcome)
            }
            return outcome
        } catch EvaluationError.cancelled {
            throw .cancelled
        } catch let error as ResponseError {
            throw error
        } catch {
            throw ResponseError(.requestFailed, String(describing: error))
        }
    }
}

extension Rehearsal.Finding {
    fileprivate init(_ outcome: Session.Outcome) {
        switch outcome {
        case .answer(let answer): self = .rows(answer.rows.count)
        case .expectation(let verdict): self = .expectation(holds: verdict.holds, verdict.message)
        default: self = .nothing
        }
    }

    /// What stands above the statement.
    var title: String {
        switch self {
        case .rows(let count): "run · \(count) \(count == 1 ? "row" : "rows")"
        case .expectation(true, _): "expectation holds"
        case .expectation(false, let message): "expectation fails: \(message)"
        case .nothing: "run"
        }
    }
}
