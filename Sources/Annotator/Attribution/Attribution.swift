/// Words, and what attributes them: ranges of tokens, before anybody knows who the source is.
struct Attribution {
    /// What attributes; nil where the layout does.
    var cue: CueCandidate?
    /// The noun phrase that names the source; nil where the speaker goes on from the quote before.
    var source: Range<Int>?
    /// The words, in the order of the text; never empty.
    var content: [Range<Int>]
    var addressee: Range<Int>?
    /// Phrases of the attributing clause that tell when, where and on what occasion.
    var adjuncts: [Range<Int>] = []
    /// What the words stand for where they are only an anaphor: `an accusation`, `it should`.
    var antecedent: Range<Int>?
    var confidence: Double
}
