import Articles
import Testing
import Text

@testable import Readers

@Suite struct BratTextTests {
    private static let text = "“It’s safe,” the mayor told Ann Lee.\n\nHe added that “nobody” 🚢 was asked.\n"

    private func read(_ standoff: String) -> Reading.Result {
        Reading.read(Array(Self.text.utf8), of: "a.txt", metadata: Metadata(), standoff: Array(standoff.utf8))
    }

    @Test func eventsAndRelationsTellWhatBelongsTogether() throws {
        let result = read(
            """
            T1\tContent 0 12\tx
            T2\tSource 13 22\tx
            T3\tCue 23 27\tx
            T4\tAttribution 23 27\tx
            E1\tAttribution:T4 Content:T1 Cue:T3 Source:T2
            T5\tRecipient 28 35\tx
            R1\tRecipient Arg1:T5 Arg2:T1
            T6\tquotation 47 72\tx
            T7\tspeaker 38 40\tx
            T8\tcue 41 46\tx
            R2\tBelongsTo Arg1:T7 Arg2:T6
            R3\tBelongsTo Arg1:T8 Arg2:T6
            """)
        #expect(result.problems.isEmpty)
        let article = try #require(result.articles.first)
        let found = try #require(article.found)
        #expect(found.annotator == Findings.byHand)
        let quotes = found.annotations[0].quotes
        let bytes = article.source.bytes
        #expect(quotes.map { $0.segments.map(bytes.text) } == [["It’s safe,"], ["that “nobody” 🚢 was asked"]])
        #expect(quotes.map(\.kind) == [.direct, .mixed])
        #expect(quotes.map { $0.cue?.lemma } == ["tell", "add"])
        #expect(quotes[1].quotedParts.map(bytes.text) == ["nobody"])
        #expect(quotes[0].speakers.map { $0.range.map(bytes.text) } == ["the mayor"])
        #expect(found.annotations[0].speakers.map(\.name) == ["mayor", "Ann Lee"])
        #expect(found.annotations[0].speakers.map(\.kind) == [.unnamed, .person])
        #expect(quotes[0].addressee?.speaker == 1)
        // A pronoun is nobody in particular.
        #expect(quotes[1].speakers == [Mention(range: quotes[1].speakers[0].range, speaker: nil)])
        #expect(AnnotatedArticle(article: article, annotations: found.annotations).contradiction == nil)
    }

    @Test(arguments: [
        ("T1\tContent 0 9999\tx\n", "lie outside the text"),
        ("T1\tContent 5 2\tx\nT2\tContent 0 3\tx\n", "offsets are no spans"),
        ("T1 Content 0 3\nT2\tContent 0 3\tx\n", "no tab"),
        ("?1\tContent 0 3\tx\nT2\tContent 0 3\tx\n", "no identifier"),
    ])
    func whatIsWrongIsToldWithItsLine(standoff: String, message: String) {
        let result = read(standoff)
        #expect(result.articles.count == 1)
        #expect(result.problems.contains { $0.source == "a.ann" && $0.message.contains(message) }, "\(result.problems)")
    }

    /// Whatever a stranger wrote is read in time.
    @Test(.timeLimit(.minutes(5))) func manyMarksCostNoMoreThanTheyShould() {
        let many = (1...1_900).map { "T\($0)\tContent 0 \(1 + $0 % 70)\tx\n" }.joined()
        let event = "E1\tA:T1 " + (1...1_900).map { "Content:T\($0)" }.joined(separator: " ") + "\n"
        #expect(read(many + event).articles.first?.found?.annotations[0].quotes.count == 1_900)
        let tooMany = (1...2_001).map { "T\($0)\tContent 0 5\tx\n" }.joined()
        #expect(read(tooMany).problems.contains { $0.message.contains("more than 2000 annotations") })
    }

    /// An annotator opens a text in brat and an empty file lies beside it.
    @Test(arguments: ["", "\n", "T1\tPlace 0 3\tx\n"]) func withoutQuotesTheAnnotatorLooks(standoff: String) {
        #expect(read(standoff).articles.map(\.found) == [nil])
    }
}
