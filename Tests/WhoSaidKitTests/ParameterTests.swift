import Testing
import WhoSaidKit

@Suite struct ParameterTests {
    @Test func valuesAreBound() throws {
        let archive = try Archive(texts: ArchiveTests.texts)
        let reply = try archive.ask(
            "who said $words since $day", ["words": .words("bridges"), "day": .date("14 May 2024")])
        #expect(reply.rows.map(\.speakers) == [["Bob Roe"]])
        #expect(try archive.ask("quotes by $who", ["who": .name("Roe")]).rows.count == 1)
        #expect(try archive.ask("quotes where confidence > $n", ["n": .number(0)]).rows.count == 2)
        #expect(try archive.ask("quotes $w", ["w": .exactly("The bridge")]).rows.count == 1)
    }

    @Test func aValueAddsNoSyntax() throws {
        let archive = try Archive(texts: ArchiveTests.texts)
        for text in [#"x" or "bridge"#, "bridge\nquotes", "x) or (bridge", "$other"] {
            #expect(try archive.ask("who said $w", ["w": .words(text)]).rows.isEmpty, "\(text)")
        }
    }

    @Test(
        arguments: [
            ("who said $w", [:], ["E0207"], 9..<11),
            ("who said bridge since $w", ["w": .date("13th")], ["E0908", "E0207"], nil),
            ("who said $w", ["w": .words("")], ["E0908", "E0207"], nil),
            ("who said bridge since $w", ["w": .name("Lee")], ["E0301"], 22..<24),
        ] as [(String, [String: Parameter], [String], Range<Int>?)])
    func whatIsWrongHasAPlace(question: String, parameters: [String: Parameter], codes: [String], range: Range<Int>?)
        throws
    {
        let archive = try Archive(texts: ArchiveTests.texts)
        let error = #expect(throws: QuestionError.self) { try archive.ask(question, parameters) }
        #expect(error?.codes == codes)
        #expect(error?.problems.first?.range == range)
    }

    @Test func anErrorCarriesItsFix() throws {
        let archive = try Archive(texts: ArchiveTests.texts)
        let error = #expect(throws: QuestionError.self) { try archive.ask("quotes where speeker = Lee") }
        let fix = try #require(error?.problems.first?.fix)
        #expect(fix.replacement == "speaker" && fix.range == 13..<20)
    }

    @Test func whatNothingUsesIsNoted() throws {
        let archive = try Archive(texts: ArchiveTests.texts)
        let notes = try archive.ask("quotes", ["day": .date("2024")]).notes
        #expect(notes == ["`$day` was given a value, and nothing uses it"])
    }

    @Test func aTaskAsks() async throws {
        let archive = try Archive(texts: ArchiveTests.texts)
        let replies = try await withThrowingTaskGroup(of: Int.self) { group in
            for _ in 0..<8 { group.addTask { try await archive.ask("who said bridge").rows.count } }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(replies == [2, 2, 2, 2, 2, 2, 2, 2])
    }

    @Test func aCancelledTaskGivesUp() async throws {
        let archive = try Archive(texts: ArchiveTests.texts)
        let task = Task {
            withUnsafeCurrentTask { $0?.cancel() }
            return try await archive.ask("who said bridge")
        }
        await #expect(throws: CancellationError.self) { try await task.value }
    }

    @Test func anArchiveGrows() async throws {
        let archive = try Archive(texts: [])
        #expect(try await archive.add(ArchiveTests.texts).added == 2)
        let again = try await archive.add(ArchiveTests.texts)
        #expect(again.added == 0 && again.unchanged == 2 && again.problems.isEmpty)
        let folder = try TemporaryFolder()
        try folder.write("c.txt", "Tim Fox said the bridge would be closed.")
        #expect(try await archive.add(reading: [folder.path]).added == 1)
        #expect(try await archive.ask("who said bridge").rows.count == 3)
        #expect(try await Archive.opening([folder.path]).ask("quotes").rows.count == 1)
        #expect(try await archive.add(reading: [folder.path + "/none.txt"]).problems.count == 1)
    }
}
