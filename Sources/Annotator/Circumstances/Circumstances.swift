import Articles
import Dates
import Gazetteer
import Text

/// When, where, on what occasion and in what medium the words of an article were said.
///
/// Evidence comes from the attributing clause first. Where that is silent, the people of the article's occasion (its one dated day, its
/// meeting, its dateline) spoke then and there; of everybody else nothing is claimed.
struct Circumstances {
    private let document: Document
    private let clause: AttributingClause
    private let published: DateInterval?
    /// The tokens of the place in the dateline.
    private let datelineTokens: Range<Int>?

    init(document: Document, published: DateInterval?) {
        self.document = document
        clause = AttributingClause(document)
        self.published = published
        datelineTokens = Circumstances.datelinePlace(document)
    }

    /// Fills the circumstances of each quote; `attributions` are in the same order.
    func tell(_ quotes: inout [Quote], of attributions: [Attribution], speakers: [Speaker]) {
        for index in quotes.indices {
            let attribution = attributions[index]
            quotes[index].said = time(of: attribution)?.evidence
            quotes[index].place = place(of: attribution)
            tellOccasion(&quotes[index], attribution)
        }
        let isReported = reportedTokens(attributions)
        let participants = participants(quotes, speakers, isReported)
        let day = commonDay(quotes, isReported)
        let dateline = datelineTokens.map { PlaceEvidence(document.text($0), .dateline, document.span($0)) }
        let presentVerbs = Set(attributions.compactMap(\.cue).filter { $0.tense == .present }.map(\.verb))
        let meeting = dateline ?? meetingPlace(isReported)
        for index in quotes.indices
        where quotes[index].speakers.contains(where: { $0.speaker.map(participants.contains) ?? false }) {
            guard spokeThen(index, quotes, attributions, speakers, presentVerbs) else { continue }
            if quotes[index].said == nil {
                quotes[index].said = day.map { DatedEvidence($0.value, .context, $0.range) }
            }
            if quotes[index].place == nil { quotes[index].place = meeting }
        }
        tellOnlyOccasion(&quotes, of: attributions, speakers, presentVerbs)
    }

    /// Where an article quotes one person alone, and names one occasion, the person goes on speaking on it.
    private func tellOnlyOccasion(
        _ quotes: inout [Quote], of attributions: [Attribution], _ speakers: [Speaker], _ presentVerbs: Set<Int>
    ) {
        let named = quotes.indices.filter { quotes[$0].occasion != nil }
        let occasions = Set(named.compactMap { quotes[$0].occasion }.map { document.bytes.text($0) })
        guard let first = named.first, occasions.count == 1, quotes[first].speakers.count == 1,
            let speaker = quotes[first].speakers[0].speaker, speakers[speaker].kind == .person,
            quotes.allSatisfy({ $0.outer != nil || $0.speakers.map(\.speaker) == [speaker] })
        else { return }
        for index in quotes.indices.dropFirst(first + 1) where quotes[index].outer == nil {
            guard quotes[index].occasion == nil, quotes[index].medium == nil,
                quotes[index].said?.value == quotes[first].said?.value,
                spokeThen(index, quotes, attributions, speakers, presentVerbs)
            else { continue }
            quotes[index].occasion = quotes[first].occasion
        }
    }

    // MARK: The attributing clause

    /// The phrases of an attribution that are not words: what stands before its source, and its adjuncts.
    private func phrases(of attribution: Attribution) -> [Range<Int>] {
        attribution.adjuncts + [opening(of: attribution)].compactMap(\.self)
    }

    /// What stands before the source in its sentence, where the words do not.
    private func opening(of attribution: Attribution) -> Range<Int>? {
        guard let cue = attribution.cue else { return nil }
        let start = document.sentence(of: cue.verb).lowerBound
        let head = min(attribution.source?.lowerBound ?? cue.tokens.lowerBound, cue.tokens.lowerBound)
        let isDateline = datelineTokens.map { $0.lowerBound == start } ?? false
        return head > start && !isDateline && attribution.content.allSatisfy { $0.lowerBound > head }
            ? start..<head : nil
    }

    /// The phrases with which the sentence of an attribution opens, up to a comma, a day, a participle or its source: `At a hearing on Monday,
    /// Lee said …`.
    private func openingPhrases(of attribution: Attribution) -> [Range<Int>] {
        guard let opening = opening(of: attribution) else { return [] }
        let start = opening.lowerBound + (document.lower(opening.lowerBound) == "speaking" ? 1 : 0)
        let phrases = clause.phrases(from: start, before: opening.upperBound)
        guard let end = phrases.last?.upperBound else { return [] }
        let isOver =
            end == opening.upperBound || document.lower(end) == "," || document.looksLikePast(document.lower(end))
            || [end, end + 1].contains { document.tokens[$0].isWeekday }
        return isOver ? phrases : []
    }

