import Annotator
import Articles
import Dates
import Readers
import SpeechVerbs
import Testing
import Text

/// Invented sentences, one for each way in which words are attributed.
@Suite struct AnnotatorTests {
    static func annotate(_ text: String, published: String? = "2024-05-15") -> (annotation: Annotation, bytes: [UInt8])
    {
        let bytes = Array(text.utf8)
        let zones = text.split(separator: "\n", omittingEmptySubsequences: false).reduce(
            into: (zones: [Zone](), start: 0)
        ) { result, line in
            if !line.isEmpty {
                result.zones.append(Zone(.body, ByteRange(result.start, result.start + line.utf8.count)))
            }
            result.start += line.utf8.count + 1
        }.zones
        let day = published.flatMap { DateInterval(iso: $0) }.map { DatedEvidence($0, .metadata) }
        let article = Article(
            source: Source(name: "a.txt", bytes: bytes), metadata: Metadata(published: day),
            versions: [Version(number: 0, zones: zones)])
        return (Annotator.annotate(article).annotations[0], bytes)
    }

    /// The quotes of a text as `speaker | kind | words`.
    static func quotes(_ text: String) -> [String] {
        let (annotation, bytes) = annotate(text)
        return annotation.quotes.map { quote in
            let speakers = quote.speakers.compactMap { $0.speaker.map { annotation.speakers[$0].name } }.joined(
                separator: " & ")
            return
                "\(speakers) | \(quote.kind.rawValue) | \(quote.segments.map { bytes.text($0) }.joined(separator: " … "))"
        }
    }

