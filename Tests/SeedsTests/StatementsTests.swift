import ArticleStore
import Articles
import Dates
import Evaluator
import Foundation
import Inventing
import Presentation
import QueryLanguage
import Testing
import WhoSaidKit

/// Statements across the seeds, and the dates that follow from them where no manifest tells any.
@Suite struct StatementsTests {
    @Test func quotesAreJoinedAsByHand() throws {
        let records = try Transcript.archive.get().store.quotes(QuoteLookup())
        let ids = records.map(QuestionsTests.goldQuote)
        let clusters = ids.enumerated().map { index, id in
            Gold.clusters.firstIndex { $0.members.contains(id) } ?? Gold.clusters.count + index
        }
        let score = PairwiseScore(found: records.map { Int($0.statement.id) }, wanted: clusters)
        print("seeds: pairwise precision \(score.precision), \(score.right) of \(score.wanted) pairs joined")
        #expect(score.precision >= 0.85)
        #expect(score.right >= 6)
    }

    /// The five stories without their manifest.
    static func plain() throws -> Archive {
        let names = Gold.documents.map(\.id)
        let folder = FileManager.default.temporaryDirectory.appending(path: "whosaid-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        for name in names {
            try FileManager.default.copyItem(
                at: URL(filePath: Gold.seeds).appending(path: name), to: folder.appending(path: name))
        }
        return try Archive(reading: [folder.path])
    }

    @Test func undatedStoriesAreDatedByADatedOne() throws {
        let archive = try Self.plain()
        let published = try archive.store.articles().map { article in
            let evidence = article.metadata.published
            return [
                String(article.source.suffix(24).prefix(3)), evidence?.value.description ?? "unknown",
                evidence?.basis.rawValue ?? "none",
            ]
        }.sorted { $0[0] < $1[0] }
        #expect(
            published == [
                ["000", "2014-01-13/2014-01-14", "other article"], ["001", "2014-01-13/2014-01-14", "other article"],
                ["002", "2014-01-13", "url"], ["003", "unknown", "none"],
                ["004", "2014-01-13/2014-01-14", "other article"],
            ])
        // By hand, these were said on the day; of 004-05 the words are no evidence.
        var right: Set<String> = []
        for record in try archive.store.quotes(QuoteLookup()) {
            let said = record.saidEvidence?.value.description
            #expect(said == nil || said == "2014-01-13", "\(record.text)")
            if said != nil { right.insert(QuestionsTests.goldQuote(of: record)) }
        }
        for id in [
            "000-01", "000-02", "000-03", "000-04", "000-09", "001-02", "001-03", "001-04", "001-05", "001-06",
            "001-08", "001-10", "001-11", "004-02", "004-03", "004-04",
        ] {
            #expect(right.contains(id), "\(id)")
        }
    }

    @Test func whyNamesTheStatementThatDates() throws {
        let archive = try Self.plain()
        var session = archive.session(today: try #require(CalendarDay(iso: "2016-09-01")))
        _ = try session.run(try Self.statement("quotes \"critical countries\""))
        let text = Page(width: 200).render(try session.run(try Self.statement("why #1")))
        #expect(text.contains("2014-01-13/2014-01-14 (dated articles that report the same)"))
        #expect(text.contains("Iran should attend (guardian, "))
    }

    private static func statement(_ text: String) throws -> Statement {
        try #require(Script(parsing: text).statements.first?.statement)
    }
}
