import Articles
import Dates
import Testing

@testable import Readers

@Suite struct AliasTableTests {
    private func read(_ text: String) -> AliasTable { AliasTable(path: "aliases.tsv", bytes: Array(text.utf8)) }

    @Test(arguments: ["\n", "\r\n"]) func aTable(end: String) {
        let lines = [
            "\u{FEFF}# who is who", "",
            "John  Kerry\tSecretary Kerry\t\tJohn F. Kerry\tkind=Person\trole=US secretary of state 2013-02-01..2017-01-20",
            "Agence France-Presse\tAFP\torganization = France\trole=news agency\t# French",
            "Ann Lee\trole=mayor 2010..2014-06\trole=senator 2015..\trole=reporter ..2009",
        ]
        let table = read(lines.joined(separator: end))
        #expect(table.problems == [])
        func days(_ text: String) -> DateInterval? { DateInterval(iso: text) }
        #expect(
            table.speakers == [
                KnownSpeaker(
                    name: "John Kerry", names: ["Secretary Kerry", "John F. Kerry"], kind: .person,
                    roles: [.init(name: "US secretary of state", days: days("2013-02-01/2017-01-20"))]),
                KnownSpeaker(
                    name: "Agence France-Presse", names: ["AFP"], roles: [.init(name: "news agency")],
                    organisation: "France"),
                KnownSpeaker(
                    name: "Ann Lee",
                    roles: [
                        .init(name: "mayor", days: days("2010-01-01/2014-06-30")),
                        .init(name: "senator", days: days("2015-01-01/9999-12-31")),
                        .init(name: "reporter", days: days("0001-01-01/2009-12-31")),
                    ]),
            ])
    }

    /// Broken tables, each with the line of the problem, a part of its message, and the names that count.
    @Test(arguments: [
        ("# x\nJohn Kerry", 2, "stands alone", [[]]),
        ("A Lee\tLee\nB Lee\tLee\tBob", 2, "`Lee` is a name of A Lee already, in line 1", [["Lee"], ["Bob"]]),
        ("A Lee\tLee\nA. Lee\tLes", 2, "is a name of A Lee already", [["Lee"]]),
        ("role=mayor\tA", 1, "the name comes first", [[]]), ("A Lee\tage=7\tLee", 1, "`age` is not known", [["Lee"]]),
        ("A Lee\tkind=ship\tLee", 1, "`ship` is no kind", [["Lee"]]),
        ("A Lee\trole=\tLee", 1, "`role=` says nothing", [["Lee"]]),
        ("A Lee\trole=mayor 2014..2010\tLee", 1, "no role with days", [["Lee"]]),
        ("A Lee\trole=mayor ..\tLee", 1, "no role with days", [["Lee"]]),
        ("A Lee\trole=2014..\tLee", 1, "no role with days", [["Lee"]]),
        ("A Lee\t--\tLee", 1, "has no letters", [["Lee"]]),
        ("\u{1B}[2J\tB\n\u{1B}[2J\tC", 2, "is a name of", [["B"]]),
    ])
    func whatIsWrongIsToldAndTheRestCounts(text: String, line: Int, message: String, names: [[String]]) {
        let table = read(text)
        #expect(table.problems.map(\.line) == [line])
        #expect(table.problems.first?.message.contains(message) == true, "\(table.problems)")
        #expect(table.problems.allSatisfy { !$0.message.contains("\u{1B}") })
        #expect(table.speakers.map(\.names) == names.filter { !$0.isEmpty })
    }

    @Test func aNameToldTwiceOfOneSpeakerIsNoMistake() {
        let table = read("Ann Lee\tAnn Lee\tLee\tlee")
        #expect(table.problems == [])
        #expect(table.speakers.map(\.names) == [["Lee", "lee"]])
    }
}
