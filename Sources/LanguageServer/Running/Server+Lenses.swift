import Evaluator
import LanguageService
import Presentation
import QueryLanguage
import Text

extension Server {
    /// `textDocument/codeLens`: one above every question and every expectation, to be filled in when it is seen.
    func lenses(_ parameters: Parameters) throws(ResponseError) -> JSON {
        let document = try document(parameters)
        guard archivePath(of: document) != nil else { return .list([]) }
        return .list(
            document.draft.pieces.compactMap { piece in
                switch piece.statement {
                case .question?, .expectation?: break
                default: return nil
                }
                return .object([
                    ("range", document.json(piece.statementRange)),
                    ("data", .object([("uri", .text(document.uri.text)), ("reading", .number(piece.reading))])),
                ])
            })
    }

    /// `codeLens/resolve`: runs the question, unless it is known what comes of it.
    mutating func resolvedLens(_ parameters: Parameters) throws(ResponseError) -> Reply {
        guard case .object(let members) = JSON(parameters.value) else { throw parameters.mustBe("an object") }
        let data = try parameters.member("data")
        let uri = DocumentURI(try data.member("uri").text)
        let reading = try data.member("reading").number
        guard let document = documents[uri],
            let index = document.draft.pieces.firstIndex(where: { $0.reading == reading })
        else { throw ResponseError(.contentModified, "the statement has changed") }
        let place = document.position(document.draft.pieces[index].statementRange.lower)
        @Sendable func lens(_ title: String) -> JSON {
            let argument = JSON.object([("uri", .text(uri.text)), ("position", place.json)])
            let command = JSON.object([
                ("title", .text(title)), ("command", .text("whosaid.run")), ("arguments", .list([argument])),
            ])
            return .object(members + [("command", command)])
        }
        guard let contents = archive(of: document) else { return .now(lens("run")) }
        let scene = scene(document.draft, index, contents)
        if let known = rehearsal.finding(scene) { return .now(lens(known.title)) }
        let rehearsal = rehearsal
        return .later(.long) { cancellation, _ throws(ResponseError) in
            _ = try rehearsal.run(scene, contents, cancellation)
            let title = rehearsal.finding(scene)?.title ?? "run"
            let json = lens(title)
            return { _ in json }
        }
    }

    /// `workspace/executeCommand`: `whosaid.run` answers the statement at a place. The answer is the result of the request;
    /// a client that can show documents is also asked to show it, as a file that goes when the server does.
    mutating func command(_ parameters: Parameters) throws(ResponseError) -> Reply {
        let name = try parameters.member("command").text
        guard name == "whosaid.run" else { throw ResponseError(.invalidParams, "there is no command `\(name)`") }
        guard let argument = try parameters.member("arguments").list.first else {
            throw ResponseError(.invalidParams, "`whosaid.run` takes {uri, position}")
        }
        let uri = DocumentURI(try argument.member("uri").text)
        guard let document = documents[uri] else { throw ResponseError(.invalidParams, "\(uri.text) is not open") }
        let offset = document.offset(try Position(argument.member("position")))
        let draft = document.draft
        guard let index = draft.pieces.firstIndex(where: { $0.range.upper >= offset }),
            draft.pieces[index].statement != nil
        else { throw ResponseError(.requestFailed, "there is no statement here that can be run") }
        guard let contents = archive(of: document) else {
            throw ResponseError(
                .requestFailed,
                archiveProblem(of: document)?.message
                    ?? (archivePath(of: document) == nil
                        ? "the script does not say which archive it is about: add a first line `-- archive: FOLDER`"
                        : "the archive is still being read; try again"))
        }
        let (scene, rehearsal) = (scene(draft, index, contents), rehearsal)
        let shows = try argument.optional("show")?.truth ?? client.showsDocuments
        return .later(.long) { cancellation, _ throws(ResponseError) in
            let outcome = try rehearsal.run(scene, contents, cancellation)
            let format = outcome.format
            let text =
                if case .refused(let diagnostic) = outcome { Page().render(diagnostic, in: "") } else {
                    Page().render(outcome)
                }
            return { server in
                if shows { server.show(text, as: format) }
                return .object([("text", .text(text)), ("format", .text(format.rawValue))])
            }
        }
    }

    private mutating func show(_ text: String, as format: OutputFormat) {
        if answers == nil { answers = AnswerFolder() }
        guard let path = answers?.write(text, as: format) else {
            return log("the answer could not be written to a temporary file")
        }
        ask(
            "window/showDocument",
            .object([("uri", .text(DocumentURI(path: path).text)), ("takeFocus", .truth(true))]))
    }

    /// A statement with the questions that it speaks of: the one whose rows it expects, the one that `among _` narrows.
    private func scene(_ draft: Draft, _ index: Int, _ contents: OpenArchive) -> Rehearsal.Scene {
        let own = draft.pieces[index].statement
        let needsMore = if case .question(let query)? = own { query.among == .last } else { true }
        let statements = (needsMore ? draft.questions(above: index) : []) + (own.map { [$0] } ?? [])
        return Rehearsal.Scene(state: contents.state, today: settings.today(), statements: statements)
    }
}

extension Session.Outcome {
    /// The format that the statement asks for.
    fileprivate var format: OutputFormat {
        switch self {
        case .answer(let answer): answer.query.format ?? .table
        case .decisions(_, let format): format ?? .table
        default: .table
        }
    }
}
