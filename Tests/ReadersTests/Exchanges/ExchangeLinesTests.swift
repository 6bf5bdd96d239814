import Articles
import Testing
import Text

@testable import Readers

@Suite struct ExchangeLinesTests {
    private func read(_ line: String) -> Reading.Result {
        Reading.read(Array(line.utf8), of: "a.jsonl", metadata: Metadata())
    }

    private static func article(_ versions: String, annotator: String = "3") -> String {
        "{\"whosaid\":\"article\",\"format\":1,\"source\":\"a\",\"text\":\"Ann said no.\",\"annotator\":\(annotator),\"versions\":\(versions)}\n"
    }

    private static let zone = "\"zones\":[[\"body\",0,12]]"

    @Test func aLineIsAnArticleWithWhatWasFound() throws {
        let result = read(
            Self.article(
                "[{\"number\":0,\(Self.zone),\"speakers\":[{\"name\":\"Ann\",\"kind\":\"person\"}],"
                    + "\"quotes\":[{\"segments\":[[9,11]],\"kind\":\"indirect\",\"speakers\":[{\"bytes\":[0,3],\"speaker\":0}]}]}]",
                annotator: "\"by hand\""))
        #expect(result.problems.isEmpty)
        let found = try #require(result.articles.first?.found)
        #expect(found.annotator == Findings.byHand && found.annotations[0].speakers.map(\.name) == ["Ann"])
    }

    @Test(arguments: [
        ("{\"whosaid\":\"article\",\"format\":2,\"source\":\"a\"}", "newer whosaid"),
        ("{\"whosaid\":\"poem\",\"format\":1}", "none of article, speaker and decision"),
        ("{\"whosaid\":\"article\",\"format\":1,\"source\":\"a\"}", "no `text`"),
        ("{\"whosaid\":\"article\",\"format\":1,", "no JSON"),
        (article("[]"), "no version"),
        (article("[{\"number\":0,\"zones\":[[\"body\",0,13]]}]"), "outside its text"),
        (article("[{\"number\":0,\"zones\":[[\"body\",5,9],[\"body\",0,4]]}]"), "not in order"),
        (
            article("[{\"number\":0,\(zone),\"quotes\":[{\"segments\":[[9,99]],\"kind\":\"direct\"}]}]"),
            "outside the text"
        ),
        (
            article("[{\"number\":0,\(zone),\"quotes\":[{\"segments\":[[9,2]],\"kind\":\"direct\"}]}]"),
            "before it begins"
        ),
        (article("[{\"number\":0,\(zone),\"quotes\":[{\"segments\":[],\"kind\":\"direct\"}]}]"), "no words"),
        (article("[{\"number\":0,\(zone),\"quotes\":[{\"segments\":[[0,3]],\"kind\":\"loud\"}]}]"), "`kind`"),
        (
            article(
                "[{\"number\":0,\(zone),\"quotes\":[{\"segments\":[[0,3]],\"kind\":\"direct\",\"speakers\":[{\"speaker\":7}]}]}]"
            ),
            "speaker that there is not"
        ),
        (article("[{\"number\":0,\(zone)}]", annotator: "-1"), "no version"),
        (
            "{\"whosaid\":\"decision\",\"format\":1,\"action\":\"correct\",\"property\":\"kind\",\"texts\":[\"loud\"],\"by\":\"a\",\"at\":\"b\"}",
            "no such kind"
        ),
        (
            "{\"whosaid\":\"decision\",\"format\":1,\"action\":\"correct\",\"property\":\"said\",\"texts\":[\"x\"],\"by\":\"a\",\"at\":\"b\"}",
            "is a date"
        ),
        (
            "{\"whosaid\":\"decision\",\"format\":1,\"action\":\"merge\",\"name\":\"A\",\"by\":\"a\",\"at\":\"b\"}",
            "no `other`"
        ),
    ])
    func aWrongLineIsLeftOutWithAReason(line: String, reason: String) {
        let result = read(line)
        #expect(result.articles.isEmpty && result.decisions.isEmpty)
        #expect(result.problems.map(\.line) == [1])
        #expect(result.problems.allSatisfy { $0.message.contains(reason) }, "\(result.problems)")
    }
}
