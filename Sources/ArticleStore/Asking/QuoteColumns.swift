import Articles
import SpeechVerbs
import Text

/// The columns of `quotes` in the order in which they are read.
enum QuoteColumns {
    /// When and where it was said: `Cells.evidence` reads them.
    static let evidence = """
        q.said_first, q.said_last, q.said_basis, q.said_start_byte, q.said_end_byte, \
        q.place, q.place_basis, q.place_start_byte, q.place_end_byte
        """

    /// All that is the quote's own: `Cells.quote` reads them.
    static let quote = """
        q.kind, q.zone, q.paragraphs, q.confidence, q.cue, q.cue_lemma, q.cue_act, q.cue_start_byte, q.cue_end_byte, \
        q.occasion, q.occasion_start_byte, q.occasion_end_byte, q.medium, q.medium_start_byte, q.medium_end_byte, \
        q.antecedent, q.antecedent_start_byte, q.antecedent_end_byte, \(evidence)
        """
}

extension Cells {
    /// When and where it was said.
    mutating func evidence(in length: Int) throws -> (said: DatedEvidence?, place: PlaceEvidence?) {
        let days = try optionalInterval()
        let basis = try optionalWord(DatedEvidence.Basis.self)
        let range = try optionalRange(in: length)
        let name = try optionalText()
        let placeBasis = try optionalWord(PlaceEvidence.Basis.self)
        let placeRange = try optionalRange(in: length)
        let said: DatedEvidence? = if let days, let basis { DatedEvidence(days, basis, range) } else { nil }
        let place: PlaceEvidence? =
            if let name, let placeBasis { PlaceEvidence(name, placeBasis, placeRange) } else { nil }
        return (said, place)
    }

    /// A quote without its segments and mentions, and the printed words around it.
    mutating func quote(in length: Int) throws -> (quote: Quote, printed: QuoteRecord.Printed) {
        let (kind, zone) = (try word(Quote.Kind.self), try word(Zone.Kind.self))
        let (paragraphs, confidence) = (try count(), try double())
        let (cueText, lemma) = (try optionalText(), try optionalText())
        let act = try optionalWord(SpeechAct.self)
        let cueRange = try optionalRange(in: length)
        if cueRange != nil, lemma == nil || act == nil { throw Damage(detail: "a cue is missing") }
        let cue: Cue? =
            if let lemma, let act, let cueRange { Cue(range: cueRange, lemma: lemma, act: act) } else { nil }
        let (occasion, occasionRange) = (try optionalText(), try optionalRange(in: length))
        let (medium, mediumRange) = (try optionalText(), try optionalRange(in: length))
        let (antecedent, antecedentRange) = (try optionalText(), try optionalRange(in: length))
        let (said, place) = try evidence(in: length)
        return (
            Quote(
                segments: [], kind: kind, zone: zone, paragraphs: paragraphs, cue: cue, said: said, place: place,
                occasion: occasionRange, medium: mediumRange, antecedent: antecedentRange, confidence: confidence),
            QuoteRecord.Printed(cue: cueText, occasion: occasion, medium: medium, antecedent: antecedent)
        )
    }
}
