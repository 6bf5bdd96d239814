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
