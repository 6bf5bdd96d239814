import ArticleStore
import QueryLanguage

/// What a question costs, in quotes.
enum Cost {
    /// How many quotes the index says must be read at most, and what each part of the look-up would leave of them.
    static func estimate(_ plan: Plan, _ names: NameBook, _ source: QuoteSource) throws -> [String] {
        let lookup = plan.narrowed(names, source)
        var open = QuoteLookup()
        open.inAnyVersion = lookup.inAnyVersion
        let all = try source.count(open)
        var least = all
        var parts: [String] = []
        func add(_ name: String, _ narrow: (inout QuoteLookup) -> Void) throws {
            var part = open
            narrow(&part)
            let count = try source.count(part)
            least = min(least, count)
            parts.append("\(name) \(count)")
        }
        for group in lookup.terms { try add(group.joined(separator: "|")) { $0.terms = [group] } }
        if let speakers = lookup.speakers { try add("speakers") { $0.speakers = speakers } }
        if let articles = lookup.articles { try add("articles") { $0.articles = articles } }
        if let days = lookup.days { try add("days") { $0.days = days } }
        if let ids = lookup.ids { try add("among") { $0.ids = ids } }
        let narrowing = parts.isEmpty ? "" : " (" + parts.joined(separator: ", ") + ")"
        return ["estimate at most \(least) of \(count(all, "quote")) to be read\(narrowing)"]
    }

    /// What was read and tested, what of it passed, how many rows it gave, and what was read once more or beside to complete the rows.
    static func actual(tested: Int, passed: Int, beside: Int, rows: Int) -> String {
        let others = beside == 0 ? "" : "; \(beside) more read to complete the rows"
        return "actual   \(count(tested, "quote")) read, \(passed) passed, \(count(rows, "row"))\(others)"
    }

    /// What was tested as columns of an archive that is too large to be read, and what of it was read in the end.
    static func ofColumns(all: Int, passed: Int, read: Int, rows: Int) -> [String] {
        [
            "columns  \(count(all, "quote")) tested by columns and index, \(passed) passed",
            actual(compared: read, rows: rows),
        ]
    }

    /// What was read where versions are compared and nothing is tested on its own.
    static func actual(compared: Int, rows: Int) -> String {
        "actual   \(count(compared, "quote")) read, \(count(rows, "row"))"
    }

    private static func count(_ number: Int, _ noun: String) -> String { "\(number) \(noun)\(number == 1 ? "" : "s")" }
}
