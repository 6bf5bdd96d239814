import ArticleStore
import Articles
import Dates
import Evaluator
import Exchange
import Foundation
import Presentation
import QueryLanguage
import Testing
import Text

@testable import WhoSaidKit

/// An archive that is written as lines and added again answers everything as before.
@Suite struct RoundTripTests {
    static let questions = [
        "quotes", "quotes in any version", "statements", "articles", "speakers", "outlets", "who said \"bridge\"",
        "how many quotes per speaker", "how many statements per outlet and kind", "how many quotes per month",
        "wordings of \"ferry\"", "changes", "changes of quotes", "quotes where confidence > 0.5 order by words desc",
        "what did Kerry say about Syria", "quotes where place is known", "quotes where corrected is known",
    ]

    /// All that an archive answers, in every format.
    static func answers(of archive: Archive) throws -> [String] {
        var answers: [String] = []
        for question in questions {
            let (outcome, _) = try archive.outcome(question, today: "2014-02-01", editing: .refused(""))
            guard case .answer(let answer) = outcome else { continue }
            answers += OutputFormat.allCases.map { "\(question) as \($0)\n" + Page().render(answer, as: $0) }
        }
        for statement in ["corrections as json", "describe"] {
            let (outcome, _) = try archive.outcome(statement, today: "2014-02-01", editing: .refused(""))
            answers.append(Page().render(outcome))
        }
        return answers
    }

    static func lines(of archive: Archive) throws -> String {
        var lines = ""
        try archive.export(as: .jsonl) { lines += $1 }
        return lines
    }

    static func check(_ archive: Archive) throws {
        let folder = try TemporaryFolder()
        let lines = try lines(of: archive)
        try folder.write("archive.jsonl", lines)
        let copy = try Archive(reading: [folder.path + "/archive.jsonl"])
        #expect(copy.problems.isEmpty)
        #expect(try Self.lines(of: copy) == lines)
        let (before, after) = (try answers(of: archive), try answers(of: copy))
        for (one, other) in zip(before, after) { #expect(one == other) }
        #expect(before.count > 100 && before.count == after.count)
    }

    @Test(arguments: 1...12) func madeUpNewsAreEqual(seed: Int) throws {
        var news = MadeUpNews(seed: UInt64(seed))
        try Self.check(try news.archive())
    }

    @Test func theSeedsAreEqual() throws {
        let seeds = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent().appending(path: "seeds").path
        let archive = try Archive(reading: [seeds])
        let reference = try #require(try archive.ask("quotes by Kerry").rows.first?.quotes.first?.reference)
        for statement in [
            "correct \(reference) speaker = Putin", "merge \"Assad's government\" into \"Syrian government\"",
        ] {
            try archive.correct(statement, by: "ann", at: "2026-11-21T06:31:27Z")
        }
        try Self.check(archive)
    }

    @Test func whatWasAddedTwiceIsThereOnce() throws {
        var news = MadeUpNews(seed: 5)
        let archive = try news.archive()
        let folder = try TemporaryFolder()
        try folder.write("a.jsonl", try Self.lines(of: archive))
        let file = folder.path + "/a.jsonl"
        let copy = try Archive(at: folder.path + "/c.whosaid", creating: true)
        let first = try copy.add(paths: [file]).added
        let second = try copy.add(paths: [file]).added
        #expect(first.decisions == (try archive.corrections().count) && first.added > 0)
        #expect(second.added == 0 && second.replaced == 0 && second.versions == 0 && second.decisions == 0)
        #expect(first.versions == 3 && second.unchanged == first.added + first.versions)
    }

    @Test func whatTheUserToldOfPeopleComesBack() throws {
        let folder = try AliasesTests.folder()
        try folder.write(
            "aliases.tsv", "Anna-Maria Lee\tAnn Lee\tkind=person\nXenon Press\tXYP\torganisation=Xenon")
        let archive = try Archive(reading: [folder.path])
        #expect(try archive.store.knownSpeakers().count == 2)
        try folder.write("lines.jsonl", try Self.lines(of: archive))
        let copy = try Archive(at: folder.path + "/c.whosaid", creating: true)
        try copy.add(reading: [folder.path + "/lines.jsonl"])
        #expect(try copy.store.knownSpeakers() == archive.store.knownSpeakers())
        #expect(try AliasesTests.speakers(copy) == ["Anna-Maria Lee", "Xenon Press"])
        #expect(try Self.lines(of: Archive(reading: [folder.path + "/lines.jsonl"])) == Self.lines(of: archive))
    }

    /// An archive that has gone on is not set back by what was exported from it before.
    @Test func anEarlierExportChangesNothing() throws {
        let folder = try TemporaryFolder()
        let archive = try Archive(at: folder.path + "/a.whosaid", creating: true)
        for (number, words) in ["safe", "not safe", "gone"].enumerated() {
            try archive.add([.init(name: "a.txt", text: "The bridge is \(words), Ann Lee said on Monday.")])
            try folder.write("\(number).jsonl", try Self.lines(of: archive))
        }
        for number in 0..<3 {
            let added = try archive.add(paths: ["\(folder.path)/\(number).jsonl"]).added
            #expect(added.unchanged == number + 1 && !added.isAnything)
        }
    }

    @Test func quotesOfAnEarlierTextLeaveWithIt() throws {
        let archive = try Archive(texts: [.init(name: "a.txt", text: "The bridge is safe, Ann Lee said on Monday.")])
        try archive.add([.init(name: "a.txt", text: "Corrected – at noon. The bridge is gone, Ann Lee said on Monday.")]
        )
        let wanted = try archive.ask("quotes in any version").rows.flatMap(\.quotes).map(\.reference)
        let selection = try archive.selection("quotes in any version", today: .init(number: 0))
        guard case .quotes(let ids) = selection else { return }
        var found: [String] = []
        try archive.store.forEachReportedArticle(ids) { article in
            for quote in article.quotes {
                found.append(quote.reference)
                #expect(quote.quote.segments.map { article.bytes.text($0) } == quote.segmentTexts)
            }
        }
        #expect(Set(found) == Set(wanted) && found.count == 2)
        for format in ExportFormat.allCases {
            var text = ""
            try archive.export(selection, as: format) { text += $1 }
            #expect(text.contains("bridge is safe") && text.contains("bridge is gone"), "\(format)")
        }
    }

    @Test func anExportOfAQuestionHoldsTheArticlesThatAnswerIt() throws {
        let archive = try Archive(texts: ArchiveTests.texts)
        let selection = try archive.selection("outlet = \"The Paper\"", today: .init(number: 0))
        var lines = ""
        try archive.export(selection, as: .jsonl) { lines += $1 }
        #expect(lines.contains("paper.txt") && !lines.contains("herald.txt"))
        #expect(throws: QuestionError.self) { try archive.selection("speeker = Lee", today: .init(number: 0)) }
    }
}
