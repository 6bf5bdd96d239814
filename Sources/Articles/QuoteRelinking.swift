/// How many quotes of an archive have the terms by which quotes are compared.
package struct TermFrequencies: Hashable, Sendable {
    /// The number of quotes that were counted.
    package var quotes: Int
    /// By what tells a term from every other one.
    package var counts: [UInt64: Int]

    package init(quotes: Int = 0, counts: [UInt64: Int] = [:]) {
        self.quotes = quotes
        self.counts = counts
    }
}

/// What has changed since the quotes of an archive were linked.
package struct ChangedQuotes {
    /// The quotes that are new, of which other things are told, or that other people say, by their rows.
    package var changed: Set<Int64>
    /// Those of them that were not linked.
    package var added: Set<Int64>
    /// Quotes that were linked and that people have rejected since.
    package var rejected: [LinkableQuote]

    package init(changed: Set<Int64>, added: Set<Int64>, rejected: [LinkableQuote]) {
        self.changed = changed
        self.added = added
        self.rejected = rejected
    }
}

/// An archive of which a part is linked anew: the ways to its quotes, which may all lead to more than is asked for. None leads to a quote
/// that was rejected.
package struct LinkedArchive {
    /// Whether some of its articles are dated and others are not, so that those can date these.
    package let hasDatedAndUndated: Bool
    /// How many quotes had these terms when it was linked, and how many quotes there were.
    package let frequencies: (_ terms: Set<UInt64>) throws -> TermFrequencies
    /// The quotes that have for each of some beginnings a word of which a form or the stem begins so; nil where the index cannot tell.
    package let havingWords: (_ beginnings: [String]) throws -> [Int64]?
    /// The quotes that somebody says on some days.
    package let saying: (_ speeches: [Speech]) throws -> Set<Int64>
    /// The quotes of each statement that some quotes were linked into.
    package let statements: (_ quotes: Set<Int64>) throws -> [[Int64]]
    /// Quotes by their rows in the order of the archive, with the dates that they have of themselves.
    package let read: (_ quotes: Set<Int64>) throws -> [LinkableQuote]

    package init(
        hasDatedAndUndated: Bool, frequencies: @escaping (_ terms: Set<UInt64>) throws -> TermFrequencies,
        havingWords: @escaping (_ beginnings: [String]) throws -> [Int64]?,
        saying: @escaping (_ speeches: [Speech]) throws -> Set<Int64>,
        statements: @escaping (_ quotes: Set<Int64>) throws -> [[Int64]],
        read: @escaping (_ quotes: Set<Int64>) throws -> [LinkableQuote]
    ) {
        self.hasDatedAndUndated = hasDatedAndUndated
        self.frequencies = frequencies
        self.havingWords = havingWords
        self.saying = saying
        self.statements = statements
        self.read = read
    }

    /// Something that somebody said on one of some days.
    package struct Speech: Hashable {
        package let speaker: Int64
        /// The days, as numbers since 1970-01-01.
        package let said: ClosedRange<Int>
        /// The days on which it was printed, where nobody tells when it was said.
        package let published: ClosedRange<Int>

        package init(speaker: Int64, said: ClosedRange<Int>, published: ClosedRange<Int>) {
            self.speaker = speaker
            self.said = said
            self.published = published
        }
    }
}

/// What came of linking a part of an archive anew.
package struct QuoteRelinking {
    /// All quotes that were linked anew.
    package let quotes: Set<Int64>
    /// Which of them report one utterance; one that is in no statement is one of its own.
    package let statements: [LinkedStatement]
    /// How many quotes there are now, and how many have the terms for which that is another number than before.
    package let frequencies: TermFrequencies

    package init(quotes: Set<Int64>, statements: [LinkedStatement], frequencies: TermFrequencies) {
        self.quotes = quotes
        self.statements = statements
        self.frequencies = frequencies
    }
}
