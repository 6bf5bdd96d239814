import Text

extension Server {
    /// What becomes of a request.
    mutating func reply(to method: String, _ parameters: Parameters) throws(ResponseError) -> Reply {
        switch phase {
        case .fresh:
            guard method == "initialize" else {
                throw ResponseError(.serverNotInitialized, "`initialize` has to come first")
            }
            return .now(try initialize(parameters))
        case .shutDown: throw ResponseError(.invalidRequest, "the server is shut down")
        case .running: break
        }
        switch method {
        case "initialize": throw ResponseError(.invalidRequest, "`initialize` comes once")
        case "shutdown":
            phase = .shutDown
            return .now(.null)
        case "textDocument/diagnostic": return .now(try pulledDiagnostics(parameters))
        case "textDocument/completion": return .now(try completion(parameters))
        case "completionItem/resolve": return .now(try resolvedCompletion(parameters))
        case "textDocument/hover": return try hover(parameters)
        case "textDocument/signatureHelp": return .now(try signatureHelp(parameters))
        case "textDocument/formatting": return .now(try formatting(parameters))
        case "textDocument/rangeFormatting": return .now(try rangeFormatting(parameters))
        case "textDocument/onTypeFormatting": return .now(try onTypeFormatting(parameters))
        case "textDocument/documentSymbol": return .now(try symbols(parameters))
        case "textDocument/documentHighlight": return .now(try highlights(parameters))
        case "textDocument/foldingRange": return .now(try folds(parameters))
        case "textDocument/selectionRange": return .now(try selections(parameters))
        case "textDocument/definition": return .now(try definition(parameters))
        case "textDocument/references": return .now(try references(parameters))
        case "textDocument/prepareRename": return .now(try renameable(parameters))
        case "textDocument/rename": return .now(try rename(parameters))
        case "textDocument/documentLink": return .now(try links(parameters))
        case "textDocument/codeAction": return .now(try codeActions(parameters))
        case "textDocument/semanticTokens/full": return .now(try allTokens(parameters))
        case "textDocument/semanticTokens/full/delta": return .now(try changedTokens(parameters))
        case "textDocument/semanticTokens/range": return .now(try tokensInRange(parameters))
        case "textDocument/inlayHint": return .now(try hints(parameters))
        case "textDocument/codeLens": return .now(try lenses(parameters))
        case "codeLens/resolve": return try resolvedLens(parameters)
        case "workspace/executeCommand": return try command(parameters)
        default: throw ResponseError(.methodNotFound, "there is no method `\(method)` here")
        }
    }

    /// The document, and the offset in it, that a request is about.
    func place(_ parameters: Parameters) throws(ResponseError) -> (document: Document, offset: Int) {
        let document = try document(parameters)
        return (document, document.offset(try Position(parameters.member("position"))))
    }
}
