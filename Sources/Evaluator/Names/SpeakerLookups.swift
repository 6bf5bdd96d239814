import Articles
import Synchronization

/// Speakers who were looked up by words of theirs. A class, because all copies of the names that hold it share what was found.
final class SpeakerLookups: Sendable {
    private let kept = Mutex<[[String]: Result<[SpeakerRecord], any Error>]>([:])
    private let find: @Sendable (_ words: [String]) throws -> [SpeakerRecord]

    /// - Parameter find: at least the speakers whose name, alias or role has one of some words, in the order of all.
    init(_ find: @escaping @Sendable (_ words: [String]) throws -> [SpeakerRecord]) { self.find = find }

    /// The speakers that `find` finds; none where they could not be read, see `failure`.
    func speakers(withAnyOf words: [String]) -> [SpeakerRecord] {
        if let known = kept.withLock({ $0[words] }) { return (try? known.get()) ?? [] }
        let found = Result { try find(words) }
        kept.withLock { $0[words] = found }
        return (try? found.get()) ?? []
    }

    /// What went wrong at one of the look-ups.
    var failure: (any Error)? {
        kept.withLock { kept in
            kept.values.lazy.compactMap { if case .failure(let error) = $0 { error } else { nil } }.first
        }
    }
}
