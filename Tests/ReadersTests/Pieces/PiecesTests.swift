import Articles
import Foundation
import Testing
import Text

@testable import Readers

/// What is read record by record is what is read at once.
@Suite struct PiecesTests {
    private static let said = "“The ferry sails on Monday,” said harbour master Anna Lie."

    /// Files of records: plain, with the oddities of their format, and with something wrong.
    static let files: [(name: String, text: String)] = [
        ("a.jsonl", (1...30).map { "{\"text\": \"\(said) \($0)\", \"title\": \"No. \($0)\"}\n" }.joined()),
        (
            "b.jsonl",
            "\u{FEFF}{\"text\": \"\(said)\"}\r\n\r\n{broken\n{\"title\": \"x\"}\n{\"text\": \"caf\u{E9} \(said)\"}"
        ),
        ("c.csv", "text,title\n" + (1...30).map { "\"\(said) \"\"yes\"\"\n\nIt is \($0).\",No. \($0)\n" }.joined()),
        ("d.csv", "\u{FEFF}\"text\";title;date\r\n\(said);T;2014-01-13\r\n\r\n;empty;2014\r\n\"\(said);no end\n"),
        ("f.csv", "\u{FEFF}sep=;\r\ntext;title\r\n\(said);T\r\n\"a \"b\" c\";U\r\n\(said);too;many\r\n\(said) 2;V\r\n"),
        ("g.tsv", "text\ttitle\n\"No,\" \(said)\tT\n\"\(said)\"\tU\n"),
        ("e.tsv", "headline\ttext\nT\t\(said)\nU\t\(said) again"),
    ]

    private func result(_ path: String, limit: Int) -> Reading.Result {
        var pieces = Reading.Pieces(paths: [path], limit: limit)
        var result = Reading.Result()
        while let piece = pieces.next() {
            let part = piece.read()
            result.articles += part.articles
            result.problems += part.problems
        }
        result.problems += pieces.problems
        return result
    }

    private func withFile(_ name: String, _ bytes: [UInt8], _ body: (String) throws -> Void) throws {
        let folder = FileManager.default.temporaryDirectory.path + "/whosaid-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try Data(bytes).write(to: URL(filePath: folder + "/" + name))
        try body(folder + "/" + name)
    }

    @Test(arguments: files, [false, true])
    func recordByRecordIsTheSameAsAtOnce(_ file: (name: String, text: String), isPacked: Bool) throws {
        let bytes = Array(file.text.utf8)
        let name = isPacked ? file.name + ".gz" : file.name
        try withFile(name, isPacked ? Gzip.pack(bytes) : bytes) { path in
            let whole = result(path, limit: .max / 32)
            let pieces = result(path, limit: 0)
            #expect(pieces.articles.map(\.source.name) == whole.articles.map(\.source.name))
            #expect(pieces.articles.map(\.source.bytes) == whole.articles.map(\.source.bytes))
            #expect(pieces.articles.map(\.metadata) == whole.articles.map(\.metadata))
            #expect(pieces.articles.map(\.versions) == whole.articles.map(\.versions))
            for (article, other) in zip(pieces.articles, whole.articles) {
                let (origin, expected) = (try #require(article.source.origin), try #require(other.source.origin))
                #expect(origin.range == expected.range && origin.item == expected.item)
                for zone in article.versions[0].zones {
                    #expect(origin.place(of: zone.range) == expected.place(of: zone.range))
                }
            }
            #expect(Set(pieces.problems) == Set(whole.problems))
            #expect(!whole.articles.isEmpty)
            for article in pieces.articles {
                let origin = try #require(article.source.origin)
                #expect(origin.bytes == Array(bytes[origin.range.indices]))
            }
        }
    }

    /// A Windows-1252 file tells its encoding once a record, and leads back to its bytes.
    @Test func recordsInAnotherCharacterSetLeadBackToTheirBytes() throws {
        let bytes = Array("{\"text\": \"The ca".utf8) + [0x66, 0xE9] + Array(" is closed, said Anna Lie.\"}\n".utf8)
        try withFile("a.jsonl", bytes + bytes) { path in
            let found = result(path, limit: 0)
            #expect(found.articles.count == 2)
            for (index, article) in found.articles.enumerated() {
                let origin = try #require(article.source.origin)
                #expect(String(decoding: article.source.bytes, as: UTF8.self).hasPrefix("The café is"))
                let place = origin.place(of: ByteRange(4, 9))
                #expect(place == ByteRange(index * bytes.count + 14, index * bytes.count + 18))
                #expect((bytes + bytes)[place.indices].elementsEqual([0x63, 0x61, 0x66, 0xE9]))
            }
            #expect(found.problems.map(\.severity) == [.note, .note])
            #expect(found.problems.map(\.line) == [1, 2])
        }
    }

    /// Of a large file no more is in memory than a record and what was read ahead.
    @Test func aLargeFileIsManyPieces() throws {
        let line = "{\"text\": \"\(Self.said) \(String(repeating: "It does. ", count: 200))\"}\n"
        let bytes = Array(String(repeating: line, count: 3000).utf8)
        #expect(bytes.count > PieceStream.limit)
        try withFile("a.jsonl", bytes) { path in
            var pieces = Reading.Pieces(paths: [path])
            #expect(pieces.count == nil && pieces.size == bytes.count)
            var (count, size) = (0, 0)
            while let piece = pieces.next() {
                count += 1
                size += piece.size
            }
            #expect(count == 3000)
            #expect(size == bytes.count)
        }
    }

    @Test func aLineWithSeveralArticlesIsAProblem() throws {
        let line = "{\"articles\": [{\"text\": \"\(Self.said)\"}, {\"text\": \"\(Self.said)\"}]}\n"
        try withFile("a.jsonl", Array("{\"text\": \"\(Self.said)\"}\n\(line)".utf8)) { path in
            let found = result(path, limit: 0)
            #expect(found.articles.count == 1)
            #expect(found.problems.map(\.line) == [2])
            #expect(found.problems.first?.message.contains("one object a line") == true)
        }
    }

    /// A small packed file too loses no more than the member that is damaged.
    @Test func linesBehindDamageAreRead() throws {
        let member = Gzip.pack(Array("{\"text\": \"\(Self.said)\"}\n".utf8))
        var damaged = member
        damaged[12] ^= 0xFF
        try withFile("a.jsonl.gz", member + damaged + member + member) { path in
            let found = result(path, limit: PieceStream.limit)
            #expect(found.articles.count == 3)
            #expect(found.problems.map(\.severity) == [.failure])
            #expect(found.problems.first?.message.contains("damaged at byte") == true)
        }
    }
}