    @Test(
        arguments: [
            ("“The road is closed,” Ann Lee said.", ["Ann Lee | direct | The road is closed"]),
            ("“The road,” said Ann Lee. “It is closed.”", ["Ann Lee | direct | The road … It is closed."]),
            ("Ann Lee said the road was closed.", ["Ann Lee | indirect | the road was closed"]),
            (
                "Ann Lee said that the road was “a disgrace” to the town.",
                ["Ann Lee | mixed | the road was “a disgrace” to the town"]
            ),
            ("The road is closed, the ministry said on Monday.", ["ministry | indirect | The road is closed"]),
            ("The road is closed, according to Ann Lee.", ["Ann Lee | indirect | The road is closed"]),
            ("According to Ann Lee, the road is closed.", ["Ann Lee | indirect | the road is closed"]),
            (
                "Ann Lee warned that the road was closed, adding that it would stay so.",
                ["Ann Lee | indirect | the road was closed", "Ann Lee | indirect | it would stay so"]
            ),
            (
                "Mayor Ann Lee spoke in town. She said the road was closed.",
                ["Ann Lee | indirect | the road was closed"]
            ),
            ("The mayor, Ann Lee, said the road was closed.", ["Ann Lee | indirect | the road was closed"]),
            (
                "Ann Lee mentioned that at the time, both of them had promised that some bridges needed to be painted, adding that the teams had spent weeks on it.",
                [
                    "Ann Lee | indirect | at the time, both of them had promised that some bridges needed to be painted",
                    "Ann Lee | indirect | some bridges needed to be painted",
                    "Ann Lee | indirect | the teams had spent weeks on it",
                ]
            ),
            (
                "The Daily News reported that Ann Lee had said Norland, which pays for the bridge, was “welcome” at the talks.",
                [
                    "Daily News | indirect | Ann Lee had said Norland, which pays for the bridge, was “welcome” at the talks",
                    "Ann Lee | mixed | Norland, which pays for the bridge, was “welcome” at the talks",
                ]
            ),
            ("Ann Lee, who lives nearby, said the road was closed.", ["Ann Lee | indirect | the road was closed"]),
            ("Ann Lee and Bob Roe said the road was closed.", ["Ann Lee & Bob Roe | indirect | the road was closed"]),
            ("Ann Lee asked whether the road was closed.", ["Ann Lee | indirect | whether the road was closed"]),
            (
                "Ann Lee accused the ministry of closing the road.",
                ["Ann Lee | indirect | the ministry of closing the road"]
            ),
            ("A local farmer said the road was closed.", ["local farmer | indirect | the road was closed"]),
            ("'The road is closed,' Ann Lee said.", ["Ann Lee | direct | The road is closed"]),
            ("''The road is closed,'' Ann Lee said.", ["Ann Lee | direct | The road is closed"]),
            (
                "“The road is closed.\n\n“It will stay closed,” Ann Lee said.",
                ["Ann Lee | direct | The road is closed. … It will stay closed"]
            ),
            (
                "\"The road is closed.\nIt will stay closed,\" Ann Lee said.",
                ["Ann Lee | direct | The road is closed. … It will stay closed"]
            ),
            ("“Is the road closed?” Ann Lee asked.", ["Ann Lee | direct | Is the road closed?"]),
        ] as [(String, [String])])
    func finds(text: String, expected: [String]) { #expect(Self.quotes(text) == expected) }

    @Test(arguments: [
        "Ann Lee did not say that the road was closed.",
        "The so-called “ring road” is closed.",
        "Our editors' picks for the day's top news.",
        "Ann Lee wants to say that the road is closed.",
        "The report was published on Monday.",
        "It was reported to be closed.",
        "He walked 5' 10\" to the road.",
    ])
    func findsNothing(text: String) { #expect(Self.quotes(text) == []) }

    @Test(arguments: ["Ann Lee believes that the road is closed.", "The farmers hope that the road will open soon."])
    func thoughtsAreFoundOnlyWhereTheyAreAskedFor(text: String) {
        let article = Reading.read(Source(name: "t.txt", bytes: Array(text.utf8)))
        #expect(Annotator.annotate(article).annotations[0].quotes.isEmpty)
        let quotes = Annotator.annotate(article, scope: .everything).annotations[0].quotes
        #expect(quotes.map { $0.cue?.act } == [.think])
    }

    /// A source beside its cue is surer than one that competes with another, and a signature than a quotation that only goes on.
    @Test func confidencesFollowTheEvidence() throws {
        func first(_ text: String, after earlier: Int = 0) throws -> (quote: Double, speaker: Double) {
            let quotes = Self.annotate(text).annotation.quotes
            let quote = try #require(quotes.dropFirst(earlier).first)
            return (quote.confidence, try #require(quote.speakerConfidence))
        }
        let plain = try first("“The road is closed,” Ann Lee said.")
        let rivals = try first(
            "Ann Lee, whom Bob Roe and the mayor of Oslo met, as the ministry said, was closed to it.")
        #expect(plain.speaker > 0.95)
        #expect(rivals.speaker < plain.speaker)
        let signed = try first("“The road is closed and will stay so.” -- Ann Lee")
        let carried = try first("“The road is closed,” Ann Lee said.\n“It will stay so for a year.”", after: 1)
        #expect(signed.quote > carried.quote)
        #expect(signed.speaker > carried.speaker)
    }

    @Test func anUnclosedMarkDoesNotTurnTheRestInsideOut() {
        let found = Self.quotes("“The road is closed, Ann Lee said.\nThen it rained.\n“It rains,” Bob Roe said.")
        #expect(found.contains("Bob Roe | direct | It rains"))
    }

    @Test func innerAndOuterAreLinked() {
        let (annotation, _) = Self.annotate("Ann Lee said Bob Roe had warned that the road was closed.")
        #expect(annotation.quotes.map(\.outer) == [nil, 0])
        #expect(annotation.quotes[1].via.map { annotation.speakers[$0.speaker ?? -1].name } == ["Ann Lee"])
    }

    @Test(arguments: [
        ("Ann Lee said Monday that it rained.", "2024-05-13 weekday"),
        ("Ann Lee said yesterday that it rained.", "2024-05-14 relative"),
        ("Ann Lee told reporters on 3 March that it rained.", "2024-03-03 explicit"),
        ("Ann Lee told reporters on June 3, 2021, that it rained.", "2021-06-03 explicit"),
        ("Ann Lee said it rained on Monday.", "none"),
        ("Ann Lee said: “Last month it rained.”", "none"),
    ])
    func dates(text: String, expected: String) {
        let said = Self.annotate(text).annotation.quotes.first?.said
        #expect((said.map { "\($0.value) \($0.basis.rawValue)" } ?? "none") == expected)
    }

    @Test func withoutAPublicationDateAWeekdayStaysUnknown() {
        #expect(
            Self.annotate("Ann Lee said Monday that it rained.", published: nil).annotation.quotes.first?.said == nil)
    }

    @Test func toRejectAnAccusationIsToDenyWhatItSays() throws {
        let (annotation, bytes) = Self.annotate(
            "Farmers said the mill poisoned the river, an accusation the mill rejected.")
        let denial = try #require(annotation.quotes.last)
        #expect(denial.cue?.act == .deny)
        #expect(denial.antecedent.map { bytes.text($0) } == "the mill poisoned the river")
        #expect(Self.annotate("The mill rejected the plan.").annotation.quotes.first?.cue?.act == .reject)
    }

    @Test func addresseeAndOccasion() {
        let (annotation, bytes) = Self.annotate(
            "Ann Lee told reporters at a press conference that it rained. Bob Roe told a news conference that it snowed."
        )
        #expect(annotation.quotes[0].addressee?.range.map { bytes.text($0) } == "reporters")
        #expect(annotation.quotes[0].occasion.map { bytes.text($0) } == "a press conference")
        #expect(annotation.quotes[1].addressee == nil)
        #expect(annotation.quotes[1].occasion.map { bytes.text($0) } == "a news conference")
    }

    @Test func anythingIsAnnotatedWithoutACrash() {
        let text =
            "“The road,” said Ann Lee, who told him ’tis “closed. 'Is it?' — she, the mayor, and Bob Roe said: \"Yes\" according to"
        let bytes = Array(text.utf8)
        for length in 0...bytes.count { _ = Self.annotate(String(decoding: bytes[..<length], as: UTF8.self)) }
        for length in 0...bytes.count { _ = Self.annotate(String(decoding: bytes[length...], as: UTF8.self)) }
        let words = text.split(separator: " ").map(String.init)
        var state: UInt64 = 7
        for _ in 0..<400 {
            var shuffled: [String] = []
            for _ in 0..<24 {
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                shuffled.append(words[Int(state >> 33) % words.count])
            }
            let (annotation, bytes) = Self.annotate(shuffled.joined(separator: " "))
            for quote in annotation.quotes { #expect(quote.extent.upper <= bytes.count) }
        }
    }

    /// Sentences without end, quotations without end, cues without end: the work stays in proportion to the text.
    @Test(arguments: [
        "said ", "Ann Lee said ", "“", "\"a\" ", "said, \"a\", ", "of the and of A of the ", "'a' ",
        "He told her that ", "Both of them said it rained. ",
    ])
    func endlessInputEnds(piece: String) {
        let (annotation, bytes) = Self.annotate(String(repeating: piece, count: 1_000))
        for quote in annotation.quotes { #expect(quote.extent.upper <= bytes.count) }
    }

    @Test func theSameTextGivesTheSameAnnotation() {
        let text = "Ann Lee and Bob Roe said it rained. He told her it was “wet,” adding that Monday was worse."
        #expect(Self.annotate(text).annotation == Self.annotate(text).annotation)
    }
}
