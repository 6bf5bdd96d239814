import Dispatch
import Synchronization
import Text

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Serves one client on two streams until it leaves.
/// - Returns: the status to end the program with: 0 where the client said goodbye in order, 1 otherwise.
package func serve(_ settings: ServerSettings, input: Int32 = STDIN_FILENO, output: Int32 = STDOUT_FILENO) -> Int32 {
    let inbox = Inbox()
    let lanes: [Job.Lane: DispatchQueue] = [
        .long: DispatchQueue(label: "whosaid.long"), .quick: DispatchQueue(label: "whosaid.quick"),
    ]
    DispatchQueue(label: "whosaid.input").async { read(input, into: inbox) }
    var server = Server(settings)
    while server.exitStatus == nil {
        let arrived = inbox.wait()
        server.shelf.now = .now
        for action in arrived.actions { action(&server) }
        server.receive(arrived.frames)
        if arrived.isAtEnd, server.exitStatus == nil { server.leave() }
        guard server.outgoing.allSatisfy({ write($0, to: output) }) else { return 1 }
        server.outgoing = []
        for job in server.jobs { lanes[job.lane]?.async { job.run { inbox.put($0) } } }
        server.jobs = []
    }
    server.tidy()
    return server.exitStatus ?? 1
}

/// What has arrived and was not looked at yet. A class, because three threads share it.
private final class Inbox: Sendable {
    struct Content {
        var frames: [MessageReader.Frame] = []
        var actions: [@Sendable (inout Server) -> Void] = []
        var isAtEnd = false
    }

    private let content = Mutex(Content())
    private let arrivals = DispatchSemaphore(value: 0)

    func put(_ frames: [MessageReader.Frame]) { change { $0.frames += frames } }
    func put(_ action: @escaping @Sendable (inout Server) -> Void) { change { $0.actions.append(action) } }
    func end() { change { $0.isAtEnd = true } }

    /// Waits until there is something, and takes all of it.
    func wait() -> Content {
        arrivals.wait()
        while arrivals.wait(timeout: .now()) == .success {}
        return content.withLock { content in
            defer { content = Content() }
            return content
        }
    }

    private func change(_ body: (inout Content) -> Void) {
        content.withLock { body(&$0) }
        arrivals.signal()
    }
}

private func read(_ file: Int32, into inbox: Inbox) {
    var reader = MessageReader()
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
        let count = chunk.withUnsafeMutableBytes { read(file, $0.baseAddress, $0.count) }
        if count < 0 && errno == EINTR { continue }
        guard count > 0 else { return inbox.end() }
        reader.append(chunk.prefix(count))
        var frames: [MessageReader.Frame] = []
        while let frame = reader.next() { frames.append(frame) }
        if !frames.isEmpty { inbox.put(frames) }
    }
}

/// Whether the client could still be written to.
private func write(_ message: JSON, to file: Int32) -> Bool {
    let body = Array(message.written.utf8)
    var bytes = (Array("Content-Length: \(body.count)\r\n\r\n".utf8) + body)[...]
    while !bytes.isEmpty {
        let count = bytes.withUnsafeBytes { write(file, $0.baseAddress, $0.count) }
        if count < 0 && (errno == EINTR || errno == EAGAIN) { continue }
        guard count > 0 else { return false }
        bytes = bytes.dropFirst(count)
    }
    return true
}
