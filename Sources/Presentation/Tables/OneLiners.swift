import Articles
import Dates
import Evaluator
import QueryLanguage

/// An answer with one line a row, unwrapped, for the eye that scans and for tools that read lines.
enum OneLiners {
    /// Writes the lines of an answer row by row.
    static func write(_ answer: Answer, _ put: ([[Run]]) throws -> Void) rethrows {
        if case .howMany = answer.query.question {
            try Bars.write(answer, width: nil, put)
        } else {
            for number in answer.rows.indices { try put(lines(answer, rows: CollectionOfOne(number + 1))) }
        }
        try put(try Foot.lines(answer, width: nil) { try put([]) })
    }

    /// Some rows of an answer, counted from 1 in the answer, each on one line.
    static func lines(_ answer: Answer, rows numbers: some Collection<Int>) -> [[Run]] {
        let numbers = numbers.filter { answer.rows.indices.contains($0 - 1) }
        if case .howMany = answer.query.question {
            var part = answer
            part.rows = numbers.map { answer.rows[$0 - 1] }
            return Bars.lines(part, width: nil)
        }
        return numbers.map { [Run("#\($0)  ", .dim)] + line(answer.rows[$0 - 1], answer.query.question) }
    }

    private static func line(_ row: Answer.Row, _ question: Query.Question) -> [Run] {
        switch row.subject {
        case .statement, .quote:
            guard let lead = row.lead else { return [] }
            let speaker = [Run(RowWords.speakers(row), .speaker)]
            let date = [Run(RowWords.date(lead.record), .date)]
            let place = [Run(RowWords.place(lead.record) ?? "place unknown", .bold)]
            let words = RowWords.words(lead)
            let outlets = [Run(RowWords.outlets(row.quotes).joined(separator: ", "), .dim)]
            let parts =
                switch question {
                case .what: [words, speaker, date, outlets]
                case .when: [date, speaker, words, outlets]
                case .place: [place, speaker, date, words, outlets]
                default: [speaker, date, words, outlets]
                }
            return Array(parts.joined(separator: [Run("  ")]))
        case .article(let article):
            let day = article.metadata.published?.value.description ?? "date unknown"
            let title = (article.metadata.title ?? RowWords.file(article)).printable
            return [
                Run(day, .date), Run("  "), Run(RowWords.outlet(article)), Run("  "), Run(title, .bold), Run("  "),
                Run(RowWords.count(row.quoteCount, "quote"), .dim),
            ]
        case .speaker(let record):
            return [
                Run(record.speaker.name.printable, .speaker), Run("  " + RowWords.count(row.quoteCount, "quote")),
            ]
        case .outlet(let name):
            return [
                Run((name ?? "outlet unknown").printable, .bold), Run("  " + RowWords.count(row.quoteCount, "quote")),
            ]
        case .change(let change):
            return Array(ChangeText.lines(change, isColored: false, nil).joined(separator: [Run("  ")]))
        case .group:
            return []
        }
    }
}
