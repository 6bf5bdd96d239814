import Testing
import Text

@testable import LanguageService

@Suite struct OutlineTests {
    private static let script = """
        -- archive: ../seeds
        -- Two lines.
        let w = aid

        who said $w
          where kind = direct
        expect 1 row
        include "b.ask"
        """

    @Test func namesWhatIsThere() {
        let draft = Draft(Self.script)
        let lines = draft.symbols.map { symbol in
            "\(symbol.kind) \(symbol.name) (\(symbol.children.map(\.name).joined(separator: ", ")))"
        }
        #expect(
            lines == [
                "definition w ()", "question who said $w (expect 1 row)", "inclusion b.ask ()",
            ])
        for symbol in draft.symbols { #expect(symbol.range.contains(symbol.selection)) }
    }

    @Test func foldsWhatRunsOverLines() {
        let draft = Draft(Self.script)
        let folds = draft.folds.map { "\($0.isComment ? "comment" : "code") \(draft.bytes.text($0.range).prefix(12))" }
        #expect(folds == ["comment -- archive: ", "code who said $w\n"])
    }

    @Test func selectsMoreAndMore() {
        let place = Marked("quotes where speaker = Ke|rry and kind = direct\nexpect 1 row\nquotes")
        let texts = place.draft.selections(around: place.offset).map(place.text)
        #expect(
            texts == [
                "", "Kerry", "speaker = Kerry", "speaker = Kerry and kind = direct",
                "where speaker = Kerry and kind = direct", "quotes where speaker = Kerry and kind = direct",
                "quotes where speaker = Kerry and kind = direct\nexpect 1 row",
                "quotes where speaker = Kerry and kind = direct\nexpect 1 row\nquotes",
            ])
    }

    @Test func everySelectionHoldsTheOneBefore() {
        let draft = Draft(Self.script)
        for offset in 0...draft.bytes.count {
            let ranges = draft.selections(around: offset)
            #expect(zip(ranges, ranges.dropFirst()).allSatisfy { $1.contains($0) && $0 != $1 }, "at \(offset)")
            #expect(ranges.last == ByteRange(0, draft.bytes.count))
        }
    }

    @Test func linksAreThePaths() {
        let draft = Draft(Self.script)
        #expect(draft.links.map(\.path) == ["../seeds", "b.ask"])
    }
}
