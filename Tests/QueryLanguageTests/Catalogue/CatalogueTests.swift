import Testing

@testable import QueryLanguage

@Suite struct CatalogueTests {
    @Test func everyEntryIsUniqueAndDocumented() {
        var seen: Set<Catalogue.Entry> = []
        for entry in Catalogue.entries {
            #expect(seen.insert(entry).inserted, "\(entry.name) is there twice")
            #expect(!entry.summary.isEmpty && !entry.example.isEmpty, "\(entry.name)")
        }
    }

    @Test func everyExampleIsRead() {
        for entry in Catalogue.entries {
            let text: String =
                switch entry.kind {
                case .clause: (entry.name == "per" ? "how many quotes " : "quotes ") + entry.example
                case .field: "quotes where " + entry.example
                case .format, .matcher: "quotes " + entry.example
                case .form, .verb, .command, .dotCommand: entry.example
                }
            #expect(Script(parsing: text).diagnostics.map(\.message) == [], "\(text)")
        }
    }

    @Test func everyClauseKeywordIsAnEntry() {
        let names = Set(Catalogue.entries.filter { $0.kind == .clause }.map { $0.name.split(separator: " ")[0] })
        #expect(names == Set(Catalogue.clauseKeywords.map { $0[...] }))
    }

    @Test(arguments: [
        ("speeker", "speaker"), ("spaeker", "speaker"), ("newspaper", "outlet"), ("organization", "organisation"),
        ("Speaker", "speaker"), ("zzz", nil),
    ])
    func wrongFieldsFindTheirRightName(word: String, field: String?) {
        #expect(Field.suggestion(for: word) == field)
    }
}
