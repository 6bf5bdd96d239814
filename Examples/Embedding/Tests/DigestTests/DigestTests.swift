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

    @Test func asksTheEvaluator() async throws {
        let archive = try Archive(texts: Self.articles)
        let rows = try await archive.ask(
            "who said $words since $day", ["words": .words("bridge"), "day": .date("13 May 2024")]
        ).rows
        #expect(rows.map(\.speakers) == [["Ann Lee"], ["Bob Roe"]])
        #expect(rows.first?.quotes.first?.kind == "direct")
        #expect(rows.first?.said == "2024-05-13")
    }

    @Test func printsADigest() async throws {
        let archive = try Archive(texts: Self.articles)
        #expect(
            try await digest(of: archive, about: "bridge") == [
                "Ann Lee: The bridge is safe (The Paper)", "Bob Roe: the bridge was old (The Herald)",
            ])
        #expect(try await digest(of: archive, about: "x\" or \"bridge") == [])
    }

    @Test func aWrongQuestionSaysWhatIsWrong() async throws {
        let archive = try Archive(texts: Self.articles)
        do {
            _ = try await archive.ask("who said \"bridge\" where speeker = Lee")
            Issue.record("a wrong question was answered")
        } catch let error as QuestionError {
            #expect(error.problems.first?.code == "E0204")
            #expect(error.problems.first?.fix?.replacement == "speaker")
        }
    }

    /// An archive is held to its answers by the scripts that its editors keep.
    @Test(arguments: scripts(in: "Queries"))
    func holds(script: Script) throws {
        let archive = try Archive(texts: Self.articles)
        try expectScript(script, in: archive, today: "2024-05-15")
    }

    @Test func answersAsItShould() throws {
        let archive = try Archive(texts: Self.articles)
        try expectAnswer(
            archive, "what did Roe say", rows: ["Bob Roe: the bridge was old", "Bob Roe: it could not be repaired"])
        try expectSnapshot(archive.ask("who said \"bridge\""), named: "bridge")
    }

    @Test func anArchiveGrows() async throws {
        let archive = try Archive(texts: Self.articles)
        try await archive.add([.init(name: "wire.txt", text: "Tim Fox said the bridge would be closed.")])
        #expect(try await digest(of: archive, about: "bridge").count == 3)
    }
}
