package import ArticleStore
import Articles
package import Dates
package import QueryLanguage

/// How a question is answered: what is looked up, what is tested, into what the quotes are folded, and in which order.
///
/// A value: the same plan over the same archive gives the same answer. `lines` is its stable text form.
package struct Plan: Hashable, Sendable {
    /// The question.
    package var query: Query
    /// The day that `today` means.
    package var today: CalendarDay
    /// What the archive finds by its indexes; never less than what passes.
    package var lookup: QuoteLookup
    /// What the quotes become.
    package var fold: Fold
    /// The quotes to which `among` narrows; nil for all.
    package var among: Set<Int64>?
    /// What is to be said about the names in the question.
    package var notes: [Diagnostic]

    /// What the rows are made of.
    package enum Fold: String, Hashable, Sendable {
        case quotes, statements, articles, speakers, outlets
        case changes
    }

    /// The plan in words, one step a line; stable, for `explain` and golden tests. Speakers and articles are named, since their numbers
    /// tell when they were added.
    package func lines(_ names: NameBook) -> [String] {
        var lines = ["look up  " + lookup.words(names)]
        if let among { lines.append("among    \(among.count) quotes") }
        if let condition = query.conditions { lines.append("test     " + Wording.of(condition)) }
        for companion in query.companions {
            lines.append((companion.isExcluded ? "without  " : "with     ") + Wording.of(companion.matcher))
        }
        lines.append("fold     into " + fold.rawValue)
        if case .howMany = query.question {
            let keys = query.grouping.map(Wording.of)
            lines.append("count    " + (keys.isEmpty ? "all" : "per " + keys.joined(separator: " and ")))
        }
        lines.append("order    " + Wording.order(query))
        switch query.limit {
        case .top(let count, let withTies): lines.append("limit    first \(count)" + (withTies ? ", with ties" : ""))
        case .sample(let count, let seed): lines.append("limit    sample of \(count), seed \(seed)")
        case nil: break
        }
        return lines
    }
}

extension QuoteLookup {
    /// What is looked up, in words.
    fileprivate func words(_ names: NameBook) -> String {
        var parts: [String] = []
        if !terms.isEmpty { parts.append("words " + terms.map { $0.joined(separator: "|") }.joined(separator: " + ")) }
        if let speakers {
            let ids = Set(speakers)
            parts.append("speakers " + list(names.speakers.filter { ids.contains($0.id) }.map(\.speaker.name)))
        }
        if let articles {
            let ids = Set(articles)
            parts.append("articles " + list(names.articles.filter { ids.contains($0.id) }.map(\.source)))
        }
        if let days { parts.append("days \(days)") }
        if let statements { parts.append("statements \(statements.count)") }
        if let ids { parts.append("\(ids.count) quotes") }
        if parts.isEmpty { parts.append("all quotes") }
        return parts.joined(separator: ", ") + (inAnyVersion ? ", in any version" : ", in latest versions")
    }

    private func list(_ names: [String]) -> String {
        if names.isEmpty { return "none" }
        return English.list(names.sorted(by: Order.byBytes), "and", atMost: 4)
    }
}
