package import ArticleStore
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

    /// The plan in words, one step a line; stable, for `explain` and golden tests.
    package var lines: [String] {
        var lines = ["look up  " + lookup.words]
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
    fileprivate var words: String {
        var parts: [String] = []
        if !terms.isEmpty { parts.append("words " + terms.map { $0.joined(separator: "|") }.joined(separator: " + ")) }
        if let speakers { parts.append("speakers " + QuoteLookup.list(speakers)) }
        if let articles { parts.append("articles " + QuoteLookup.list(articles)) }
        if let days { parts.append("days \(days)") }
        if let statements { parts.append("statements " + QuoteLookup.list(statements)) }
        if let ids { parts.append("\(ids.count) quotes") }
        if parts.isEmpty { parts.append("all quotes") }
        return parts.joined(separator: ", ") + (inAnyVersion ? ", in any version" : ", in latest versions")
    }

    private static func list(_ ids: [Int64]) -> String {
        if ids.isEmpty { return "none" }
        return ids.prefix(8).map(String.init).joined(separator: " ") + (ids.count > 8 ? " … (\(ids.count))" : "")
    }
}
