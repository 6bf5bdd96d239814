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

    /// `textDocument/references`, in this document, in open ones, and in files that any of them includes.
    mutating func references(_ parameters: Parameters) throws(ResponseError) -> JSON {
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

    /// `textDocument/documentLink`: the files that `include` names.
    func links(_ parameters: Parameters) throws(ResponseError) -> JSON {
        let document = try document(parameters)
        return .list(
            document.draft.links.compactMap { link in
                guard link.isInclusion, let target = target(of: link, in: document) else { return nil }
                return .object([("range", document.json(link.range)), ("target", .text(target.text))])
            })
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
