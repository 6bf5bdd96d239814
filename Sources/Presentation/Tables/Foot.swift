import Articles
import Evaluator
import QueryLanguage
import Text

/// The last lines of an answer: how much it is, what was left out, and why it is empty.
enum Foot {
    /// - Parameter pause: called now and then while rows are counted.
    static func lines(_ answer: Answer, width: Int?, pause: () throws -> Void) rethrows -> [[Run]] {
        var lines = [[Run(try summary(answer, pause), .dim)]]
        // A count of nothing has said so.
        if answer.isEmptyHanded, !answer.rows.isEmpty { lines = [] }
        return lines.flatMap { $0.wrapped(to: width) } + answer.notes.flatMap { note($0, width) }
    }

    private static func summary(_ answer: Answer, _ pause: () throws -> Void) rethrows -> String {
        var parts: [String] = []
        let noun = noun(answer.query.question)
        let shown = answer.rows.count
        if answer.rows.isEmpty {
            parts.append("no \(noun)s")
        } else if case .howMany = answer.query.question {
            parts.append(RowWords.count(answer.total, noun))
            if !answer.grouping.isEmpty { parts.append("in \(RowWords.count(shown, "group"))") }
        } else {
            parts.append(
                shown < answer.total ? "\(shown) of \(RowWords.count(answer.total, noun))" : RowWords.count(shown, noun)
            )
            if case .changes = answer.query.question { return parts.joined() }
            let reach = try answer.reach ?? reach(of: answer.rows, pause)
            if noun != "quote" { parts.append(RowWords.count(reach.quotes, "quote")) }
            if noun != "outlet" { parts.append(RowWords.count(reach.outlets, "outlet")) }
        }
        if answer.ties > 0 { parts.append("\(answer.ties) more tie with the last") }
        if answer.unknown > 0 {
            parts.append("\(answer.unknown) left out because what was asked for is unknown there")
        }
        return parts.joined(separator: ", ")
    }

    private static func reach(of rows: [Answer.Row], _ pause: () throws -> Void) rethrows -> Answer.Reach {
        var quotes: Set<Int64> = []
        var outlets: Set<String> = []
        for row in rows {
            try pause()
            for quote in row.quotes where quotes.insert(quote.record.id).inserted {
                outlets.insert(source(quote.record.article))
            }
        }
        return Answer.Reach(quotes: quotes.count, outlets: outlets.count)
    }

    /// What counts as an outlet: articles of no known outlet count one each.
    private static func source(_ article: ArticleRecord) -> String {
        article.metadata.outlet.map { "o" + $0 } ?? "a\(article.id)"
    }

    static func noun(_ question: Query.Question) -> String {
        switch question {
        case .who, .what, .when, .place, .wordings: "statement"
        case .list(let noun), .howMany(let noun): String(noun.rawValue.dropLast())
        case .changes(let ofQuotes): ofQuotes ? "changed quote" : "changed paragraph"
        }
    }

    private static func note(_ diagnostic: Diagnostic, _ width: Int?) -> [[Run]] {
        let ink: Ink = diagnostic.severity == .note ? .note : diagnostic.severity == .warning ? .warning : .error
        var lines = ([Run(diagnostic.severity.rawValue + ": ", ink)] + [Run(diagnostic.message.printable)]).wrapped(
            to: width)
        if let fix = diagnostic.fix { lines += [Run("  help: " + fix.message.printable)].wrapped(to: width) }
        return lines + diagnostic.notes.flatMap { [Run("  " + $0.printable)].wrapped(to: width) }
    }
}
