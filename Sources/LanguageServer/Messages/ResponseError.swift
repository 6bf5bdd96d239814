import Text

/// Why a request has no result.
struct ResponseError: Error, Hashable {
    let code: Code
    let message: String

    init(_ code: Code, _ message: String) {
        self.code = code
        self.message = message
    }

    /// The codes of JSON-RPC and of the protocol that this server uses.
    enum Code: Int {
        case parseError = -32700
        case invalidRequest = -32600
        case methodNotFound = -32601
        case invalidParams = -32602
        case serverNotInitialized = -32002
        case requestFailed = -32803
        case contentModified = -32801
        case requestCancelled = -32800
    }

    static let cancelled = ResponseError(.requestCancelled, "the request was cancelled")

    var json: JSON { .object([("code", .number(code.rawValue)), ("message", .text(message))]) }
}
