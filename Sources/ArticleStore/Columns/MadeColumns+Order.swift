import GRDB

extension MadeColumns {
    /// Where a quote stands in the order of rule 3: date, article, version, start, end, number; unknown last.
    private struct Key: Comparable {
        let first: UInt64
        let version, start: UInt32
        /// Quotes that begin at one place, such as one inside the other, are ordered by their ends.
        var end: UInt32 = 0
        let row: Int

        init(_ row: QuoteRow, at index: Int) {
            first = UInt64(UInt32(bitPattern: row.date)) << 32 | UInt64(UInt32(bitPattern: row.article))
            (version, start) = (UInt32(bitPattern: row.version), UInt32(bitPattern: row.start))
            self.row = index
        }

        static func < (a: Key, b: Key) -> Bool {
            if a.isInOtherText(b) { return a.isInEarlierText(b) }
            return (a.start, a.end, a.row) < (b.start, b.end, b.row)
        }

        func ties(_ other: Key) -> Bool { !isInOtherText(other) && start == other.start }
        func isInOtherText(_ other: Key) -> Bool { (first, version) != (other.first, other.version) }
        func isInEarlierText(_ other: Key) -> Bool { (first, version) < (other.first, other.version) }
    }

    /// The numbers of the rows in their order.
    static func order(_ rows: [QuoteRow], _ earlier: EarlierRows?, _ db: Database) throws -> [Int] {
        let new = try sorted(rows.indices.filter { rows[$0].earlier < 0 }.map { Key(rows[$0], at: $0) }, rows, db)
        guard let earlier else { return new.map(\.row) }
        var places = [Int32](repeating: -1, count: earlier.table.count)
        for (index, row) in rows.enumerated() where row.earlier >= 0 { places[Int(row.earlier)] = Int32(index) }
        let old = places.lazy.filter { $0 >= 0 }.map { Key(rows[Int($0)], at: Int($0)) }
        var order: [Int] = []
        order.reserveCapacity(rows.count)
        var waiting = new[...]
        var last: Key?
        var givingUp = GivingUp()
        for key in old {
            try givingUp.step()
            if let last, key.isInEarlierText(last) { throw OutdatedTable() }
            last = key
            while let next = waiting.first, try isBefore(next, key, rows, db) {
                order.append(waiting.removeFirst().row)
            }
            order.append(key.row)
        }
        return order + waiting.map(\.row)
    }

    /// Whether a quote that was read from the archive stands before one of which it is not known where it begins.
    private static func isBefore(_ new: Key, _ old: Key, _ rows: [QuoteRow], _ db: Database) throws -> Bool {
        if new.isInOtherText(old) { return new.isInEarlierText(old) }
        let start = try db.rows("SELECT start_byte FROM quote_rows WHERE id = ?", [rows[old.row].id]) { try $0.count() }
        let (newEnd, oldEnd) = (try end(rows[new.row].id, db), try end(rows[old.row].id, db))
        return (Int(new.start), Int(newEnd), new.row) < (start.first ?? 0, Int(oldEnd), old.row)
    }

    private static func sorted(_ keys: [Key], _ rows: [QuoteRow], _ db: Database) throws -> [Key] {
        var keys = try keys.sortedUnlessGivenUp(by: <)
        var start = 0
        var givingUp = GivingUp()
        while start < keys.count {
            try givingUp.step()
            var next = start + 1
            while next < keys.count, keys[next].ties(keys[start]) { next += 1 }
            if next - start > 1 {
                for index in start..<next { keys[index].end = try end(rows[keys[index].row].id, db) }
                keys[start..<next].sort()
            }
            start = next
        }
        return keys
    }

    /// Where a quote ends.
    private static func end(_ quote: Int64, _ db: Database) throws -> UInt32 {
        let ends = try db.rows(
            "SELECT end_byte, position FROM segments WHERE quote_id = ? ORDER BY position DESC LIMIT 1", [quote]
        ) { try $0.count() }
        return UInt32(ends.first ?? 0)
    }
}
