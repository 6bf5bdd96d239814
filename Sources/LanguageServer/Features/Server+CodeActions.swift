import LanguageService
import QueryLanguage
import Text

extension Server {
    /// `textDocument/codeAction`: the fix of each diagnostic that a range touches, and all fixes at once.
    func codeActions(_ parameters: Parameters) throws(ResponseError) -> JSON {
        let document = try document(parameters)
        let range = document.range(try Range(parameters.member("range")))
        var wanted: [String]?
        if let only = parameters.optional("context", "only") {
            wanted = try only.list.compactMap { try? $0.text }
        }
        func isWanted(_ kind: String) -> Bool {
            wanted.map { $0.contains { kind == $0 || kind.hasPrefix($0 + ".") } } ?? true
        }
        var actions: [JSON] = []
        let all = diagnostics(of: document)
        if isWanted("quickfix") {
            for diagnostic in all {
                guard let fix = diagnostic.fix, let place = diagnostic.range, place.lower <= range.upper,
                    range.lower <= place.upper
                else { continue }
                let edit = Draft.Edit(range: fix.range, replacement: fix.replacement)
                actions.append(
                    .object([
                        ("title", .text(fix.title)), ("kind", .text("quickfix")),
                        ("diagnostics", .list([json(diagnostic, in: document)])), ("isPreferred", .truth(true)),
                        ("edit", workspaceEdit([(document, [edit])])),
                    ]))
            }
        }
        if isWanted("source.fixAll.whosaid") {
            let edits = Self.allFixes(all)
            if !edits.isEmpty {
                actions.append(
                    .object([
                        ("title", .text("mend all that has one fix")), ("kind", .text("source.fixAll.whosaid")),
                        ("edit", workspaceEdit([(document, edits)])),
                    ]))
            }
        }
        return .list(actions)
    }

    /// The fixes of errors that do not get in each other's way.
    private static func allFixes(_ diagnostics: [Diagnostic]) -> [Draft.Edit] {
        var edits: [Draft.Edit] = []
        let fixes = diagnostics.filter { $0.severity == .error }.compactMap(\.fix).sorted { $0.range < $1.range }
        for fix in fixes where (edits.last?.range.upper ?? -1) < fix.range.lower {
            edits.append(Draft.Edit(range: fix.range, replacement: fix.replacement))
        }
        return edits
    }
}

extension Diagnostic.Fix {
    /// What the menu says.
    fileprivate var title: String {
        replacement.isEmpty ? "take it out: \(message)" : message
    }
}
