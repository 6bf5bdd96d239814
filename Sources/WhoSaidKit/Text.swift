package import Articles
import Dates
import Readers

extension Archive {
    /// One article as a string, with what is known of it.
    public struct Text: Sendable, Hashable {
        /// A name by which answers can point at it: `wire/2014-01-13.txt`.
        public var name: String
        /// The article: title and paragraphs, one a line.
        public var text: String
        /// The outlet's name; nil where it is not known.
        public var outlet: String?
        /// The day of publication, `2014-01-13`; nil where it is not known. Anything else counts as not known.
        public var published: String?

        /// An article as a string.
        public init(name: String, text: String, outlet: String? = nil, published: String? = nil) {
            self.name = name
            self.text = text
            self.outlet = outlet
            self.published = published
        }

        /// The article as the readers give it.
        package var article: Article {
            let day = published.flatMap { DateInterval(iso: $0) }.map { DatedEvidence($0, .metadata) }
            return Reading.read(
                Source(name: name, bytes: Array(text.utf8)), metadata: Metadata(outlet: outlet, published: day))
        }
    }
}
