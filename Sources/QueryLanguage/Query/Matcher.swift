package import Text

/// Words to be found in one quote.
package indirect enum Matcher: Hashable, Sendable {
    /// Folded words next to one another. `pattern` is what was written between the quotation marks.
    case phrase(Phrase, pattern: String, ByteRange)
    /// These characters: case and marks count, white space is one space, whole words.
    case exactly(String, ByteRange)
    /// A phrase inside the quotation marks only.
    case quoted(Phrase, pattern: String, ByteRange)
    /// A regular expression over the printed text.
    case regex(pattern: String, ignoresCase: Bool, ByteRange)
    /// At most so many words between a match of the one and a match of the other.
    case near(Matcher, Matcher, distance: Int)
    case not(Matcher)
    case all([Matcher])
    case any([Matcher])
}
