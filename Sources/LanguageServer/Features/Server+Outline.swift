import LanguageService
import Text

extension Server {
    /// `textDocument/documentSymbol`.
    func symbols(_ parameters: Parameters) throws(ResponseError) -> JSON {
        let document = try document(parameters)
        let symbols = document.draft.symbols
        guard client.nestsSymbols else {
            return .list(
                symbols.flatMap { [$0] + $0.children }.map { symbol in
                    .object([
                        ("name", .text(symbol.label)), ("kind", .number(symbol.protocolKind)),
                        (
                            "location",
                            .object([("uri", .text(document.uri.text)), ("range", document.json(symbol.range))])
                        ),
                    ])
                })
        }
        return .list(symbols.map { json($0, document) })
    }

    private func json(_ symbol: Draft.Symbol, _ document: Document) -> JSON {
        .object([
            ("name", .text(symbol.label)), ("kind", .number(symbol.protocolKind)),
            ("range", document.json(symbol.range)),
            ("selectionRange", document.json(symbol.selection)),
            ("children", .list(symbol.children.map { json($0, document) })),
        ])
    }

    /// `textDocument/foldingRange`, by whole lines.
    func folds(_ parameters: Parameters) throws(ResponseError) -> JSON {
        let document = try document(parameters)
        return .list(
            document.draft.folds.map { fold in
                .members(
                    ("startLine", .number(document.position(fold.range.lower).line)),
                    ("endLine", .number(document.position(fold.range.upper).line)),
                    ("kind", fold.isComment ? .text("comment") : nil))
            })
    }

    /// `textDocument/selectionRange`.
    func selections(_ parameters: Parameters) throws(ResponseError) -> JSON {
        let document = try document(parameters)
        var chains: [JSON] = []
        for given in try parameters.member("positions").list {
            let ranges = document.draft.selections(around: document.offset(try Position(given)))
            let chain = ranges.reversed().reduce(nil as JSON?) { parent, range in
                .members(("range", document.json(range)), ("parent", parent))
            }
            chains.append(chain ?? .null)
        }
        return .list(chains)
    }
}

extension Draft.Symbol {
    /// A name is never empty.
    fileprivate var label: String { name.isEmpty ? "(empty)" : name }

    /// The protocol's number for what it is.
    fileprivate var protocolKind: Int {
        switch kind {
        case .question: 12  // function
        case .definition: 14  // constant
        case .expectation: 17  // boolean
        case .inclusion: 2  // module
        case .command: 24  // event
        }
    }
}
