import ArticleStore
package import Evaluator
package import QueryLanguage
import Text

/// Runs the statements of a text one after the other in a session, follows `include`, and tells what comes of each.
///
///     var runner = ScriptRunner(archive.session(today: day))
///     runner.run(try ScriptText(reading: "a.ask")) { event in … }
///
/// Of a script nothing is run where any of it is wrong; elsewhere a wrong statement is left out. An included file is read
/// when it is reached, and what follows it is read with the names that it defines.
package struct ScriptRunner: Sendable {
    /// More files inside one another are not read, nor more in all for one text.
    private static let (depthLimit, countLimit) = (16, 256)

    /// What every `$name` stands for by now.
    package private(set) var definitions: [String: Statement.Definition.Value]
    /// Where statements are run; nil where they are only looked at.
    private var session: Session?
    private let isSafe: Bool
    private let limits: ScriptLimits
    /// What a program gives to names, in the place of what `let` does.
    private let parameters: [String: BoundValue]
    /// The names that were used or defined so far.
    private var names: Set<String> = []
    /// The files that are being read, each included by the one before it.
    private var files: [File] = []
    private var includedCount = 0
    /// Safe mode: the folder that files must be in.
    private var folder: SafeFolder?

    private struct File: Hashable {
        let name: String
        let realPath: String
    }

    /// A runner of statements in a session.
    /// - Parameters:
    ///   - isSafe: whether `include` is kept to the folder of the first script.
    ///   - limits: how much the texts may take.
    ///   - parameters: values for `$names`, without the `$`; they go before what a `let` says.
    package init(
        _ session: Session, isSafe: Bool = false, limits: ScriptLimits = ScriptLimits(),
        parameters: [String: BoundValue] = [:]
    ) {
        self.session = session
        self.isSafe = isSafe
        self.limits = limits
        self.parameters = parameters
        definitions = session.definitions
    }

    private init(parameters: [String: BoundValue]) {
        isSafe = false
        limits = ScriptLimits()
        self.parameters = parameters
        definitions = [:]
    }

    /// A runner that runs nothing and tells what is wrong, in included files too.
    package static func checking(parameters: [String: BoundValue] = [:]) -> ScriptRunner {
        ScriptRunner(parameters: parameters)
    }

    /// The names that were given a value and that no text so far has used, in order.
    package var unusedParameters: [String] { parameters.keys.filter { !names.contains($0) }.sorted() }

    /// What a caller wants after an event.
    package enum Continuation: Sendable {
        case goOn, stop
        /// To run another text first.
        case run(ScriptText)
        /// To ask another archive from here on.
        case move(to: Session)
    }

    /// Runs a text.
    /// - Parameters:
    ///   - isCancelled: asked now and then; where it says yes, the text ends with `cancelled`.
    ///   - tell: told what happens, in order.
    package mutating func run(
        _ text: ScriptText, isCancelled: @Sendable () -> Bool = { false }, tell: (ScriptEvent) -> Continuation
    ) {
        files = text.isFile ? text.name.map { [file($0)] } ?? [] : []
        includedCount = 0
        folder = isSafe ? SafeFolder(text.folder) : nil
        _ = statements(of: text, isCancelled, tell)
    }

    /// How a text ended.
    private enum Ending { case whole, wrong, stopped }

    private mutating func statements(
        of text: ScriptText, _ isCancelled: @Sendable () -> Bool, _ tell: (ScriptEvent) -> Continuation
    ) -> Ending {
        let outer = session?.origin
        session?.origin = text.origin
        defer { if let outer { session?.origin = outer } }
        var ending = Ending.whole
        var done = 0
        while true {
            let names = definitions
            let rest = Script(
                parsing: text.text, definitions: definitions, parameters: parameters, skipping: done)
            if !parameters.isEmpty { self.names.formUnion(rest.names) }
            if session != nil, text.origin == .script, !rest.lastingErrors.isEmpty {
                for parsed in rest.statements {
                    for diagnostic in parsed.diagnostics {
                        if case .stop = tell(ScriptEvent(.diagnostic(diagnostic), in: text, parsed.range)) {
                            return .stopped
                        }
                    }
                }
                return .wrong
            }
            var hasNewNames = false
            for parsed in rest.statements {
                done += 1
                switch statement(parsed, in: text, isCancelled, tell) {
                case .whole: break
                case .wrong where text.origin == .script && session != nil: return .wrong
                case .wrong: ending = .wrong
                case .stopped: return .stopped
                }
                // What an included file has defined may be used from here on, so the rest is read again.
                hasNewNames = parsed.isInclusion && definitions != names
                if hasNewNames { break }
            }
            if !hasNewNames { return ending }
        }
    }

    private mutating func statement(
        _ parsed: Script.ParsedStatement, in text: ScriptText, _ isCancelled: @Sendable () -> Bool,
        _ tell: (ScriptEvent) -> Continuation
    ) -> Ending {
        func told(_ happening: ScriptEvent.Happening) -> Ending {
            switch tell(ScriptEvent(happening, in: text, parsed.range)) {
            case .goOn: return .whole
            case .stop: return .stopped
            case .move(let other):
                let origin = session?.origin
                session = other
                if let origin { session?.origin = origin }
                return .whole
            case .run(let script): return run(script, from: parsed.range, in: text, isCancelled, tell)
            }
        }
        for diagnostic in parsed.diagnostics {
            // Where nothing is run, a name may stand for any value.
            let isValueToCome = session == nil && diagnostic.isOfUndefinedName
            let told = told(.diagnostic(isValueToCome ? .valueToCome(text, diagnostic.range) : diagnostic))
            if told == .stopped { return .stopped }
        }
        guard let statement = parsed.statement else { return .wrong }
        func overTime(_ limit: ScriptLimits.Time) -> Ending {
            _ = told(.outcome(.refused(limit.diagnostic(at: parsed.range))))
            return .stopped
        }
        if let limit = limits.time, limit.isOver() { return overTime(limit) }
        switch statement {
        case .command(.include(let path, let range)):
            do {
                return try include(path, from: text, isCancelled, tell)
            } catch {
                return told(.diagnostic(error.diagnostic(at: range))) == .stopped ? .stopped : .wrong
            }
        case .definition(let definition): definitions[definition.name] = definition.value
        default: break
        }
        do {
            let limits = self.limits
            let outcome = try session?.run(
                statement, isCancelled: { isCancelled() || limits.time?.isOver() ?? false })
            guard let outcome else { return .whole }
            return told(.outcome(limits.refusal(of: outcome, at: parsed.range) ?? outcome))
        } catch EvaluationError.cancelled {
            if let limit = limits.time, limit.isOver() { return overTime(limit) }
            _ = told(.cancelled)
            return .stopped
        } catch {
            return told(.failure(error))
        }
    }
}

