import Articles
import Dates
import Testing
import Text

@testable import Readers

@Suite struct ManifestTests {
    private func read(_ text: String, _ name: String = "m.json") -> Manifest {
        Manifest(path: name, bytes: Array(text.utf8))
    }

    @Test(arguments: [
        #"{"a.txt": {"outlet": "The Daily", "published": "2014-01-13", "title": "T", "byline": "B", "url": "u", "language": "en"}}"#,
        #"[{"file": "./a.txt", "publisher": "The  Daily", "date": "2014-01-13", "headline": "T", "author": "B", "url": "u", "lang": "en"}]"#,
        #"{"articles": [{"path": "a.txt", "Outlet": "The Daily", "DATE": "2014-01-13T10:00:00Z", "title": "T", "byline": "B", "url": "u", "language": "en"}]}"#,
        "\u{FEFF}{\"a\\u002etxt\": {\"outlet\": \"The Daily\", \"published\": \"2014-01-13 10:00\", \"title\": \"\\u0054\", \"byline\": \"B\", \"url\": \"u\", \"language\": \"en\"}}",
    ])
    func oneEntryInEveryForm(text: String) {
        let manifest = read(text)
        #expect(manifest.problems == [])
        expectTheEntry(manifest)
    }

    @Test(arguments: ["\n", "\r\n"])
    func aTable(end: String) {
        let rows = [
            "file\tPublisher\tdate\ttitle\tauthor\turl\tlanguage", "", "a.txt\t The Daily\t2014-01-13\tT\tB\tu\ten",
            "b.txt\tX",
        ]
        let manifest = read(rows.joined(separator: end), "m.TSV")
        #expect(manifest.problems == [])
        #expect(manifest.entries.count == 2)
        expectTheEntry(manifest)
    }

    private func expectTheEntry(_ manifest: Manifest) {
        let published = DateInterval(iso: "2014-01-13").map { DatedEvidence($0, .metadata) }
        let expected = Metadata(
            outlet: "The Daily", title: "T", byline: "B", url: "u", language: "en", published: published)
        #expect(manifest.entries.first?.file == "a.txt")
        #expect(manifest.entries.first?.metadata == expected)
    }

    /// Broken manifests, each with the line of the problem, a part of its message, and the number of entries that count.
    @Test(arguments: [
        ("{\n\"a\": {\"outlet\": \"X\",\n\"weather\": \"fine\"}}", "m.json", 3, "`weather` is not known", 1),
        ("{\"a\": {\n\"published\": \"13/01/2014\"}}", "m.json", 2, "write it as 2014-01-13", 1),
        ("{\"a\": {\"published\": \"2014-02-30\"}}", "m.json", 1, "is no date", 1),
        ("{\"a\": {\"published\": 2014}}", "m.json", 1, "between quotation marks", 1),
        ("{\"a\": \"The Daily\"}", "m.json", 1, "no object", 0),
        ("{\"a\": {},\n\"./a\": {}}", "m.json", 2, "has an entry above", 1),
        ("[{\"outlet\": \"X\"}]", "m.json", 1, "give it a `file`", 0),
        ("[7]", "m.json", 1, "an entry is an object", 0),
        ("7", "m.json", 1, "keys are file names", 0),
        ("{\"a\": {}\n\"b\": {}}", "m.json", 2, "a comma or `}` is missing", 0),
        ("{\"a\": {\"title\": \"x\ny\"}}", "m.json", 1, "does not end on its line", 0),
        ("{\"a\": {}} x", "m.json", 1, "something follows", 0),
        ("{\"a\": nil}", "m.json", 1, "lacks its quotation marks", 0),
        ("", "m.json", 1, "ends too early", 0),
        (String(repeating: "[", count: 100_000), "m.json", 1, "nested too deeply", 0),
        ("a\u{1B}[2J\tb", "m.tsv", 1, "`a\u{FFFD}[2J` is not known", 0),
        ("outlet\nThe Daily", "m.tsv", 1, "no column is called `file`", 0),
        ("file\toutlet\na\tX\textra", "m.tsv", 2, "3 cells for 2 columns", 1),
        ("file\toutlet\n\tX", "m.tsv", 2, "an empty `file`", 0),
        ("file\tfile\tdate\na\tb\tsoon", "m.tsv", 1, "two columns", 1),
    ])
    func aBrokenManifestSaysWhereAndWhatToDo(text: String, name: String, line: Int, message: String, entries: Int) {
        let manifest = read(text, name)
        let first = manifest.problems.first { $0.message.contains(message) }
        #expect(first?.line == line, "\(manifest.problems)")
        #expect(manifest.entries.count == entries)
        for problem in manifest.problems {
            #expect(!problem.message.unicodeScalars.contains { $0.value < 0x20 })
        }
    }
}
