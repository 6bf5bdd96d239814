package import Articles
import Dates

extension Annotator {
    /// Which quotes of an archive report one utterance.
    ///
    /// Each statement is a star: its fullest report, and others that are held against that one alone (a speaker in common, days and places
    /// that agree, most of the words), so that a chain of weak likenesses never joins what is different. The fullest come first; each
    /// further quote goes to the report that has most of its words, and where none has enough it begins a statement. The result does
    /// not depend on the order of `quotes`, and the time grows with their number.
    package static func statements(_ quotes: [LinkableQuote]) -> [LinkedStatement] {
        // Quotes that are there already cannot fail to be read.
        guard let columns = try? JoinableQuotes(LinkableQuotes(quotes)) else { return [] }
        return StatementJoining(columns, columns.days).joined().statements(withSingles: true)
    }

    /// Links the quotes of an archive: which report one utterance, and when undated articles appeared. Statements of one quote are left out.
    package static func link(_ quotes: LinkableQuotes) throws -> QuoteLinking {
        let columns = try JoinableQuotes(quotes)
        return QuoteLinking(
            statements: { changed in
                var days = columns.days
                if !changed.isEmpty {
                    for (index, id) in columns.ids.enumerated() {
                        guard let other = changed[id] else { continue }
                        days[index] = JoinableQuotes.Days(published: other.published, said: other.said)
                    }
                }
                return StatementJoining(columns, days).joined().statements(withSingles: false)
            }, publications: { publications(columns, $0) }, frequencies: columns.frequencies)
    }
}

/// The joining of quotes into statements while it is under way.
struct StatementJoining {
    private let quotes: JoinableQuotes
    private let terms: StatementTerms
    private let days: [JoinableQuotes.Days]
    private var index: LeaderIndex
    /// Whether of a speaker a quote is said on nobody knows which of many days.
    private var isUndated: [Bool]
    /// Quotes by their words alone, for those of no known speaker; kept where there are such.
    private var byWords: [UInt64: [Int]] = [:]
    /// For each quote the fullest report of its statement; itself where it is that.
    private var leader: [Int32]
    /// For each quote the one that was joined to the same report before it; -1 for none. At the fullest report stands the last one.
    private var before: [Int32]
    private var likenesses: [(quote: Int32, resemblance: Resemblance)] = []
    /// For each fullest report the days on which its statement was said as far as all reports tell.
    private var windows: [SpeechWindow]
    /// For each fullest report the last quote that looked at it.
    private var seenBy: [Int32]

    /// - Parameter days: when the quotes were printed and said, as far as that is known or supposed.
    init(_ quotes: JoinableQuotes, _ days: [JoinableQuotes.Days]) {
        self.quotes = quotes
        self.days = days
        terms = quotes.terms
        leader = (0..<quotes.count).map { Int32($0) }
        before = [Int32](repeating: -1, count: quotes.count)
        seenBy = before
        let windows = days.map(SpeechWindow.init)
        self.windows = windows
        isUndated = Array(repeating: false, count: quotes.speakerCount)
        for quote in windows.indices where windows[quote].indexed == nil {
            for place in quotes.speakers.range(quote) { isUndated[Int(quotes.speakers.values[place])] = true }
        }
        index = LeaderIndex(looks: terms.distinct.values.count)
    }

    /// Joins all quotes.
    consuming func joined() -> JoinedQuotes {
        var joining = self
        joining.prepare()
        for quote in joining.order() {
            if let (found, resemblance) = joining.best(for: quote) {
                joining.join(quote, to: found, resemblance)
            } else {
                joining.lead(quote)
            }
        }
        return JoinedQuotes(
            quotes: joining.quotes, days: joining.days, leader: joining.leader, likenesses: joining.likenesses)
    }

