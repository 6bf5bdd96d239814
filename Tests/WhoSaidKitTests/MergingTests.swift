import Annotator
import ArticleStore
import Articles
import Dates
import Exchange
import Foundation
import Testing
import Text

@testable import WhoSaidKit

/// Archives that are merged are what adding all of their sources would have made.
@Suite struct MergingTests {
    private static func texts(_ numbers: ClosedRange<Int>, outlet: String = "The Paper") -> [Archive.Text] {
        numbers.map {
            Archive.Text(
                name: "news/\($0).txt",
                text: "“The bridge number \($0) is safe,” Mayor Ann Lee said on Monday. Bob Roe said it was old.",
                outlet: outlet,
                published: "2024-05-15")
        }
    }

    private static func archive(_ texts: [Archive.Text], in folder: TemporaryFolder, _ name: String) throws -> Archive {
        let archive = try Archive(at: "\(folder.path)/\(name).whosaid", creating: true)
        _ = try Filling.add(texts.map(\.article), to: archive.store)
        return archive
    }

    @Test func theResultIsThatOfAddingAll() throws {
        let folder = try TemporaryFolder()
        let one = try Self.archive(Self.texts(1...6), in: folder, "one")
        let other = try Self.archive(Self.texts(4...9), in: folder, "other")
        let reference = try #require(try one.ask("quotes by Ann Lee").rows.first?.quotes.first?.reference)
        try one.correct("correct \(reference) speaker = \"Zoe Ash\"", by: "ann", at: "2026-01-01T00:00:00Z")
        try other.correct("merge \"Bob Roe\" into \"Ann Lee\"", by: "bob", at: "2026-01-02T00:00:00Z")
        let merged = try Archive(at: folder.path + "/merged.whosaid", creating: true)
        let result = try merged.merge([("one", one), ("other", other)])
        #expect(result.conflicts.isEmpty)
        #expect(result.added.added == 9 && result.added.unchanged == 3 && result.added.decisions == 2)
        let all = try Self.archive(Self.texts(1...9), in: folder, "all")
        for archive in [one, other] { _ = try all.store.keep(try archive.store.decisions()) }
        try all.store.link(Annotator.linker)
        #expect(try RoundTripTests.answers(of: merged) == RoundTripTests.answers(of: all))
        #expect(try RoundTripTests.lines(of: merged) == RoundTripTests.lines(of: all))
        #expect(try merged.verify().isEmpty)
    }

    /// Of pages, the bytes from which their texts were made go along.
    @Test func theWayBackToThePageIsKept() throws {
        let folder = try TemporaryFolder()
        let sentence =
            "<p>The bridge is safe &amp; dry, Mayor Ann Lee said on Monday, and the ferry will sail again soon."
        let page = Array("<html><body>\(String(repeating: sentence, count: 3))</body></html>".utf8)
        try Data(page).write(to: URL(filePath: folder.path + "/a.html"))
        let one = try Archive(at: folder.path + "/one.whosaid", creating: true)
        #expect(try one.add(paths: [folder.path + "/a.html"]).added.added == 1)
        let other = try Self.archive(Self.texts(1...2), in: folder, "other")
        let merged = try Archive(at: folder.path + "/merged.whosaid", creating: true)
        _ = try merged.merge([("one", one), ("other", other)])
        let article = try #require(try merged.store.articles().first { $0.source.hasSuffix("a.html") })
        let origin = try #require(try merged.store.origin(ofArticle: article.id, version: 0))
        #expect(origin.bytes == page)
        let before = try #require(try one.store.articles().first)
        #expect(try one.store.origin(ofArticle: before.id, version: 0) == origin)
    }

    private static func states(_ words: [String], in folder: TemporaryFolder, _ name: String) throws -> Archive {
        let archive = try Archive(at: "\(folder.path)/\(name).whosaid", creating: true)
        for word in words {
            try archive.add([.init(name: "a.txt", text: "The bridge is \(word), Ann Lee said on Monday.")])
        }
        return archive
    }

