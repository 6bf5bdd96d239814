import Articles
import Testing

@testable import Readers

@Suite struct ForeignFormatTests {
    /// Beginnings of files that hold no text as it is, and a part of what is said of them.
    @Test(arguments: [
        (Array("%PDF-1.4\n1 0 obj\nThe ferry sails.".utf8), "a PDF"),
        (Array("{\\rtf1\\ansi The ferry sails.\\par}".utf8), "RTF"),
        ([0x50, 0x4B, 0x03, 0x04, 0x14], "ZIP"), ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A], "office"),
        (Array("BZh91AY".utf8), "bzip2"), ([0xFF, 0xD8, 0xFF, 0xE0], "a picture"),
        (
            Array(
                "From: <Saved by Blink>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\r\n<p>Ferry".utf8),
            "MHTML"
        ),
    ])
    func whatIsNotReadSaysWhatItIsAndWhatToDo(bytes: [UInt8], name: String) throws {
        for bytes in [bytes, Gzip.pack(bytes)] {
            let result = Reading.read(bytes, of: "a", metadata: Metadata())
            #expect(result.articles.isEmpty)
            let problem = try #require(result.problems.first)
            #expect(problem.message.contains(name) && problem.severity == .failure, "\(problem)")
        }
    }

    /// Binary files need have no zeros.
    @Test func noiseIsNoText() {
        var random = Noise(seed: 5)
        let noise = (0..<4000).map { _ in UInt8(1 + random.next() % 255) }
        let result = Reading.read(noise, of: "a", metadata: Metadata())
        #expect(result.articles.isEmpty)
        #expect(result.problems.contains { $0.message.contains("not a text") })
    }

    @Test(arguments: [
        "A PDF is %PDF-1.4, said Ann Lee.", "MIME-Version: 1.0\nContent-Type: text/plain\n\nThe ferry sails.",
        "The ferry\u{1A}", "\u{1B}[1mThe ferry\u{1B}[0m sails, said harbour master Anna Lie on Monday morning.",
    ])
    func textsAreTexts(text: String) {
        #expect(Reading.read(Array(text.utf8), of: "a", metadata: Metadata()).articles.count == 1)
    }
}
