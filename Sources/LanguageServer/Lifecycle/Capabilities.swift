import LanguageService
import Text

/// What this server can do, as `initialize` tells it.
enum Capabilities {
    static func json(_ client: Client) -> JSON {
        .members(
            ("positionEncoding", .text(client.encoding.rawValue)),
            (
                "textDocumentSync",
                .object([
                    ("openClose", .truth(true)), ("change", .number(2)),
                    ("save", .object([("includeText", .truth(false))])),
                ])
            ),
            (
                "diagnosticProvider",
                .object([
                    ("identifier", .text("whosaid")), ("interFileDependencies", .truth(true)),
                    ("workspaceDiagnostics", .truth(false)),
                ])
            ),
            (
                "completionProvider",
                .object([
                    ("triggerCharacters", texts(" ", "\"", "$", "=")), ("resolveProvider", .truth(true)),
                ])
            ),
            ("hoverProvider", .truth(true)),
            (
                "signatureHelpProvider",
                .object([("triggerCharacters", texts(" ")), ("retriggerCharacters", texts(" ", ","))])
            ),
            ("documentFormattingProvider", .truth(true)),
            ("documentRangeFormattingProvider", .truth(true)),
            (
                "documentOnTypeFormattingProvider",
                .object([("firstTriggerCharacter", .text("\n")), ("moreTriggerCharacter", texts(";"))])
            ),
            ("documentSymbolProvider", .truth(true)),
            ("documentHighlightProvider", .truth(true)),
            ("foldingRangeProvider", .truth(true)),
            ("selectionRangeProvider", .truth(true)),
            ("definitionProvider", .truth(true)),
            ("referencesProvider", .truth(true)),
            ("renameProvider", .object([("prepareProvider", .truth(true))])),
            ("documentLinkProvider", .object([("resolveProvider", .truth(false))])),
            (
                "codeActionProvider",
                .object([("codeActionKinds", texts("quickfix", "source.fixAll.whosaid"))])
            ),
            (
                "semanticTokensProvider",
                .object([
                    (
                        "legend",
                        .object([
                            ("tokenTypes", .list(SemanticToken.Kind.allCases.map { .text($0.protocolName) })),
                            ("tokenModifiers", .list([])),
                        ])
                    ),
                    ("full", .object([("delta", .truth(true))])), ("range", .truth(true)),
                ])
            ),
            ("inlayHintProvider", .truth(true)),
            ("codeLensProvider", .object([("resolveProvider", .truth(true))])),
            ("executeCommandProvider", .object([("commands", texts("whosaid.run"))]))
        )
    }

    private static func texts(_ texts: String...) -> JSON { .list(texts.map(JSON.text)) }
}

extension SemanticToken.Kind {
    /// The name that the protocol gives to such tokens, so that every colour scheme knows them; an error is shown by its diagnostic.
    var protocolName: String {
        switch self {
        case .keyword: "keyword"
        case .verb: "function"
        case .field: "property"
        case .name: "class"
        case .string: "string"
        case .number: "number"
        case .date: "enumMember"
        case .regex: "regexp"
        case .variable: "variable"
        case .comment: "comment"
        case .operator: "operator"
        case .error: "string"
        }
    }
}