    private func time(of attribution: Attribution) -> TimeExpression? {
        let phrases = phrases(of: attribution)
        if let time = phrases.lazy.compactMap({ TimeExpression.first(in: $0, of: document, published: published) })
            .first
        {
            return time
        }
        // `at the time`: the last time that was spoken of.
        guard let cue = attribution.cue, cue.tense == .pastPerfect || cue.tense == .past,
            let head = attribution.source?.lowerBound, head >= 4
        else { return nil }
        let floor = document.sentence(of: cue.verb).lowerBound
        // The source may stand in a sentence before.
        guard floor < head else { return nil }
        let isAnaphor = (max(floor, head - 6)..<head).contains {
            document.lower($0) == "at" && document.lower($0 + 1) == "the" && document.lower($0 + 2) == "time"
        }
        guard isAnaphor, let before = document.sentences[..<document.sentenceOf[cue.verb]].last,
            document.tokens[before.lowerBound].paragraph == document.tokens[head].paragraph
        else { return nil }
        return TimeExpression.first(in: before, of: document, published: published).map {
            TimeExpression(tokens: $0.tokens, evidence: DatedEvidence($0.evidence.value, .relative, $0.evidence.range))
        }
    }

    private func place(of attribution: Attribution) -> PlaceEvidence? {
        for phrase in phrases(of: attribution) {
            for index in phrase where ["in", "at"].contains(document.lower(index)) {
                if let name = placeName(after: index, before: phrase.upperBound) {
                    return PlaceEvidence(document.text(name), .explicit, document.span(name))
                }
            }
        }
        return nil
    }

    private func tellOccasion(_ quote: inout Quote, _ attribution: Attribution) {
        let phrases = attribution.adjuncts + openingPhrases(of: attribution)
        for phrase in phrases where phrase.count > 1 {
            let words = (phrase.lowerBound + 1)..<phrase.upperBound
            switch clause.setting(words, after: document.lower(phrase.lowerBound)) {
            case .medium: quote.medium = quote.medium ?? document.span(words)
            case .occasion: quote.occasion = quote.occasion ?? document.span(words)
            case nil: break
            }
        }
        // `told a press conference`: the occasion, not a person.
        if let addressee = attribution.addressee, clause.setting(addressee, after: "") == .occasion {
            quote.occasion = document.span(addressee)
            quote.addressee = nil
        }
    }

    // MARK: The occasion of the article

    private func reportedTokens(_ attributions: [Attribution]) -> [Bool] {
        var isReported = [Bool](repeating: false, count: document.tokens.count)
        for attribution in attributions {
            for part in attribution.content { for token in part { isReported[token] = true } }
        }
        return isReported
    }

    /// The one day that the article gives to what it reports, where it gives only one: the day of the first dated quote, or the first
    /// weekday of the reporter's own words.
    private func commonDay(_ quotes: [Quote], _ isReported: [Bool]) -> DatedEvidence? {
        if let said = quotes.first(where: { $0.said?.basis == .weekday || $0.said?.basis == .explicit })?.said {
            return said
        }
        for index in document.tokens.indices where !isReported[index] && document.tokens[index].isWeekday {
            if let time = TimeExpression.first(in: index..<(index + 1), of: document, published: published) {
                return time.evidence
            }
        }
        return nil
    }

    /// The persons who were there: the speakers of dated quotes, and those named beside a weekday or an occasion in the reporter's own
    /// words.
    private func participants(_ quotes: [Quote], _ speakers: [Speaker], _ isReported: [Bool]) -> Set<Int> {
        var present: Set<Int> = []
        for quote in quotes where quote.said?.basis == .weekday || quote.occasion != nil {
            for speaker in quote.speakers.compactMap(\.speaker) where speakers[speaker].kind == .person {
                present.insert(speaker)
            }
        }
        var lastNames: [String: Int] = [:]
        for (index, speaker) in speakers.enumerated() where speaker.kind == .person {
            if let last = Folding.words(in: speaker.name).last?.form { lastNames[last] = index }
        }
        for sentence in document.sentences {
            let own = sentence.filter { !isReported[$0] }
            guard own.contains(where: { document.tokens[$0].isWeekday || isOccasion($0) }) else { continue }
            for token in own where document.tokens[token].isCapitalized {
                if let speaker = lastNames[Folding.key(document.lower(token))] { present.insert(speaker) }
            }
        }
        return present
    }

    private func isOccasion(_ token: Int) -> Bool {
        let word = document.lower(token)
        return WordClass.occasionNouns.contains(word)
            || word.hasSuffix("s") && WordClass.occasionNouns.contains(String(word.dropLast()))
            || word == "met" || word == "meet"
    }

