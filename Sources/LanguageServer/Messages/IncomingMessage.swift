import Text

/// A message from the client.
enum IncomingMessage {
    case request(RequestID, method: String, Parameters)
    case notification(method: String, Parameters)
    /// The client's answer to a request of the server; nil where it is an error.
    case response(RequestID, Parameters?)

    /// What is wrong with a message, and the request that it would have been, where that can be told.
    struct Failure: Error {
        let id: RequestID?
        let error: ResponseError
    }

    /// Reads the bytes of one message.
    init(_ bytes: [UInt8]) throws(Failure) {
        let text: JSONText
        do { text = try JSONText.parse(bytes) } catch {
            throw Failure(
                id: nil, error: ResponseError(.parseError, "this is no JSON at byte \(error.offset): \(error.found)"))
        }
        guard case .object = text.value else {
            throw Failure(id: nil, error: ResponseError(.invalidRequest, "a message is one object"))
        }
        let message = Parameters(text, path: "message")
        var id: RequestID?
        if let given = message.optional("id") {
            id = RequestID(given.value)
            if id == nil {
                throw Failure(id: nil, error: ResponseError(.invalidRequest, "an id is a number or a text"))
            }
        }
        guard (try? message.member("jsonrpc").text) == "2.0" else {
            throw Failure(id: id, error: ResponseError(.invalidRequest, "jsonrpc must be \"2.0\""))
        }
        let parameters = message.optional("params") ?? .nothing
        switch (message.optional("method"), id) {
        case (let method?, let id):
            guard case .string(let method) = method.value.value else {
                throw Failure(id: id, error: ResponseError(.invalidRequest, "a method is a text"))
            }
            switch parameters.value.value {
            case .object, .array, .null: break
            default:
                throw Failure(id: id, error: ResponseError(.invalidRequest, "params are an object"))
            }
            self = id.map { .request($0, method: method, parameters) } ?? .notification(method: method, parameters)
        case (nil, let id?): self = .response(id, message.optional("error") == nil ? message.optional("result") : nil)
        case (nil, nil):
            throw Failure(id: nil, error: ResponseError(.invalidRequest, "a message has a method or an id"))
        }
    }
}

/// What ties an answer to its request.
enum RequestID: Hashable {
    case number(Int)
    case text(String)

    init?(_ value: JSONText) {
        switch value.value {
        case .number(let digits):
            guard let number = Int(digits) else { return nil }
            self = .number(number)
        case .string(let text): self = .text(text)
        default: return nil
        }
    }

    var json: JSON {
        switch self {
        case .number(let number): .number(number)
        case .text(let text): .text(text)
        }
    }
}
