import Articles

/// What speaks for and against a word's attributing something to somebody.
package struct CueFeatures {
    private let text: TaggedDocument
    private let document: Document

    package init(_ text: TaggedDocument) {
        self.text = text
        document = text.document
    }

    /// Whether a token can be a cue at all: a verb or a noun outside of quotations, `according`, or a colon after a name.
    package static func isCandidate(_ index: Int, in text: TaggedDocument) -> Bool {
        let document = text.document
        guard !document.isQuoted(index) else { return false }
        let tag = text.tags[index]
        if tag.isVerb || text.isCatalogued[index] {
            return !WordClass.auxiliaries.contains(document.lower(index)) && document.tokens[index].isWord
        }
        if tag == .noun || tag == .nouns || tag == .adjective { return document.tokens[index].isWord }
        if document.lower(index) == "according" || document.lower(index) == "per" { return true }
        return document.lower(index) == ":" && index > document.sentence(of: index).lowerBound
    }

    /// The features of one token.
    package func rows(at index: Int, into rows: inout [UInt32]) {
        rows.removeAll(keepingCapacity: true)
        let sentence = document.sentence(of: index)
        let lemma = text.lemmas[index]
        let tag = UInt64(text.tags[index].rawValue)
        func word(_ offset: Int) -> UInt64 {
            sentence.contains(index + offset) ? text.keys.words[index + offset] : 1
        }
        func tagAt(_ offset: Int) -> UInt64 {
            let position = index + offset
            guard sentence.contains(position) else { return 99 }
            if document.isQuoted(position) { return 50 }
            return document.tokens[position].isMark ? 51 : UInt64(text.tags[position].rawValue)
        }
        let group = verbGroup(before: index, sentence)
        let subject = subject(before: group.start, sentence)
        let quotes = quotations(around: index, sentence)
        let zone: UInt64 = document.zone(of: index) == .body ? 0 : document.zone(of: index) == .title ? 1 : 2
        let isFirstParagraph: UInt64 = document.tokens[index].paragraph == 0 ? 1 : 0
        let that: UInt64 =
            follows("that", index, sentence, within: 1) ? 1 : follows("that", index, sentence, within: 6) ? 2 : 0
        let comma: UInt64 = hasCommaBefore(subject.start, sentence) ? 1 : 0
        let rule = rule(at: index)
        let earlier = cuesBefore(index, sentence)
        let end: UInt64 = document.lower(sentence.upperBound - 1) == "?" ? 1 : 0
        rows.append(FeatureHash.row(300, 0))
        rows.append(FeatureHash.row(301, lemma))
        rows.append(FeatureHash.row(302, word(0), tag))
        rows.append(FeatureHash.row(303, lemma, word(1)))
        rows.append(FeatureHash.row(304, lemma, tagAt(1)))
        rows.append(FeatureHash.row(305, lemma, tagAt(-1)))
        rows.append(FeatureHash.row(306, lemma, word(-1)))
        rows.append(FeatureHash.row(307, lemma, quotes))
        rows.append(FeatureHash.row(308, quotes, tag, tagAt(1)))
        rows.append(FeatureHash.row(309, lemma, group.key))
        rows.append(FeatureHash.row(310, group.key, tag))
        rows.append(FeatureHash.row(311, lemma, subject.key))
        rows.append(FeatureHash.row(312, subject.key, tag, text.isCatalogued[index] ? 1 : 0))
        rows.append(FeatureHash.row(313, subject.word, tag))
        rows.append(FeatureHash.row(314, subject.word, lemma))
        rows.append(FeatureHash.row(315, lemma, that))
        rows.append(FeatureHash.row(316, that, tag, quotes))
        rows.append(FeatureHash.row(317, rule, lemma))
        rows.append(FeatureHash.row(318, rule, tag, quotes))
        rows.append(FeatureHash.row(319, earlier, tag, rule))
        rows.append(FeatureHash.row(320, earlier, lemma))
        rows.append(FeatureHash.row(321, tagAt(-2) << 8 | tagAt(-1), tag, tagAt(1)))
        rows.append(FeatureHash.row(322, tagAt(-1), tag, tagAt(1) << 8 | tagAt(2)))
        rows.append(FeatureHash.row(323, word(1), tag))
        rows.append(FeatureHash.row(324, word(2), tag))
        rows.append(FeatureHash.row(325, word(-1), tag))
        rows.append(FeatureHash.row(326, word(-2), tag))
        rows.append(FeatureHash.row(327, lemma, zone, isFirstParagraph))
        rows.append(FeatureHash.row(328, zone, tag, isFirstParagraph))
        rows.append(FeatureHash.row(329, lemma, comma, subject.key))
        rows.append(FeatureHash.row(330, word(1), word(2)))
        rows.append(FeatureHash.row(331, lemma, tagAt(1) << 8 | tagAt(2)))
        rows.append(FeatureHash.row(332, end, tag, lemma))
        rows.append(FeatureHash.row(333, text.keys.endings[index], tag, tagAt(1)))
        rows.append(FeatureHash.row(334, opener(index, sentence), tag))
        rows.append(FeatureHash.row(335, opener(index, sentence), lemma))
        rows.append(FeatureHash.row(336, lemma, word(1), word(2)))
        rows.append(
            FeatureHash.row(
                337, min(UInt64(index - sentence.lowerBound), 12), tag, min(UInt64(sentence.upperBound - index), 6)))
        rows.append(FeatureHash.row(338, lemma, word(2)))
        rows.append(FeatureHash.row(339, subject.word, group.key, tag))
    }

    /// Auxiliaries, negation and `to` before a verb, as bits; and where they begin.
    private func verbGroup(before index: Int, _ sentence: Range<Int>) -> (start: Int, key: UInt64) {
        var key: UInt64 = 0
        var position = index - 1
        while position >= sentence.lowerBound, index - position < 7, !document.isQuoted(position) {
            if let bits = CueFeatures.auxiliaries[text.keys.words[position]] {
                key |= bits
            } else if text.tags[position] != .adverb {
                return (position + 1, key)
            }
            position -= 1
        }
        return (position + 1, key)
    }

    /// What each word of a verb group tells, as bits: being, having, doing, `to`, negation, possibility, will.
    private static let auxiliaries: [UInt64: UInt64] = {
        var bits: [UInt64: UInt64] = [:]
        for (bit, words): (UInt64, String) in [
            (1, "is are was were be been being am isn't wasn't weren't aren't"),
            (2, "has have had having hasn't haven't hadn't"), (4, "do does did didn't doesn't don't"), (8, "to"),
            (16, "not never n't won't wouldn't can't couldn't didn't doesn't don't"),
            (32, "would could might may should"), (64, "will can must shall"),
        ] {
            for word in words.split(separator: " ") { bits[FeatureHash.key(word.utf8), default: 0] |= bit }
        }
        return bits
    }()

    /// The words and marks under which a clause can stand.
    private static let openers: Set<UInt64> = Set(
        ("who which that if when while as because after before and but by to for of what how than although though where , -- :")
            .split(separator: " ").map { FeatureHash.key($0.utf8) })

    /// The last word before a verb group, and what sort of word it is.
    private func subject(before end: Int, _ sentence: Range<Int>) -> (start: Int, key: UInt64, word: UInt64) {
        let position = end - 1
        guard position >= sentence.lowerBound else { return (end, 0, 0) }
        let token = document.tokens[position]
        let kind: UInt64 =
            document.isQuoted(position) || token.isMark
            ? 1
            : token.isPronoun
                ? 2 : token.isCapitalized ? 3 : token.lower == "," ? 4 : 10 + UInt64(text.tags[position].rawValue)
        var start = position
        while start > sentence.lowerBound, text.tags[start].isNoun || text.tags[start] == .adjective { start -= 1 }
        return (start, kind, text.keys.words[position])
    }

    /// Where quotations stand in a sentence: closed just before, opened just after, anywhere before and after.
    private func quotations(around index: Int, _ sentence: Range<Int>) -> UInt64 {
        var key: UInt64 = 0
        for position in sentence where document.isQuoted(position) {
            let count = document.quotations[document.quotationOf[position]].count
            let isLong: UInt64 = count > 3 ? 1 : 0
            if position < index {
                key |= index - position < 8 ? 1 << isLong : 4
            } else {
                key |= position - index < 4 ? 8 << isLong : 32
            }
        }
        return key
    }

    private func follows(_ word: String, _ index: Int, _ sentence: Range<Int>, within reach: Int) -> Bool {
        ((index + 1)..<(index + 1 + reach)).contains { $0 < sentence.upperBound && document.lower($0) == word }
    }

    private func hasCommaBefore(_ index: Int, _ sentence: Range<Int>) -> Bool {
        index >= sentence.lowerBound && [",", "--"].contains(document.lower(index))
    }

    /// What the rules say: nothing, a cue, a cue inside somebody's words, only inside somebody's words.
    private func rule(at index: Int) -> UInt64 {
        (text.ruled[index] == nil ? 0 : 1) | (text.isRuledContent[index] ? 2 : 0)
    }

    /// How many verbs that can attribute stand before in the sentence, and whether the rules made one of them a cue.
    private func cuesBefore(_ index: Int, _ sentence: Range<Int>) -> UInt64 {
        var count: UInt64 = 0
        var ruled: UInt64 = 0
        for position in sentence.lowerBound..<index where text.isCatalogued[position] && !document.isQuoted(position) {
            if text.tags[position].isVerb { count = min(count + 1, 3) }
            if text.ruled[position] != nil { ruled = 1 }
        }
        return count << 1 | ruled
    }

    /// The conjunction or relative word that the clause of a token stands under, within a few words before it.
    private func opener(_ index: Int, _ sentence: Range<Int>) -> UInt64 {
        var position = index - 1
        while position >= sentence.lowerBound, index - position < 9, !document.isQuoted(position) {
            if CueFeatures.openers.contains(text.keys.words[position]) { return text.keys.words[position] }
            position -= 1
        }
        return 0
    }
}
