import SpeechVerbs

/// Words, and what attributes them: ranges of tokens, before anybody knows who the source is.
package struct Attribution {
    /// What attributes; nil where the layout does.
    var cue: CueCandidate?
    /// The noun phrase that names the source; nil where the speaker goes on from the quote before.
    package var source: Range<Int>?
    /// The words, in the order of the text; never empty.
    package var content: [Range<Int>]
    var addressee: Range<Int>?
    /// Phrases of the attributing clause that tell when, where and on what occasion.
    var adjuncts: [Range<Int>] = []
    /// What the words stand for where they are only an anaphor: `an accusation`, `it should`.
    var antecedent: Range<Int>?
    /// How sure the rules are of it; what was learned tells nothing about what has no `score`.
    package var confidence: Double
    /// How much speaks for it, in the units of the decision table; nil where nothing that was learned looked at it.
    var score: Score?
    /// How much speaks for its source; nil where nothing that was learned looked at it.
    var sourceScore: SourceScore?

    /// The score of a decision, which people who mark outer attributions alone have taught.
    struct Score: Hashable, Sendable {
        /// As it stands; nil where the rules alone found it.
        var inPlace: Int32?
        /// As if nobody else had said the words around it.
        var alone: Int32
    }

    /// What tells whether a source is the right one.
    struct SourceScore: Hashable, Sendable {
        /// By how much the labels with it are better than those with another source; below zero where the best ones have another.
        var margin: Int32
        /// Whether the rules and what was learned found the same source.
        var isAgreed: Bool
    }
}

extension Attribution {
    /// Whether only the name below its words attributes them: `“…” -- Ann Lee`.
    var isSigned: Bool {
        guard cue == nil, let source, let last = content.last else { return false }
        return last.upperBound <= source.lowerBound
    }

    /// Whether a noun phrase after its cue can only begin a clause: *said Iran … was ready*, not *demanded the dates*.
    var takesClausesAlone: Bool {
        cue.map { $0.complements.contains(.clause) && !$0.complements.contains(.nominal) } ?? false
    }

    /// The same, with denying for rejecting where the words are the name of what somebody is charged with: to reject `the accusation` is
    /// to deny it.
    func denying(in document: Document) -> Attribution {
        guard let cue, cue.act == .reject else { return self }
        let isCharge = content[0].prefix(4).contains { index in
            let word = document.lower(index)
            return WordClass.chargeNouns.contains(word)
                || word.hasSuffix("s") && WordClass.chargeNouns.contains(String(word.dropLast()))
        }
        var attribution = self
        if isCharge { attribution.cue = cue.performing(.deny) }
        return attribution
    }
}
