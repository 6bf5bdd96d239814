package import ArticleStore
package import Articles
package import Dates
package import QueryLanguage
package import Text

/// Runs the statements of one script or one prompt in turn: it keeps the definitions and the last answer.
package struct Session: Sendable {
    /// The archive that is asked.
    package let store: ArticleStore
    /// The day that `today` means.
    package let today: CalendarDay
    /// Whether the archive may be corrected, and by whom.
    package let editing: Editing
    /// Finds anew what is in an article, for what no archive keeps; nil where nobody does.
    private let annotate: @Sendable (Article) -> AnnotatedArticle?

    /// A session over an archive, with nothing asked yet.
    package init(
        store: ArticleStore, today: CalendarDay, editing: Editing = .refused("nothing can be corrected here"),
        annotate: @escaping @Sendable (Article) -> AnnotatedArticle? = { _ in nil }
    ) {
        self.store = store
        self.today = today
        self.editing = editing
        self.annotate = annotate
    }

    /// How sure the annotator is of what names the speakers of a quote; nil where it finds the quote no more, or other speakers.
    func speakerConfidence(_ record: QuoteRecord) throws -> Double? {
        guard let annotated = try store.article(of: record).flatMap(annotate) else { return nil }
        let found = zip(annotated.article.versions, annotated.annotations).first { $0.0.number == record.version }
        return found?.1.quotes.first {
            $0.segments == record.quote.segments
                && $0.speakers.map(\.range) == record.quote.speakers.map(\.range)
        }?.speakerConfidence
    }

    /// Where the statements at hand come from, which decides what they may do.
    package var origin = Origin.program

    /// Who gives a statement: what is typed can be put right at once, what is kept in a file is run again and again.
    package enum Origin: Hashable, Sendable {
        case prompt, commandLine, standardInput, script, program
    }

    /// What `let` defined so far, for the parser, which resolves `$name` itself.
    package internal(set) var definitions: [String: Statement.Definition.Value] = [:]
    /// The answer to which `#3`, `among _` and `expect` refer.
    package internal(set) var lastAnswer: Answer? { didSet { quotesOfRows = [:] } }
    /// The quotes of rows of the last answer that were spoken of: what `#3.2` means stays the same while the archive is corrected.
    var quotesOfRows: [Int: [QuoteRecord]] = [:]
    /// The names of the archive, read once for each of its states.
    var names: NameBook?
    /// The state that `names` are of.
    var stateOfNames = ""

    /// What became of a statement.
    package enum Outcome: Sendable {
        case answer(Answer)
        /// `show`: quotes in the lines they stand in.
        case passages([Passage])
        /// `open`: quotes, to be looked up where they are printed.
        case locations([QuoteRecord])
        /// `why`: how a row came to be there.
        case reasons([Reason])
        /// `explain`: the question in one English sentence, the plan, and the cost.
        case explanation(Explanation)
        /// `describe`: lines of text about a field, a speaker or the archive.
        case description([String])
        case defined(name: String)
        case expectation(Verdict)
        /// What a person decided, as it was stored, and what is to be said about it.
        case decided(DecisionRecord, [Diagnostic])
        /// A decision that was taken back.
        case undone(DecisionRecord)
        /// `corrections`: all decisions, and the format that was asked for.
        case decisions([DecisionRecord], OutputFormat?)
        /// `include` and lines with a dot, which the caller carries out.
        case command(Statement.Command)
        /// The statement is right but cannot be run here: an unknown `$name`, `#9` of four rows.
        case refused(Diagnostic)
    }

    /// The lines of a source around a quote.
    package struct Passage: Hashable, Sendable {
        package var quote: QuoteRecord
        /// The paragraphs around and of the quote, with the number of the line of each in the source.
        package var lines: [Line]

        package init(quote: QuoteRecord, lines: [Line]) {
            self.quote = quote
            self.lines = lines
        }

        /// One line of the source.
        package struct Line: Hashable, Sendable {
            package var number: Int
            package var text: String
            /// Parts of `text` in bytes, with what they are.
            package var marks: [Mark]

            package init(number: Int, text: String, marks: [Mark]) {
                self.number = number
                self.text = text
                self.marks = marks
            }
        }

        /// A part of a line that plays a role in the quote.
        package struct Mark: Hashable, Sendable {
            package var range: ByteRange
            package var role: Role

            package init(range: ByteRange, role: Role) {
                self.range = range
                self.role = role
            }

            /// What a part of a line is.
            package enum Role: String, Hashable, Sendable { case content, speaker, cue, date, place }
        }
    }

    /// How one property of a quote was found: `speaker`, `Kerry`, `pronoun "he", line 12`.
    package struct Reason: Hashable, Sendable {
        package var property: String
        package var value: String
        package var evidence: String

        package init(property: String, value: String, evidence: String) {
            self.property = property
            self.value = value
            self.evidence = evidence
        }
    }

    /// Whether an expectation held.
    package struct Verdict: Hashable, Sendable {
        package var holds: Bool
        /// One sentence: what was expected and what was found.
        package var message: String
        /// The answer that it speaks of.
        package var answer: Answer
        /// The rows that broke it, counted from 1.
        package var broken: [Int]

        package init(holds: Bool, message: String, answer: Answer, broken: [Int] = []) {
            self.holds = holds
            self.message = message
            self.answer = answer
            self.broken = broken
        }
    }
}

/// Why a statement could not be run to its end.
package enum EvaluationError: Error, Hashable, Sendable {
    case cancelled
}
