package import Articles
import Dates
import Text

extension Annotator {
    /// Which quotes of an archive report one utterance.
    ///
    /// Each statement is a star: its fullest report, and others that are held against that one alone (a speaker in common, days and places
    /// that agree, most of the words), so that a chain of weak likenesses never joins what is different. The fullest come first; each
    /// further quote goes to the report that has most of its words, and where none has enough it begins a statement. The result does
    /// not depend on the order of `quotes`, and the time grows with their number.
    package static func statements(_ quotes: [LinkableQuote]) -> [LinkedStatement] {
        var joining = StatementJoining(quotes)
        joining.run()
        return joining.statements
    }
}

/// The joining of quotes into statements while it is under way.
private struct StatementJoining {
    private let quotes: [LinkableQuote]
    private let terms: StatementTerms
    private let totals: [Int]
    /// For each quote its speakers by number; 0 is nobody.
    private let speakers: [[UInt32]]
    private var index = LeaderIndex()
    /// The speakers of whom a quote is said on nobody knows which of many days.
    private let undated: Set<UInt32>
    /// Quotes by their words alone, for those of no known speaker.
    private var byWords: [UInt64: [Int]] = [:]
    /// For each quote the fullest report of its statement; itself where it is that.
    private var leader: [Int]
    private var likenesses: [Int: Likeness] = [:]
    /// For each fullest report the days on which its statement was said as far as all reports tell.
    private var windows: [SpeechWindow]
    /// The versions of articles that report a statement already.
    private var reporting: Set<Reporting> = []
    /// For each fullest report the last quote that looked at it.
    private var seenBy: [Int32]

    private struct Reporting: Hashable {
        let leader: Int
        let version: Int64
    }

    init(_ quotes: [LinkableQuote]) {
        self.quotes = quotes
        let terms = StatementTerms(quotes)
        self.terms = terms
        totals = quotes.indices.map(terms.weight)
        var numbers: [Int64: UInt32] = [:]
        speakers = quotes.map { quote in
            quote.speakers.map { speaker in
                let number = numbers[speaker] ?? UInt32(numbers.count + 1)
                numbers[speaker] = number
                return number
            }
        }
        leader = Array(quotes.indices)
        let windows = quotes.map(SpeechWindow.init)
        self.windows = windows
        undated = Set(quotes.indices.filter { windows[$0].indexed == nil }.flatMap { [speakers] in speakers[$0] })
        seenBy = [Int32](repeating: -1, count: quotes.count)
    }

    mutating func run() {
        let order = quotes.indices.sorted(by: comesBefore)
        for quote in order {
            if let (found, resemblance) = best(for: quote) {
                join(quote, to: found, resemblance)
            } else {
                lead(quote)
            }
        }
    }

    /// The fullest first; of equally full ones those of known speakers, then the earliest, then by words, then as given.
    private func comesBefore(_ a: Int, _ b: Int) -> Bool {
        if totals[a] != totals[b] { return totals[a] > totals[b] }
        let (first, second) = (quotes[a], quotes[b])
        if first.speakers.count != second.speakers.count { return first.speakers.count > second.speakers.count }
        if windows[a] != windows[b] {
            return (windows[a].last, windows[a].first) < (windows[b].last, windows[b].first)
        }
        if first.text != second.text { return first.text.utf8.lexicographicallyPrecedes(second.text.utf8) }
        return a < b
    }

    private mutating func lead(_ quote: Int) {
        for speaker in speakers[quote] {
            for term in terms.terms(quote) where term != StatementTerms.negation {
                if let days = windows[quote].indexed {
                    for days in days { index.insert(quote, speaker: speaker, term: term, days: days) }
                } else {
                    index.insert(quote, speaker: speaker, term: term, days: Self.manyDays)
                }
                if undated.contains(speaker) { index.insert(quote, speaker: speaker, term: term, days: Self.allDays) }
            }
        }
        if terms.terms(quote).count >= Self.manyWords { byWords[wordKey(quote), default: []].append(quote) }
        reporting.insert(Reporting(leader: quote, version: quotes[quote].version))
    }

    /// The entries of the index for quotes of many days alone, and for all quotes of speakers of whom there are such.
    private static let (manyDays, allDays) = (Int32.max, Int32.min)

    private mutating func join(_ quote: Int, to found: Int, _ resemblance: Resemblance) {
        leader[quote] = found
        windows[found] = windows[found].common(with: windows[quote]) ?? windows[found]
        reporting.insert(Reporting(leader: found, version: quotes[quote].version))
        likenesses[quote] = Likeness(
            quote: quotes[quote].id, fullest: quotes[found].id, common: resemblance.common, words: resemblance.count,
            share: resemblance.share)
    }

