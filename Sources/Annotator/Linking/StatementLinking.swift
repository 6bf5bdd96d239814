package import Articles
import Dates
import Text

extension Annotator {
    /// Which quotes of an archive report one utterance: a speaker in common, days that agree, and mostly the same content words.
    package static func statements(_ quotes: [LinkableQuote]) -> [LinkedStatement] {
        var joined = Partition(count: quotes.count)
        let words = quotes.map { contentWords($0.text) }
        var byWord: [SpeakerWord: [Int]] = [:]
        for (index, quote) in quotes.enumerated() {
            var candidates: Set<Int> = []
            for speaker in quote.speakers.sorted() {
                for word in words[index].sorted() {
                    let key = SpeakerWord(speaker: speaker, word: word)
                    let earlier = byWord[key] ?? []
                    // Words that a speaker uses everywhere find nothing that rarer ones do not.
                    candidates.formUnion(earlier.suffix(24))
                    byWord[key, default: []].append(index)
                }
            }
            for other in candidates.sorted() where isOneUtterance(quote, words[index], quotes[other], words[other]) {
                joined.join(index, other)
            }
        }
        return joined.groups().map { group in
            LinkedStatement(
                quotes: group.map { quotes[$0].id }, said: best(group.compactMap { quotes[$0].said }),
                place: group.compactMap { quotes[$0].place }.min { rank($0) < rank($1) })
        }
    }

    private struct SpeakerWord: Hashable {
        let speaker: Int64
        let word: String
    }

    /// Whether two quotes report one utterance.
    private static func isOneUtterance(
        _ a: LinkableQuote, _ aWords: Set<String>, _ b: LinkableQuote, _ bWords: Set<String>
    ) -> Bool {
        let common = aWords.intersection(bWords).count
        let smaller = min(aWords.count, bWords.count)
        guard common >= 4, daysAgree(a, b) else { return false }
        let isSameArticle = a.article == b.article
        // Within one version of an article two quotes are two utterances, unless one repeats nearly all of the other.
        let share = Double(common) / Double(smaller)
        return share >= (isSameArticle && a.isLatest == b.isLatest ? 0.9 : 0.7)
    }

    /// Whether the days on which two quotes were said can be one: known days meet; unknown ones lie within three days of publication.
    private static func daysAgree(_ a: LinkableQuote, _ b: LinkableQuote) -> Bool {
        if let first = a.said?.value, let second = b.said?.value { return first.overlaps(second) }
        guard let first = a.said?.value ?? a.published, let second = b.said?.value ?? b.published else { return true }
        return first.first.number <= second.last.number + 3 && second.first.number <= first.last.number + 3
    }

    private static func contentWords(_ text: String) -> Set<String> {
        let words = Folding.words(in: text)
        var stems: Set<String> = []
        for (index, word) in words.enumerated() {
            if word.isHyphenatedToNext, index + 1 < words.count {
                stems.insert(Folding.stem(ofForm: word.form + words[index + 1].form))
            } else if index > 0, words[index - 1].isHyphenatedToNext {
                continue
            } else if !idleWords.contains(word.form) {
                stems.insert(word.stem)
            }
        }
        return stems
    }

    private static let idleWords: Set<String> = WordClass.determiners.union(WordClass.prepositions).union(
        WordClass.conjunctions
    )
    .union(WordClass.auxiliaries).union(WordClass.modals).union(WordClass.subjectPronouns).union(
        WordClass.objectPronouns
    )
    .union(["not", "very", "which", "there"])

    /// The date with the best basis; of equal ones the narrowest, then the earliest.
    private static func best(_ dates: [DatedEvidence]) -> DatedEvidence? {
        dates.min { (rank($0), width($0), $0.value) < (rank($1), width($1), $1.value) }
    }

    private static func width(_ date: DatedEvidence) -> Int { date.value.last.number - date.value.first.number }

    private static func rank(_ date: DatedEvidence) -> Int {
        DatedEvidence.Basis.allCases.firstIndex(of: date.basis) ?? 0
    }

    private static func rank(_ place: PlaceEvidence) -> Int {
        PlaceEvidence.Basis.allCases.firstIndex(of: place.basis) ?? 0
    }
}

/// Disjoint sets of numbers, joined two by two.
private struct Partition {
    private var parent: [Int]

    init(count: Int) { parent = Array(0..<count) }

    private mutating func root(_ index: Int) -> Int {
        var index = index
        while parent[index] != index {
            parent[index] = parent[parent[index]]
            index = parent[index]
        }
        return index
    }

    mutating func join(_ a: Int, _ b: Int) {
        let (a, b) = (root(a), root(b))
        parent[max(a, b)] = min(a, b)
    }

    /// The sets, by their smallest members, each in order.
    mutating func groups() -> [[Int]] {
        var groups: [Int: [Int]] = [:]
        for index in parent.indices { groups[root(index), default: []].append(index) }
        return groups.keys.sorted().compactMap { groups[$0] }
    }
}
