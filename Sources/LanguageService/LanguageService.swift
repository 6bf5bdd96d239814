package import QueryLanguage
package import Text

/// What an editor or a prompt asks of a text in the language: plain values in byte ranges.
package struct LanguageService: Sendable {
    /// The names of the archive.
    package var vocabulary: Vocabulary
    /// What earlier statements have defined, for `$name`.
    package var definitions: [String: Statement.Definition.Value]
    /// The named speakers of the archive whom a question would find under a name.
    package var speakersCalled: @Sendable (_ name: String) -> [Vocabulary.Entry] = { _ in [] }
    /// What quotes have as this field, where that is neither a speaker nor an outlet: places, occasions, roles.
    package var valuesOf: @Sendable (_ field: Field) -> NameTable? = { _ in nil }
    /// The words of the archive that begin so, most frequent first.
    package var wordsBeginning: @Sendable (_ beginning: String) -> [Vocabulary.Entry] = { _ in [] }
    /// The first of these words, where it is known at once: this is asked at every key.
    package var likeliestWord: @Sendable (_ beginning: String) -> String? = { _ in nil }

    package init(vocabulary: Vocabulary, definitions: [String: Statement.Definition.Value] = [:]) {
        self.vocabulary = vocabulary
        self.definitions = definitions
    }

    /// A text read with the definitions made before it.
    func script(_ text: String) -> Script { Script(parsing: text, definitions: definitions) }
}

/// The names that an archive knows.
package struct Vocabulary: Hashable, Sendable {
    /// Speakers with the number of their quotes, most first.
    package var speakers: [Entry] = [] { didSet { speakerTable = NameTable(speakers) } }
    /// Outlets with the number of their articles, most first.
    package var outlets: [Entry] = [] { didSet { outletTable = NameTable(outlets) } }
    private(set) var speakerTable = NameTable([])
    private(set) var outletTable = NameTable([])

    package init() {}

    /// A name and how often it occurs.
    package struct Entry: Hashable, Sendable {
        package var name: String
        package var count: Int
        /// Other forms of the name.
        package var aliases: [String]
        /// What the speaker is, as printed.
        package var role: String?
        /// Whom the speaker speaks for.
        package var organisation: String?

        package init(name: String, count: Int, aliases: [String] = []) {
            self.name = name
            self.count = count
            self.aliases = aliases
        }
    }
}

/// One thing that can be typed next.
package struct Completion: Hashable, Sendable {
    /// The bytes that it replaces.
    package var range: ByteRange
    /// What is inserted, quotation marks included where they are needed.
    package var insertion: String
    /// What a list shows.
    package var label: String
    /// One line about it: a field's type and example, a speaker's number of quotes.
    package var detail: String

    package init(range: ByteRange, insertion: String, label: String, detail: String) {
        self.range = range
        self.insertion = insertion
        self.label = label
        self.detail = detail
    }
}

/// A stretch of text and its meaning.
package struct SemanticToken: Hashable, Sendable {
    package var range: ByteRange
    package var kind: Kind
    /// Whether it is part of a name that the archive has.
    package var isKnown = false
    /// Whether it is wrong whatever may follow.
    package var isWrong = false

    package init(range: ByteRange, kind: Kind) {
        self.range = range
        self.kind = kind
    }

    /// What a stretch of text means.
    package enum Kind: String, CaseIterable, Hashable, Sendable {
        case keyword, verb, field, name, string, number, date, regex, variable, comment, error
        case `operator`
    }
}
