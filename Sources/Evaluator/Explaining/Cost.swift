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

    /// What was read, what of it passed, and how many rows it gave. `passed` is nil where no quotes are tested.
    static func actual(read: Int, passed: Int?, rows: Int) -> String {
        let passed = passed.map { ", \($0) passed" } ?? ""
        return "actual   \(count(read, "quote")) read\(passed), \(count(rows, "row"))"
    }

    private static func count(_ number: Int, _ noun: String) -> String { "\(number) \(noun)\(number == 1 ? "" : "s")" }
}
