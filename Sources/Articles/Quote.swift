package import SpeechVerbs
package import Text

/// One printed report of what somebody said, as found in one version of an article.
package struct Quote: Hashable, Sendable {
    /// The words, without outer quotation marks and `that`; several where the attribution stands in between, or where
    /// the quotation runs over paragraphs. In the order of the text; never empty.
    package var segments: [ByteRange]
    package var kind: Kind
    /// The part of the page it stands in.
    package var zone: Zone.Kind
    /// The number of paragraphs it runs over.
    package var paragraphs: Int
    /// The parts between quotation marks, without the marks.
    package var quotedParts: [ByteRange]
    /// What attributes it; nil where only the layout or the neighbour does.
    package var cue: Cue?
    /// Who said it, each with the printed words that name them; empty where no source was found.
    package var speakers: [Mention]
    /// Whom it was said to.
    package var addressee: Mention?
    /// Through whom it reached the reporter, outermost first.
    package var via: [Mention]
    /// The index, among the quotes of the same annotation, of the quote that it is a part of.
    package var outer: Int?
    package var said: DatedEvidence?
    package var place: PlaceEvidence?
    /// The printed occasion: *a press conference*.
    package var occasion: ByteRange?
    /// The printed medium: *a statement*, *an interview with …*.
    package var medium: ByteRange?
    /// What the words stand for where they are only an anaphor: *an accusation*, *it should*.
    package var antecedent: ByteRange?
    /// The share of right ones among quotes that were found with such evidence, 0...1; right are the words and what names the speaker.
    package var confidence: Double
    /// The share of right ones among what names the speakers of such quotes whose words are right, 0...1; nil where it is not known: no
    /// archive keeps it.
    package var speakerConfidence: Double?

    package init(
        segments: [ByteRange], kind: Kind, zone: Zone.Kind, paragraphs: Int = 1, quotedParts: [ByteRange] = [],
        cue: Cue? = nil,
        speakers: [Mention] = [], addressee: Mention? = nil, via: [Mention] = [], outer: Int? = nil,
        said: DatedEvidence? = nil, place: PlaceEvidence? = nil, occasion: ByteRange? = nil, medium: ByteRange? = nil,
        antecedent: ByteRange? = nil, confidence: Double = 1, speakerConfidence: Double? = nil
    ) {
        self.segments = segments
        self.kind = kind
        self.zone = zone
        self.paragraphs = paragraphs
        self.quotedParts = quotedParts
        self.cue = cue
        self.speakers = speakers
        self.addressee = addressee
        self.via = via
        self.outer = outer
        self.said = said
        self.place = place
        self.occasion = occasion
        self.medium = medium
        self.antecedent = antecedent
        self.confidence = confidence
        self.speakerConfidence = speakerConfidence
    }

    /// How the words are reported.
    package enum Kind: String, CaseIterable, Hashable, Sendable {
        /// Wholly between quotation marks.
        case direct
        /// In the reporter's words.
        case indirect
        /// In the reporter's words with quoted parts.
        case mixed
    }

    /// From the first segment's start to the last one's end, whatever stands in between.
    package var extent: ByteRange {
        ByteRange(segments[0].lower, segments[segments.count - 1].upper)
    }
}

/// The expression that attributes a quote.
package struct Cue: Hashable, Sendable {
    /// The printed words: *has said*, *according to*.
    package var range: ByteRange
    /// The infinitive, or the expression itself where it is no verb.
    package var lemma: String
    package var act: SpeechAct

    package init(range: ByteRange, lemma: String, act: SpeechAct) {
        self.range = range
        self.lemma = lemma
        self.act = act
    }
}

/// Printed words that name somebody.
package struct Mention: Hashable, Sendable {
    /// The words; nil where the speaker is carried over from elsewhere.
    package var range: ByteRange?
    /// The index of the speaker among those of the same annotation; nil where it is nobody in particular (*reporters*).
    package var speaker: Int?

    package init(range: ByteRange?, speaker: Int?) {
        self.range = range
        self.speaker = speaker
    }
}

/// All that was found in one version of an article.
package struct Annotation: Hashable, Sendable {
    /// The speakers of the article, in the order of first appearance.
    package var speakers: [Speaker]
    /// The quotes in the order of the text.
    package var quotes: [Quote]
    /// When the article appeared, as far as its own text tells.
    package var published: DatedEvidence?

    package init(speakers: [Speaker] = [], quotes: [Quote] = [], published: DatedEvidence? = nil) {
        self.speakers = speakers
        self.quotes = quotes
        self.published = published
    }
}
