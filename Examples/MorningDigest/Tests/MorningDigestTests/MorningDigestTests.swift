import MorningDigest
import Testing
import WhoSaidKit
import WhoSaidTesting

@Suite struct MorningDigestTests {
    /// The stories that come with whosaid.
    static let seeds = #filePath.split(separator: "/").dropLast(5).map { "/" + $0 }.joined() + "/seeds"

    @Test func tellsWhoSaidWhatAndWhoChangedIt() async throws {
        let digest = try await MorningDigest(of: Archive.opening([Self.seeds]), on: "2014-01-14")
        #expect(digest.speakers.prefix(2).map(\.name).sorted() == ["John Kerry", "Sergei Lavrov"])
        #expect(digest.speakers.flatMap(\.quotes).allSatisfy { ($0.said ?? $0.published ?? "") < "2014-01-15" })
        #expect(digest.changes.contains { $0.outlet == "The Guardian" })
        #expect(digest.words.contains { $0.word == "humanitarian" })
        #expect(digest.markdown.hasPrefix("# Morning digest, 2014-01-14\n\n## Who said what\n\n### "))
        #expect(digest.markdown.contains("## Who changed wording\n\n- The Guardian, version 0 to 1: "))
    }

    @Test func tellsNothingOfWhatIsOld() async throws {
        let digest = try await MorningDigest(of: Archive.opening([Self.seeds]), on: "2024-01-14")
        #expect(digest.markdown == "# Morning digest, 2024-01-14\n\n## Who said what\n\nNothing new.\n\n")
    }

    @Test func signsOfMarkdownAreWords() async throws {
        let text = "“The <b>bridge</b> is *not* safe,” Mayor Ann Lee said on Monday."
        let archive = try Archive(texts: [.init(name: "a.txt", text: text, outlet: "A_B", published: "2024-05-14")])
        let digest = try await MorningDigest(of: archive, on: "2024-05-14").markdown
        #expect(digest.contains(#"- “The \<b\>bridge\</b\> is \*not\* safe” (A\_B, 2024-05-13, a.txt:1)"#))
    }
}
