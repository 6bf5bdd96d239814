import Articles
import SpeechVerbs
import Testing
import Text

/// Invented sentences, a dozen for each thing that an attribution tells beside the speaker and the words.
@Suite struct CircumstancesTests {
    /// What a reader would write into one column for the first quote of a text, or `none`.
    static func told(_ text: String, _ value: (Quote, _ printed: (ByteRange?) -> String?) -> String?) -> String {
        let (annotation, bytes) = AnnotatorTests.annotate(text)
        guard let quote = annotation.quotes.first else { return "no quote" }
        return value(quote) { range in range.map { bytes.text($0) } } ?? "none"
    }

    /// Words in a disorder in which a source is found in the sentence before its verb.
    @Test func wordsInDisorderAreRead() {
        let text =
            "\"to will benefit, and all the people who want,\" Dahl on lose\". Kerry \"terrorists equation\", but warned:."
        #expect(AnnotatorTests.annotate(text).0.quotes.allSatisfy { $0.said == nil })
    }

    @Test(arguments: [
        ("Ann Lee told reporters that the bridge was safe.", "reporters"),
        ("Ann Lee told the council the bridge was safe.", "the council"),
        ("“The bridge is safe,” Ann Lee told the Daily News.", "the Daily News"),
        ("“The bridge is safe,” Ann Lee told him.", "him"),
        ("Ann Lee warned the mayor that the bridge was old.", "the mayor"),
        ("Ann Lee assured voters that the bridge was safe.", "voters"),
        ("Ann Lee said to reporters that the bridge was safe.", "reporters"),
        ("Ann Lee reminded Bob Roe that the bridge was old.", "Bob Roe"),
        ("Ann Lee told the angry crowd that the bridge was safe.", "the angry crowd"),
        ("“Close the bridge,” Ann Lee told the two engineers.", "the two engineers"),
        ("Ann Lee informed the ministry that the bridge was closed.", "the ministry"),
        ("“The bridge is safe,” Ann Lee said to the farmers.", "the farmers"),
        ("Ann Lee told a crowd of farmers in Oslo that the bridge was safe.", "a crowd of farmers"),
        (
            "“The bridge is safe,” Ann Lee told members of the council’s committee.",
            "members of the council’s committee"
        ),
        ("Ann Lee told the head of the union the bridge was safe.", "the head of the union"),
        ("Ann Lee told the BBC’s Today programme that the bridge was safe.", "the BBC’s Today programme"),
        ("Ann Lee said in a speech to farmers that the bridge was safe.", "farmers"),
        ("“The bridge,” said Ann Lee in a letter to the mayor, “is safe.”", "the mayor"),
        ("Ann Lee said in a speech to mark the day that the bridge was safe.", "none"),
        ("“The bridge is safe,” Ann Lee said in reply to a question.", "none"),
        ("Ann Lee said the bridge was safe.", "none"),
        ("Ann Lee told a news conference that the bridge was safe.", "none"),
        ("Ann Lee added that she had told the council.", "none"),
    ])
    func to(text: String, expected: String) {
        #expect(Self.told(text) { quote, printed in printed(quote.addressee?.range) } == expected)
    }

    @Test(arguments: [
        ("Ann Lee said in Oslo that the bridge was safe.", "Oslo explicit"),
        ("Ann Lee told reporters in Oslo that the bridge was safe.", "Oslo explicit"),
        ("“The bridge is safe,” Ann Lee said in Oslo.", "Oslo explicit"),
        ("“The bridge is safe,” Ann Lee told reporters in Cape Town.", "Cape Town explicit"),
        ("In Oslo, Ann Lee said the bridge was safe.", "Oslo explicit"),
        ("Speaking in Oslo, Ann Lee said the bridge was safe.", "Oslo explicit"),
        ("At a meeting in Lima, Ann Lee said the bridge was safe.", "Lima explicit"),
        ("Ann Lee said at a press conference in Geneva that the bridge was safe.", "Geneva explicit"),
        ("“The bridge is safe,” Ann Lee said on Monday in Oslo.", "Oslo explicit"),
        ("Ann Lee told a rally in Portland on Monday that the bridge was safe.", "Portland explicit"),
        ("OSLO, May 14 -- Ann Lee said on Tuesday that the bridge was safe.", "OSLO dateline"),
        ("Ann Lee said the bridge in Oslo was safe.", "none"),
        ("Ann Lee said “the people in Oslo” were safe.", "none"),
        ("Ann Lee said in May that the bridge was safe.", "none"),
        ("Ann Lee said in anger that the bridge was safe.", "none"),
    ])
    func place(text: String, expected: String) {
        #expect(Self.told(text) { quote, _ in quote.place.map { "\($0.name) \($0.basis.rawValue)" } } == expected)
    }

