import Testing
import Text

@testable import Readers

@Suite struct HalvesTests {
    @Test(arguments: [
        ("He said so.He said so.", "He said so.", "He said so."),
        ("He said so. He said so.", "He said so.", "He said so."),
        ("He said so today. And he said so today.", "He said so today.", "And he said so today."),
        ("And he said so today. He said so today.", "And he said so today.", "He said so today."),
        (
            "The talks in Paris were long. Nobody left early.The talks in Geneva were long. Nobody left early.",
            "The talks in Paris were long. Nobody left early.", "The talks in Geneva were long. Nobody left early."
        ),
        (
            "Kerry warned that “all is lost”. Kerry warned: “All is lost.”", "Kerry warned that “all is lost”.",
            "Kerry warned: “All is lost.”"
        ),
        ("Žižek sagt: so ist es. Žižek sagte: so ist es.", "Žižek sagt: so ist es.", "Žižek sagte: so ist es."),
    ])
    func aLineIsDividedWhereItsSidesMeet(line: String, first: String, second: String) throws {
        let bytes = Array(line.utf8)
        let halves = try #require(Halves(of: ByteRange(0, bytes.count), in: bytes))
        #expect(bytes.text(halves.first) == first)
        #expect(bytes.text(halves.second) == second)
    }

    @Test(arguments: ["A new paragraph that only one version prints.", "word", "", "…"])
    func whatIsPrintedOnceIsNotDivided(line: String) {
        let bytes = Array(line.utf8)
        if let halves = Halves(of: ByteRange(0, bytes.count), in: bytes) {
            Issue.record("\(bytes.text(halves.first)) | \(bytes.text(halves.second))")
        }
    }

    @Test func aLineOfAHundredThousandWordsIsDivided() throws {
        let half = (0..<50_000).map { "w\($0)" }.joined(separator: " ")
        let bytes = Array((half + " and " + half).utf8)
        let halves = try #require(Halves(of: ByteRange(0, bytes.count), in: bytes))
        #expect(abs(halves.first.count - halves.second.count) < 10)
    }
}
