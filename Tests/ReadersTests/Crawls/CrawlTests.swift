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
