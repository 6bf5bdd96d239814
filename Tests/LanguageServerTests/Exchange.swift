import Dates
import Synchronization
import Text

@testable import LanguageServer

/// A server that a test talks to, message by message, with its jobs done on the spot.
struct Exchange {
    private(set) var server: Server
    private var next = 0

    init(archive: String? = nil, manual: String? = nil) {
        let today = CalendarDay(number: 17_045)  // 2016-09-01
        server = Server(ServerSettings(archive: archive, manual: manual) { today })
    }

    /// A server that knows its client.
    static func begun(
        archive: String? = nil, manual: String? = nil, capabilities: String = "{}"
    ) -> Exchange {
        var exchange = Exchange(archive: archive, manual: manual)
        _ = exchange.request("initialize", "{\"capabilities\":\(capabilities)}")
        exchange.notify("initialized", "{}")
        return exchange
    }

    /// Sends bodies of messages, all at once.
    /// - Returns: what the server sends.
    mutating func send(_ bodies: String...) -> [String] {
        server.receive(bodies.map { .message(Array($0.utf8)) })
        work()
        defer { server.outgoing = [] }
        return server.outgoing.map(\.written)
    }

    /// Sends a request.
    /// - Returns: its result or its error, as JSON.
    mutating func request(_ method: String, _ parameters: String) -> String {
        next += 1
        let sent = send("{\"jsonrpc\":\"2.0\",\"id\":\(next),\"method\":\"\(method)\",\"params\":\(parameters)}")
        let prefix = "{\"jsonrpc\":\"2.0\",\"id\":\(next),"
        return sent.first { $0.hasPrefix(prefix) }.map { String($0.dropFirst(prefix.count).dropLast()) } ?? "no answer"
    }

    mutating func notify(_ method: String, _ parameters: String) {
        _ = send("{\"jsonrpc\":\"2.0\",\"method\":\"\(method)\",\"params\":\(parameters)}")
    }

    mutating func open(_ text: String, uri: String = "file:///a.ask") {
        notify(
            "textDocument/didOpen",
            "{\"textDocument\":{\"uri\":\"\(uri)\",\"languageId\":\"whosaid\",\"version\":1,\"text\":\(JSON.text(text).written)}}"
        )
    }

    /// A request about a place of the one document.
    mutating func at(
        _ method: String, _ line: Int, _ character: Int, _ more: String = "", uri: String = "file:///a.ask"
    ) -> String {
        request(
            "textDocument/" + method,
            "{\"textDocument\":{\"uri\":\"\(uri)\"},\"position\":{\"line\":\(line),\"character\":\(character)}\(more)}")
    }

    /// Does the jobs in the order in which they were given, and has the server take in what came of them.
    private mutating func work() {
        while !server.jobs.isEmpty {
            let jobs = server.jobs
            server.jobs = []
            let posted = Posted()
            for job in jobs { job.run { action in posted.actions.withLock { $0.append(action) } } }
            for action in posted.actions.withLock({ $0 }) { action(&server) }
            server.publish()
        }
    }

    /// A class, because jobs may be done anywhere.
    private final class Posted: Sendable {
        let actions = Mutex<[@Sendable (inout Server) -> Void]>([])
    }
}
