import LanguageService
import QueryLanguage
import Text
import WhoSaidKit

extension Server {
    /// `textDocument/definition`: of a name its `let`, of an `include` the file.
    func definition(_ parameters: Parameters) throws(ResponseError) -> JSON {
        let (document, offset) = try place(parameters)
        if let name = document.draft.name(at: offset) {
            return switch document.draft.origin(of: name) {
            case nil: .null
            case .here(let origin): location(document, origin.range)
            case .elsewhere(let place): location(place)
            }
        }
        for link in document.draft.links where link.range.lower <= offset && offset <= link.range.upper {
            guard link.isInclusion, let target = target(of: link, in: document) else { continue }
            let start = Position(line: 0, character: 0).json
            return .object([
                ("uri", .text(target.text)), ("range", .object([("start", start), ("end", start)])),
            ])
        }
        return .null
    }

    /// `textDocument/references`, in this document and in open ones that include it.
    func references(_ parameters: Parameters) throws(ResponseError) -> JSON {
        let (document, offset) = try place(parameters)
        let withDefinition = try parameters.optional("context", "includeDeclaration")?.truth ?? true
        guard let name = document.draft.name(at: offset) else { return .null }
        return .list(
            uses(of: name, document).flatMap { document, names in
                names.filter { withDefinition || !$0.isDefinition }.map { location(document, $0.range) }
            })
    }

    /// `textDocument/documentHighlight`.
    func highlights(_ parameters: Parameters) throws(ResponseError) -> JSON {
        let (document, offset) = try place(parameters)
        guard let name = document.draft.name(at: offset) else { return .null }
        return .list(
            document.draft.names(like: name).map { name in
                .object([("range", document.json(name.range)), ("kind", .number(name.isDefinition ? 3 : 2))])
            })
    }

    /// `textDocument/prepareRename`.
    func renameable(_ parameters: Parameters) throws(ResponseError) -> JSON {
        let (document, offset) = try place(parameters)
        guard let name = document.draft.name(at: offset), case .here? = document.draft.origin(of: name) else {
            return .null
        }
        return .object([("range", document.json(name.range)), ("placeholder", .text(name.text))])
    }

    /// `textDocument/rename`, where it changes no meaning.
    func rename(_ parameters: Parameters) throws(ResponseError) -> JSON {
        let (document, offset) = try place(parameters)
        var new = try parameters.member("newName").text
        if new.hasPrefix("$") { new.removeFirst() }
        guard let name = document.draft.name(at: offset) else {
            throw ResponseError(.requestFailed, "there is no name here that `let` has given")
        }
        switch document.draft.origin(of: name) {
        case nil: throw ResponseError(.requestFailed, "`$\(name.text)` is not defined")
        case .elsewhere(let place):
            throw ResponseError(.requestFailed, "`$\(name.text)` is defined in \(place.path): rename it there")
        case .here: break
        }
        guard Draft.isName(new) else {
            throw ResponseError(.requestFailed, "`\(new)` cannot be a name: use one word of letters and digits")
        }
        let uses = uses(of: name, document)
        guard new == name.text || uses.allSatisfy({ $0.document.draft.names.allSatisfy { $0.text != new } }) else {
            throw ResponseError(.requestFailed, "`$\(new)` means something else already")
        }
        return workspaceEdit(
            uses.map { document, names in
                (document, names.map { Draft.Edit(range: $0.range, replacement: new) })
            })
    }

    /// `textDocument/documentLink`: the files that `include` names.
    func links(_ parameters: Parameters) throws(ResponseError) -> JSON {
        let document = try document(parameters)
        return .list(
            document.draft.links.compactMap { link in
                guard link.isInclusion, let target = target(of: link, in: document) else { return nil }
                return .object([("range", document.json(link.range)), ("target", .text(target.text))])
            })
    }

    /// The names like one of a document, there and in the open documents that get it from there.
    private func uses(of name: Draft.Name, _ document: Document) -> [(document: Document, names: [Draft.Name])] {
        let path = document.uri.path.map { TextFile.realPath($0) ?? $0 }
        let others = documents.values.filter { other in
            other.uri != document.uri
                && other.draft.names.contains { use in
                    guard use.text == name.text, case .elsewhere(let place)? = other.draft.origin(of: use) else {
                        return false
                    }
                    return place.path == path
                }
        }
        return ([document] + others.sorted { $0.uri < $1.uri }).map { ($0, $0.draft.names(like: name)) }
    }

    private func target(of link: Draft.Link, in document: Document) -> DocumentURI? {
        document.uri.path.map { path in
            let target = TextFile.resolve(link.path, in: TextFile.folder(of: path))
            return DocumentURI(path: TextFile.realPath(target) ?? target)
        }
    }

    private func location(_ document: Document, _ range: ByteRange) -> JSON {
        .object([("uri", .text(document.uri.text)), ("range", document.json(range))])
    }

    private func location(_ place: Draft.Inclusion.Place) -> JSON {
        let uri = DocumentURI(path: place.path)
        if let open = documents.values.first(where: { document in
            document.uri.path.map { (TextFile.realPath($0) ?? $0) == place.path } ?? false
        }) {
            return location(open, place.range)
        }
        guard let text = try? TextFile.text(of: place.path) else { return .null }
        return location(Document(uri, version: 0, text: text, encoding: client.encoding), place.range)
    }
}
