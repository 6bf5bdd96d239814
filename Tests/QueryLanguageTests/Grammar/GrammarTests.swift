import Foundation
import Testing

@testable import QueryLanguage

/// The grammar of the manual is that of the parser: what it makes is read back without a mistake.
@Suite struct GrammarTests {
    static let grammar: Grammar = {
        let page = DiagnosticCodeTests.sources.appending(path: "whosaid/whosaid.docc/Grammar.md")
        let text = (try? String(contentsOf: page, encoding: .utf8)) ?? ""
        let blocks = text.components(separatedBy: "```ebnf\n").dropFirst()
        return Grammar(blocks.first?.components(separatedBy: "```")[0] ?? "")
    }()

    /// What stands for the pieces that the grammar leaves to the lexer and the catalogue.
    static let pieces: [String: [String]] = [
        "EOS": ["\n", "\n\n"], "VERB": ["said", "say", "denied", "spoke"], "PERSONVERB": ["told", "tell", "informed"],
        "AUX": ["did", "has", "does"], "NOUN": Query.Noun.allCases.map(\.rawValue),
        "STRING": [#""aid""#, "“cease fire”", "„truce“", "«war»"], "NAME": ["Kerry", "East Ghouta", "Bank of America"],
        "WORD": ["ceasefire", "shelling"], "REGEX": ["/al-?Nusrah?/i", "/aid/"], "NEAR": ["near", "near/5"],
        "WORDS-VAR": ["$words"], "CONDITION-VAR": ["$condition"], "DATE-VAR": ["$day"], "QUESTION-VAR": ["$question"],
        "DATE": ["2014-01-13", "January 2014", "13 January 2014", "2014", "yesterday", "last month", "3 days ago"],
        "INT": ["5", "20"], "FORMAT": OutputFormat.allCases.map(\.rawValue), "KIND": Catalogue.kinds,
        "FIELD": Field.allCases.map(\.rawValue), "KNOWABLE": Field.allCases.map(\.rawValue),
        "PERSONFIELD": ["speaker", "to", "via"], "NAMEFIELD": fields(.name) + fields(.phrase),
        "TEXTFIELD": fields(.text), "DATEFIELD": fields(.date), "NUMBERFIELD": fields(.number),
        "CORRECTABLE": Field.correctable.map(\.rawValue),
        "NAMING": ["to", "place", "occasion", "medium", "role", "organisation", "outlet", "title", "byline", "url"],
        "NEW-NAME": ["truce", "early", "peace"], "REFERENCE": ["#3", "#3.2", "q:7f3a91"],
    ]

    static func fields(_ type: Field.ValueType) -> [String] {
        Field.allCases.filter { $0.type == type }.map(\.rawValue)
    }

    static let definitions = Script(
        parsing: """
            let words = "aid"; let condition = kind = direct; let day = 2014-01-13; let question = quotes by Kerry
            """
    ).definitions

    /// What no grammar without contexts can say: a name stands for the wrong kind, a clause stands twice, `per` stands
    /// without `how many`, a name is defined twice.
    static let beyondGrammar: Set<String> = ["E0208", "E0209", "E0210", "E0211"]

    @Test func makesOnlyWhatTheParserReads() {
        #expect(Self.definitions.count == 4)
        var state: UInt64 = 7
        func choose(_ count: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % count
        }
        var isClean = 0
        for _ in 0..<4000 {
            let words = Self.grammar.sentence(of: "script", pieces: Self.pieces, choose: choose)
            let text = words.joined(separator: " ")
            let mistakes = Script(parsing: text, definitions: Self.definitions).diagnostics.filter {
                $0.severity == .error && !Self.beyondGrammar.contains($0.code)
            }
            #expect(mistakes.map(\.message) == [], "\(text)")
            if !text.isEmpty, mistakes.isEmpty { isClean += 1 }
        }
        #expect(isClean > 2000)
    }

    /// Every word of the language that is no name, verb or field stands in the grammar.
    @Test func hasEveryWordOfTheLanguage() {
        let literals = Self.grammar.literals
        for entry in Catalogue.entries {
            switch entry.kind {
            case .form, .clause, .matcher, .command:
                let words = entry.name.split(separator: " ").map(String.init)
                let known = literals.union(Self.pieces.values.joined())
                #expect(words.allSatisfy { known.contains($0) }, "\(entry.name)")
            case .field, .format, .verb, .dotCommand: break
            }
        }
    }

    @Test func usesNoRuleThatItDoesNotHave() {
        let missing = Self.grammar.references.subtracting(Self.grammar.rules.keys).subtracting(Self.pieces.keys)
        #expect(missing == [])
    }
}
