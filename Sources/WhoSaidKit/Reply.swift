import Articles
import Dates
package import Evaluator
import Presentation
import QueryLanguage

/// The answer to a question, in plain values.
public struct Reply: Sendable {
    /// The rows, in the order of the language.
    public let rows: [Row]
    /// Warnings and, for an empty answer, its reasons; one sentence each.
    public let notes: [String]
    /// The answer as the other rooms know it.
    package let answer: Answer

    package init(_ answer: Answer) {
        self.answer = answer
        rows = answer.rows.map(Row.init)
        notes = answer.notes.map(\.message)
    }

    /// The answer as JSON Lines: one object a row, as `whosaid ask … --as jsonl` prints it.
    public var jsonLines: String { Page().render(answer, as: .jsonl) }

    /// The answer as plain text for eyes.
    public var text: String { Page().render(answer, as: .table) }

    /// One row and the quotes behind it.
    public struct Row: Sendable, Hashable {
        /// The quotes that passed; empty for counts of nothing. Those that were only counted are read when they are asked for.
        public var quotes: [Quote] { row.quotes.map { Quote($0.record) } }
        private let row: Answer.Row
        /// The keys of a counted row, in the order of `per`; nil is unknown.
        public let keys: [String?]
        /// The number of a counted row.
        public let count: Int?
        /// What differs between two versions of an article, for `changes` and `changes of quotes`.
        public let change: Change?

        /// Everybody who says it in one of the quotes, without repeats.
        public var speakers: [String] { unique(quotes.flatMap(\.speakers)) }
        /// The words of the first quote.
        public var text: String? { quotes.first?.text }
        /// The outlets that carry it, without repeats; articles of unknown outlets are left out.
        public var outlets: [String] { unique(quotes.compactMap(\.outlet)) }
        /// The day, month or year on which it was said, `2014-01-13`; nil where that is not known.
        public var said: String? { quotes.lazy.compactMap(\.said).first }

        init(_ row: Answer.Row) {
            self.row = row
            change = if case .change(let change) = row.subject { Change(change) } else { nil }
            guard case .group(let groupKeys, let number) = row.subject else {
                keys = []
                count = nil
                return
            }
            count = number
            keys = groupKeys.map { key in
                switch key {
                case .text(let text): text
                case .number(let number): number == number.rounded() ? String(Int(number)) : String(number)
                case .date(let date): date.description
                case nil: nil
                }
            }
        }

        private func unique(_ names: [String]) -> [String] {
            names.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
        }
    }

    /// A paragraph, or a quote, that differs between two versions of an article.
    public struct Change: Sendable, Hashable {
        /// The title of the article, or its source where it has none.
        public let article: String
        public let outlet: String?
        /// The numbers of the versions.
        public let from: Int
        public let to: Int
        /// The words in the earlier version; empty where they are new.
        public let before: String
        /// The words in the later version; empty where they are gone.
        public let after: String

        init(_ change: Answer.Change) {
            article = change.article.metadata.title ?? change.article.source
            outlet = change.article.metadata.outlet
            from = change.from
            to = change.to
            before = change.pieces.compactMap(\.before).joined(separator: " ")
            after = change.pieces.compactMap(\.after).joined(separator: " ")
        }
    }

    /// One printed report.
    public struct Quote: Sendable, Hashable {
        /// The resolved names of those who say it.
        public let speakers: [String]
        /// The words as printed, segments joined by a space.
        public let text: String
        /// `direct`, `indirect` or `mixed`.
        public let kind: String
        /// The printed cue: `said`, `according to`.
        public let cue: String?
        /// When it was said, as in `Row.said`: the quote's own evidence, else that of the statement it reports.
        public let said: String?
        public let place: String?
        public let outlet: String?
        /// The day of publication.
        public let published: String?
        /// The path or name of the source.
        public let source: String
        /// The line of the source, from 1, where the words begin.
        public let line: Int
        /// The segments as `[start, end]` in Unicode code points of the source.
        public let segments: [[Int]]
        /// `q:` and sixteen hexadecimal digits: the same for ever.
        public let reference: String

        init(_ record: QuoteRecord) {
            speakers = record.speakers.map(\.speaker.name)
            text = record.text
            kind = record.quote.kind.rawValue
            cue = record.printed.cue
            said = (record.quote.said ?? record.statement.said)?.value.description
            place = (record.quote.place ?? record.statement.place)?.name
            outlet = record.article.metadata.outlet
            published = record.article.metadata.published?.value.description
            source = record.article.source
            line = record.line
            segments = record.codePoints
            reference = record.reference
        }
    }
}

extension Answer.Change.Piece {
    /// What it is in the earlier version.
    fileprivate var before: String? {
        switch self {
        case .kept(let text), .dropped(let text): text
        case .added: nil
        }
    }

    /// What it is in the later version.
    fileprivate var after: String? {
        switch self {
        case .kept(let text), .added(let text): text
        case .dropped: nil
        }
    }
}
