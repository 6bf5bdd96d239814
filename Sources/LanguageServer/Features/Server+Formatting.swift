import LanguageService
import Text

extension Server {
    /// `textDocument/formatting`.
    func formatting(_ parameters: Parameters) throws(ResponseError) -> JSON {
        let document = try document(parameters)
        return edits(document.draft.formatting, document)
    }

    /// `textDocument/rangeFormatting`.
    func rangeFormatting(_ parameters: Parameters) throws(ResponseError) -> JSON {
        let document = try document(parameters)
        let range = document.range(try Range(parameters.member("range")))
        return edits(document.draft.formatting(of: range), document)
    }

    /// `textDocument/onTypeFormatting`: the statement that a line end or a `;` has ended.
    func onTypeFormatting(_ parameters: Parameters) throws(ResponseError) -> JSON {
        let (document, offset) = try place(parameters)
        return edits(document.draft.formatting(endedAt: offset), document)
    }

    func edits(_ edits: [Draft.Edit], _ document: Document) -> JSON {
        .list(
            edits.map { edit in
                .object([("range", document.json(edit.range)), ("newText", .text(edit.replacement))])
            })
    }

    /// Edits of open documents as the client takes them.
    func workspaceEdit(_ changes: [(document: Document, edits: [Draft.Edit])]) -> JSON {
        if client.takesVersionedEdits {
            let list = changes.map { document, edits -> JSON in
                .object([
                    (
                        "textDocument",
                        .object([
                            ("uri", .text(document.uri.text)),
                            // A file that is not open has no version.
                            ("version", documents[document.uri] == nil ? .null : .number(document.version)),
                        ])
                    ), ("edits", self.edits(edits, document)),
                ])
            }
            return .object([("documentChanges", .list(list))])
        }
        return .object([("changes", .object(changes.map { ($0.document.uri.text, edits($0.edits, $0.document)) }))])
    }
}
