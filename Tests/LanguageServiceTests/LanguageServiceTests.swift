import QueryLanguage
import Testing
import Text

@testable import LanguageService

@Suite struct LanguageServiceTests {
    private var service: LanguageService {
        var vocabulary = Vocabulary()
        vocabulary.speakers = [
            .init(name: "John Kerry", count: 30, aliases: ["Secretary Kerry"]), .init(name: "Sergei Lavrov", count: 12),
            .init(name: "US diplomats", count: 2),
        ]
        vocabulary.outlets = [.init(name: "The Guardian", count: 2), .init(name: "Al Jazeera America", count: 1)]
        var service = LanguageService(vocabulary: vocabulary)
        service.valuesOf = { $0 == .place ? NameTable([.init(name: "Paris", count: 9)]) : nil }
        return service
    }

    /// `|` is the cursor; the first completion, put in its place.
    private func complete(_ marked: String) -> String? {
        let parts = marked.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
        let text = parts[0] + parts[1]
        guard let first = service.completions(in: text, at: parts[0].utf8.count).first else { return nil }
        let bytes = Array(text.utf8)
        return bytes.text(ByteRange(0, first.range.lower)) + first.insertion
            + bytes.text(ByteRange(first.range.upper, bytes.count))
    }

    @Test(
        arguments: [
            ("|", "who"), ("wh|", "who"), ("quo|", "quotes"), ("what d|", "what did"), ("how m|", "how many"),
            ("what did |", "what did John Kerry"), ("what did ker|", "what did John Kerry"),
            ("what did Sergei La|", "what did Sergei Lavrov"), ("what did us|", "what did \"US diplomats\""),
            ("what did \"us|", "what did \"US diplomats\""), ("what did \"joh|\"", "what did \"John Kerry\""),
            ("what did Kerry |", "what did Kerry say"), ("what did Kerry de|", "what did Kerry deny"),
            ("who |", "who said"), ("who de|", "who denied"),
            ("quotes where |", "quotes where kind"), ("quotes where spe|", "quotes where speaker"),
            ("quotes where newsp|", "quotes where outlet"),
            ("quotes where kind = direct and ou|", "quotes where kind = direct and outlet"),
            ("quotes where outlet = |", "quotes where outlet = The Guardian"),
            ("quotes where outlet = jaz|", "quotes where outlet = Al Jazeera America"),
            ("quotes where kind = |", "quotes where kind = direct"),
            ("quotes where kind = m|", "quotes where kind = mixed"),
            ("quotes where speaker is u|", "quotes where speaker is unknown"),
            ("quotes by la|", "quotes by Sergei Lavrov"), ("quotes in par|", "quotes in Paris"),
            ("quotes as c|", "quotes as csv"), ("quotes wh|", "quotes where"), ("quotes si|", "quotes since"),
            ("how many quotes p|", "how many quotes per"), ("how many quotes per sp|", "how many quotes per speaker"),
            ("how many sp|", "how many speakers"),
            ("how many quotes per kind order by |", "how many quotes per kind order by count"),
            (".he|", ".help"), ("let w = \"x1\"; who said $|", "let w = \"x1\"; who said $w"),
            ("expect n|", "expect no rows"), ("quotes\nwh|", "quotes\nwho"), ("who said \"aid\" wehre|", nil),
            ("quotes where date = l|", "quotes where date = last week"),
        ] as [(String, String?)])
    func offersWhatFits(marked: String, completed: String?) {
        #expect(complete(marked) == completed)
    }

    private var serviceWithWords: LanguageService {
        var service = service
        service.wordsBeginning = { beginning in
            [Vocabulary.Entry(name: "ceasefire", count: 9), .init(name: "Aleppo", count: 1)]
                .filter { $0.name.lowercased().hasPrefix(beginning.lowercased()) }
        }
        service.likeliestWord = { [service] in service.wordsBeginning($0).first?.name }
        return service
    }

    @Test(
        arguments: [
            ("who said \"cea", "ceasefire", "cea"), ("quotes about \"the ALE", "Aleppo", "ALE"),
            ("quotes where text has \"a-cease", "ceasefire", "cease"), ("quotes exactly “al", "Aleppo", "al"),
        ])
    func wordsOfTheArchiveCompleteTheLastWordOfAString(text: String, word: String, replaced: String) {
        let found = serviceWithWords.completions(in: text, at: text.utf8.count)
        #expect(found.map(\.insertion) == [word])
        #expect(found.map { Array(text.utf8).text($0.range) } == [replaced])
    }

