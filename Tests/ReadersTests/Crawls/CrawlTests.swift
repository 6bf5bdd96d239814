import Articles
import Foundation
import Testing

@testable import Readers

@Suite struct CrawlTests {
    @Test func onlyPagesAreReadAndTheOthersKeepTheirNumbers() throws {
        let result = Reading.read(Sample.crawl, of: "c.warc", metadata: Metadata())
        #expect(result.articles.map(\.source.name) == ["c.warc#5"])
        #expect(result.articles[0].metadata.url == "https://harbour.example/crawled")
        #expect(result.articles[0].source.origin?.characterSet == "Windows-1252")
        #expect(result.problems.map(\.source) == ["c.warc#6"])
        #expect(result.problems.map(\.severity) == [.note])
    }

    @Test func aFileIsReadRecordByRecordWhetherPackedOrNot() throws {
        let records = (0..<40).flatMap { _ in Sample.crawl }
        let packed = (0..<40).flatMap { _ in Gzip.pack(Sample.crawl) }
        for (name, bytes) in [("a.warc", records), ("a.warc.gz", packed)] {
            let path = FileManager.default.temporaryDirectory.path + "/whosaid-\(UUID().uuidString)-" + name
            try Data(bytes).write(to: URL(filePath: path))
            defer { try? FileManager.default.removeItem(atPath: path) }
            let result = Reading.read(paths: [path])
            #expect(result.articles.count == 40)
            #expect(!result.problems.contains { $0.severity == .failure })
            #expect(Set(result.articles.map(\.source.bytes)).count == 1)
        }
    }

    private static let page = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"
    private static let text = "<p>" + String(repeating: "The ferry will sail again on Monday. ", count: 8)
    private static let good = Sample.record("response", Array("\(page)\r\n\(text)".utf8))

    /// What is no record is passed over, and the records behind it are read.
    @Test(arguments: [
        (Array("no record\r\nnor this\r\n\r\n".utf8), ["no record begins at byte"]),
        (Array("WARC/1.0\r\nContent-Length: x\r\n\r\nabc\r\n\r\n".utf8), ["no record begins at byte"]),
        (Array("WARC/1.0\r\nContent-Length: 2\r\n\r\nabc WARC/\r\n\r\n".utf8), ["no record begins at byte"]),
        (Array(repeating: 0x0A, count: 3_000_000), []),
    ])
    func damageIsToldAndTheRestIsRead(damage: [UInt8], messages: [String]) {
        let result = Reading.read(Self.good + damage + Self.good, of: "c.warc", metadata: Metadata())
        #expect(result.articles.count == 2)
        #expect(result.problems.count == messages.count)
        for (problem, message) in zip(result.problems, messages) { #expect(problem.message.contains(message)) }
    }

    @Test func aFileThatIsNothingButDamageEnds() {
        let damage = Array(String(repeating: "WARC/\r\n\r\n", count: 5_000).utf8)
        let result = Reading.read(damage + Self.good, of: "c.warc", metadata: Metadata())
        #expect(result.articles.isEmpty && result.problems.count == 100)
    }

    /// Chunks whose sizes are no sizes; what came before them counts.
    @Test(arguments: ["7FFFFFFFFFFFFFFF", "-5", "FFFFFFFFFFFFFFFFFF", "xyz", ""])
    func sizesOfChunksAreNotBelieved(size: String) {
        let chunked = "\(Self.page)Transfer-Encoding: chunked\r\n\r\n"
        let body = "\(String(Self.text.utf8.count, radix: 16))\r\n\(Self.text)\r\n\(size)\r\nabc\r\n"
        let bytes = Sample.record("response", Array((chunked + body).utf8)) + Self.good
        let result = Reading.read(bytes, of: "c.warc", metadata: Metadata())
        #expect(result.articles.count == 2 && result.problems.isEmpty)
    }

    @Test func aPageThatIsTooLargeIsToldAndOtherThingsAreNot() {
        let rest = [UInt8](repeating: 0x20, count: CrawlRecords.limit)
        let page = Sample.record("response", Array("\(Self.page)\r\n".utf8) + rest)
        let film = Sample.record("response", Array("HTTP/1.1 200 OK\r\nContent-Type: video/mp4\r\n\r\n".utf8) + rest)
        let result = Reading.read(film + page + Self.good, of: "c.warc", metadata: Metadata())
        #expect(result.articles.map(\.source.name) == ["c.warc#3"])
        #expect(result.problems.map(\.source) == ["c.warc#2"])
        #expect(result.problems.allSatisfy { $0.message.contains("16 MiB") && $0.severity == .failure })
    }

    /// Of a packed file all members are read that are whole.
    @Test func aPackedFileIsReadButForItsDamage() throws {
        let member = Gzip.pack(Self.good)
        var damaged = member
        damaged[member.count / 2] ^= 0xFF
        for (bytes, message, count) in [
            (member + member.dropLast(30), "ends in the middle", 1),
            (member + Array("junk".utf8) + member, "damaged at byte", 2),
            (member + damaged + member + member, "damaged at byte", 3),
            (damaged + member + member, "damaged at byte", 2),
        ] {
            let path = FileManager.default.temporaryDirectory.path + "/whosaid-\(UUID().uuidString).warc.gz"
            try Data(bytes).write(to: URL(filePath: path))
            defer { try? FileManager.default.removeItem(atPath: path) }
            let result = Reading.read(paths: [path])
            #expect(result.articles.count == count)
            #expect(result.problems.count == 1 && result.problems[0].message.contains(message), "\(result.problems)")
        }
    }

    @Test(arguments: [
        (Array("WARC/1.0\r\nContent-Length: 5\r\n\r\nabc".utf8), "ends within"),
        (Array("WARC/1.0\r\nContent-Length: -5\r\n\r\nabc".utf8), "is damaged"),
        (Array("WARC/1.0\r\nContent-Length: 99999999999\r\n\r\nabc".utf8), "ends within"),
        (Array("WARC/1.0\r\nContent-Length: 3\r\n\r\nabcdef".utf8), "is damaged"),
        (Sample.record("warcinfo", []), "no web page"),
    ])
    func aBrokenCrawlSaysWhere(bytes: [UInt8], message: String) {
        let problems = Reading.read(bytes, of: "c.warc", metadata: Metadata()).problems
        #expect(problems.count == 1)
        #expect(problems.allSatisfy { $0.message.contains(message) && $0.severity == .failure }, "\(problems)")
    }
}
