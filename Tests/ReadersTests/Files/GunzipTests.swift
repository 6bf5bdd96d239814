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
        #expect(throws: FileFailure.truncated) { try Gunzip.unpack(Array(packed.dropLast(9)), limit: 1000) }
        #expect(throws: FileFailure.truncated) { try Gunzip.unpack(Array(packed.prefix(10)), limit: 1000) }
        #expect(throws: FileFailure.broken(atByte: packed.count)) { try Gunzip.unpack(packed + text, limit: 1000) }
        #expect(throws: FileFailure.tooLarge) { try Gunzip.unpack(packed, limit: 5) }
        var damaged = packed
        damaged[14] ^= 0xFF
        #expect(throws: FileFailure.self) { try Gunzip.unpack(damaged, limit: 1000) }
    }

    /// What is damaged is said once and what the other members hold is unpacked, wherever the bytes are cut that come in.
    @Test(arguments: [1, 7, 1000], [3, 14, 30])
    func behindDamageTheNextMemberIsUnpacked(step: Int, byte: Int) {
        let packed = Gzip.pack(text)
        var damaged = packed
        damaged[byte] ^= 0xFF
        let bytes = packed + damaged + packed + Array("junk".utf8) + packed
        let gunzip = Gunzip()
        var unpacked: [UInt8] = []
        var failures: [FileFailure] = []
        for start in Array(stride(from: 0, to: bytes.count, by: step)) + [Int](repeating: bytes.count, count: 4) {
            do throws(FileFailure) {
                unpacked += try gunzip.unpack(bytes[start..<min(bytes.count, start + step)], limit: 10_000)
            } catch {
                failures.append(error)
            }
        }
        #expect(failures.count == 2)
        #expect(failures.last == .broken(atByte: 3 * packed.count))
        #expect(unpacked.starts(with: text) && Array(unpacked.suffix(2 * text.count)) == text + text)
        #expect(throws: Never.self) { try gunzip.finish() }
    }

    @Test func aFileOfNothingButDamageEnds() {
        let head = Array(Gzip.pack(text).prefix(10)) + [0xFF, 0xFF]
        let bytes = (0..<1_000).flatMap { _ in head }
        let gunzip = Gunzip()
        var failures = 0
        for start in [0] + [Int](repeating: bytes.count, count: 200) {
            do throws(FileFailure) { _ = try gunzip.unpack(bytes[start...], limit: 10_000) } catch { failures += 1 }
        }
        #expect(failures == 100)
    }

    /// What the system cannot read is no end of a file: of a folder it gives an error.
    @Test func whatCannotBeReadOnIsSaid() throws {
        let chunks = try #require(FileChunks("/"))
        for _ in 0..<2 {
            let failure = #expect(throws: FileFailure.self) { try chunks.next() }
            #expect(failure?.isLast == true)
            #expect(failure?.message.contains("cannot be read after byte 0") == true)
        }
    }

    @Test func aBombIsAProblemAndNoMore() {
        let bomb = Gzip.pack([UInt8](repeating: 0x41, count: FileBytes.limit + 1))
        let result = Reading.read(bomb, of: "bomb.txt.gz", metadata: Metadata())
        #expect(result.articles.isEmpty)
        #expect(result.problems.map(\.source) == ["bomb.txt.gz"])
        #expect(result.problems.first?.message.contains("64 MiB") == true)
    }
}
