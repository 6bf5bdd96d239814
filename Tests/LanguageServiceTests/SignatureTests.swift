import QueryLanguage
import Testing
import Text

@testable import LanguageService

@Suite struct SignatureTests {
    /// The form with the part in hand in brackets.
    private func signature(_ marked: String) -> String? {
        let place = Marked(marked)
        guard let signature = LanguageService.sample.signature(in: place.draft, at: place.offset) else { return nil }
        let bytes = Array(signature.label.utf8)
        guard signature.parameters.indices.contains(signature.active) else { return signature.label }
        let part = signature.parameters[signature.active]
        return bytes.text(ByteRange(0, part.lower)) + "<" + bytes.text(part) + ">"
            + bytes.text(ByteRange(part.upper, bytes.count))
    }

    @Test(
        arguments: [
            ("who |", "who <VERB> [WORDS]"), ("who said |", "who VERB [<WORDS>]"),
            ("what did Kerry |", "what did SPEAKER <VERB> [WORDS]"), ("quotes between |", "between <DATE> and DATE"),
            ("quotes between 2014 and |", "between DATE and <DATE>"), ("quotes where kind |", "kind <OPERATOR> VALUE"),
            ("quotes where kind = |", "kind OPERATOR <VALUE>"), ("quotes since |", "since <DATE>"),
            ("quotes top |", "top <NUMBER> [with ties]"), ("let |", "let <NAME> = VALUE"),
            ("let w = |", "let NAME = <VALUE>"),
            ("merge Kerry into |", "merge NAME into <NAME>"), ("quotes\n|", nil), ("|", nil), ("quotes |", nil),
        ] as [(String, String?)])
    func showsTheFormInHand(marked: String, expected: String?) {
        #expect(signature(marked) == expected)
    }

    @Test func everyFormIsInTheCatalogue() {
        for name in LanguageService.labels.keys {
            #expect(!Catalogue.entries(named: name).isEmpty, "\(name)")
        }
        let clauses = Catalogue.entries.filter { $0.kind == .clause }.map(\.name)
        #expect(Set(clauses).subtracting(LanguageService.labels.keys).isEmpty)
    }
}
