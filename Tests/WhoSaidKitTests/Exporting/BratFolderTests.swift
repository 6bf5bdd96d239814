import ArticleStore
import Articles
import Dates
import Exchange
import Foundation
import Testing
import Text

@testable import WhoSaidKit

/// What leaves as a folder of brat's comes back as what people marked.
@Suite struct BratFolderTests {
    private static func export(_ archive: Archive, to folder: TemporaryFolder) throws {
        var files: [String: String] = [:]
        try archive.export(as: .brat) { file, text in files[file ?? "", default: ""] += text }
        for (name, text) in files {
            #expect(
                !name.isEmpty
                    && name.utf8.allSatisfy {
                        ("0"..."9").contains(String(Unicode.Scalar($0))) || $0 >= 0x2D && $0 < 0x7F && $0 != 0x2F
                    })
            try folder.write(name, text)
        }
    }

    @Test(arguments: 1...8) func whatIsExportedComesBackByHand(seed: Int) throws {
        var news = MadeUpNews(seed: UInt64(seed))
        let archive = try news.archive()
        let folder = try TemporaryFolder()
        try Self.export(archive, to: folder)
        let copy = try Archive(at: folder.path + "/copy.whosaid", creating: true)
        let result = try copy.add(paths: [folder.path])
        #expect(result.problems.map(\.sentence) == [])
        var before: [[String]] = []
        try archive.store.forEachReportedArticle { before.append($0.quotes.map(Self.summary)) }
        var after: [[String]] = []
        try copy.store.forEachReportedArticle { after.append($0.quotes.map(Self.summary)) }
        #expect(before == after)
        try copy.store.forEachAnnotatedArticle { #expect($0.annotator == Findings.byHand) }
        // No annotator runs over what people marked, and what did not change is left alone.
        let again = try copy.add(paths: [folder.path]).added
        #expect(again.unchanged == result.added.added && again.replaced == 0)
    }

    private static func summary(_ quote: QuoteRecord) -> String {
        let names = Set(
            zip(quote.quote.speakers, quote.speakers).compactMap { $0.range == nil ? nil : $1.speaker.name })
        return
            "\(quote.quote.segments) \(quote.quote.kind) \(quote.quote.cue.map { "\($0.range)" } ?? "-") \(names.sorted())"
    }

    @Test func changedMarksReplaceTheEarlierOnes() throws {
        let folder = try TemporaryFolder()
        try folder.write("a.txt", "The bridge is safe, Ann Lee said on Monday, and it was not.")
        try folder.write(
            "a.ann", "T1\tContent 0 18\tThe bridge is safe\nT2\tSource 20 27\tAnn Lee\nR1\tSourceOf Arg1:T2 Arg2:T1\n")
        let archive = try Archive(at: folder.path + "/a.whosaid", creating: true)
        _ = try archive.add(paths: [folder.path])
        #expect(try archive.ask("quotes by Ann Lee").rows.map { $0.quotes[0].text } == ["The bridge is safe"])
        try folder.write("a.ann", "T1\tContent 0 18;44 58\tThe bridge is safe and it was not\n")
        #expect(try archive.add(paths: [folder.path]).added.replaced == 1)
        #expect(try archive.ask("quotes").rows.map { $0.quotes[0].text } == ["The bridge is safe and it was not"])
    }

    @Test func sourcesWithWickedNamesStayInTheFolder() throws {
        let names = [
            "../../etc/passwd", "/", "..", "\u{1B}[2J\u{202E}\0é", "CON", String(repeating: "x", count: 500),
            "a/b\nc.txt", "",
        ]
        let archive = try Archive(
            texts: names.map { Archive.Text(name: $0, text: "The bridge is safe, Ann Lee said. \($0.utf8.count)") })
        try Self.export(archive, to: try TemporaryFolder())
    }
}