    /// Tells the index what each quote will look for, and finds the words of quotes that nobody is known to have said.
    private mutating func prepare() {
        for quote in 0..<quotes.count {
            let looked = lookedFor(quote)
            let speakers = quotes.speakers.range(quote)
            if speakers.isEmpty {
                if terms.distinct.range(quote).count >= Self.manyWords { byWords[quotes.sequenceMarks[quote]] = [] }
                continue
            }
            let days = windows[quote].indexed
            for place in looked {
                let term = terms.distinct.values[place]
                guard term != StatementTerms.negation else { continue }
                for speaker in speakers {
                    let speaker = quotes.speakers.values[speaker]
                    for days in days ?? Self.allDays...Self.allDays {
                        index.want(LeaderIndex.Key(speaker: speaker, term: term, days: days))
                    }
                    if days != nil, isUndated[Int(speaker)] {
                        index.want(LeaderIndex.Key(speaker: speaker, term: term, days: Self.manyDays))
                    }
                }
            }
        }
    }

    /// The places of the terms by which reports of a quote's utterance are found.
    private func lookedFor(_ quote: Int) -> Range<Int> {
        let start = terms.distinct.range(quote).lowerBound
        return start..<(start + Int(quotes.telling[quote]))
    }

    /// The quotes in the order in which they are joined.
    private func order() -> [Int] {
        struct Place {
            let total, speakers: Int32
            let days: SpeechWindow
            let mark: UInt64
            let index: Int32
        }
        var places = (0..<quotes.count).map { quote in
            Place(
                total: Int32(quotes.totals[quote]), speakers: Int32(quotes.speakers.range(quote).count),
                days: windows[quote], mark: quotes.textMarks[quote], index: Int32(quote))
        }
        places.sort { a, b in
            if a.total != b.total { return a.total > b.total }
            if a.speakers != b.speakers { return a.speakers > b.speakers }
            if a.days != b.days { return (a.days.last, a.days.first) < (b.days.last, b.days.first) }
            return a.mark != b.mark ? a.mark < b.mark : a.index < b.index
        }
        return places.map { Int($0.index) }
    }

    /// The fullest first; of equally full ones those of known speakers, then the earliest, then by a mark of the text, then as given.
    private func comesBefore(_ a: Int, _ b: Int) -> Bool {
        if quotes.totals[a] != quotes.totals[b] { return quotes.totals[a] > quotes.totals[b] }
        let (first, second) = (quotes.speakers.range(a).count, quotes.speakers.range(b).count)
        if first != second { return first > second }
        if windows[a] != windows[b] {
            return (windows[a].last, windows[a].first) < (windows[b].last, windows[b].first)
        }
        return quotes.textMarks[a] != quotes.textMarks[b] ? quotes.textMarks[a] < quotes.textMarks[b] : a < b
    }

    private mutating func lead(_ quote: Int) {
        let looked = lookedFor(quote)
        let days = windows[quote].indexed
        for speaker in quotes.speakers.range(quote) {
            let speaker = quotes.speakers.values[speaker]
            for place in terms.distinct.range(quote) {
                let term = terms.distinct.values[place]
                guard term != StatementTerms.negation else { continue }
                let isLookedFor = looked.contains(place)
                if let days {
                    for days in days {
                        index.insert(
                            quote, LeaderIndex.Key(speaker: speaker, term: term, days: days), isWanted: isLookedFor)
                    }
                } else {
                    index.insert(
                        quote, LeaderIndex.Key(speaker: speaker, term: term, days: Self.manyDays), isWanted: false)
                }
                if isUndated[Int(speaker)] {
                    index.insert(
                        quote, LeaderIndex.Key(speaker: speaker, term: term, days: Self.allDays),
                        isWanted: isLookedFor && days == nil)
                }
            }
        }
        if !byWords.isEmpty, terms.distinct.range(quote).count >= Self.manyWords {
            byWords[quotes.sequenceMarks[quote]]?.append(quote)
        }
    }

    /// The entries of the index for quotes of many days alone, and for all quotes of speakers of whom there are such.
    private static let (manyDays, allDays) = (Int32.max, Int32.min)

    private mutating func join(_ quote: Int, to found: Int, _ resemblance: Resemblance) {
        leader[quote] = Int32(found)
        before[quote] = before[found]
        before[found] = Int32(quote)
        windows[found] = windows[found].common(with: windows[quote]) ?? windows[found]
        likenesses.append((Int32(quote), resemblance))
    }

    // MARK: Candidates

