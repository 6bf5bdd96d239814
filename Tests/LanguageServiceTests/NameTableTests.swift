import LanguageService
import Testing

@Suite struct NameTableTests {
    static let table = NameTable(
        [
            ("Hillary Clinton", 90, ["Mrs Clinton"]), ("Bill Clinton", 40, []), ("Élise Martin", 7, []),
            ("Clint Eastwood", 2, []),
        ]
        .map { Vocabulary.Entry(name: $0.0, count: $0.1, aliases: $0.2) })

    @Test(arguments: [
        ("", ["Hillary Clinton", "Bill Clinton", "Élise Martin", "Clint Eastwood"]),
        ("clin", ["Clint Eastwood", "Hillary Clinton", "Bill Clinton"]),
        ("Bill C", ["Bill Clinton"]), ("mrs", ["Hillary Clinton"]), ("Mrs C", ["Hillary Clinton"]),
        ("éli", ["Élise Martin"]), ("hcln", ["Hillary Clinton"]), ("inton", []), ("x", []),
    ])
    func offersWhatFits(typed: String, names: [String]) {
        #expect(NameTableTests.table.entries(for: typed).map(\.name) == names)
    }

    @Test func offersTheMostFrequentOfMany() {
        let table = NameTable((0..<5000).map { Vocabulary.Entry(name: "Name \($0)", count: 5000 - $0) })
        #expect(table.entries(for: "na").count == 200)
        #expect(table.entries(for: "na").first?.name == "Name 0")
        #expect(table.entries(for: "name 4999").map(\.name) == ["Name 4999"])
    }
}
