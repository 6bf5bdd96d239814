import Articles
import Dates
import Testing
import Text

@testable import Readers

@Suite struct RecordTests {
    private func read(_ text: String, _ file: String) -> Reading.Result {
        Reading.read(Array(text.utf8), of: file, metadata: Metadata())
    }

    private let text = "The ferry will sail again on Monday, said harbour master Anna Lie."

    @Test(arguments: [
        (
            "{\"text\": \"TEXT\", \"headline\": \"T\", \"published_at\": \"2014-01-13T08:00:00Z\", \"source\": {\"id\": 7, \"name\": \"Post\"}, \"authors\": [\"Kari Moe\", \"Ola Berg\"], \"url\": \"https://a.example/x\"}",
            "a.jsonl"
        ),
        (
            "{\"articles\": [{\"content\": \"TEXT\", \"title\": \"T\", \"publishedAt\": \"2014-01-13\", \"publisher\": \"Post\", \"byline\": \"By Kari Moe and Ola Berg\", \"link\": \"https://a.example/x\"}]}",
            "a.json"
        ),
        (
            "{\"bodies\": [{\"role\": \"main\", \"value\": \"TEXT\"}], \"headlines\": [{\"value\": \"T\"}], \"firstcreated\": \"2014-01-13T08:00:00Z\", \"infosource\": [{\"name\": \"Post\"}], \"by\": \"Kari Moe and Ola Berg\", \"uri\": \"https://a.example/x\"}",
            "a.json"
        ),
        (
            "{\"response\": {\"status\": \"ok\", \"tags\": [{\"id\": 1}], \"results\": [{\"id\": \"a/x\", \"webTitle\": \"T\", \"webPublicationDate\": \"2014-01-13T08:00:00Z\", \"webUrl\": \"https://a.example/x\", \"fields\": {\"bodyText\": \"TEXT\", \"byline\": \"Kari Moe and Ola Berg\", \"publication\": \"Post\"}}]}}",
            "a.json"
        ),
        (
            "{\"docs\": [{\"headline\": {\"main\": \"T\", \"kicker\": \"K\"}, \"byline\": {\"original\": \"By Kari Moe and Ola Berg\", \"person\": [{\"name\": \"Moe\"}]}, \"pub_date\": \"2014-01-13T08:00:00+0000\", \"source\": \"Post\", \"web_url\": \"https://a.example/x\", \"body\": \"TEXT\"}], \"meta\": {\"hits\": 1}}",
            "a.json"
        ),
        (
            "{\"hits\": {\"total\": 1, \"hits\": [{\"_id\": \"7\", \"_source\": {\"text\": \"TEXT\", \"title\": \"T\", \"date\": \"2014-01-13\", \"outlet\": \"Post\", \"authors\": [\"Kari Moe\", \"Ola Berg\"], \"url\": \"https://a.example/x\"}}]}}",
            "a.jsonl"
        ),
        (
            "[{\"id\": 1, \"author\": 5, \"date\": \"2014-01-13T08:00:00\", \"link\": \"https://a.example/x\", \"title\": {\"rendered\": \"T\"}, \"content\": {\"rendered\": \"TEXT\"}, \"outlet\": \"Post\", \"by\": \"Kari Moe and Ola Berg\"}]",
            "a.json"
        ),
        (
            "url;Text;Title;DATE;Outlet;Author\nhttps://a.example/x;TEXT;T;13 January 2014;Post;Kari Moe and Ola Berg\n",
            "a.csv"
        ),
    ])
    func theSameArticleInEveryForm(form: String, file: String) throws {
        let result = read(form.replacing("TEXT", with: text), file)
        #expect(result.problems == [])
        let article = try #require(result.articles.first)
        #expect(String(decoding: article.source.bytes, as: UTF8.self) == text)
        #expect(article.source.name == file + "#1")
        #expect(article.source.origin?.item == 1)
        #expect(article.metadata.title == "T")
        #expect(article.metadata.outlet == "Post")
        #expect(article.metadata.byline == "Kari Moe and Ola Berg")
        #expect(article.metadata.url == "https://a.example/x")
        #expect(article.metadata.published?.value.description == "2014-01-13")
    }

