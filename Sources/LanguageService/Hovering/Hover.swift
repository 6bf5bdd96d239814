package import Text

/// What there is to say about a place of a text.
package struct Hover: Hashable, Sendable {
    /// The bytes that it is about.
    package var range: ByteRange
    /// What stands there, as one would write it.
    package var title: String
    /// Sentences about it.
    package var lines: [String]
    /// A piece of a question that uses it.
    package var example: String?
    /// The name as it is written, where it is about people: an archive may know more.
    package var person: String?

    package init(
        range: ByteRange, title: String, lines: [String] = [], example: String? = nil, person: String? = nil
    ) {
        self.range = range
        self.title = title
        self.lines = lines
        self.example = example
        self.person = person
    }
}
