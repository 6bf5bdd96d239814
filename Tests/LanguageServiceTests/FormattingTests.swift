import QueryLanguage
import Testing
import Text

@testable import LanguageService

@Suite struct FormattingTests {
    private func applied(_ edits: [Draft.Edit], to draft: Draft) -> String {
        var bytes = draft.bytes
        for edit in edits.reversed() { bytes.replaceSubrange(edit.range.indices, with: edit.replacement.utf8) }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static let texts = [
        "", "quotes\n", "Who SAID “aid”  where kind=direct?\n\n\n\nquotes   where  kind=direct",
        "-- a  \nquotes\nwhere kind=direct\n",
        "let w=aid ;who said $w;  quotes\n", "who sed  x\nquotes  top 5\n", "\n\n\nquotes\n\n",
        "quotes\r\nquotes  top 5\r\n",
    ]

    @Test(arguments: texts)
    func theEditsMakeTheUsualText(text: String) {
        let draft = Draft(text)
        let edits = draft.formatting
        #expect(applied(edits, to: draft) == Formatter.format(text))
        #expect(zip(edits, edits.dropFirst()).allSatisfy { $0.range.upper <= $1.range.lower })
    }

    @Test func aRangeTouchesItsStatementsAlone() {
        let draft = Draft("quotes  top 5\nlet w=aid\nwho  said $w\nquotes  top 6\n")
        let edits = draft.formatting(of: ByteRange(30, 34))
        #expect(applied(edits, to: draft) == "quotes  top 5\nlet w=aid\nwho said $w\nquotes  top 6\n")
    }

    @Test(
        arguments: [
            ("quotes  top 5\nquotes  top 6\n|", "quotes  top 5\nquotes top 6\n"),
            ("quotes  top 5;|quotes  top 6", "quotes top 5;quotes  top 6"), ("|quotes  top 5", "quotes  top 5"),
            ("quotes  where\n|", "quotes  where\n"),
        ])
    func aLineEndFormatsWhatItEnds(marked: String, expected: String) {
        let place = Marked(marked)
        #expect(applied(place.draft.formatting(endedAt: place.offset), to: place.draft) == expected)
    }
}
