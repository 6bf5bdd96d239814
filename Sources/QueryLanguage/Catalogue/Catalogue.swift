package import SpeechVerbs

/// Everything in the language that has a name, as one array of values: parser, completion, hover, help and manual read it.
package enum Catalogue {
    /// One thing with a name.
    package struct Entry: Hashable, Sendable {
        /// How it is written.
        package let name: String
        /// What it is.
        package let kind: Kind
        /// One line about it.
        package let summary: String
        /// A piece of a question that uses it.
        package let example: String
    }

    /// What a thing with a name is.
    package enum Kind: Hashable, Sendable {
        case form, clause, field(Field.ValueType), verb(SpeechAct), format, matcher, command, dotCommand
    }

    /// All entries: forms, clauses, matchers, commands, dot-commands, formats, fields, verbs.
    package static let entries: [Entry] = written + formats + fields + verbs

    /// The entries with a name, whatever its case.
    package static func entries(named name: String) -> [Entry] {
        let name = name.lowercased()
        return entries.filter { $0.name == name }
    }

    /// The values of `kind`.
    package static let kinds = ["direct", "indirect", "mixed"]

    /// The words that begin a clause, and at a line's start continue the question above.
    package static let clauseKeywords: Set<String> = [
        "where", "about", "with", "without", "by", "to", "via", "in", "on", "since", "until", "before", "after",
        "between", "among", "per", "order", "top", "sample", "as",
    ]

    /// The same words in the order of the alphabet, from which the right one is suggested; then those that are too long to
    /// be mistaken for a word of somebody's own.
    static let clauseSuggestions = clauseKeywords.sorted()
    static let longClauseSuggestions = clauseSuggestions.filter { $0.utf8.count > 3 }

    /// The words inside names that are written small.
    static let particles: Set<String> = [
        "of", "de", "del", "della", "der", "den", "van", "von", "al", "el", "bin", "ibn", "la", "le", "du", "da", "for",
        "the", "&",
    ]

    private static let written: [Entry] = {
        let table: [(Kind, [(String, String, String)])] = [
            (
                .form,
                [
                    ("who", "statements, speaker first", "who said \"ceasefire\""),
                    ("what did", "statements, words first", "what did Lavrov say about Iran"),
                    ("when did", "statements, date first", "when did Kerry say \"encourage a ceasefire\""),
                    ("where did", "statements, place first", "where did Kerry say \"encourage a ceasefire\""),
                    ("quotes", "printed quotes", "quotes where kind = direct and speaker = Kerry"),
                    ("statements", "utterances with all their reports", "statements about Iran"),
                    ("articles", "articles", "articles where outlet = \"The Guardian\""),
                    ("speakers", "speakers", "speakers about Iran"),
                    ("outlets", "outlets", "outlets \"encourage a ceasefire\""),
                    ("how many", "counts", "how many quotes per speaker"),
                    ("wordings of", "all reports of each statement", "wordings of \"encourage a ceasefire\""),
                    ("changes", "what differs between versions", "changes where outlet = \"The Guardian\""),
                ]
            ),
            (
                .clause,
                [
                    ("where", "a condition on each quote", "where kind = direct"),
                    ("about", "what the words are about", "about Iran"),
                    ("with", "another quote of the row has these words", "with \"aid\""),
                    ("without", "no quote of the row has these words", "without \"aid\""),
                    ("by", "who said it", "by Kerry or Lavrov"),
                    ("to", "to whom it was said", "to reporters"),
                    ("via", "through whom it was reported", "via AFP"),
                    ("in", "a place, a month or year, or any version", "in January 2014"),
                    ("on", "a day", "on 13 January 2014"),
                    ("since", "from a date on", "since 2014-01-01"),
                    ("until", "up to and including a date", "until 2014-01-31"),
                    ("before", "before a date", "before 2014"),
                    ("after", "after a date", "after 13 January 2014"),
                    ("between", "between two dates", "between 2014-01-01 and 2014-01-31"),
                    ("among", "only what an earlier answer holds", "among _"),
                    ("per", "counts by a field", "per speaker and month"),
                    (
                        "order by", "another order of the rows; `left` and `right` are the words beside what matched",
                        "order by date desc"
                    ),
                    ("top", "the first rows only", "top 5 with ties"),
                    ("sample", "some rows by chance", "sample 10 seed 1"),
                    ("as", "the shape of the answer", "as csv"),
                ]
            ),
            (
                .matcher,
                [
                    ("exactly", "these very characters", "exactly \"localised ceasefire\""),
                    ("quoted", "only inside quotation marks", "quoted \"terrorist\""),
                    ("near", "at most ten words apart; near/5 five", "\"aid\" near \"Ghouta\""),
                    ("and", "both", "\"aid\" and \"Ghouta\""),
                    ("or", "either", "\"aid\" or \"relief\""),
                    ("not", "not this", "\"aid\" and not \"Ghouta\""),
                ]
            ),
            (
                .command,
                [
                    ("let", "gives words, a condition, a value or a question a name", "let truce = \"cease fire\""),
                    ("expect", "what the answer above must be", "expect at least 2 rows"),
                    ("show", "the passage of a row in its context", "show #2"),
                    ("why", "how a row came to be there", "why #2"),
                    ("open", "the source in an editor", "open #2"),
                    ("explain", "how a question is understood", "explain who said \"ceasefire\""),
                    ("describe", "what a field or a name is", "describe cue"),
                    ("include", "the statements of another file", "include \"names.ask\""),
                    (
                        "correct", "puts right what was read wrongly; `all` for every report of a row",
                        "correct #2 speaker = \"Sergei Lavrov\""
                    ),
                    ("reject", "says that this is no quote", "reject #2"),
                    ("merge", "makes two names one speaker", "merge \"Sergey Lavrov\" into \"Sergei Lavrov\""),
                    (
                        "split", "makes a name a speaker of its own",
                        "split \"Hillary Clinton\" from \"Bill Clinton\""
                    ),
                    ("undo", "takes back the latest correction, or the numbered one", "undo 3"),
                    ("corrections", "what was corrected, by whom and when", "corrections as csv"),
                ]
            ),
            (
                .dotCommand,
                [
                    (".help", "help on a topic", ".help where"),
                    (".tour", "shows the language in a few stops", ".tour"),
                    (".info", "what is in the archive", ".info"),
                    (".open", "asks another archive", ".open syria.whosaid"),
                    (".add", "reads more articles into the archive", ".add stories"),
                    (".format", "the shape of the answers that follow", ".format csv"),
                    (".output", "writes the answers that follow into a new file", ".output answers.txt"),
                    (".once", "writes the next answer into a new file", ".once answer.csv"),
                    (".timer", "whether each answer is followed by the time it took", ".timer on"),
                    (".pager", "whether long answers are shown page by page", ".pager off"),
                    (".history", "what was typed, or what of it has these words", ".history Kerry"),
                    (".save", "keeps the last question under a name", ".save morning"),
                    (".run", "runs a script, or a question that was kept", ".run morning"),
                    (".settings", "what is set", ".settings"),
                    (".quit", "leaves the prompt", ".quit"),
                    (".exit", "leaves the prompt", ".exit"),
                ]
            ),
        ]
        return table.flatMap { kind, rows in
            rows.map { Entry(name: $0.0, kind: kind, summary: $0.1, example: $0.2) }
        }
    }()

    private static let formats: [Entry] = OutputFormat.allCases.map {
        Entry(name: $0.rawValue, kind: .format, summary: $0.summary, example: "as \($0.rawValue)")
    }

    private static let fields: [Entry] = Field.allCases.map {
        Entry(name: $0.rawValue, kind: .field($0.type), summary: $0.summary, example: $0.example)
    }

    private static let verbs: [Entry] = SpeechVerb.all.filter {
        !(SpokenVerb.isPlain($0.lemma) && $0.particle != nil)
    }.map { verb in
        let past = verb.forms.dropFirst(2).first ?? verb.lemma
        let particle = verb.particle.map { " " + $0 } ?? ""
        let summary = SpokenVerb.isPlain(verb.lemma) ? "says, by any cue" : "the act: \(verb.act)"
        return Entry(
            name: verb.lemma + particle, kind: .verb(verb.act), summary: summary, example: "who " + past + particle)
    }
}

extension OutputFormat {
    /// One line about it.
    package var summary: String {
        switch self {
        case .table: "columns for eyes"
        case .lines: "one field a line, for eyes"
        case .kwic: "the words in the middle of their context"
        case .json: "one JSON document"
        case .jsonl: "one JSON object a row"
        case .csv: "comma-separated values"
        case .markdown: "a Markdown table"
        case .html: "an HTML table"
        }
    }
}
