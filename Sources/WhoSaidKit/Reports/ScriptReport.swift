import Evaluator
import Presentation
import QueryLanguage

/// What came of the expectations of some scripts, as systems that show the results of tests want to know it.
///
///     var report = ScriptReport()
///     report.begin("a.ask")
///     runner.run(text) { report.take($0); return .goOn }
///     report.end()
package struct ScriptReport: Hashable, Sendable {
    /// The scripts in the order in which they were run.
    package private(set) var scripts: [Script] = []
    /// The last question that was answered.
    private var question: String?

    /// Nothing yet.
    package init() {}

    /// What came of one script.
    package struct Script: Hashable, Sendable {
        /// Its path.
        package let name: String
        /// Its expectations, and what could not be run.
        package fileprivate(set) var cases: [Case] = []
    }

    /// One expectation, or something that could not be run.
    package struct Case: Hashable, Sendable {
        /// The statement on one line; of a script that expects nothing, what happened to it.
        package let name: String
        /// The file and the line, from 1; nil where it is about a script as a whole.
        package let place: Place?
        package let result: Result
    }

    /// A line of a file, which an included file can be.
    package struct Place: Hashable, Sendable {
        package let file: String
        package let line: Int
    }

    /// What came of it.
    package enum Result: Hashable, Sendable {
        case holds
        /// With the question, and the rows that broke it, a line each.
        case fails(message: String, question: String?, rows: [String])
        /// A statement is wrong, or the archive failed: the whole message.
        case wrong(message: String, details: String)
        /// It was not run.
        case skipped(String)
    }

    /// Begins a script.
    package mutating func begin(_ name: String) {
        scripts.append(Script(name: name))
        question = nil
    }

    /// Takes what happens in the script that was begun last.
    package mutating func take(_ event: ScriptEvent) {
        let place = Place(file: event.text.name ?? "script", line: event.line)
        func add(_ result: Result) { self.add(Case(name: event.statement.onOneLine, place: place, result: result)) }
        switch event.happening {
        case .outcome(.answer): question = event.statement.onOneLine
        case .outcome(.expectation(let verdict)):
            let rows = Page().renderRows(breaking: verdict, limit: 20).split(separator: "\n").map {
                String($0.dropFirst(2))
            }
            add(verdict.holds ? .holds : .fails(message: verdict.message, question: question, rows: rows))
        case .diagnostic(let diagnostic) where diagnostic.severity == .error, .outcome(.refused(let diagnostic)):
            let details = Page().render(diagnostic, in: event.text.text, name: event.text.name)
            add(.wrong(message: "\(diagnostic.code): \(diagnostic.message)", details: details))
        case .failure(let error): add(.wrong(message: String(describing: error), details: ""))
        case .cancelled: add(.wrong(message: "given up", details: ""))
        case .diagnostic, .outcome: break
        }
    }

    /// Ends the script that was begun last; one that expects nothing has done all that it should by running.
    package mutating func end() {
        guard scripts.last?.cases.isEmpty == true else { return }
        add(Case(name: "runs", place: nil, result: .holds))
    }

    /// A script, the one begun last or another, that could not be run.
    package mutating func fail(_ name: String, _ message: String) {
        if scripts.last?.name != name { begin(name) }
        add(Case(name: "runs", place: nil, result: .wrong(message: message, details: "")))
    }

    /// A script that was not run, and why.
    package mutating func skip(_ name: String, _ reason: String) {
        begin(name)
        add(Case(name: "runs", place: nil, result: .skipped(reason)))
    }

    private mutating func add(_ result: Case) {
        guard !scripts.isEmpty else { return }
        scripts[scripts.count - 1].cases.append(result)
    }

    /// The shapes in which it can be written.
    package enum Format: String, CaseIterable, Sendable {
        /// The Test Anything Protocol, version 14.
        case tap
        /// The XML of JUnit, as continuous integration reads it.
        case junit

        /// The format that a file's ending asks for; nil where it asks for none.
        package init?(fileNamed path: String) {
            switch path.split(separator: ".").last?.lowercased() {
            case "tap": self = .tap
            case "xml": self = .junit
            default: return nil
            }
        }
    }

    /// The whole report in a format.
    package func written(as format: Format) -> String {
        switch format {
        case .tap: tap
        case .junit: junit
        }
    }
}

extension String {
    /// The words with single blanks between them.
    fileprivate var onOneLine: String { split(whereSeparator: \.isWhitespace).joined(separator: " ") }
}
