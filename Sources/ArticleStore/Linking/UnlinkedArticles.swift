import GRDB

/// The articles that were added or have changed since the archive was linked.
enum UnlinkedArticles: Equatable {
    case some(Set<Int64>)
    /// So many, or in such a way, that all must be linked.
    case all

    /// So many are remembered one by one.
    private static let most = 500

    mutating func insert(_ articles: some Sequence<Int64>) {
        guard case .some(var known) = self else { return }
        known.formUnion(articles)
        self = known.count > UnlinkedArticles.most ? .all : .some(known)
    }
}

extension Database {
    private static let unlinkedArticles = "unlinked_articles"

    /// What has changed since the archive was linked; all, where nothing tells it.
    func unlinked() throws -> UnlinkedArticles {
        guard let value = try setting(Database.unlinkedArticles), value != "all" else { return .all }
        let ids = value.split(separator: " ").map { Int64($0) }
        return ids.contains(nil) ? .all : .some(Set(ids.compactMap(\.self)))
    }

    /// Remembers what has changed since the archive was linked.
    func setUnlinked(_ articles: UnlinkedArticles) throws {
        let value =
            switch articles {
            case .all: "all"
            case .some(let ids): ids.sorted().map(String.init).joined(separator: " ")
            }
        try setSetting(Database.unlinkedArticles, value)
    }
}
