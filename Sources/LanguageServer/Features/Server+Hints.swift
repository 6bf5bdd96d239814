import LanguageService
import Text

extension Server {
    /// `textDocument/inlayHint`.
    mutating func hints(_ parameters: Parameters) throws(ResponseError) -> JSON {
        let document = try document(parameters)
        let range = document.range(try Range(parameters.member("range")))
        return .list(
            service(for: document).hints(in: document.draft, range, today: settings.today()).map { hint in
                .object([
                    ("position", document.position(hint.offset).json), ("label", .text(hint.label)),
                    ("tooltip", .text(hint.detail)), ("paddingLeft", .truth(true)),
                ])
            })
    }
}
