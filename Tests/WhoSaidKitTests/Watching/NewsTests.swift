import Evaluator
import Testing

@testable import WhoSaidKit

@Suite struct NewsTests {
    @Test func aRowIsNewOnce() throws {
        let archive = try Archive(texts: ArchiveTests.texts)
        var news = News()
        func speakers(_ question: String) throws -> [[String]] {
            let answer = try archive.ask(question).answer
            return Reply(news.rows(of: answer, to: question)).rows.map(\.speakers)
        }
        #expect(try speakers("who said bridge") == [["Ann Lee"], ["Bob Roe"]])
        #expect(try speakers("who said bridge") == [])
        try archive.add([Archive.Text(name: "c.txt", text: "Tim Fox said the bridge would be closed.")])
        #expect(try speakers("who said bridge") == [["Tim Fox"]])
        #expect(try speakers("quotes").count == 3)
        #expect(try speakers("speakers") == [["Tim Fox"], ["Ann Lee"], ["Bob Roe"]].sorted { $0[0] < $1[0] })
    }

    /// A group has grown where one of its quotes is new.
    @Test func aCountIsNewWhereItHasGrown() throws {
        let archive = try Archive(texts: ArchiveTests.texts)
        var news = News()
        let question = "how many quotes per speaker"
        _ = news.rows(of: try archive.ask(question).answer, to: question)
        try archive.add([Archive.Text(name: "c.txt", text: "Bob Roe said it would rain.")])
        let rows = Reply(news.rows(of: try archive.ask(question).answer, to: question)).rows
        #expect(rows.map(\.keys) == [["Bob Roe"]])
        #expect(rows.map(\.count) == [2])
    }
}
