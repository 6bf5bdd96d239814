import Text

extension JSON {
    /// The value as it was read; a number that is no whole one becomes null, which no message of the protocol needs.
    init(_ read: JSONText) {
        switch read.value {
        case .null: self = .null
        case .bool(let truth): self = .truth(truth)
        case .number(let digits): self = Int(digits).map(JSON.number) ?? .null
        case .string(let text): self = .text(text)
        case .array(let items): self = .list(items.map { JSON($0) })
        case .object(let members): self = .object(members.map { ($0.name, JSON($0.value)) })
        }
    }

    /// An object without the members that are nil.
    static func members(_ members: (String, JSON?)...) -> JSON {
        .object(members.compactMap { name, value in value.map { (name, $0) } })
    }

    static func request(_ id: RequestID, _ method: String, _ parameters: JSON?) -> JSON {
        .members(("jsonrpc", .text("2.0")), ("id", id.json), ("method", .text(method)), ("params", parameters))
    }

    static func notification(_ method: String, _ parameters: JSON) -> JSON {
        .object([("jsonrpc", .text("2.0")), ("method", .text(method)), ("params", parameters)])
    }

    static func response(_ id: RequestID?, _ outcome: Result<JSON, ResponseError>) -> JSON {
        let id = id?.json ?? .null
        return switch outcome {
        case .success(let result): .object([("jsonrpc", .text("2.0")), ("id", id), ("result", result)])
        case .failure(let error): .object([("jsonrpc", .text("2.0")), ("id", id), ("error", error.json)])
        }
    }
}
