import LanguageService
import QueryLanguage
import Text

extension Server {
    /// No more are offered at once: who wants another one types a letter.
    private static let completionLimit = 100

    /// `textDocument/completion`.
    mutating func completion(_ parameters: Parameters) throws(ResponseError) -> JSON {
        let (document, offset) = try place(parameters)
        let completions = service(for: document).completions(in: document.draft, at: offset)
        let items = completions.prefix(Self.completionLimit).enumerated().map { order, completion -> JSON in
            // What is typed decides what is offered, by other rules than those of editors: so they are told that all of it fits.
            let typed = document.bytes.text(ByteRange(completion.range.lower, offset))
            let digits = String(order)
            return .object([
                ("label", .text(completion.label)), ("kind", .number(completion.itemKind)),
                ("detail", .text(completion.detail)),
                ("sortText", .text(String(repeating: "0", count: 4 - digits.count) + digits)),
                ("filterText", .text(typed.isEmpty ? completion.insertion : typed)),
                (
                    "textEdit",
                    .object([
                        ("range", document.json(completion.range)), ("newText", .text(completion.insertion)),
                    ])
                ), ("data", .object([("uri", .text(document.uri.text)), ("name", .text(completion.label))])),
            ])
        }
        return .object([("isIncomplete", .truth(true)), ("items", .list(items))])
    }

    /// `completionItem/resolve`: a longer text about one of them.
    mutating func resolvedCompletion(_ parameters: Parameters) throws(ResponseError) -> JSON {
        guard case .object(var members) = JSON(parameters.value) else { throw parameters.mustBe("an object") }
        let data = try parameters.member("data")
        let name = try data.member("name").text
        let entries = Catalogue.entries(named: name)
        var lines = entries.prefix(3).map { "\($0.summary)\n\($0.example)" }
        if lines.isEmpty, let document = documents[DocumentURI(try data.member("uri").text)] {
            lines = service(for: document).speakersCalled(name).prefix(1).map(\.about)
        }
        if !lines.isEmpty { members.append(("documentation", .text(lines.joined(separator: "\n\n")))) }
        return .object(members)
    }
}

extension Vocabulary.Entry {
    /// What is known of a speaker, a line each.
    fileprivate var about: String {
        let known = [role, organisation.map { "speaks for \($0)" }, "\(count) quotes"].compactMap(\.self)
        return (known + aliases.prefix(8).map { "also “\($0)”" }).joined(separator: "\n")
    }
}

extension Completion {
    /// The entries of the catalogue by their names.
    private static let kinds = Dictionary(Catalogue.entries.map { ($0.name, $0.kind) }) { first, _ in first }

    /// The protocol's number for what it is.
    fileprivate var itemKind: Int {
        if insertion.hasPrefix("$") { return 6 }  // variable
        return switch Self.kinds[label] {
        case .field: 5
        case .verb: 3  // function
        case .format: 20  // member of an enumeration
        case .form, .clause, .matcher, .command, .dotCommand: 14  // keyword
        case nil: label.first?.isUppercase ?? false ? 7 : 12  // class, as names are coloured, and value
        }
    }
}
