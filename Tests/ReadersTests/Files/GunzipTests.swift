import Articles
import Testing

@testable import Readers

@Suite struct GunzipTests {
    private let text = Array("The ferry will sail again on Monday.\n".utf8)

    @Test func membersFollowOneAnother() throws {
        let packed = Gzip.pack(text)
        #expect(try Gunzip.unpack(packed, limit: 1000) == text)
        #expect(try Gunzip.unpack(packed + packed + [0, 0, 0], limit: 1000) == text + text)
        #expect(try Gunzip.unpack(Gzip.pack([]), limit: 1000) == [])
    }

    @Test func brokenAndEndlessFilesSaySo() {
        let packed = Gzip.pack(text)
        #expect(throws: Gunzip.Failure.truncated) { try Gunzip.unpack(Array(packed.dropLast(9)), limit: 1000) }
        #expect(throws: Gunzip.Failure.truncated) { try Gunzip.unpack(Array(packed.prefix(10)), limit: 1000) }
        #expect(throws: Gunzip.Failure.broken(atByte: packed.count)) { try Gunzip.unpack(packed + text, limit: 1000) }
        #expect(throws: Gunzip.Failure.tooLarge) { try Gunzip.unpack(packed, limit: 5) }
        var damaged = packed
        damaged[14] ^= 0xFF
        #expect(throws: Gunzip.Failure.self) { try Gunzip.unpack(damaged, limit: 1000) }
    }

    @Test func aBombIsAProblemAndNoMore() {
        let bomb = Gzip.pack([UInt8](repeating: 0x41, count: FileBytes.limit + 1))
        let result = Reading.read(bomb, of: "bomb.txt.gz", metadata: Metadata())
        #expect(result.articles.isEmpty)
        #expect(result.problems.map(\.source) == ["bomb.txt.gz"])
        #expect(result.problems.first?.message.contains("64 MiB") == true)
    }
}
