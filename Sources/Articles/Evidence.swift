package import Dates
package import Text

/// A date and how it is known.
package struct DatedEvidence: Hashable, Sendable {
    /// The day, or the days between which it lies.
    package var value: DateInterval
    package var basis: Basis
    /// The printed words that tell it; nil where none do.
    package var range: ByteRange?

    package init(_ value: DateInterval, _ basis: Basis, _ range: ByteRange? = nil) {
        self.value = value
        self.basis = basis
        self.range = range
    }

    /// How a date is known, best evidence first.
    package enum Basis: String, CaseIterable, Hashable, Sendable {
        /// A person's correction.
        case correction
        /// A full date in the attribution: *said on 13 January 2014*.
        case explicit
        /// A weekday in the attribution, counted back from publication: *said Monday*.
        case weekday
        /// A relative expression: *last month*.
        case relative
        /// The occasion to which the text around gives a date.
        case context
        /// The same statement in another article that dates it.
        case crossArticle = "other article"
        /// What a person or a manifest says.
        case metadata
        /// The path of the article's address.
        case url
        /// The dateline at the head of the text.
        case dateline
        /// The publication date of the article, for want of better.
        case publication
    }
}

/// A place and how it is known.
package struct PlaceEvidence: Hashable, Sendable {
    package var name: String
    package var basis: Basis
    /// The printed words that tell it.
    package var range: ByteRange?

    package init(_ name: String, _ basis: Basis, _ range: ByteRange? = nil) {
        self.name = name
        self.basis = basis
        self.range = range
    }

    /// How a place is known, best evidence first.
    package enum Basis: String, CaseIterable, Hashable, Sendable {
        /// A person's correction.
        case correction
        /// In the attribution: *said in Paris*.
        case explicit
        /// The occasion to which the text around gives a place.
        case context
        case dateline
    }
}