    @Test(arguments: [
        "quotes where outlet = \"cea", "who said \"cea \"", "include \"cea", "who said cea", "who said \"",
    ])
    func wordsStandOnlyWhereWordsAreLookedFor(text: String) {
        #expect(!serviceWithWords.completions(in: text, at: text.utf8.count).contains { $0.label == "ceasefire" })
    }

    @Test(
        arguments: [
            ("who said \"ceas", "efire"), ("who said \"Ale", "ppo"), ("who said \"ale", ""), ("who said \"c", ""),
            ("quotes where spea", "ker"), ("quotes by Ser", "gei Lavrov"), ("", ""), ("q", ""),
        ])
    func suggestsTheRest(text: String, rest: String) {
        #expect(serviceWithWords.suggestion(after: text) == rest)
    }

    @Test(arguments: [
        "quotes where ", "quotes where kind = direct and ", "how many quotes per ", "quotes where kind = ",
    ])
    func nothingIsOfferedBesideWhatMustFollow(text: String) {
        let labels = service.completions(in: text, at: text.utf8.count).map(\.label)
        #expect(!labels.isEmpty && Set(labels).isDisjoint(with: ["where", "by", "since", "as"]))
    }

    @Test(arguments: ["who said \"ai|\"", "quotes -- where |", "quotes where words > 5|"])
    func offersNothingInsideWordsAndComments(marked: String) {
        #expect(complete(marked) == nil)
    }

    @Test func everyCompletionOfAnExampleReadsBack() {
        let text = "what did Kerry say about Iran where kind = direct and outlet = Guardian per month as csv"
        for offset in 0...text.utf8.count {
            for completion in service.completions(in: text, at: offset) {
                #expect(completion.range.upper >= offset && completion.range.lower <= offset)
                #expect(!completion.detail.isEmpty)
            }
        }
    }

    @Test func aSpeakerSaysHowOftenItIsQuoted() {
        let first = service.completions(in: "quotes by ", at: 10).first
        #expect(first?.label == "John Kerry")
        #expect(first?.detail == "30 quotes")
    }

    @Test func knowsWhatWasDefinedBefore() {
        var service = service
        service.definitions = Script(parsing: "let truce = \"cease fire\"").definitions
        #expect(service.completions(in: "who said $tr", at: 12).first?.insertion == "$truce")
    }

    @Test func coloursByMeaning() {
        let text = "what did Kerry say \"aid\" where kind=direct since 2014 -- x"
        let bytes = Array(text.utf8)
        let tokens = service.tokens(in: text).map { "\(bytes.text($0.range)):\($0.kind.rawValue)" }
        #expect(
            tokens == [
                "what:keyword", "did:keyword", "Kerry:name", "say:verb", "\"aid\":string", "where:keyword",
                "kind:field",
                "=:operator", "direct:name", "since:keyword", "2014:date", "-- x:comment",
            ])
    }

    @Test func marksWhatIsOpenWhatIsKnownAndWhatIsWrong() {
        let text = "quotes where (speeker = Kerry or (kind = direct) and outlet = Guardian and speaker = Nobody"
        let bytes = Array(text.utf8)
        let tokens = service.tokens(in: text)
        func marked(_ isMarked: (SemanticToken) -> Bool) -> [String] {
            tokens.filter(isMarked).map { bytes.text($0.range) }
        }
        #expect(marked(\.isKnown) == ["Kerry", "Guardian"])
        #expect(marked(\.isWrong) == ["speeker"])
        #expect(tokens.filter { $0.kind == .error }.map(\.range) == [ByteRange(13, 14)])
    }

    @Test(arguments: ["", "\"", "((((", "quotes where", "é", "what did \u{0} say", "'"])
    func anyTextAtAnyPlaceIsAnswered(text: String) {
        for offset in -1...(text.utf8.count + 1) { _ = service.completions(in: text, at: offset) }
        let tokens = service.tokens(in: text)
        #expect(zip(tokens, tokens.dropFirst()).allSatisfy { $0.range.upper <= $1.range.lower })
    }

    @Test func aDraftIsCompletedAsItsTextIs() {
        let text = "let w = \"aid\"\nwho said $w where speaker = Ker\nexpect 1 row\n\nquotes by La\n  and ki = \n"
        let draft = Draft(text)
        for offset in 0...text.utf8.count {
            let whole = service.completions(in: text, at: offset)
            let own = service.completions(in: draft, at: offset)
            #expect(own == whole || offset == 0, "at \(offset)")
        }
    }
}
