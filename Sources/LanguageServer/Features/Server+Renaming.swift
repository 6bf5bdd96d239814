import LanguageService
import Text
import WhoSaidKit

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

extension Server {
    /// `textDocument/prepareRename`.
    func renameable(_ parameters: Parameters) throws(ResponseError) -> JSON {
        let (document, offset) = try place(parameters)
        guard let name = document.draft.name(at: offset), document.draft.origin(of: name) != nil else { return .null }
        return .object([("range", document.json(name.range)), ("placeholder", .text(name.text))])
    }

    /// `textDocument/rename`, where it changes no meaning: in the file that defines the name, and in every file that gets it from there.
    mutating func rename(_ parameters: Parameters) throws(ResponseError) -> JSON {
        let (document, offset) = try place(parameters)
        var new = try parameters.member("newName").text
        if new.hasPrefix("$") { new.removeFirst() }
        guard let name = document.draft.name(at: offset) else {
            throw ResponseError(.requestFailed, "there is no name here that `let` has given")
        }
        guard document.draft.origin(of: name) != nil else {
            throw ResponseError(.requestFailed, "`$\(name.text)` is not defined")
        }
        guard Draft.isName(new) else {
            throw ResponseError(.requestFailed, "`\(new)` cannot be a name: use one word of letters and digits")
        }
        let uses = uses(of: name, document)
        guard new == name.text || uses.allSatisfy({ $0.document.draft.names.allSatisfy { $0.text != new } }) else {
            throw ResponseError(.requestFailed, "`$\(new)` means something else already")
        }
        for (other, _) in uses where documents[other.uri] == nil { try checkEditable(other, from: document) }
        return workspaceEdit(
            uses.map { document, names in
                (document, names.map { Draft.Edit(range: $0.range, replacement: new) })
            })
    }

    /// The names like one of a document in the file that defines it, and in all files that get it from there: open documents, and what
    /// they include. The document itself comes first.
    mutating func uses(of name: Draft.Name, _ document: Document) -> [(document: Document, names: [Draft.Name])] {
        let here = Self.realPath(of: document)
        let source: String?
        if case .elsewhere(let place)? = document.draft.origin(of: name) { source = place.path } else { source = here }
        let others = scripts().filter { other in
            guard other.uri != document.uri else { return false }
            if let source, Self.realPath(of: other) == source { return true }
            return other.draft.names.contains { use in
                guard use.text == name.text, case .elsewhere(let place)? = other.draft.origin(of: use) else {
                    return false
                }
                return place.path == source
            }
        }
        return ([document] + others.sorted { $0.uri < $1.uri }).map { ($0, $0.draft.names(like: name)) }
    }

    /// The open documents, and the files that they include and nobody has open.
    private mutating func scripts() -> [Document] {
        var files: [String: Draft] = [:]
        for document in documents.values {
            files.merge(inclusions.files(under: document.draft, at: document.uri.path, open: documents)) { $1 }
        }
        for document in documents.values { Self.realPath(of: document).map { files[$0] = nil } }
        return Array(documents.values)
            + files.map { path, draft in
                Document(DocumentURI(path: path), draft, encoding: client.encoding)
            }
    }

    /// Sees to it that a file that is not open is the user's to change: in the workspace, and not write-protected.
    private func checkEditable(_ other: Document, from document: Document) throws(ResponseError) {
        guard let path = other.uri.path else { return }
        let own = Self.realPath(of: document).map { [TextFile.folder(of: $0)] } ?? []
        let folders = client.folders.isEmpty ? own : client.folders
        guard folders.contains(where: { path.hasPrefix($0 == "/" ? "/" : $0 + "/") }) else {
            throw ResponseError(.requestFailed, "\(path) has the name too, and is outside of the workspace")
        }
        guard access(path, W_OK) == 0 else {
            throw ResponseError(.requestFailed, "\(path) has the name too, and cannot be written to")
        }
    }

    private static func realPath(of document: Document) -> String? {
        document.uri.path.map { TextFile.realPath($0) ?? $0 }
    }
}
