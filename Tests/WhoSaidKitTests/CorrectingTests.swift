import Testing
import WhoSaidKit

@Suite struct CorrectingTests {
    @Test func aCorrectionHoldsUntilItIsTakenBack() throws {
        let archive = try Archive(texts: ArchiveTests.texts)
        let reference = try #require(try archive.ask("quotes by Roe").rows.first?.quotes.first?.reference)
        let made = try archive.correct(
            "correct \(reference) speaker = Lee", by: "ann", at: "2026-11-21T06:31:27Z")
        #expect(made.statements == ["correct \(reference) speaker = \"Ann Lee\""])
        #expect(made.editor == "ann" && made.time == "2026-11-21T06:31:27Z" && made.number == 1)
        #expect(try archive.ask("quotes by Ann Lee").rows.count == 2)
        #expect(try archive.ask("quotes by Roe").rows.isEmpty)
        try archive.correct("undo", by: "bob", at: "2026-11-22T00:00:00Z")
        #expect(try archive.ask("quotes by Roe").rows.count == 1)
        #expect(try archive.corrections().map(\.isUndone) == [true])
    }

    /// What is read anew when a file changes would lose what people decided.
    @Test func whatIsReadFromAFolderIsNotCorrected() throws {
        let folder = try TemporaryFolder()
        try folder.write("a.txt", "The bridge is safe, Ann Lee said on Monday.")
        let archive = try Archive.open([folder.path], cache: folder.cache)
        let error = #expect(throws: QuestionError.self) {
            try archive.correct("merge Ann Lee into Bob", by: "ann", at: "2026-11-21T06:31:27Z")
        }
        #expect(error?.codes == ["E0507"])
        #expect(error?.description.contains("whosaid add") ?? false)
    }

    @Test(arguments: [("quotes", "E0003"), ("correct #1 words = 5", "E0220"), ("correct #1 place = Rome", "E0503")])
    func aWrongCorrectionIsAnError(statement: String, code: String) throws {
        let archive = try Archive(texts: ArchiveTests.texts)
        let error = #expect(throws: QuestionError.self) {
            try archive.correct(statement, by: "ann", at: "2026-11-21T06:31:27Z")
        }
        #expect(error?.codes == [code])
    }
}
