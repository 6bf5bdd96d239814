import Dates
import LanguageService
import Text

/// The language server as a value: it takes messages in, and keeps what is to be sent and what is to be done elsewhere.
///
/// It reads no stream, starts no thread and looks at no clock; `serve` does. So a test can drive it message by message.
struct Server {
    let settings: ServerSettings
    var phase = Phase.fresh
    /// What the client can do.
    var client = Client()
    var documents: [DocumentURI: Document] = [:]
    var shelf: ArchiveShelf
    /// What is to be sent, in order.
    var outgoing: [JSON] = []
    /// What is to be done beside the loop.
    var jobs: [Job] = []
    /// The documents whose diagnostics are to be sent once the messages at hand are read.
    var toPublish: Set<DocumentURI> = []
    /// Requests that are still worked on.
    var pending: [RequestID: Cancellation] = [:]
    /// Cancelled before they were read, because the cancellation lay in the same stretch of the stream.
    var cancelledUnread: Set<RequestID> = []
    /// What the client's answers to the server's own requests set off.
    var awaited: [RequestID: @Sendable (inout Server, Parameters?) -> Void] = [:]
    var ownRequests = 0
    /// What was sent as semantic tokens, for the changes since.
    var sentTokens: [DocumentURI: SentTokens] = [:]
    /// The token of each progress that the client shows.
    var shownProgress: Set<String> = []
    /// Where the manual's page of a code stands.
    var manualPattern: String?
    let rehearsal = Rehearsal()
    var answers: AnswerFolder?
    var names = NameChecks()
    var inclusions = InclusionReader()
    /// The status to leave with; nil while there is something to do.
    var exitStatus: Int32?

    init(_ settings: ServerSettings) {
        self.settings = settings
        shelf = ArchiveShelf(settings.archive)
        manualPattern = settings.manual
    }

    /// Where in its life the server is.
    enum Phase { case fresh, running, shutDown }

    // MARK: - Messages

    /// Takes in what came at once: cancellations are known before what they cancel is begun, and diagnostics are made once.
    mutating func receive(_ frames: [MessageReader.Frame]) {
        let messages = frames.map { frame -> Result<IncomingMessage, IncomingMessage.Failure> in
            switch frame {
            case .message(let bytes): Result { () throws(IncomingMessage.Failure) in try IncomingMessage(bytes) }
            case .astray(let words):
                .failure(.init(id: nil, error: ResponseError(.parseError, "bytes between messages: \(words)")))
            }
        }
        for case .success(.notification("$/cancelRequest", let parameters)) in messages {
            if let id = parameters.optional("id").flatMap({ RequestID($0.value) }) { cancelledUnread.insert(id) }
        }
        for message in messages where exitStatus == nil {
            switch message {
            case .success(.request(let id, let method, let parameters)): answer(id, method, parameters)
            case .success(.notification(let method, let parameters)): take(method, parameters)
            case .success(.response(let id, let result)): awaited.removeValue(forKey: id)?(&self, result)
            case .failure(let failure): outgoing.append(.response(failure.id, .failure(failure.error)))
            }
        }
        cancelledUnread = []
        publish()
    }

    private mutating func answer(_ id: RequestID, _ method: String, _ parameters: Parameters) {
        if cancelledUnread.contains(id) { return respond(id, .failure(.cancelled)) }
        do throws(ResponseError) {
            switch try reply(to: method, parameters) {
            case .now(let result): respond(id, .success(result))
            case .later(let lane, let work): begin(id, lane, work)
            }
        } catch {
            respond(id, .failure(error))
        }
    }

    mutating func respond(_ id: RequestID, _ outcome: Result<JSON, ResponseError>) {
        outgoing.append(.response(id, outcome))
    }

    /// Asks the client for something.
    mutating func ask(
        _ method: String, _ parameters: JSON? = nil,
        then: @escaping @Sendable (inout Server, Parameters?) -> Void = { _, _ in }
    ) {
        ownRequests += 1
        let id = RequestID.text("whosaid-\(ownRequests)")
        awaited[id] = then
        outgoing.append(.request(id, method, parameters))
    }

    // MARK: - Work beside the loop

    private mutating func begin(_ id: RequestID, _ lane: Job.Lane, _ work: @escaping Job.Work) {
        let cancellation = Cancellation()
        pending[id] = cancellation
        jobs.append(
            Job(lane: lane, cancellation: cancellation) { cancellation, post in
                let outcome = Result { () throws(ResponseError) in
                    if cancellation.isCancelled { throw .cancelled }
                    return try work(cancellation, post)
                }
                post { server in
                    guard server.pending.removeValue(forKey: id) != nil else { return }
                    switch outcome {
                    case .success(let finish): server.respond(id, .success(finish(&server)))
                    case .failure(let error): server.respond(id, .failure(error))
                    }
                }
            })
    }

    /// Gives up a request that is worked on; what has not begun is answered at once.
    mutating func cancel(_ id: RequestID) {
        guard let cancellation = pending.removeValue(forKey: id) else { return }
        cancellation.cancel()
        respond(id, .failure(.cancelled))
    }
}

/// What becomes of a request.
enum Reply {
    case now(JSON)
    /// It takes the archive, and is answered when that is done.
    case later(Job.Lane, Job.Work)
}
