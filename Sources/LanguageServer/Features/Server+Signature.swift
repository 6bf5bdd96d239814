import LanguageService
import Text

extension Server {
    /// `textDocument/signatureHelp`.
    mutating func signatureHelp(_ parameters: Parameters) throws(ResponseError) -> JSON {
        let (document, offset) = try place(parameters)
        guard let signature = service(for: document).signature(in: document.draft, at: offset) else { return .null }
        let label = Array(signature.label.utf8)
        let parts = signature.parameters.map { part -> JSON in
            .object([("label", .list([.number(part.lower), .number(part.upper)]))])
        }
        // Labels are ASCII, so their bytes are their UTF-16 units.
        return .object([
            (
                "signatures",
                .list([
                    .object([
                        ("label", .text(String(decoding: label, as: UTF8.self))),
                        ("documentation", .text(signature.summary)), ("parameters", .list(parts)),
                    ])
                ])
            ), ("activeSignature", .number(0)), ("activeParameter", .number(signature.active)),
        ])
    }
}
