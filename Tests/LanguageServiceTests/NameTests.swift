import QueryLanguage
import Testing
import Text

@testable import LanguageService

@Suite struct NameTests {
    @Test func aNameIsFoundWhereverItStands() {
        let place = Marked("let w = aid\nwho said $|w\nquotes $w\nwho said $v")
        guard let name = place.draft.name(at: place.offset) else { return #expect(Bool(false), "there is a name") }
        #expect(place.draft.names(like: name).map(\.range.lower) == [4, 22, 32])
        #expect(place.draft.origin(of: name) == .here(.init(text: "w", range: ByteRange(4, 5), isDefinition: true)))
    }

    @Test(arguments: ["who said $|w\nlet w = aid", "who said $|v\nlet w = aid"])
    func whatIsDefinedBelowOrNowhereHasNoOrigin(marked: String) {
        let place = Marked(marked)
        #expect(place.draft.name(at: place.offset).flatMap { place.draft.origin(of: $0) } == nil)
    }

    @Test func anIncludedNameIsElsewhere() {
        var place = Marked("include \"b.ask\"\nwho said $|w").draft
        #expect(place.diagnostics.map(\.code) == ["E0207"])
        var inclusion = Draft.Inclusion(definitions: Script(parsing: "let w = aid").definitions)
        inclusion.places["w"] = .init(path: "/b.ask", range: ByteRange(4, 5))
        place.include(["b.ask": inclusion])
        place.read()
        #expect(place.diagnostics.isEmpty)
        let name = place.names.first { !$0.isDefinition }
        #expect(name.flatMap { place.origin(of: $0) } == .elsewhere(.init(path: "/b.ask", range: ByteRange(4, 5))))
    }

    @Test func anIncludedFileThatChangesIsReadAnew() {
        var draft = Draft("include \"b.ask\"\nquotes\nquotes\nquotes\nquotes\nwho said $w\nwho said $w")
        let contents = [
            ("let w = aid", 0), ("let v = aid", 2), ("let w = food", 0), ("let w = kind = direct", 2),
            ("let w = food", 0),
        ]
        for (text, mistakes) in contents {
            draft.include(["b.ask": Draft.Inclusion(definitions: Script(parsing: text).definitions)])
            draft.read()
            #expect(draft.diagnostics.count == mistakes, "\(text)")
            // A keystroke below goes on from what is remembered.
            draft.replace(ByteRange(draft.bytes.count, draft.bytes.count), with: " ".utf8)
            draft.read()
            #expect(draft.diagnostics.count == mistakes, "\(text)")
        }
    }

    @Test(arguments: [
        ("truce", true), ("x1", true), ("", false), ("two words", false), ("$w", false), ("1", false), ("a\nb", false),
    ])
    func oneWordCanBeAName(text: String, isName: Bool) {
        #expect(Draft.isName(text) == isName)
    }
}
