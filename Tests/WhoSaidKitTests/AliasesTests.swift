import ArticleStore
import Dates
import Evaluator
import Foundation
import Presentation
import QueryLanguage
import Readers
import Testing
import WhoSaidKit

/// A user's table of names, from the file to the answer.
@Suite struct AliasesTests {
    static let stories = [
        "a.txt": "“The bridge is safe,” Mayor Ann Lee said on Monday.",
        "b.txt": "The XYP news agency said the bridge fell.",
    ]

    static func speakers(_ archive: Archive) throws -> [String] {
        try archive.ask("speakers").rows.flatMap(\.speakers).sorted()
    }

    /// A folder with the stories in it.
    static func folder() throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        for (name, text) in stories { try folder.write(name, text) }
        return folder
    }

    @Test func aTableBesideTheStoriesNamesTheirSpeakers() throws {
        let folder = try Self.folder()
        #expect(try Self.speakers(Archive.open([folder.path], cache: folder.cache)) == ["Ann Lee", "XYP"])
        try folder.write("aliases.tsv", "Anna-Maria Lee\tAnn Lee\nXenon Press\tXYP\torganisation=Xenon")
        let told = try Archive.open([folder.path], cache: folder.cache)
        #expect(told.problems == [])
        #expect(try Self.speakers(told) == ["Anna-Maria Lee", "Xenon Press"])
        #expect(try told.ask("quotes where organisation = Xenon").rows.count == 1)
        #expect(try told.ask("quotes by \"XYP\"").rows.count == 1)
        try folder.write("aliases.tsv", "# nobody")
        #expect(try Self.speakers(Archive.open([folder.path], cache: folder.cache)) == ["Ann Lee", "XYP"])
        try folder.write("other.names", "Xenon\tXYP\nAlone")
        let other = try Archive(reading: [folder.path + "/b.txt"], aliases: folder.path + "/other.names")
        #expect(try Self.speakers(other) == ["Xenon"])
        #expect(other.problems.count == 1 && other.problems[0].contains("other.names:2: `Alone` stands alone"))
        let texts = try Archive(
            texts: [.init(name: "b", text: Self.stories["b.txt"] ?? "")], aliases: folder.path + "/other.names")
        #expect(try Self.speakers(texts) == ["Xenon"])
    }

    @Test func anArchiveKeepsTheTableUntilAnotherOneComes() throws {
        let folder = try Self.folder()
        let archive = try Archive(at: folder.path + "/news.whosaid", creating: true)
        try folder.write("names.tsv", "Xenon Press\tXYP")
        var settings = AddingSettings()
        settings.aliases = folder.path + "/names.tsv"
        _ = try archive.add(paths: [folder.path + "/a.txt"], settings: settings)
        #expect(try Self.speakers(archive) == ["Ann Lee"])
        // What is added later is joined by what was told earlier.
        _ = try archive.add(paths: [folder.path + "/b.txt"])
        #expect(try Self.speakers(archive) == ["Ann Lee", "Xenon Press"])
        // Nothing new but the table: the archive is linked anew.
        try folder.write("names.tsv", "Ann B. Lee\tAnn Lee")
        let added = try archive.add(paths: [folder.path + "/a.txt"], settings: settings).added
        #expect(added.unchanged == 1 && added.added == 0)
        #expect(try Self.speakers(archive) == ["Ann B. Lee", "XYP"])
        // A correction wins.
        try archive.correct("split \"Ann Lee\" from \"Ann B. Lee\"", by: "ann", at: "2026-11-21T06:31:27Z")
        try archive.correct("merge XYP into \"Ann B. Lee\"", by: "ann", at: "2026-11-21T06:31:28Z")
        #expect(throws: OpeningError.hasOwnAliases(folder.path + "/news.whosaid", "x.tsv")) {
            try Archive.open([folder.path + "/news.whosaid"], aliases: "x.tsv")
        }
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).contains("names.tsv"))
    }

    @Test func whatJoinsNamesIsToldEverywhere() throws {
        let archive = try Archive(texts: [
            .init(
                name: "a.txt", text: "Foreign Minister Sergei Lavrov said the war must end.", published: "2014-01-13"),
            .init(
                name: "b.txt", text: "Foreign Minister Sergei Lavrov said the talks must begin.",
                published: "2014-02-03"),
            .init(name: "c.txt", text: "Sergey Lavrov said the talks were long.", published: "2014-02-04"),
        ])
        var session = archive.session(today: try #require(CalendarDay(iso: "2016-09-01")))
        func text(_ question: String) throws -> String {
            let statement = try #require(Script(parsing: question).statements.first?.statement)
            return Page(width: nil).render(try session.run(statement))
        }
        let description = try text("describe Lavrov")
        #expect(description.contains("role: Foreign Minister, 2014-01-13 to 2014-02-03"))
        let reason = "same last name, and the first names are spellings of one name"
        #expect(description.contains("Sergey Lavrov (c.txt) is Sergei Lavrov: \(reason)"))
        _ = try text("quotes long")
        #expect(try text("why #1").contains("Sergey Lavrov is Sergei Lavrov (\(reason))"))
        let statement = try #require(Script(parsing: "speakers").statements.first?.statement)
        guard case .answer(let answer) = try session.run(statement) else { return }
        let json = Page().render(answer, as: .jsonl)
        #expect(
            json.contains(
                #""roles":[{"role":"Foreign Minister","first":"2014-01-13","last":"2014-02-03","articles":2}]"#))
        #expect(json.contains(#""joined":[{"name":"Sergey Lavrov","is":"Sergei Lavrov","rule":"spelling""#))
    }
}