    /// The texts that one archive knows are those that the other one knows, and more; whichever comes first.
    @Test(arguments: [
        (["safe"], ["safe", "gone"]), (["gone"], ["safe", "gone"]), (["safe", "gone"], ["safe", "old", "gone"]),
        (["safe", "gone"], ["safe", "gone"]),
    ])
    func textsOfOneSourceAreVersions(_ few: [String], _ many: [String]) throws {
        for isTurned in [false, true] {
            let folder = try TemporaryFolder()
            let one = try Self.states(isTurned ? many : few, in: folder, "one")
            let other = try Self.states(isTurned ? few : many, in: folder, "other")
            let merged = try Archive(at: folder.path + "/merged.whosaid", creating: true)
            let result = try merged.merge([("one", one), ("other", other)])
            #expect(result.conflicts.isEmpty && result.added.added == 1 && result.added.unchanged == 1)
            #expect(try merged.store.articles().map(\.versions) == [Array(many.indices)])
            #expect(try RoundTripTests.lines(of: merged) == RoundTripTests.lines(of: isTurned ? one : other))
            #expect(try merged.verify().isEmpty)
        }
    }

    @Test func textsThatPartedAreTwoArticles() throws {
        let folder = try TemporaryFolder()
        let one = try Self.states(["safe", "gone"], in: folder, "one")
        let other = try Self.states(["old", "new"], in: folder, "other")
        let merged = try Archive(at: folder.path + "/merged.whosaid", creating: true)
        let result = try merged.merge([("one", one), ("other", other)])
        #expect(result.conflicts.count == 1 && result.added.added == 2 && result.added.versions == 2)
        #expect(try merged.store.articles().map(\.source).sorted() == ["a.txt", "a.txt (other)"])
    }

    @Test func whatIsToldOfPeopleIsJoined() throws {
        let folder = try TemporaryFolder()
        let one = try Self.states(["safe"], in: folder, "one")
        let other = try Self.states(["gone"], in: folder, "other")
        try one.store.tell([.init(name: "Ann Lee", names: ["A. Lee"])])
        try other.store.tell([.init(name: "Ann Lee", names: ["Lee"]), .init(name: "Bob Roe")])
        let merged = try Archive(at: folder.path + "/merged.whosaid", creating: true)
        let result = try merged.merge([("one", one), ("other", other)])
        #expect(result.conflicts.count { $0.hasPrefix("Ann Lee: ") } == 1)
        #expect(
            try merged.store.knownSpeakers() == [.init(name: "Ann Lee", names: ["A. Lee"]), .init(name: "Bob Roe")])
    }

    @Test func conflictsAreToldAndNothingIsLost() throws {
        let folder = try TemporaryFolder()
        let one = try Self.archive(Self.texts(1...3), in: folder, "one")
        var texts = Self.texts(1...3)
        texts[0].text = "Mayor Ann Lee said on Monday that another story stands under the same name."
        texts[1].outlet = "The Herald"
        let other = try Self.archive(texts, in: folder, "other")
        let reference = try #require(
            try one.ask("quotes about \"bridge number 3\"").rows.first?.quotes.first?.reference)
        try one.correct("correct \(reference) place = Rome", by: "ann", at: "2026-01-02T00:00:00Z")
        try other.correct("correct \(reference) place = Oslo", by: "bob", at: "2026-01-01T00:00:00Z")
        let merged = try Archive(at: folder.path + "/merged.whosaid", creating: true)
        let result = try merged.merge([("one", one), ("other", other)])
        #expect(result.conflicts.count == 3, "\(result.conflicts)")
        #expect(result.added.added == 4)
        #expect(try merged.ask("articles").rows.count == 4)
        // The later correction stands, whichever archive was named first.
        #expect(try merged.ask("quotes where place = Rome").rows.count == 1)
        #expect(try merged.ask("quotes where place = Oslo").rows.isEmpty)
        #expect(try merged.ask("quotes where outlet = \"The Herald\"").rows.isEmpty)
    }
}