    @Test(arguments: [
        ("Ann Lee said at a press conference that the bridge was safe.", "a press conference"),
        ("“The bridge is safe,” Ann Lee said at a rally.", "a rally"),
        ("Ann Lee told reporters during a visit that the bridge was safe.", "a visit"),
        ("Ann Lee told a news conference that the bridge was safe.", "a news conference"),
        ("“The bridge is safe,” Ann Lee said after the meeting.", "the meeting"),
        ("At a hearing on Monday, Ann Lee said the bridge was safe.", "a hearing"),
        ("Ann Lee said in a speech that the bridge was safe.", "a speech"),
        ("During the debate, Ann Lee said the bridge was safe.", "the debate"),
        ("“The bridge is safe,” Ann Lee said at the opening ceremony.", "the opening ceremony"),
        ("“The bridge is safe,” Ann Lee told a town hall meeting.", "a town hall meeting"),
        ("Ann Lee said at the summit in Oslo that the bridge was safe.", "the summit in Oslo"),
        ("“The bridge is safe,” Ann Lee said in the testimony.", "the testimony"),
        ("In her testimony, Ann Lee said the bridge was safe.", "her testimony"),
        ("In a speech to farmers in Bergen on Sunday, Ann Lee said the bridge was safe.", "a speech"),
        ("“The bridge,” said Ann Lee in a speech in Oslo, “is safe.”", "a speech in Oslo"),
        ("Ann Lee said the press conference was late.", "none"),
        ("Ann Lee said on Monday that a rally was planned.", "none"),
        ("Ann Lee said at noon that the bridge was safe.", "none"),
    ])
    func occasion(text: String, expected: String) {
        #expect(Self.told(text) { quote, printed in printed(quote.occasion) } == expected)
    }

    @Test(arguments: [
        ("Ann Lee said in a statement that the bridge was safe.", "a statement"),
        ("“The bridge is safe,” Ann Lee said in a statement.", "a statement"),
        ("“The bridge is safe,” the ministry said in an email.", "an email"),
        ("In a letter, Ann Lee said the bridge was safe.", "a letter"),
        ("Ann Lee wrote in a blog post that the bridge was safe.", "a blog post"),
        ("“The bridge is safe,” Ann Lee wrote on Twitter.", "Twitter"),
        ("Ann Lee said on the radio that the bridge was safe.", "the radio"),
        ("“The bridge is safe,” Ann Lee said in an interview.", "an interview"),
        (
            "Ann Lee said in an interview with the Daily News that the bridge was safe.",
            "an interview with the Daily News"
        ),
        ("The ministry said in a report that the bridge was safe.", "a report"),
        ("“The bridge is safe,” Ann Lee said in a video message.", "a video message"),
        ("Ann Lee said, in a statement, that the bridge was safe.", "a statement"),
        ("“The bridge is safe,” the ministry said in a statement on Monday.", "a statement"),
        ("“The bridge,” said Ann Lee in a letter to the mayor, “is safe.”", "a letter"),
        ("Asked about it, Ann Lee told the council by telephone that the bridge was safe.", "telephone"),
        ("Ann Lee said the statement was wrong.", "none"),
        ("Ann Lee said in Oslo that the letter was lost.", "none"),
        ("Ann Lee said the bridge in the video was safe.", "none"),
    ])
    func medium(text: String, expected: String) {
        #expect(Self.told(text) { quote, printed in printed(quote.medium) } == expected)
    }

    @Test(arguments: [
        ("Ann Lee denied that the bridge was closed.", "deny: the bridge was closed"),
        ("Ann Lee has denied that the bridge was closed.", "deny: the bridge was closed"),
        ("“The bridge is not closed,” Ann Lee said, denying that it had been sold.", "say: The bridge is not closed"),
        ("Ann Lee denied closing the bridge.", "deny: closing the bridge"),
        ("Ann Lee denied having closed the bridge.", "deny: having closed the bridge"),
        ("Ann Lee denied ever being on the bridge.", "deny: being on the bridge"),
        ("Ann Lee admitted lying to investors.", "admit: lying to investors"),
        ("Ann Lee admitted having lied.", "admit: having lied"),
        ("Ann Lee denied the accusations.", "deny: the accusations"),
        ("The ministry rejected the allegation.", "deny: the allegation"),
        ("The ministry rejected the plan.", "reject: the plan"),
        ("Ann Lee said the bridge was not closed.", "say: the bridge was not closed"),
        ("Ann Lee did not say that the bridge was closed.", "no quote"),
        ("Ann Lee never said the bridge was closed.", "no quote"),
        ("Ann Lee would not say whether the bridge was closed.", "no quote"),
        ("Ann Lee has not said that the bridge was closed.", "no quote"),
        ("Ann Lee could have said that the bridge was closed.", "no quote"),
    ])
    func denial(text: String, expected: String) {
        let told = Self.told(text) { quote, printed in
            quote.cue.map { "\($0.act.rawValue): \(quote.segments.compactMap(printed).joined(separator: " … "))" }
        }
        #expect(told == expected)
    }
}