    /// Whether a quote tells what was said on the occasion: in the past, not before it, and not through somebody else.
    private func spokeThen(
        _ index: Int, _ quotes: [Quote], _ attributions: [Attribution], _ speakers: [Speaker], _ presentVerbs: Set<Int>
    ) -> Bool {
        guard let cue = attributions[index].cue else { return true }
        switch cue.tense {
        case .past, .perfect, .accordingTo: return true
        case .gerund:
            // A participle has the tense of the verb that it hangs on.
            return !(document.sentence(of: cue.verb).lowerBound..<cue.verb).contains(where: presentVerbs.contains)
        case .present: return goesOn(index, quotes, attributions)
        case .pastPerfect:
            // *AFP reported that Kerry had said*: the pluperfect is the past of what is reported.
            guard let outer = quotes[index].outer, attributions[outer].cue?.tense == .past else { return false }
            let reporters = quotes[outer].speakers.compactMap(\.speaker)
            return !reporters.isEmpty && reporters.allSatisfy { speakers[$0].kind == .organisation }
        }
    }

    /// Whether a quote in the present tense only goes on from what the same person said in the past in the sentence before: *Lee said at a press
    /// conference that … She calls it …*
    private func goesOn(_ index: Int, _ quotes: [Quote], _ attributions: [Attribution]) -> Bool {
        guard let source = attributions[index].source, source.count == 1, document.tokens[source.lowerBound].isPronoun
        else { return false }
        let sentence = document.sentenceOf[source.lowerBound]
        let paragraph = document.tokens[source.lowerBound].paragraph
        return attributions.indices.contains { other in
            guard let cue = attributions[other].cue, cue.tense == .past else { return false }
            return document.sentenceOf[cue.verb] == sentence - 1 && document.tokens[cue.verb].paragraph == paragraph
                && quotes[other].speakers.map(\.speaker) == quotes[index].speakers.map(\.speaker)
        }
    }

    // MARK: Places

    /// The place of a dateline: `GENEVA, Aug. 27 (ANI) --`, `Geneva [Switzerland], Aug. 27 :`.
    private static func datelinePlace(_ document: Document) -> Range<Int>? {
        guard let first = document.tokens.indices.first(where: { document.zone(of: $0) == .body }),
            document.tokens[first].isCapitalized
        else { return nil }
        let limit = min(first + 14, document.sentence(of: first).upperBound)
        guard
            let mark = (first..<limit).first(where: {
                ["--", ":"].contains(document.lower($0)) && document.tokens[$0].isSpacedAfter
            })
        else { return nil }
        var end = first
        while end < mark, document.tokens[end].isCapitalized { end += 1 }
        let rest = (end..<mark).allSatisfy { index in
            let token = document.tokens[index]
            return token.kind == .punctuation || token.kind == .number || MonthName.number(token.lower) != nil
                || token.isCapitalized
        }
        guard rest, end - first <= 3 else { return nil }
        return first..<end
    }

    /// The place at which the article's people met: best beside an occasion (`the meeting in Paris`, `Paris talks`), never after a date to
    /// come, never a country.
    private func meetingPlace(_ isReported: [Bool]) -> PlaceEvidence? {
        var best: (score: Int, name: Range<Int>)?
        for index in document.tokens.indices where !isReported[index] && document.lower(index) == "in" {
            guard let name = placeName(after: index, before: document.sentence(of: index).upperBound) else { continue }
            let beside = (max(0, index - 3)..<index)
            let score =
                (beside.contains(where: isOccasion) ? 2 : 0)
                - (index > 0 && document.tokens[index - 1].kind == .number ? 3 : 0)
            if score >= 0, score > best?.score ?? -1 { best = (score, name) }
        }
        return best.map { PlaceEvidence(document.text($0.name), .context, document.span($0.name)) }
    }

    /// The capital words at the end of a noun phrase after `in`: `French capital Paris` → Paris; nil for a country, a month, a person.
    private func placeName(after index: Int, before end: Int) -> Range<Int>? {
        guard var phrase = document.nounPhrase(from: index + 1, before: end, isLong: false) else { return nil }
        // `at Paris meeting`, `at the Geneva talks`: the name before the occasion.
        if phrase.count > 1, isOccasion(phrase.upperBound - 1), document.tokens[phrase.upperBound - 2].isCapitalized {
            phrase = phrase.lowerBound..<(phrase.upperBound - 1)
        }
        // `in the capital Paris details of …`: a noun too many after the name.
        let kinds: Set = ["capital", "city", "town", "village", "suburb", "district", "province"]
        let apposed = phrase.last { kinds.contains(document.lower($0)) }
        var end = phrase.upperBound
        if let apposed {
            end = phrase.first { $0 > apposed && !document.tokens[$0].isCapitalized } ?? end
        }
        var start = end
        while start > phrase.lowerBound, document.tokens[start - 1].isCapitalized { start -= 1 }
        let name = start..<end
        guard !name.isEmpty, name.count <= 3, MonthName.number(document.lower(name.lowerBound)) == nil else {
            return nil
        }
        guard !name.contains(where: { document.lower($0) == "'s" }), document.lower(phrase.upperBound) != "'s" else {
            return nil
        }
        let isCountry = Country.named(document.text(name)) != nil
        return isCountry ? nil : name
    }
}
