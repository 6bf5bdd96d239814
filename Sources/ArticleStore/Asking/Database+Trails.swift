import GRDB

extension ArticleStore {
    /// Looks at the trails of quotes, in which the stems of their words stand in order; those of which the archive keeps none are passed over.
    /// - Parameter ids: the numbers of the quotes, ascending.
    package func forEachTrail(ofQuotes ids: [Int64], _ look: (Int64, UnsafeRawBufferPointer) throws -> Void) throws {
        try read { try $0.forEachTrail(ofQuotes: ids, look) }
    }
}

extension Database {
    /// As the archive does.
    func forEachTrail(
        ofQuotes ids: [Int64], _ look: (Int64, UnsafeRawBufferPointer) throws -> Void
    ) throws {
        guard let least = ids.first, let greatest = ids.last else { return }
        var next = 0
        try forEachRow(
            """
            SELECT first_quote_id, last_quote_id, trails FROM stem_trails
            WHERE last_quote_id >= ? AND first_quote_id <= ? ORDER BY first_quote_id
            """, [least, greatest]
        ) { cells in
            let (first, last) = (try cells.id(), try cells.id())
            while next < ids.count, ids[next] < first { next += 1 }
            guard next < ids.count, ids[next] <= last else { return }
            try cells.withBytes { bytes in
                try TrailBlock.forEach(bytes, from: first) { quote, trail in
                    while next < ids.count, ids[next] < quote { next += 1 }
                    if next < ids.count, ids[next] == quote { try look(quote, trail) }
                }
            }
        }
    }
}
