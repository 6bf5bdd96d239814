import Evaluator
import LanguageService
import QueryLanguage
import Text

/// What the archive says about the names in questions, kept for as long as neither changes.
struct NameChecks {
    private var checked: [DocumentURI: Checked] = [:]

    /// What is known about one document.
    private struct Checked {
        /// The state of the archive that it was compared with.
        var state: Int
        /// The readings of statements that were looked at.
        var readings: Set<Int> = []
        /// What was found, by the reading of the statement; the ranges begin at its piece.
        var notes: [Int: [Diagnostic]] = [:]
        var running: Cancellation?
    }

    /// The notes on a document, as far as they are known.
    func notes(on document: Document) -> [Diagnostic] {
        guard let notes = checked[document.uri]?.notes, !notes.isEmpty else { return [] }
        return document.draft.pieces.flatMap { piece in
            (notes[piece.reading] ?? []).map { $0.shifted(by: piece.range.lower) }
        }
    }

    /// The questions of a document that must be looked at, by their readings, and the work's mark; the work before it is given up.
    mutating func begin(_ document: Document, state: Int) -> (questions: [(reading: Int, Query)], mark: Cancellation)? {
        if checked[document.uri]?.state != state { checked[document.uri] = Checked(state: state) }
        guard var entry = checked[document.uri] else { return nil }
        var questions: [(reading: Int, Query)] = []
        for piece in document.draft.pieces where !entry.readings.contains(piece.reading) {
            if case .question(let query)? = piece.statement { questions.append((piece.reading, query)) }
        }
        // What statements that are gone were told is let go now and then.
        if entry.readings.count > 2 * document.draft.pieces.count + 1000 {
            entry.readings.formIntersection(document.draft.pieces.map(\.reading))
            entry.notes = entry.notes.filter { entry.readings.contains($0.key) }
        }
        entry.running?.cancel()
        let mark = Cancellation()
        entry.running = questions.isEmpty ? nil : mark
        checked[document.uri] = entry
        return questions.isEmpty ? nil : (questions, mark)
    }

    /// Takes in notes on some questions.
    /// - Returns: whether any of them has something to say.
    mutating func add(_ notes: [Int: [Diagnostic]], to uri: DocumentURI, state: Int) -> Bool {
        guard checked[uri]?.state == state else { return false }
        checked[uri]?.readings.formUnion(notes.keys)
        let found = notes.filter { !$0.value.isEmpty }
        checked[uri]?.notes.merge(found) { $1 }
        return !found.isEmpty
    }

    mutating func forget(_ uri: DocumentURI) {
        checked[uri]?.running?.cancel()
        checked[uri] = nil
    }
}

extension Server {
    /// So many questions are looked at before what was found is shown.
    private static let portion = 200

    /// Has the names in the questions of a document looked up that were not.
    mutating func checkNames(of document: Document) {
        guard let contents = archive(of: document), let work = names.begin(document, state: contents.state) else {
            return
        }
        let (uri, today) = (document.uri, settings.today())
        jobs.append(
            Job(lane: .quick, cancellation: work.mark) { cancellation, post in
                var left = work.questions[...]
                while !left.isEmpty, !cancellation.isCancelled {
                    var notes: [Int: [Diagnostic]] = [:]
                    for (reading, query) in left.prefix(Self.portion) {
                        notes[reading] = contents.names.notes(on: query, today: today)
                    }
                    left = left.dropFirst(Self.portion)
                    post { [notes] server in
                        guard server.names.add(notes, to: uri, state: contents.state) else { return }
                        server.toPublish.insert(uri)
                        if server.client.refreshesDiagnostics { server.ask("workspace/diagnostic/refresh") }
                    }
                }
            })
    }
}