// MARK: - Including

extension ScriptRunner {
    private mutating func include(
        _ path: String, from text: ScriptText, _ isCancelled: @Sendable () -> Bool,
        _ tell: (ScriptEvent) -> Continuation
    ) throws(InclusionError) -> Ending {
        guard folder?.holds(path, seenFrom: text.folder) ?? true else {
            throw .outside(path: path, folder: folder?.name ?? "")
        }
        let file = file(TextFile.resolve(path, in: text.folder))
        try check(file)
        let included: ScriptText
        do { included = try ScriptText(reading: file.name) } catch { throw .file(error) }
        includedCount += 1
        files.append(file)
        defer { files.removeLast() }
        return statements(of: included, isCancelled, tell)
    }

    /// Runs a text that the caller of `run` wants to be run, as if it were included.
    private mutating func run(
        _ script: ScriptText, from range: ByteRange, in text: ScriptText, _ isCancelled: @Sendable () -> Bool,
        _ tell: (ScriptEvent) -> Continuation
    ) -> Ending {
        let file = file(script.name ?? "")
        do {
            try check(file)
        } catch {
            let event = ScriptEvent(.diagnostic(error.diagnostic(at: range)), in: text, range)
            if case .stop = tell(event) { return .stopped }
            return .wrong
        }
        includedCount += 1
        files.append(file)
        defer { files.removeLast() }
        return statements(of: script, isCancelled, tell)
    }

    /// Whether a file may be read here: not within itself, and not too deep.
    private func check(_ file: File) throws(InclusionError) {
        if let start = files.firstIndex(where: { $0.realPath == file.realPath }) {
            throw .cycle((files[start...] + [file]).map(\.name))
        }
        guard files.count < ScriptRunner.depthLimit else { throw .tooDeep(limit: ScriptRunner.depthLimit) }
        guard includedCount < ScriptRunner.countLimit else { throw .tooMany(limit: ScriptRunner.countLimit) }
    }

    private func file(_ name: String) -> File { File(name: name, realPath: TextFile.realPath(name) ?? name) }
}
