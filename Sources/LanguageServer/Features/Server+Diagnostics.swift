import LanguageService
import QueryLanguage
import Text

extension Server {
    /// Sends the diagnostics of documents that have changed, and has the names in them looked up.
    mutating func publish() {
        for uri in toPublish.sorted() {
            guard let document = documents[uri] else { continue }
            checkNames(of: document)
            guard !client.pullsDiagnostics else { continue }
            let items = diagnostics(of: document).map { json($0, in: document) }
            outgoing.append(Self.diagnostics(uri, document.version, items))
        }
        toPublish = []
    }

    static func diagnostics(_ uri: DocumentURI, _ version: Int?, _ items: [JSON]) -> JSON {
        .notification(
            "textDocument/publishDiagnostics",
            .members(("uri", .text(uri.text)), ("version", version.map(JSON.number)), ("diagnostics", .list(items))))
    }

    /// `textDocument/diagnostic`: what is wrong, unless the client knows it already.
    mutating func pulledDiagnostics(_ parameters: Parameters) throws(ResponseError) -> JSON {
        let document = try document(parameters)
        checkNames(of: document)
        let items = JSON.list(diagnostics(of: document).map { json($0, in: document) })
        let id = Fingerprint(items.written.utf8).hex
        if let known = try parameters.optional("previousResultId")?.text, known == id {
            return .object([("kind", .text("unchanged")), ("resultId", .text(id))])
        }
        return .object([("kind", .text("full")), ("resultId", .text(id)), ("items", items)])
    }

    /// All that is to be said about a document: of the language, of the archive's names, of the archive itself.
    func diagnostics(of document: Document) -> [Diagnostic] {
        var diagnostics = document.draft.diagnostics + names.notes(on: document)
        if let problem = archiveProblem(of: document) { diagnostics.append(problem) }
        return diagnostics.sorted { ($0.range ?? ByteRange(0, 0)) < ($1.range ?? ByteRange(0, 0)) }
    }

    func json(_ diagnostic: Diagnostic, in document: Document) -> JSON {
        let severity =
            switch diagnostic.severity {
            case .error: 1
            case .warning: 2
            case .note: 3
            }
        let sentences = [diagnostic.message] + diagnostic.notes.map { "note: \($0)" }
        let help = diagnostic.fix.map { ["help: \($0.message)"] } ?? []
        let page = manualPattern.flatMap { pattern in
            diagnostic.code.isEmpty ? nil : pattern.replacingCode(with: diagnostic.code)
        }
        return .members(
            ("range", document.json(diagnostic.range ?? ByteRange(0, 0))), ("severity", .number(severity)),
            ("code", diagnostic.code.isEmpty ? nil : .text(diagnostic.code)),
            ("codeDescription", page.map { .object([("href", .text($0))]) }), ("source", .text("whosaid")),
            ("message", .text((sentences + help).joined(separator: "\n"))))
    }
}

extension String {
    /// The address of a code's page: `{code}` stands for the code, `{CODE}` is the same in the case of the web page.
    fileprivate func replacingCode(with code: String) -> String {
        guard let mark = firstRange(of: "{code}") else { return self + code }
        return self[..<mark.lowerBound] + code + self[mark.upperBound...]
    }

    private func firstRange(of mark: String) -> Range<Index>? {
        var start = startIndex
        while start < endIndex {
            if self[start...].hasPrefix(mark) { return start..<index(start, offsetBy: mark.count) }
            start = index(after: start)
        }
        return nil
    }
}
