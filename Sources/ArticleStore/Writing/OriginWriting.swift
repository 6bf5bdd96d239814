import Articles
import GRDB
import Text

extension Database {
    /// Keeps where the text of an article stands in its file, and the bytes from which it was made where it is not these itself.
    func writeOrigin(of source: Source, article id: Int64) throws {
        guard let origin = source.origin else { return }
        let steps = origin.steps.flatMap(\.encoded)
        guard let packed = Compression.deflate(steps) else { throw Damage(detail: "no memory to compress") }
        try run(
            """
            INSERT OR REPLACE INTO origins (article_id, fingerprint, file, item, start_byte, end_byte, character_set,
                original_id, steps_length, zlib_steps) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                id, source.fingerprint.hex, origin.file, origin.item, origin.range.lower, origin.range.upper,
                origin.characterSet, origin.bytes == source.bytes ? nil : try original(origin.bytes), steps.count,
                blob(packed),
            ])
    }

    /// The row of some original bytes, which the items of a feed share; written where there is none.
    private func original(_ bytes: [UInt8]) throws -> Int64 {
        let fingerprint = Fingerprint(bytes).hex
        let known = try rows(
            "SELECT id, zlib_bytes FROM originals WHERE fingerprint = ? AND length = ?", [fingerprint, bytes.count]
        ) { (try $0.id(), try $0.bytes()) }
        if let same = known.first(where: { Compression.inflate($0.1, count: bytes.count) == bytes }) { return same.0 }
        guard let packed = Compression.deflate(bytes) else { throw Damage(detail: "no memory to compress") }
        return try insert(
            into: "originals", ["fingerprint": fingerprint, "length": bytes.count, "zlib_bytes": blob(packed)])
    }

    /// Where a version of an article stands in the file that it was made from; nil where that is not kept.
    func origin(ofArticle id: Int64, version: Int) throws -> Origin? {
        let found = try rows(
            """
            SELECT g.file, g.item, g.start_byte, g.end_byte, g.character_set, g.steps_length, g.zlib_steps,
                coalesce(o.length, t.length, s.length), coalesce(o.zlib_bytes, t.zlib_bytes, s.zlib_bytes)
            FROM versions v JOIN articles a ON a.id = v.article_id JOIN sources s ON s.id = a.source_id
            LEFT JOIN earlier_versions b ON b.version_id = v.id LEFT JOIN earlier_texts t ON t.id = b.text_id
            JOIN origins g ON g.article_id = a.id AND g.fingerprint = coalesce(t.fingerprint, s.fingerprint)
            LEFT JOIN originals o ON o.id = g.original_id
            WHERE v.article_id = ? AND v.number = ? ORDER BY v.position LIMIT 1
            """, [id, version]
        ) { cells in
            let file = try cells.text()
            let item = try cells.optionalID().map { Int($0) }
            let range = try cells.range(in: Int(Int32.max))
            let characterSet = try cells.text()
            let steps = try cells.unpacked("the way back to the original of article \(id)")
            let bytes = try cells.unpacked("the original of article \(id)")
            return (file, item, range, characterSet, steps, bytes)
        }
        guard let (file, item, range, characterSet, steps, bytes) = found.first else { return nil }
        var maps: [OffsetMap] = []
        var rest = steps[...]
        while !rest.isEmpty {
            guard let map = OffsetMap(decoding: &rest) else {
                throw Damage(detail: "the way back to the original of article \(id) leads nowhere")
            }
            maps.append(map)
        }
        guard bytes.count == range.count else {
            throw Damage(detail: "the original of article \(id) is not as long as its place")
        }
        return Origin(
            file: file, item: item, range: range, bytes: bytes, characterSet: characterSet, steps: maps)
    }
}

extension Cells {
    /// Two columns: a length, and so many bytes packed.
    fileprivate mutating func unpacked(_ name: String) throws -> [UInt8] {
        let length = try count()
        guard let bytes = Compression.inflate(try bytes(), count: length) else {
            throw Damage(detail: "\(name) cannot be unpacked")
        }
        return bytes
    }
}