    /// The report that has most of a quote's words, of equal ones the fullest.
    private mutating func best(for quote: Int) -> (Int, Resemblance)? {
        let speakers = quotes.speakers.range(quote)
        if speakers.isEmpty { return ofUnknownSpeaker(quote) }
        var best: (Int, Resemblance)?
        var rest = quotes.totals[quote]
        var found: [Int32] = []
        let days = windows[quote].indexed
        for place in lookedFor(quote) {
            guard rest >= best?.1.commonWeight ?? 0 else { break }
            let term = terms.distinct.values[place]
            rest -= terms.weights[Int(term)]
            guard term != StatementTerms.negation else { continue }
            found.removeAll(keepingCapacity: true)
            for speaker in speakers {
                let speaker = quotes.speakers.values[speaker]
                for days in days ?? Self.allDays...Self.allDays {
                    index.find(LeaderIndex.Key(speaker: speaker, term: term, days: days), into: &found)
                }
                if days != nil, isUndated[Int(speaker)] {
                    index.find(LeaderIndex.Key(speaker: speaker, term: term, days: Self.manyDays), into: &found)
                }
            }
            for candidate in found where seenBy[Int(candidate)] != quote {
                seenBy[Int(candidate)] = Int32(quote)
                let candidate = Int(candidate)
                guard windows[quote].common(with: windows[candidate]) != nil else { continue }
                let resemblance = Resemblance(of: quote, in: candidate, terms, weight: quotes.totals[quote])
                if let known = best, !isBetter((candidate, resemblance), than: known) { continue }
                if isReport(quote, of: candidate, resemblance) { best = (candidate, resemblance) }
            }
        }
        return best
    }

    private func isBetter(_ a: (Int, Resemblance), than b: (Int, Resemblance)) -> Bool {
        if a.1.commonWeight != b.1.commonWeight { return a.1.commonWeight > b.1.commonWeight }
        return comesBefore(a.0, b.0)
    }

    /// Many words that are all equal are one utterance also where one report does not tell whose; but not where several people said them.
    private func ofUnknownSpeaker(_ quote: Int) -> (Int, Resemblance)? {
        guard terms.distinct.range(quote).count >= Self.manyWords else { return nil }
        let equal = (byWords[quotes.sequenceMarks[quote]] ?? []).filter {
            terms.sequence($0) == terms.sequence(quote) && windows[$0].common(with: windows[quote]) != nil
        }
        guard let first = equal.first, equal.allSatisfy({ quotes.speakers[$0] == quotes.speakers[first] }) else {
            return nil
        }
        return (first, Resemblance(of: quote, in: first, terms, weight: quotes.totals[quote]))
    }

    /// So many content words that nobody says them twice by chance.
    static let manyWords = 8

    // MARK: The test

    /// Whether a quote reports the utterance of which another is the fullest report.
    private func isReport(_ quote: Int, of fuller: Int, _ resemblance: Resemblance) -> Bool {
        if quotes.versions[quote] == quotes.versions[fuller] {
            // What somebody said that somebody said is not what that one said.
            return quotes.outers[quote] != quotes.ids[fuller] && quotes.outers[fuller] != quotes.ids[quote]
                && resemblance.meets(.repetition)
        }
        let areOwnWords = quotes.isDirect[quote] && quotes.isDirect[fuller]
        if areOwnWords {
            // The order is looked at last: it takes longest.
            guard resemblance.meets(.sameWords) || resemblance.meets(.ownWords),
                Resemblance.isInOrder(quote, in: fuller, terms)
            else { return false }
        }
        if !windows[quote].isOpen, !windows[fuller].isOpen, resemblance.meets(.sameWords) { return true }
        if quotes.placesDiffer(quote, fuller) { return false }
        if areOwnWords { return resemblance.meets(.ownWords) }
        guard resemblance.meets(.paraphrase) else { return false }
        // One text tells an utterance in other words once.
        return resemblance.share >= 0.7 || !isReported(fuller, in: quotes.versions[quote])
    }

    /// Whether a version of an article reports the statement of a fullest report already.
    private func isReported(_ fullest: Int, in version: Int64) -> Bool {
        var report = Int32(fullest)
        repeat {
            if quotes.versions[Int(report)] == version { return true }
            report = before[Int(report)]
        } while report >= 0
        return false
    }
}
