import Evaluator
import QueryLanguage
import Testing
import Text

@testable import Presentation

@Suite struct DiagnosticTextTests {
    private func diagnostic(_ range: ByteRange?) -> Diagnostic {
        Diagnostic(
            code: "E0204", severity: .error, message: "there is no field `speeker`", range: range,
            fix: range.map { .init(message: "did you mean `speaker`?", range: $0, replacement: "speaker") })
    }

    @Test func pointsAtTheWord() {
        let text = Page().render(diagnostic(ByteRange(27, 34)), in: "who said \"ceasefire\" where speeker = Kerry")
        #expect(
            text == """
                error[E0204]: there is no field `speeker`
                  who said "ceasefire" where speeker = Kerry
                                             ^^^^^^^
                  help: did you mean `speaker`?

                """)
    }

    @Test func namesTheLineOfAScript() {
        let text = Page().render(diagnostic(ByteRange(15, 22)), in: "quotes\n\twhere  speeker = x\n", name: "a.ask")
        #expect(
            text == """
                a.ask:2:9: error[E0204]: there is no field `speeker`
                      where  speeker = x
                             ^^^^^^^
                  help: did you mean `speaker`?

                """)
    }

    @Test func countsWideCharactersTwice() {
        let text = Page().render(diagnostic(ByteRange(9, 15)), in: "by \"日本 停戦")
        #expect(text.contains("\n  by \"日本 停戦\n"))
        #expect(text.split(separator: "\n")[2].hasSuffix("^^^"))
    }

    @Test(arguments: [nil, ByteRange(500, 600), ByteRange(0, 0), ByteRange(3, 900)] as [ByteRange?])
    func standsWithoutAPlace(range: ByteRange?) {
        let text = Page().render(diagnostic(range), in: "who said")
        #expect(text.hasPrefix("error[E0204]: there is no field"))
    }

    @Test func noEscapeFromTheQuestionItself() {
        let text = Page().render(diagnostic(ByteRange(0, 3)), in: "\u{1B}[2Jwho")
        #expect(!text.contains("\u{1B}"))
    }

    @Test func passagesMarkTheQuote() {
        let quote = Samples.rows[0].quotes[0].record
        let passage = Session.Passage(
            quote: quote,
            lines: [
                .init(number: 9, text: "Before.", marks: []),
                .init(
                    number: 11, text: "\u{1B}“Aid comes,” Kerry said.",
                    marks: [
                        .init(range: ByteRange(4, 13), role: .content), .init(range: ByteRange(18, 23), role: .speaker),
                        .init(range: ByteRange(90, 95), role: .cue),
                    ]),
            ])
        #expect(
            Page().render(.passages([passage])) == """
                000_92cd230a8ae956af.txt:14  outlet unknown (000_92cd230a8ae956af.txt), John Kerry, 2014-01-13
                   9  Before.
                  11  “[Aid comes],” Kerry said.

                """)
    }
}
