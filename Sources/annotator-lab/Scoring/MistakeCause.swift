import Text

/// What is behind a mistake, as far as the two sides of the comparison tell.
enum MistakeCause: String {
    /// What somebody thinks, wants or does, which is not looked for unless it is asked for.
    case belief = "a belief, a wish or a stand"
    case denied = "a cue that is negated or only possible"
    case nominal = "no cue of saying, yet quotation marks"
    case anaphor = "three words or fewer"
    case taken = "another quote has the words"
    case unseen = "a saying that was not taken for one"
    case short = "cut too short"
    case long = "runs too far"
    case elsewhere = "other words"
    case pronoun = "a pronoun or a relative word for the name, or the other way round"
    case carried = "no cue, and the speaker before goes on"
    case neighbour = "another noun phrase"
    case overlapping = "words that are partly somebody's"
    case nobodys = "words that are nobody's"
}

extension Comparison {
    /// The cause of a quote's being missed or cut wrongly.
    /// - Parameter cut: the quote that was found in its place.
    func cause(ofMissing quote: ComparedQuote, cut: ComparedQuote?, in text: ComparedText) -> MistakeCause {
        if let cut {
            if quote.words.isSuperset(of: cut.words) { return .short }
            return cut.words.isSuperset(of: quote.words) ? .long : .elsewhere
        }
        if !quote.isSpeech { return .belief }
        if found.contains(where: { !$0.words.isDisjoint(with: quote.words) }) { return .taken }
        if quote.words.count <= 3 { return .anaphor }
        let cue = quote.cues.map(text.bytes.text).joined(separator: " ").lowercased()
        if cue.split(separator: " ").contains(where: { MistakeCause.hedges.contains(String($0)) }) { return .denied }
        return SayingCue.isSaying(cue) ? .unseen : .nominal
    }

    /// The cause of a right quote's wrong source.
    func cause(ofSource quote: ComparedQuote, _ found: ComparedQuote, in text: ComparedText) -> MistakeCause {
        if found.cues.isEmpty { return .carried }
        func isPronoun(_ range: ByteRange?) -> Bool {
            range.map { MistakeCause.pronouns.contains(text.bytes.text($0).lowercased()) } ?? false
        }
        return isPronoun(quote.source) || isPronoun(found.source) ? .pronoun : .neighbour
    }

    /// The cause of a quote that nobody marked.
    func cause(ofAlarm quote: ComparedQuote) -> MistakeCause {
        gold.contains { !$0.words.isDisjoint(with: quote.words) } ? .overlapping : .nobodys
    }
}

extension MistakeCause {
    fileprivate static let hedges: Set = [
        "not", "never", "didn't", "doesn't", "don't", "won't", "would", "could", "may", "might", "will", "to", "can",
        "should", "without", "refused", "declined",
    ]
    fileprivate static let pronouns: Set = [
        "he", "she", "they", "it", "who", "that", "which", "we", "i", "you", "his", "her", "their",
    ]
}
