package import Articles

extension Annotator {
    /// Links a part of an archive anew: the quotes that have changed, and all that these could be joined with.
    ///
    /// Whether one quote could ever report the utterance of another one is seen from the two alone. What is connected by that, from one to
    /// the next, is joined without a look at anything else, so that the joining of the whole archive would make the same of it.
    ///
    /// - Returns: nil where all must be linked: where a part is large, where undated articles could be dated by it, and where the archive
    ///   has grown so much that words weigh otherwise.
    package static func relink(_ changes: ChangedQuotes, _ archive: LinkedArchive) throws -> QuoteRelinking? {
        do {
            var search = try ConnectedQuotes(changes, archive)
            let connected = try search.all()
            let columns = try JoinableQuotes(
                LinkableQuotes(archive.read(connected)), frequencies: search.terms.frequencies(of:))
            return QuoteRelinking(
                quotes: connected,
                statements: StatementJoining(columns, columns.days).joined().statements(withSingles: false),
                frequencies: search.terms.changed)
        } catch is LinksWhole {
            return nil
        }
    }
}

/// All of an archive must be linked.
private struct LinksWhole: Error {}

/// How frequent terms are, once quotes have come and gone.
private struct ChangedTerms {
    /// How many quotes there are now, and how many have the terms for which that is another number than before.
    private(set) var changed = TermFrequencies()
    /// The terms that weigh otherwise than before.
    private(set) var reweighed: Set<UInt64> = []
    private let archive: LinkedArchive

    init(_ archive: LinkedArchive, added: [LinkableQuote], removed: [LinkableQuote]) throws {
        self.archive = archive
        var reader = TermReader()
        var differences: [UInt64: Int] = [:]
        for (quotes, step) in [(added, 1), (removed, -1)] {
            for quote in quotes { for term in reader.keys(of: quote) { differences[term, default: 0] += step } }
        }
        let before = try archive.frequencies(Set(differences.keys))
        changed.quotes = before.quotes + added.count - removed.count
        let weighing = TermWeighing(quotes: before.quotes)
        guard weighing == TermWeighing(quotes: changed.quotes) else { throw LinksWhole() }
        for (term, difference) in differences where difference != 0 {
            let count = before.counts[term] ?? 0
            guard count + difference >= 0 else { throw LinksWhole() }
            changed.counts[term] = count + difference
            if weighing.weight(ofTermIn: count) != weighing.weight(ofTermIn: count + difference) {
                reweighed.insert(term)
            }
        }
    }

    /// How many quotes have some terms now.
    func frequencies(of terms: Set<UInt64>) throws -> TermFrequencies {
        var found = try archive.frequencies(terms)
        found.quotes = changed.quotes
        for term in terms { if let count = changed.counts[term] { found.counts[term] = count } }
        return found
    }
}

/// The quotes that are connected with some that have changed.
private struct ConnectedQuotes {
    let terms: ChangedTerms
    private let archive: LinkedArchive
    private let changes: ChangedQuotes
    /// What was read, by row.
    private var known: [Int64: LinkableQuote] = [:]

    /// So many quotes are looked at, and so many are linked anew; beyond that it is quicker to link all.
    private static let (mostKnown, mostConnected) = (50_000, 4_000)

    init(_ changes: ChangedQuotes, _ archive: LinkedArchive) throws {
        self.archive = archive
        self.changes = changes
        let changed = try archive.read(changes.changed)
        terms = try ChangedTerms(
            archive, added: changed.filter { changes.added.contains($0.id) }, removed: changes.rejected)
        for quote in changed + changes.rejected { known[quote.id] = quote }
    }

    /// The rows of all quotes that are connected with those that have changed.
    mutating func all() throws -> Set<Int64> {
        let rejected = Set(changes.rejected.map(\.id))
        var changed = changes.changed.union(try reweighedQuotes())
        // What a quote was joined with may be without it now.
        for group in try archive.statements(changed.union(rejected)) {
            try read(Set(group))
            let undated = group.contains { known[$0].map { $0.published == nil } ?? false }
            if group.count > 1, undated, archive.hasDatedAndUndated { throw LinksWhole() }
            changed.formUnion(group.filter { known[$0] != nil })
        }
        var connected = changed.union(rejected)
        var level = connected
        while !level.isEmpty {
            level = try neighbours(of: level).subtracting(connected)
            connected.formUnion(level)
            guard connected.count <= Self.mostConnected else { throw LinksWhole() }
        }
        guard try archive.statements(connected).joined().allSatisfy({ known[$0] == nil || connected.contains($0) })
        else {
            throw LinksWhole()
        }
        return connected.subtracting(rejected)
    }

    private mutating func read(_ rows: Set<Int64>) throws {
        let new = rows.filter { known[$0] == nil }
        guard known.count + new.count <= Self.mostKnown else { throw LinksWhole() }
        for quote in try archive.read(new) { known[quote.id] = quote }
    }

