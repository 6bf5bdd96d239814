import ArgumentParser

/// What became of the statements that were run.
struct Tally {
    var expectations = 0
    var failed = 0
    /// Statements that are wrong, or that could not be run.
    var wrong = 0

    /// Whether nothing is wrong and nothing failed.
    var isFaultless: Bool { failed == 0 && wrong == 0 }

    /// Takes in the tally of another script.
    mutating func add(_ other: Tally) {
        expectations += other.expectations
        failed += other.failed
        wrong += other.wrong
    }

    /// The result of the expectations in one sentence.
    var sentence: String {
        let noun = expectations == 1 ? "expectation" : "expectations"
        return failed == 0
            ? "\(expectations) \(noun), all met" : "\(failed) of \(expectations) \(noun) failed"
    }

    /// Ends the program by the right status where something was not right; what it was has been said.
    func finish() throws {
        if wrong > 0 { throw ExitCode(Failure.scriptStatus) }
        if failed > 0 { throw ExitCode(Failure.expectationStatus) }
    }
}
