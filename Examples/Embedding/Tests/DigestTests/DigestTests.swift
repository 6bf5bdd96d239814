import Digest
import Testing
import WhoSaidKit
import WhoSaidTesting

@Suite struct DigestTests {
    static let articles = [
        Archive.Text(
            name: "paper.txt", text: "“The bridge is safe,” Mayor Ann Lee said on Monday.", outlet: "The Paper",
            published: "2024-05-15"),
        Archive.Text(
            name: "herald.txt", text: "Bob Roe warned that the bridge was old. He said it could not be repaired.",
            outlet: "The Herald", published: "2024-05-15"),
    ]

    @Test func asksTheEvaluator() throws {
        let archive = try Archive(texts: Self.articles)
        let rows = try archive.ask("who said \"bridge\" where date = 2024-05-13").rows
        #expect(rows.map(\.speakers) == [["Ann Lee"]])
        #expect(rows.first?.quotes.first?.kind == "direct")
        #expect(rows.first?.said == "2024-05-13")
    }

    @Test func printsADigest() throws {
        let archive = try Archive(texts: Self.articles)
        #expect(
            try digest(of: archive, about: "bridge") == [
                "Ann Lee: The bridge is safe (The Paper)", "Bob Roe: the bridge was old (The Herald)",
            ])
    }

    @Test func aWrongQuestionSaysWhatIsWrong() throws {
        let archive = try Archive(texts: Self.articles)
        let error = #expect(throws: QuestionError.self) { try archive.ask("who said \"bridge\" where speeker = Lee") }
        #expect(error?.description.contains("speaker") == true)
    }

    @Test func anArchiveCanBeHeldToItsAnswers() throws {
        let archive = try Archive(texts: Self.articles)
        let script = """
            what did Roe say
            expect 2 rows
            who warned "bridge"
            expect every row where speaker = Roe
            """
        #expect(try ScriptCheck.failures(of: script, in: archive, today: "2024-05-15") == [])
        #expect(
            try ScriptCheck.failures(of: "what did Roe say\nexpect 9 rows", in: archive, today: "2024-05-15").count == 1
        )
    }
}
