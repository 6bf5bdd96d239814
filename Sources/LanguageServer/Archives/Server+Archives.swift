import Articles
import Evaluator
import LanguageService
import QueryLanguage
import Text
import WhoSaidKit

extension Server {
    /// The archive that a document is about; nil where it names none.
    func archivePath(of document: Document) -> String? {
        if let forced = shelf.forced { return forced }
        guard let path = document.uri.path, let named = document.namedArchive else {
            return nil
        }
        return TextFile.resolve(named, in: TextFile.folder(of: path))
    }

    /// The archive of a document as it was opened last; nil where there is none, or it is still being opened.
    mutating func archive(of document: Document) -> OpenArchive? {
        lookForArchive(of: document)
        return archivePath(of: document).flatMap { shelf.entries[$0]?.contents }
    }

    /// Has the archive of a document opened where that was not done, or where it has changed on the disk since.
    mutating func lookForArchive(of document: Document) {
        guard let path = archivePath(of: document), shelf.mustOpen(path) else { return }
        let cache = settings.cache
        ownRequests += 1
        let token = "whosaid-archive-\(ownRequests)"
        if client.showsProgress {
            ask("window/workDoneProgress/create", .object([("token", .text(token))])) { server, answer in
                guard answer != nil || server.shelf.entries[path]?.isOpening == true else { return }
                server.begin(token, path)
            }
        }
        jobs.append(
            Job(lane: .long) { _, post in
                let outcome = Result { () throws(OpenArchive.Failure) in
                    try OpenArchive(path, cache: cache) { progress in
                        post { $0.report(token, progress) }
                    }
                }
                post { $0.opened(path, outcome, token) }
            })
    }

    private mutating func begin(_ token: String, _ path: String) {
        guard shelf.entries[path]?.isOpening == true else { return }
        shownProgress.insert(token)
        progress(token, ("kind", .text("begin")), ("title", .text("Reading \(path)")), ("percentage", .number(0)))
    }

    private mutating func report(_ token: String, _ state: Archive.Progress) {
        guard shownProgress.contains(token) else { return }
        progress(
            token, ("kind", .text("report")), ("message", .text(state.count)),
            ("percentage", .number(Int(100 * (state.share ?? 0)))))
    }

    private mutating func opened(
        _ path: String, _ outcome: Result<OpenArchive, OpenArchive.Failure>, _ token: String
    ) {
        shelf.opened(path, outcome)
        if shownProgress.remove(token) != nil { progress(token, ("kind", .text("end"))) }
        if case .success(let contents) = outcome {
            for problem in contents.archive.problems { log(problem) }
        }
        for document in documents.values where archivePath(of: document) == path { toPublish.insert(document.uri) }
        if client.refreshesDiagnostics { ask("workspace/diagnostic/refresh") }
        if client.refreshesLenses { ask("workspace/codeLens/refresh") }
        if client.refreshesHints { ask("workspace/inlayHint/refresh") }
    }

    private mutating func progress(_ token: String, _ members: (String, JSON)...) {
        outgoing.append(
            .notification("$/progress", .object([("token", .text(token)), ("value", .object(members))])))
    }

    /// What is wrong with the archive of a document, at the place where the document names it.
    func archiveProblem(of document: Document) -> Diagnostic? {
        guard let path = archivePath(of: document), let problem = shelf.entries[path]?.problem else { return nil }
        let range = shelf.forced == nil ? ScriptHeader.archive(in: document.bytes)?.range : nil
        return Diagnostic(
            code: "", severity: .warning, message: problem, range: range ?? ByteRange(0, 0))
    }

    /// The language as a document sees it: with the names of its archive.
    mutating func service(for document: Document) -> LanguageService {
        guard let contents = archive(of: document) else { return LanguageService(vocabulary: Vocabulary()) }
        var service = LanguageService(vocabulary: contents.vocabulary)
        let names = contents.names
        service.speakersCalled = { name in
            names.speakers(called: name).filter(\.speaker.isNamed).map { Vocabulary.Entry($0) }
        }
        return service
    }
}
