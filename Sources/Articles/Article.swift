package import Text

/// One story of one outlet as it was read: the bytes of its source, what is known of it, and its versions.
package struct Article: Hashable, Sendable {
    /// Where it was read.
    package var source: Source
    /// What is known of it beyond its text.
    package var metadata: Metadata
    /// Its versions, oldest first; never empty.
    package var versions: [Version]
    /// What is known to be found in it before any annotator looks: people marked it, or another archive tells it.
    package var found: Findings?

    package init(source: Source, metadata: Metadata, versions: [Version], found: Findings? = nil) {
        self.source = source
        self.metadata = metadata
        self.versions = versions
        self.found = found
    }
}

/// What was found in the versions of an article, and by whom.
package struct Findings: Hashable, Sendable {
    /// One for each version, in the same order.
    package var annotations: [Annotation]
    /// The version of the annotator that found them, or `byHand`.
    package var annotator: Int
    /// Whether an archive tells them, with the versions as they are numbered there.
    package var isOfArchive: Bool

    package init(annotations: [Annotation], annotator: Int, isOfArchive: Bool = false) {
        self.annotations = annotations
        self.annotator = annotator
        self.isOfArchive = isOfArchive
    }

    /// Stands for people: later than every version of the annotator, so that none is ever run over what they marked.
    package static let byHand = Int(Int32.max)
}

/// A text as it was read; every span of an article is a byte range of `bytes`.
///
/// A plain text in UTF-8 is kept byte for byte. Of everything else a reader makes the text that people see, once and for all, and
/// `origin` leads from there to the bytes of the file.
package struct Source: Hashable, Sendable {
    /// The path or the name by which a reader can find it again; `feed.xml#3` is the third item of a file.
    package let name: String
    /// The text in UTF-8, never cleaned after it was read.
    package let bytes: [UInt8]
    /// Where the text stands in the file; nil where it is the file.
    package let origin: Origin?

    package init(name: String, bytes: [UInt8], origin: Origin? = nil) {
        self.name = name
        self.bytes = bytes
        self.origin = origin
    }

    /// No text is larger, bytes.
    package static let limit = 256 << 20

    /// Tells a changed source from an unchanged one.
    package var fingerprint: Fingerprint { Fingerprint(bytes) }
}

/// What is known of an article beyond its text; from a manifest or the page itself.
package struct Metadata: Hashable, Sendable {
    /// The name of the outlet, as one prints it: `The Guardian`.
    package var outlet: String?
    package var title: String?
    package var byline: String?
    package var url: String?
    /// A BCP 47 tag: `en`.
    package var language: String?
    /// When it appeared, and how that is known.
    package var published: DatedEvidence?

    package init(
        outlet: String? = nil, title: String? = nil, byline: String? = nil, url: String? = nil, language: String? = nil,
        published: DatedEvidence? = nil
    ) {
        self.outlet = outlet
        self.title = title
        self.byline = byline
        self.url = url
        self.language = language
        self.published = published
    }
}

/// One state of an article's text: its paragraphs, each with the part it plays on the page.
package struct Version: Hashable, Sendable {
    /// The number as printed, or counted from 0.
    package let number: Int
    /// The paragraphs in the order of reading; ranges of the source's bytes that do not overlap.
    package let zones: [Zone]

    package init(number: Int, zones: [Zone]) {
        self.number = number
        self.zones = zones
    }
}

/// One paragraph or line and the part it plays on the page.
package struct Zone: Hashable, Sendable {
    package let kind: Kind
    /// Its bytes, without the line end.
    package let range: ByteRange

    package init(_ kind: Kind, _ range: ByteRange) {
        self.kind = kind
        self.range = range
    }

    /// The parts that a paragraph can play.
    package enum Kind: String, CaseIterable, Hashable, Sendable {
        case title, deck, caption, credit, byline, dateline, subheading, body
        case sourceLine = "source line"
        case boilerplate

        /// Whether quotes are looked for in it.
        package var isSearched: Bool {
            switch self {
            case .title, .deck, .caption, .body: true
            case .credit, .byline, .dateline, .subheading, .sourceLine, .boilerplate: false
            }
        }
    }
}
