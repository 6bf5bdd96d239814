package import Articles
package import Dates
package import QueryLanguage
package import Text

/// What a question was answered with. It knows nothing of how it will look.
package struct Answer: Hashable, Sendable {
    /// The question that was asked.
    package var query: Query
    package var rows: [Row]
    /// The fields by which rows are counted, for `how many … per`.
    package var grouping: [Query.Grouping]
    /// The distinct total behind counted rows; the number of rows before `top`.
    package var total: Int
    /// How many more rows tie with the last one of `top`.
    package var ties: Int
    /// How many rows a condition left out because the field is unknown there.
    package var unknown: Int
    /// Warnings about names, outlets and words, and the reasons of an empty answer.
    package var notes: [Diagnostic]
    /// How much stands behind the rows, where it was counted without reading it.
    package var reach: Reach?

    /// How many quotes, and how many outlets, stand behind some rows; articles of no known outlet count one each.
    package struct Reach: Hashable, Sendable {
        package var quotes: Int
        package var outlets: Int

        package init(quotes: Int, outlets: Int) {
            self.quotes = quotes
            self.outlets = outlets
        }
    }

    package init(
        query: Query, rows: [Row], grouping: [Query.Grouping] = [], total: Int, ties: Int = 0, unknown: Int = 0,
        notes: [Diagnostic] = []
    ) {
        self.query = query
        self.rows = rows
        self.grouping = grouping
        self.total = total
        self.ties = ties
        self.unknown = unknown
        self.notes = notes
    }

    /// One row: what it is, and the quotes that stand behind it.
    package struct Row: Hashable, Sendable {
        package var subject: Subject
        /// The quotes that passed, in the order of rule 3 of the language. Where they were only counted, looking at them reads them from the
        /// archive; those that it has no more are left out.
        package var quotes: [MatchedQuote] {
            get { behind.quotes }
            set { behind = .read(newValue) }
        }
        /// How many further reports of the statement did not pass.
        package var others: Int
        private var behind: QuotesBehind

        package init(subject: Subject, quotes: [MatchedQuote], others: Int = 0) {
            self.subject = subject
            self.others = others
            behind = .read(quotes)
        }

        /// A row whose quotes are read when somebody looks at them.
        init(subject: Subject, unread: UnreadQuotes) {
            self.subject = subject
            others = 0
            behind = .unread(unread)
        }

        /// The number of its quotes, told without reading them.
        package var quoteCount: Int { behind.count }
        /// The numbers of its quotes in the archive.
        var quoteIDs: [Int64] { behind.ids }
        /// Whether one of its quotes is in a superseded version.
        var hasSuperseded: Bool { behind.hasSuperseded }
    }

    /// What a row is about.
    package enum Subject: Hashable, Sendable {
        case statement(StatementRecord)
        case quote
        case article(ArticleRecord)
        case speaker(SpeakerRecord)
        /// nil for articles whose outlet is not known.
        case outlet(String?)
        /// A group's keys, one a field of `grouping` (nil: unknown), and its count.
        case group(keys: [GroupKey?], count: Int)
        /// A paragraph that differs between two versions.
        case change(Change)
    }

    /// The value that the rows of one group share.
    package enum GroupKey: Hashable, Sendable {
        case text(String)
        case number(Double)
        case date(DateInterval)
    }

    /// A quote with the places where the question's words matched.
    package struct MatchedQuote: Hashable, Sendable {
        package var record: QuoteRecord
        /// For each segment of the quote, the matched byte ranges of `segmentTexts[i]`.
        package var matches: [[ByteRange]]

        package init(record: QuoteRecord, matches: [[ByteRange]]) {
            self.record = record
            self.matches = matches
        }
    }

    /// A paragraph, or a quote, that differs between two versions of an article.
    package struct Change: Hashable, Sendable {
        package var article: ArticleRecord
        package var from: Int
        package var to: Int
        /// The line of the source that holds the later text.
        package var line: Int
        /// The pieces in order; equal pieces are there for context.
        package var pieces: [Piece]

        package init(article: ArticleRecord, from: Int, to: Int, line: Int, pieces: [Piece]) {
            self.article = article
            self.from = from
            self.to = to
            self.line = line
            self.pieces = pieces
        }

        /// A stretch of words that is kept, dropped or added.
        package enum Piece: Hashable, Sendable {
            case kept(String)
            case dropped(String)
            case added(String)
        }
    }
}
