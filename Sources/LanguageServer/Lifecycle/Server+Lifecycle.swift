import Text

extension Server {
    /// `initialize`: learns what the client can do, and says what this server does.
    mutating func initialize(_ parameters: Parameters) throws(ResponseError) -> JSON {
        client = try Client(parameters)
        if let manual = parameters.optional("initializationOptions", "manual") { manualPattern = try manual.text }
        phase = .running
        return .object([
            ("capabilities", Capabilities.json(client)),
            ("serverInfo", .object([("name", .text("whosaid")), ("version", .text("0.1.0"))])),
        ])
    }

    /// Notifications; one that is not known is nothing to be troubled by.
    mutating func take(_ method: String, _ parameters: Parameters) {
        if method == "exit" {
            exitStatus = phase == .shutDown ? 0 : 1
            return
        }
        guard phase == .running else { return }
        do throws(ResponseError) {
            switch method {
            case "textDocument/didOpen": try open(parameters)
            case "textDocument/didChange": try change(parameters)
            case "textDocument/didClose": try close(parameters)
            case "textDocument/didSave": try save(parameters)
            case "$/cancelRequest":
                if let id = RequestID(try parameters.member("id").value) { cancel(id) }
            default: break
            }
        } catch {
            log("\(method): \(error.message)")
        }
    }

    /// What the client writes into its log.
    mutating func log(_ words: String) {
        outgoing.append(.notification("window/logMessage", .object([("type", .number(2)), ("message", .text(words))])))
    }

    /// The stream has ended: the client has gone, with or without a goodbye.
    mutating func leave() { exitStatus = phase == .shutDown ? 0 : 1 }

    /// Leaves nothing behind.
    func tidy() { answers?.remove() }
}