    /// Files with one good entry, and the line and a part of the message of what is wrong with the other.
    @Test(arguments: [
        ("{\"text\": \"GOOD\"}\n{\"text\": \"GOOD\"", "a.jsonl", 2, "is no JSON"),
        ("{\"title\": \"x\"}\n{\"text\": \"GOOD\"}", "a.jsonl", 1, "has no text"),
        ("[1,\n{\"text\": \"GOOD\"}]", "a.json", 1, "is no object"),
        ("{\"text\": \"GOOD\"}\n7\n", "a.jsonl", 2, "is no object"),
        ("{\"text\": \"GOOD\"}\n{\"text\": \" \"}\n", "a.jsonl", nil, "holds no words"),
        ("text,title\nGOOD,T\n\"no end,T\n", "a.csv", 3, "no closing quotation mark"),
        ("text,date\n\"GOOD\",03/04/2014\n", "a.csv", 2, "is no date that is the same to everybody"),
        ("text,title\n,empty\nGOOD,T\n", "a.csv", 2, "has no text"),
        ("text,title\nGOOD,T\n\"He said \"no\" and left.\",T\n", "a.csv", 3, "is not doubled"),
        ("text,title\n\"No end,T\n\"Another,\",T\nGOOD,T\n", "a.csv", 2, "is not doubled"),
        ("text,title\nHe said no, and left,T\nGOOD,T,,\n", "a.csv", 2, "3 cells for 2 columns"),
    ])
    func aBrokenEntryIsLeftOutAndTheRestRead(form: String, file: String, line: Int?, message: String) throws {
        let result = read(form.replacing("GOOD", with: text.replacing(",", with: ";")), file)
        #expect(result.articles.count == 1)
        let problem = try #require(result.problems.first)
        #expect(result.problems.count == 1)
        #expect(problem.line == line)
        #expect(problem.message.contains(message), "\(problem)")
    }

    @Test func aTableWithoutATextSaysHowToNameOne() throws {
        let table = "headline,story text\nT,\(text.replacing(",", with: ";"))\n"
        let problem = try #require(read(table, "a.csv").problems.first)
        #expect(problem.line == 1)
        #expect(problem.message.contains("--columns text=NAME"))
        let result = Reading.read(Array(table.utf8), of: "a.csv", metadata: Metadata(), columns: ["story text": .text])
        #expect(result.articles.count == 1 && result.problems == [])
    }

    /// What people say of a path counts more than any name, within the object that has it first of all.
    @Test(arguments: ["a.json", "a.jsonl", "-"])
    func fieldsOfObjectsWithinAreNamedByTheirPaths(file: String) throws {
        let form = """
            {"id": 1, "content": "Not this.", "title": "Not this", \
            "fields": {"main": {"prose": "TEXT", "name.full": "T"}, "title": "nor this"}}\n
            """
        let columns: [String: RecordField] = ["fields.main.prose": .text, "fields.main.name.full": .title]
        let bytes = Array(form.replacing("TEXT", with: text).utf8)
        let result = Reading.read(bytes, of: file, metadata: Metadata(), columns: columns)
        #expect(result.problems == [])
        let article = try #require(result.articles.first)
        #expect(article.source.bytes == Array(text.utf8))
        #expect(article.metadata.title == "T")
        #expect(JSONRecords.areLines(bytes, columns))
        #expect(!JSONRecords.areLines(Array("{\"results\": [\(form)]}".filter { $0 != "\n" }.utf8), columns))
    }

