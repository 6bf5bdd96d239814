import SpeechVerbs

/// A document with all that the learned decisions look at: parts of speech, lemmas, and what the rules found.
package struct TaggedDocument {
    package let document: Document
    let keys: TokenKeys
    package let tags: [PartOfSpeech]
    /// For each token, the number of its lemma: the infinitive of a verb that can attribute, else a crude stem.
    let lemmas: [UInt64]
    /// For each token, whether it is a form of a verb that can attribute.
    let isCatalogued: [Bool]
    /// What the rules found.
    let rules: [Attribution]
    /// The same, by the token of the cue's verb.
    package let ruled: [Int: Attribution]
    /// For each token, whether the rules found it to be somebody's words.
    package let isRuledContent: [Bool]

    /// Tags a document with a table of weights.
    package init(_ document: Document, tagging table: WeightTable) {
        let keys = TokenKeys(document.tokens)
        let tags = Tagger.tags(of: document.tokens, keys: keys, sentences: document.sentences, with: table)
        self.init(document, keys, tags)
    }

    private init(_ document: Document, _ keys: TokenKeys, _ tags: [PartOfSpeech]) {
        self.document = document
        self.keys = keys
        self.tags = tags
        var lemmas: [UInt64] = []
        var isCatalogued: [Bool] = []
        for (index, token) in document.tokens.enumerated() {
            let reading = SpeechVerb.readings(ofForm: token.lower).first
            isCatalogued.append(reading != nil)
            if let reading {
                lemmas.append(FeatureHash.key(reading.verb.lemma.utf8))
            } else {
                lemmas.append(
                    token.isWord ? FeatureHash.key(TaggedDocument.stem(token.lower)) : keys.words[index])
            }
        }
        self.lemmas = lemmas
        self.isCatalogued = isCatalogued
        var ruled: [Int: Attribution] = [:]
        var isRuledContent = [Bool](repeating: false, count: document.tokens.count)
        rules = AttributionFinder.attributions(in: document)
        for attribution in rules {
            for part in attribution.content { for token in part { isRuledContent[token] = true } }
            guard let cue = attribution.cue, ruled[cue.verb] == nil else { continue }
            ruled[cue.verb] = attribution
        }
        self.ruled = ruled
        self.isRuledContent = isRuledContent
    }

    private static let endings: [StaticString] = ["ing", "ied", "ies", "ed", "es", "s"]

    /// A word without the endings of plurals and verbs: `finding`, `finds` → `find`.
    private static func stem(_ word: String) -> Substring.UTF8View {
        let letters = Substring(word).utf8
        guard !letters.suffix(2).elementsEqual("ss".utf8) else { return letters }
        for ending in endings where letters.count >= 3 + ending.utf8CodeUnitCount {
            let length = ending.utf8CodeUnitCount
            let isEnding = ending.withUTF8Buffer { letters.suffix(length).elementsEqual($0) }
            if isEnding { return letters.dropLast(length) }
        }
        return letters
    }
}