    /// The quotes with terms that weigh otherwise than before.
    private mutating func reweighedQuotes() throws -> Set<Int64> {
        var quotes: Set<Int64> = []
        var reader = TermReader()
        for term in terms.reweighed.sorted() {
            let beginning = TermReader.beginning(of: term)
            guard let count = terms.changed.counts[term], count <= Self.mostConnected, !beginning.isEmpty,
                let rows = try archive.havingWords([beginning])
            else { throw LinksWhole() }
            try read(Set(rows))
            let having = Set(rows).filter { row in known[row].map { reader.keys(of: $0).contains(term) } ?? false }
                .subtracting(changes.rejected.map(\.id))
            // Of a word in three parts the index has other forms.
            guard having.count == count else { throw LinksWhole() }
            quotes.formUnion(having)
        }
        return quotes
    }

    /// The quotes that could report an utterance of some, or the other way round.
    private mutating func neighbours(of rows: Set<Int64>) throws -> Set<Int64> {
        try read(try archive.saying(rows.flatMap(speeches)))
        try read(try withSameWords(rows))
        let ids = known.keys.sorted()
        let columns = try JoinableQuotes(
            LinkableQuotes(ids.compactMap { known[$0] }), frequencies: terms.frequencies(of:))
        let windows = columns.days.map(SpeechWindow.init)
        var bySpeaker: [UInt32: [Int]] = [:]
        var byWords: [UInt64: [Int]] = [:]
        for quote in ids.indices {
            for speaker in columns.speakers[quote] { bySpeaker[speaker, default: []].append(quote) }
            byWords[columns.sequenceMarks[quote], default: []].append(quote)
        }
        var found: Set<Int64> = []
        for quote in ids.indices where rows.contains(ids[quote]) {
            let said = columns.speakers[quote].flatMap { bySpeaker[$0] ?? [] }.filter { other in
                other != quote && windows[quote].common(with: windows[other]) != nil && columns.couldBeOne(quote, other)
            }
            let printed = (byWords[columns.sequenceMarks[quote]] ?? []).filter { other in
                other != quote && columns.haveSameWords(quote, other)
            }
            for other in said + printed {
                let isUndated = columns.days[quote].published == nil || columns.days[other].published == nil
                if isUndated, archive.hasDatedAndUndated { throw LinksWhole() }
                found.insert(ids[other])
            }
        }
        return found
    }

    /// What somebody could have said in other words, and when.
    private func speeches(_ row: Int64) -> [LinkedArchive.Speech] {
        guard let quote = known[row] else { return [] }
        let window = SpeechWindow(JoinableQuotes.Days(published: quote.published, said: quote.said))
        return quote.speakers.map {
            LinkedArchive.Speech(speaker: $0, said: window.first...window.last, published: window.published)
        }
    }

    /// Quotes that may have the same words as some, whoever says them.
    private func withSameWords(_ rows: Set<Int64>) throws -> Set<Int64> {
        let quotes = rows.sorted().compactMap { known[$0] }
        let columns = try JoinableQuotes(LinkableQuotes(quotes), frequencies: terms.frequencies(of:))
        var found: Set<Int64> = []
        for index in quotes.indices where columns.hasManyWords(index) {
            let beginnings = columns.terms.terms(index).lazy.map {
                TermReader.beginning(of: columns.terms.keys[Int($0)])
            }
            .filter { !$0.isEmpty }.prefix(3)
            guard let rows = try archive.havingWords(Array(beginnings)) else { throw LinksWhole() }
            found.formUnion(rows)
        }
        return found
    }
}

extension JoinableQuotes {
    /// Whether a quote is joined by its words alone where nobody is known to have said it.
    fileprivate func hasManyWords(_ quote: Int) -> Bool {
        terms.distinct.range(quote).count >= StatementJoining.manyWords
    }

    /// Whether one quote could ever report the utterance of another one, by their words.
    fileprivate func couldBeOne(_ a: Int, _ b: Int) -> Bool {
        guard totals[a] != totals[b] else { return couldReport(a, of: b) || couldReport(b, of: a) }
        return totals[a] < totals[b] ? couldReport(a, of: b) : couldReport(b, of: a)
    }

    private func couldReport(_ quote: Int, of fuller: Int) -> Bool {
        let resemblance = Resemblance(of: quote, in: fuller, terms, weight: totals[quote])
        return Resemblance.Demand.allCases.contains { resemblance.meets($0) }
    }

    /// Whether two quotes, one of which nobody is known to have said, can be one because their words are the same.
    fileprivate func haveSameWords(_ a: Int, _ b: Int) -> Bool {
        (speakers[a].isEmpty || speakers[b].isEmpty) && hasManyWords(a) && terms.sequence(a) == terms.sequence(b)
    }
}
