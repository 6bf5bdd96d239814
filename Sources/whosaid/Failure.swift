import ArticleStore
import LineEditor
import Readers
import WhoSaidKit

/// Why a command ends: a sentence that says what, where and what to do, and the exit status.
struct Failure: Error {
    let message: String
    let status: Int32

    init(message: String, status: Int32) {
        self.message = message.withoutControls(keepingLineEnds: true)
        self.status = status
    }

    /// An expectation did not hold.
    static let expectationStatus: Int32 = 1
    /// A question or a script is wrong.
    static let scriptStatus: Int32 = 2
    /// The archive, or what it should be made of, cannot be used.
    static let archiveStatus: Int32 = 3

    /// The user gave it up.
    static let interruptedStatus: Int32 = 130

    /// Ends work that the user gives up, between two steps: what is half made can be taken away then.
    static func checkInterrupts() throws {
        guard Interrupts.isPending else { return }
        throw Failure(message: "stopped: nothing was kept of what was begun", status: interruptedStatus)
    }

    /// Runs what needs the archive or its sources, and puts what goes wrong into words.
    static func ofArchive<Value>(_ body: () throws -> Value) throws -> Value {
        do {
            return try body()
        } catch let error as StoreError {
            throw Failure(message: error.description, status: archiveStatus)
        } catch let error as OpeningError {
            throw Failure(message: error.description, status: archiveStatus)
        } catch let error as AddingError {
            throw Failure(message: error.description, status: scriptStatus)
        } catch let problem as Reading.Problem {
            throw Failure(message: problem.sentence, status: archiveStatus)
        }
    }
}
