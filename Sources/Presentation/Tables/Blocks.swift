import Articles
import Dates
import Evaluator
import QueryLanguage
import Text

/// An answer for eyes: each row a heading line, its words wrapped below, and the outlets that carry it.
///
///     #2  John Kerry                                                  2014-01-13
///         “We talked today about the possibility of trying to encourage a
///         ceasefire.”
///         The Independent, Al Jazeera America
///
/// Quotes are long and columns narrow: a grid would set them in slivers, so the words get the whole measure and what is
/// short about a row (who, when) lines up at both margins.
struct Blocks {
    /// Beyond this, lines of prose are hard to follow with the eye.
    private static let measure = 100

    private let answer: Answer
    private let width: Int?
    private let isColored: Bool

    init(_ answer: Answer, _ page: Page) {
        self.answer = answer
        width = page.width.map { max(20, $0) }
        isColored = page.isColored
    }

    /// The lines of the answer, its foot included.
    var lines: [[Run]] {
        var all: [[Run]] = []
        write { all += $0 }
        return all
    }

    /// Writes them row by row.
    func write(_ put: ([[Run]]) throws -> Void) rethrows {
        if case .howMany = answer.query.question {
            try Bars.write(answer, width: width, put)
        } else {
            let gutter = "#\(answer.rows.count)".count + 2
            let isTight = answer.rows.allSatisfy(\.isOneLine)
            for (index, row) in answer.rows.enumerated() {
                try put((index > 0 && !isTight ? [[]] : []) + block(row, number: index + 1, gutter))
            }
        }
        let foot = try Foot.lines(answer, width: width) { try put([]) }
        try put((!answer.rows.isEmpty && !foot.isEmpty ? [[]] : []) + foot)
    }

    private func block(_ row: Answer.Row, number: Int, _ gutter: Int) -> [[Run]] {
        let label = Run("#\(number)".padded(to: gutter), .dim)
        let body = body(row, gutter)
        return body.enumerated().map { index, line in
            [index == 0 ? label : Run(String(repeating: " ", count: gutter))] + line
        }
    }

    private func body(_ row: Answer.Row, _ gutter: Int) -> [[Run]] {
        let room = width.map { max(10, min($0, Blocks.measure) - gutter) }
        switch row.subject {
        case .statement:
            return statement(row, room)
        case .quote:
            return quote(row, room)
        case .article(let article):
            return head([Run((article.metadata.title ?? RowWords.file(article)).printable, .bold)], day(article), room)
                + prose([Run("\(RowWords.outlet(article)) · \(RowWords.count(row.quoteCount, "quote"))", .dim)], room)
        case .speaker(let record):
            let about = [record.speaker.role, record.speaker.organisation].compactMap { $0 }.joined(separator: ", ")
            let left =
                [Run(record.speaker.name.printable, .speaker)]
                + (about.isEmpty ? [] : [Run("  " + about.printable, .dim)])
            return head(left, Run(RowWords.count(row.quoteCount, "quote")), room)
        case .outlet(let name):
            return head(
                [Run((name ?? "outlet unknown").printable, .bold)], Run(RowWords.count(row.quoteCount, "quote")), room
            )
        case .change(let change):
            return ChangeText.lines(change, isColored: isColored, room)
        case .group:
            return []
        }
    }

    private func statement(_ row: Answer.Row, _ room: Int?) -> [[Run]] {
        guard let lead = row.lead else { return [] }
        let record = lead.record
        let speaker = [Run(RowWords.speakers(row), .speaker)]
        let way = RowWords.way(record)
        let who = speaker + (way.isEmpty ? [] : [Run(" " + way, .dim)])
        let date = Run(RowWords.date(record), .date)
        let place = RowWords.place(record)
        let words = prose(RowWords.words(lead), room)
        var lines: [[Run]]
        switch answer.query.question {
        case .what:
            lines = words + head([Run("— ", .dim)] + who + at(place), date, room)
        case .when:
            lines = prose([date, Run("  ")] + who + at(place), room) + words
        case .place:
            let first = Run(place ?? "place unknown", place == nil ? .dim : .bold)
            lines = head([first, Run("  ")] + who, date, room) + words
        case .wordings:
            return head(who + at(place), date, room) + Wordings.lines(row, lead, isColored: isColored, room)
        default:
            lines = head(who + at(place), date, room) + words
        }
        return lines + prose([Run(carriers(row), .dim)], room)
    }

    private func quote(_ row: Answer.Row, _ room: Int?) -> [[Run]] {
        guard let quote = row.quotes.first else { return [] }
        let record = quote.record
        let way = RowWords.way(record)
        let who = [Run(RowWords.speakers(row), .speaker)] + (way.isEmpty ? [] : [Run(" " + way, .dim)])
        let origin = "\(RowWords.outlet(record)), \(RowWords.file(record.article)):\(record.line)"
        let isNamed = record.article.metadata.outlet != nil
        let plain = "\(RowWords.outlet(record)), line \(record.line)"
        return head(who + at(RowWords.place(record)), Run(RowWords.date(record), .date), room)
            + prose(RowWords.words(quote), room) + prose([Run(isNamed ? origin : plain, .dim)], room)
    }

    private func carriers(_ row: Answer.Row) -> String {
        // A name stays on one line where it is not longer than half of one.
        let limit = (width ?? Blocks.measure) / 2
        let outlets = RowWords.outlets(row.quotes).map { $0.displayWidth <= limit ? $0.unbroken : $0 }
            .joined(separator: ", ")
        return row.others == 0 ? outlets : "\(outlets); also \(RowWords.count(row.others, "other report"))"
    }

    private func at(_ place: String?) -> [Run] { place.map { [Run(", in \($0)", .dim)] } ?? [] }

    private func day(_ article: ArticleRecord) -> Run {
        article.metadata.published.map { Run($0.value.description, .date) } ?? Run("date unknown", .dim)
    }

    private func prose(_ runs: [Run], _ room: Int?) -> [[Run]] { runs.wrapped(to: room) }

    /// A line with one part at each margin; the right one goes below where there is no room for both.
    private func head(_ left: [Run], _ right: Run, _ room: Int?) -> [[Run]] {
        guard let room else { return [left + [Run("  "), right]] }
        let need = right.text.displayWidth
        if left.width + 2 + need <= room { return [left.padded(to: room - need) + [right]] }
        let lines = left.wrapped(to: room)
        guard let last = lines.last, last.width + 2 + need <= room else {
            return lines + [[Run("").self].padded(to: room - need) + [right]]
        }
        return lines.dropLast() + [last.padded(to: room - need) + [right]]
    }
}

extension Answer.Row {
    /// Whether a row takes one line, so that rows need no blank line between them.
    fileprivate var isOneLine: Bool {
        switch subject {
        case .speaker, .outlet: true
        case .statement, .quote, .article, .group, .change: false
        }
    }
}
