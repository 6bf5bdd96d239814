package import Dates
package import Text

/// What a person decided about what was found: the editorial layer is a list of these, and each wins over the annotator.
package enum Decision: Hashable, Sendable {
    /// A property of some quotes, of their speaker, or of their articles is this.
    case correct([QuoteAnchor], Property, CorrectedValue)
    /// These are no quotes.
    case reject([QuoteAnchor])
    /// Two names are one speaker's; the second one stays.
    case merge(String, into: String)
    /// A name is that of another speaker.
    case split(String, from: String)

    /// The quotes that it speaks of.
    package var anchors: [QuoteAnchor] {
        switch self {
        case .correct(let anchors, _, _), .reject(let anchors): anchors
        case .merge, .split: []
        }
    }

    /// What can be corrected, by the name under which questions ask for it.
    package enum Property: String, CaseIterable, Hashable, Sendable {
        case speaker, to, kind, said, place, occasion, medium
        case role, organisation
        case outlet, title, byline, url, published
    }
}

/// The right value of a property.
package enum CorrectedValue: Hashable, Sendable {
    /// That nobody knows it.
    case unknown
    /// The names of those who speak, or the one text of any other property.
    case texts([String])
    case days(DateInterval)

    /// The value in words.
    package var description: String {
        switch self {
        case .unknown: "unknown"
        case .texts(let texts): texts.joined(separator: " and ")
        case .days(let days): days.description
        }
    }
}

/// By what a quote is found again, also when its source was annotated anew or has changed.
package struct QuoteAnchor: Hashable, Sendable {
    /// The quote's name for ever.
    package var reference: String
    /// The name of its source.
    package var source: String
    /// The checksum of that source's bytes, as `Fingerprint.hex`.
    package var fingerprint: String
    /// The number of the version that printed it.
    package var version: Int
    /// The spans of its words.
    package var segments: [ByteRange]
    /// Its words as printed, segments joined by a space.
    package var words: String
    /// What was found there before, in words; nil where nothing was.
    package var before: String?

    package init(
        reference: String, source: String, fingerprint: String, version: Int, segments: [ByteRange], words: String,
        before: String? = nil
    ) {
        self.reference = reference
        self.source = source
        self.fingerprint = fingerprint
        self.version = version
        self.segments = segments
        self.words = words
        self.before = before
    }
}

/// One decision as the archive keeps it.
package struct DecisionRecord: Hashable, Sendable, Identifiable {
    /// Counts the decisions of the archive, from 1.
    package var id: Int64
    package var decision: Decision
    /// Who decided, and when.
    package var made: Mark
    /// Who took it back, and when; nil for one that stands.
    package var undone: Mark?
    /// How many quotes of the archive it changes at present; for names, whether both are there.
    package var reach: Int

    package init(id: Int64, decision: Decision, made: Mark, undone: Mark?, reach: Int) {
        self.id = id
        self.decision = decision
        self.made = made
        self.undone = undone
        self.reach = reach
    }

    /// Somebody at some time.
    package struct Mark: Hashable, Sendable {
        /// The name by which the person goes.
        package var editor: String
        /// `2026-11-21T06:31:27Z`.
        package var time: String

        package init(editor: String, time: String) {
            self.editor = editor
            self.time = time
        }
    }
}

extension [DecisionRecord] {
    /// The last decision about a property; nil where nobody corrected it.
    package func lastCorrection(of property: Decision.Property) -> DecisionRecord? {
        last { record in
            if case .correct(_, property, _) = record.decision { true } else { false }
        }
    }
}