    /// Which of several texts is meant is not guessed, nor is one taken that tells of somebody.
    @Test(arguments: [
        "{\"title\": \"T\", \"left\": {\"text\": \"GOOD\"}, \"right\": {\"text\": \"GOOD\"}}",
        "{\"title\": \"T\", \"author\": {\"name\": \"Kari Moe\", \"text\": \"GOOD\"}}",
        "{\"news\": [{\"text\": \"GOOD\"}], \"sport\": [{\"text\": \"GOOD\"}]}",
    ])
    func aTextThatIsNotCertainIsNone(form: String) throws {
        let result = read(form.replacing("GOOD", with: text), "a.json")
        #expect(result.articles.isEmpty)
        #expect(result.problems.map(\.line) == [1])
        #expect(result.problems.allSatisfy { $0.message.contains("--columns text=NAME") })
    }

    /// An article of an array keeps its own bytes and no others.
    @Test func anEntryOfAnArrayKeepsItsBytes() throws {
        let entries = (1...3).map { "{\"text\": \"\(text) \($0)\", \"tags\": [{\"id\": \($0)}]}" }
        let form = Array("{\"response\": {\"results\": [ \(entries.joined(separator: " ,\n"))\n] }}\n".utf8)
        let result = Reading.read(form, of: "a.json", metadata: Metadata())
        #expect(result.problems == [])
        #expect(result.articles.map { $0.source.origin?.bytes ?? [] } == entries.map { Array($0.utf8) })
        for article in result.articles {
            let origin = try #require(article.source.origin)
            #expect(Array(form[origin.range.indices]) == origin.bytes)
            let place = origin.place(of: ByteRange(0, article.source.bytes.count))
            #expect(Array(form[place.indices]) == article.source.bytes)
        }
    }

    @Test func aColumnThatIsNamedIsTheOnlyOneOfItsField() {
        let table = "text|story|title\nShort.|\(text)|T\n"
        let result = Reading.read(Array(table.utf8), of: "a.csv", metadata: Metadata(), columns: ["story": .text])
        #expect(result.articles.map(\.source.bytes) == [Array(text.utf8)])
    }

    /// Tables as spreadsheets of all countries write them.
    @Test(arguments: [
        ("sep=;\r\ntext;title\r\nGOOD;T\r\n", "a.csv"), ("\u{FEFF}sep=\t\r\ntext\ttitle\r\nGOOD\tT\r\n", "a.csv"),
        ("text|title\nGOOD|T\n", "a.csv"), ("\"title, in full\";text;\"title\"\nU;GOOD;T\n", "a.csv"),
        ("text,title,\n\"GOOD\" ,T,\n", "a.csv"), ("text,title\r\rGOOD,T\r", "a.csv"),
    ])
    func separatorsAreFound(table: String, file: String) throws {
        let good = text.replacing(",", with: ";")
        let isSemicolon = table.contains(";text") || table.contains("text;")
        let result = read(table.replacing("GOOD", with: isSemicolon ? "\"\(good)\"" : good), file)
        #expect(result.problems == [])
        #expect(result.articles.map(\.metadata.title) == ["T"])
        #expect(result.articles.map { String(decoding: $0.source.bytes, as: UTF8.self) } == [good])
    }

    /// In a table with tabs a quotation mark is one, where the cell does not end with another.
    @Test func quotationMarksInTablesWithTabsAreKept() {
        let said = "\"We wait,\" said Anna Lie, \"and wait.\""
        let result = read("text\ttitle\n\(said) Then she left.\tT\n\"\(text)\"\tU\n", "a.tsv")
        #expect(result.problems == [])
        let texts = result.articles.map { String(decoding: $0.source.bytes, as: UTF8.self) }
        #expect(texts == [said + " Then she left.", text])
    }

    @Test func namesAreKnownInEverySpelling() {
        for (index, field) in RecordField.allCases.enumerated() {
            for name in field.names {
                #expect(RecordField(name: name.uppercased()) == field)
                for other in RecordField.allCases.dropFirst(index + 1) { #expect(!other.names.contains(name)) }
            }
        }
        #expect(RecordField(name: "Date_Published") == .published)
        #expect(RecordField(name: "weather") == nil)
    }
}
