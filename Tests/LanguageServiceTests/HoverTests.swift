import Dates
import Testing

@testable import LanguageService

@Suite struct HoverTests {
    /// The bytes it is about, the title and the lines, as one text.
    private func hover(_ marked: String) -> String? {
        let place = Marked(marked)
        return LanguageService.sample.hover(in: place.draft, at: place.offset, today: .sample).map { hover in
            ([place.text(hover.range), hover.title] + hover.lines + (hover.example.map { [$0] } ?? [])).joined(
                separator: " / ")
        }
    }

    @Test(
        arguments: [
            ("wh|o said aid", "who / who / statements, speaker first / who said \"ceasefire\""),
            ("wha|t did Kerry say", "what did / what did / statements, words first / what did Lavrov say about Iran"),
            ("what di|d Kerry say", "what did / what did / statements, words first / what did Lavrov say about Iran"),
            ("how many quotes pe|r kind", "per / per / counts by a field / per speaker and month"),
            (
                "quotes where spe|aker = Kerry",
                "speaker / speaker / who said it / a field: name / quotes where speaker = Kerry"
            ),
            ("who sai|d aid", "said / said / says, by any cue: said, told, warned, according to …"),
            ("quotes as cs|v", "csv / csv / comma-separated values / as csv"),
            ("quotes since yester|day", "yesterday / yesterday / Wednesday, 2016-08-31"),
            ("quotes in January 20|14", "January 2014 / January 2014 / 2014-01-01 to 2014-01-31, 31 days"),
            (
                "quotes by Ker|ry",
                "Kerry / John Kerry / 30 quotes / role: US Secretary of State / speaks for: US / printed as: Secretary Kerry"
            ),
            ("what did Bus|h say", "Bush / Bush / George Bush: 3 quotes / Jeb Bush: 1 quote"),
            ("quotes where outlet = Guard|ian", "Guardian / Guardian / The Guardian: 2 articles"),
            ("quotes by Nobo|dy", nil), ("quotes |", nil), ("|", nil), ("who said \"wor|ds\"", nil),
            (
                "-- archive: x\n-- One thing.\n\n-- What a\n-- truce is.\nlet w = aid\nwho said $|w\nwho said $w",
                "w / $w / What a / truce is. / used 2 times / let w = aid"
            ),
            ("let |w = aid", "w / $w / used 0 times / let w = aid"), ("who said $|nothing", nil),
        ] as [(String, String?)])
    func saysWhatStandsThere(marked: String, expected: String?) {
        #expect(hover(marked) == expected)
    }

    @Test func aVerbNamesItsFamily() {
        #expect(hover("who den|ied aid")?.contains("the act: deny / finds what is said with deny") == true)
    }
}
