import WhoSaidKit

/// What a client can do, as it says itself.
struct Client {
    var encoding = PositionEncoding.utf16
    /// It asks for diagnostics, so that none need be sent unasked.
    var pullsDiagnostics = false
    var refreshesDiagnostics = false
    var refreshesLenses = false
    var refreshesHints = false
    var readsMarkdown = false
    var takesSnippets = false
    var showsProgress = false
    var showsDocuments = false
    var nestsSymbols = false
    var takesVersionedEdits = false
    /// The folders that its user works in, links followed.
    var folders: [String] = []

    init() {}

    init(_ parameters: Parameters) throws(ResponseError) {
        let named = ((try? parameters.optional("workspaceFolders")?.list) ?? []).compactMap { $0.optional("uri") }
        let roots = named.isEmpty ? [parameters.optional("rootUri")].compactMap(\.self) : named
        folders = roots.compactMap { (try? $0.text).flatMap { DocumentURI($0).path } }.map {
            TextFile.realPath($0) ?? $0
        }
        guard let given = parameters.optional("capabilities") else { return }
        func can(_ names: String...) -> Bool {
            let value = names.reduce(given as Parameters?) { $0?.optional($1) }
            return (try? value?.truth) ?? false
        }
        func texts(_ names: String...) -> [String] {
            let value = names.reduce(given as Parameters?) { $0?.optional($1) }
            return ((try? value?.list) ?? []).compactMap { try? $0.text }
        }
        encoding = PositionEncoding(offered: texts("general", "positionEncodings"))
        pullsDiagnostics = given.optional("textDocument", "diagnostic") != nil
        refreshesDiagnostics = can("workspace", "diagnostics", "refreshSupport")
        refreshesLenses = can("workspace", "codeLens", "refreshSupport")
        refreshesHints = can("workspace", "inlayHint", "refreshSupport")
        readsMarkdown = texts("textDocument", "hover", "contentFormat").contains("markdown")
        takesSnippets = can("textDocument", "completion", "completionItem", "snippetSupport")
        showsProgress = can("window", "workDoneProgress")
        showsDocuments = can("window", "showDocument", "support")
        nestsSymbols = can("textDocument", "documentSymbol", "hierarchicalDocumentSymbolSupport")
        takesVersionedEdits = can("workspace", "workspaceEdit", "documentChanges")
    }
}
