import LanguageService
import Text

extension Server {
    mutating func open(_ parameters: Parameters) throws(ResponseError) {
        let item = try parameters.member("textDocument")
        let uri = DocumentURI(try item.member("uri").text)
        documents[uri] = Document(
            uri, version: try item.member("version").number, text: try item.member("text").text,
            encoding: client.encoding)
        changed(uri)
    }

    mutating func change(_ parameters: Parameters) throws(ResponseError) {
        let item = try parameters.member("textDocument")
        let uri = DocumentURI(try item.member("uri").text)
        let version = try item.optional("version")?.number
        guard documents[uri] != nil else { throw ResponseError(.invalidParams, "\(uri.text) is not open") }
        var changes: [Document.Change] = []
        for change in try parameters.member("contentChanges").list { changes.append(try Document.Change(change)) }
        documents[uri]?.apply(changes, version: version ?? 0)
        changed(uri)
    }

    mutating func close(_ parameters: Parameters) throws(ResponseError) {
        let uri = DocumentURI(try parameters.member("textDocument").member("uri").text)
        guard documents.removeValue(forKey: uri) != nil else { return }
        sentTokens[uri] = nil
        names.forget(uri)
        if !client.pullsDiagnostics { outgoing.append(Self.diagnostics(uri, nil, [])) }
        includersChanged(uri)
    }

    mutating func save(_ parameters: Parameters) throws(ResponseError) {
        let uri = DocumentURI(try parameters.member("textDocument").member("uri").text)
        documents[uri]?.lookForArchive()
        changed(uri)
    }

    /// The document that a request is about.
    func document(_ parameters: Parameters) throws(ResponseError) -> Document {
        let uri = DocumentURI(try parameters.member("textDocument").member("uri").text)
        guard let document = documents[uri] else { throw ResponseError(.invalidParams, "\(uri.text) is not open") }
        return document
    }

    /// Follows what a new text brings along: other included names, another archive, other diagnostics.
    private mutating func changed(_ uri: DocumentURI) {
        settle(uri)
        toPublish.insert(uri)
        includersChanged(uri)
    }

    /// The documents that include this one may have got other names.
    private mutating func includersChanged(_ uri: DocumentURI) {
        for other in documents.keys where other != uri && documents[other]?.draft.includesFiles == true {
            settle(other)
            toPublish.insert(other)
        }
    }

    /// Gives a document what its `include` lines define, and sees to its archive.
    private mutating func settle(_ uri: DocumentURI) {
        guard var document = documents[uri] else { return }
        document.include(inclusions.read(document.draft, at: document.uri.path, open: documents))
        documents[uri] = document
        lookForArchive(of: document)
    }
}