    // MARK: Candidates

    /// The report that has most of a quote's words, of equal ones the fullest.
    private mutating func best(for quote: Int) -> (Int, Resemblance)? {
        if speakers[quote].isEmpty { return ofUnknownSpeaker(quote) }
        var best: (Int, Resemblance)?
        // What shares none of the rarest terms does not share enough of all.
        var rest = totals[quote]
        var found: [Int] = []
        let days = windows[quote].indexed
        for term in terms.terms(quote) {
            guard rest * 100 >= totals[quote] * 42, rest >= best?.1.commonWeight ?? 0 else { break }
            rest -= terms.weights[Int(term)]
            guard term != StatementTerms.negation else { continue }
            found.removeAll(keepingCapacity: true)
            for speaker in speakers[quote] {
                for days in days ?? Self.allDays...Self.allDays {
                    index.find(speaker: speaker, term: term, days: days, into: &found)
                }
                if days != nil, undated.contains(speaker) {
                    index.find(speaker: speaker, term: term, days: Self.manyDays, into: &found)
                }
            }
            for candidate in found where seenBy[candidate] != quote {
                seenBy[candidate] = Int32(quote)
                guard windows[quote].common(with: windows[candidate]) != nil else { continue }
                let resemblance = Resemblance(of: quote, in: candidate, terms, weight: totals[quote])
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
        guard terms.terms(quote).count >= Self.manyWords else { return nil }
        let equal = (byWords[wordKey(quote)] ?? []).filter {
            terms.sequence($0) == terms.sequence(quote) && windows[$0].common(with: windows[quote]) != nil
        }
        guard let first = equal.first, equal.allSatisfy({ speakers[$0] == speakers[first] }) else { return nil }
        return (first, Resemblance(of: quote, in: first, terms, weight: totals[quote]))
    }

    private func wordKey(_ quote: Int) -> UInt64 {
        terms.sequence(quote).reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
    }

    /// So many content words that nobody says them twice by chance.
    private static let manyWords = 8

    // MARK: The test

    /// Whether a quote reports the utterance of which another is the fullest report.
    private func isReport(_ quote: Int, of fuller: Int, _ resemblance: Resemblance) -> Bool {
        let (a, b) = (quotes[quote], quotes[fuller])
        if a.version == b.version {
            // What somebody said that somebody said is not what that one said.
            return a.outer != b.id && b.outer != a.id && resemblance.meets(.repetition)
        }
        let areOwnWords = a.kind == .direct && b.kind == .direct
        if areOwnWords, !Resemblance.isInOrder(quote, in: fuller, terms) { return false }
        if !windows[quote].isOpen, !windows[fuller].isOpen, resemblance.meets(.sameWords) { return true }
        if placesDiffer(a, b) { return false }
        if areOwnWords { return resemblance.meets(.ownWords) }
        guard resemblance.meets(.paraphrase) else { return false }
        // One text tells an utterance in other words once.
        return resemblance.share >= 0.7 || !reporting.contains(Reporting(leader: fuller, version: a.version))
    }

    private func placesDiffer(_ a: LinkableQuote, _ b: LinkableQuote) -> Bool {
        guard let first = a.place, let second = b.place, first.basis == .explicit, second.basis == .explicit else {
            return false
        }
        return Folding.key(first.name) != Folding.key(second.name)
    }

    // MARK: The result

    /// The statements in the order of their first reports.
    var statements: [LinkedStatement] {
        var members: [Int: [Int]] = [:]
        var order: [Int] = []
        for (quote, leader) in leader.enumerated() {
            if members[leader] == nil { order.append(leader) }
            members[leader, default: []].append(quote)
        }
        return order.map { leader in
            let reports = members[leader] ?? []
            return LinkedStatement(
                quotes: reports.map { quotes[$0].id }, said: best(reports.compactMap { quotes[$0].said }),
                place: reports.compactMap { quotes[$0].place }.min { rank($0) < rank($1) },
                likenesses: reports.compactMap { likenesses[$0] })
        }
    }

    /// The date with the best basis; of equal ones the narrowest, then the earliest.
    private func best(_ dates: [DatedEvidence]) -> DatedEvidence? {
        dates.min { (rank($0), width($0), $0.value) < (rank($1), width($1), $1.value) }
    }

    private func width(_ date: DatedEvidence) -> Int { date.value.last.number - date.value.first.number }

    private func rank(_ date: DatedEvidence) -> Int { DatedEvidence.Basis.allCases.firstIndex(of: date.basis) ?? 0 }

    private func rank(_ place: PlaceEvidence) -> Int { PlaceEvidence.Basis.allCases.firstIndex(of: place.basis) ?? 0 }
}
