import Articles
import Synchronization

/// The quotes behind a row that was counted without reading them; who looks at them reads them.
///
/// A class, because all copies of the row share what was read.
final class UnreadQuotes: Sendable {
    /// The number of the quotes.
    let count: Int
    private let list: @Sendable () throws -> [Int64]
    private let isSuperseded: @Sendable ([Int64]) -> Bool
    private let read: @Sendable ([Int64]) throws -> [MatchedQuote]
    private let kept = Mutex<[MatchedQuote]?>(nil)

    /// - Parameters:
    ///   - list: the numbers of the quotes in the archive, in order.
    ///   - isSuperseded: whether one of some quotes is in a superseded version.
    ///   - read: the quotes of some numbers, in their order.
    init(
        count: Int, list: @escaping @Sendable () throws -> [Int64], isSuperseded: @escaping @Sendable ([Int64]) -> Bool,
        read: @escaping @Sendable ([Int64]) throws -> [MatchedQuote]
    ) {
        self.count = count
        self.list = list
        self.isSuperseded = isSuperseded
        self.read = read
    }

    /// Their numbers; none where the archive can no longer be read, or where that was given up.
    var ids: [Int64] { (try? list()) ?? [] }
    var hasSuperseded: Bool { isSuperseded(ids) }

    /// The quotes; none where the archive can no longer be read, or where that was given up.
    var quotes: [MatchedQuote] {
        if let known = kept.withLock({ $0 }) { return known }
        guard let quotes = try? read(list()) else { return [] }
        kept.withLock { $0 = quotes }
        return quotes
    }
}

/// The quotes behind a row.
enum QuotesBehind: Hashable, Sendable {
    case read([MatchedQuote])
    case unread(UnreadQuotes)

    var quotes: [MatchedQuote] {
        switch self {
        case .read(let quotes): quotes
        case .unread(let unread): unread.quotes
        }
    }

    var count: Int {
        switch self {
        case .read(let quotes): quotes.count
        case .unread(let unread): unread.count
        }
    }

    var ids: [Int64] {
        switch self {
        case .read(let quotes): quotes.map(\.record.id)
        case .unread(let unread): unread.ids
        }
    }

    var hasSuperseded: Bool {
        switch self {
        case .read(let quotes): quotes.contains { !$0.record.isLatest }
        case .unread(let unread): unread.hasSuperseded
        }
    }

    static func == (a: QuotesBehind, b: QuotesBehind) -> Bool { a.quotes == b.quotes }
    func hash(into hasher: inout Hasher) { hasher.combine(count) }
}
