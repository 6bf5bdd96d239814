import Dates
import Text

/// What a page tells search engines of its article, in the JSON of schema.org's vocabulary (JSON-LD).
struct LinkedArticle {
    private(set) var title: String?
    private(set) var outlet: String?
    private(set) var byline: String?
    private(set) var url: String?
    private(set) var language: String?
    private(set) var published: DateInterval?
    /// The whole text; nil where it is not told, or told as HTML.
    private(set) var body: Body?

    /// The text of an article, and where it stands in the `content` of the page's tree.
    struct Body {
        let text: [UInt8]
        let map: OffsetMap
        /// The number of its words.
        let words: Int
    }

    /// The first article that the page tells of; nil where it tells of none.
    init?(_ tree: PageTree) {
        for node in tree.all(.script) where tree.value(.type, of: node)?.lowercased().contains("ld+json") == true {
            let range = tree.nodes[node].content
            guard let bytes = LinkedArticle.json(tree.content, range), let root = try? JSONText.parse(bytes.bytes),
                let members = LinkedArticle.article(in: root)
            else { continue }
            self.init(members)
            readBody(members, bytes.bytes, at: bytes.start)
            return
        }
        return nil
    }

    private init(_ members: [JSONText.Member]) {
        func value(_ name: String) -> JSONText? { members.first { $0.name == name }?.value }
        title = value("headline")?.words ?? value("name")?.words
        outlet = value("publisher")?.named ?? value("sourceOrganization")?.named
        byline = value("author").flatMap(\.allNamed) ?? value("creator").flatMap(\.allNamed)
        url = value("url")?.words ?? value("mainEntityOfPage")?.identifier
        language = value("inLanguage")?.words
        published = (value("datePublished") ?? value("dateCreated"))?.words.flatMap(StatedDate.interval)
    }

    private mutating func readBody(_ members: [JSONText.Member], _ bytes: [UInt8], at start: Int) {
        guard let told = members.first(where: { $0.name == "articleBody" || $0.name == "reviewBody" }),
            let (text, map) = JSONText.text(in: bytes, at: told.value.offset)
        else { return }
        let tags = ["</p>", "<p>", "<br", "&lt;", "&nbsp;", "</a>"]
        let string = String(decoding: text, as: UTF8.self)
        if tags.contains(where: { string.contains($0) }) { return }
        let words = string.split(whereSeparator: \.isWhitespace).count
        body = Body(text: text, map: map.shifted(by: start), words: words)
    }

    /// The JSON in a script, without the blanks, comment marks and semicolons that some pages put around it.
    private static func json(_ content: [UInt8], _ range: ByteRange) -> (bytes: [UInt8], start: Int)? {
        let slice = content[range.indices]
        guard let start = slice.firstIndex(where: { $0 == UInt8(ascii: "{") || $0 == UInt8(ascii: "[") }),
            let end = slice.lastIndex(where: { $0 == UInt8(ascii: "}") || $0 == UInt8(ascii: "]") }), start < end
        else { return nil }
        // Line ends within texts are mistakes, and common: as blanks they do no harm.
        return (slice[start...end].map { $0 < 0x20 ? 0x20 : $0 }, start)
    }

    /// The members of the first article in a value, on its first levels.
    private static func article(in value: JSONText, depth: Int = 0) -> [JSONText.Member]? {
        guard depth < 4 else { return nil }
        switch value.value {
        case .array(let items): return items.lazy.compactMap { article(in: $0, depth: depth + 1) }.first
        case .object(let members):
            let types = members.first { $0.name == "@type" }?.value.strings ?? []
            if types.contains(where: kinds.contains) { return members }
            for member in members where member.name == "@graph" || member.name == "mainEntity" {
                if let found = article(in: member.value, depth: depth + 1) { return found }
            }
            return nil
        default: return nil
        }
    }

    private static let kinds: Set = [
        "Article", "NewsArticle", "ReportageNewsArticle", "AnalysisNewsArticle", "OpinionNewsArticle",
        "BackgroundNewsArticle",
        "ReviewNewsArticle", "AskPublicNewsArticle", "AdvertiserContentArticle", "LiveBlogPosting", "BlogPosting",
        "SocialMediaPosting", "Report", "Review", "TechArticle", "ScholarlyArticle",
    ]
}

extension JSONText {
    /// A text without blanks around it and double ones in it; nil for all else, and for an empty one.
    var words: String? {
        guard case .string(let text) = value else { return nil }
        let words = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        return words.isEmpty ? nil : words
    }

    /// A text, or all texts of an array.
    var strings: [String] {
        switch value {
        case .string(let text): [text]
        case .array(let items): items.flatMap(\.strings)
        default: []
        }
    }

    /// The value of a member of an object.
    func member(_ name: String) -> JSONText? {
        guard case .object(let members) = value else { return nil }
        return members.first { $0.name == name }?.value
    }

    /// A name: a text, or the `name` of an object, or of the first one in an array.
    fileprivate var named: String? {
        switch value {
        case .string: words
        case .object: member("name")?.words
        case .array(let items): items.lazy.compactMap(\.named).first
        default: nil
        }
    }

    /// All names, joined as in a byline.
    fileprivate var allNamed: String? {
        guard case .array(let items) = value else { return named }
        let names = items.compactMap(\.named)
        guard names.count > 1 else { return names.first }
        return names.dropLast().joined(separator: ", ") + " and " + names[names.count - 1]
    }

    /// A text, or the `@id` of an object.
    fileprivate var identifier: String? { words ?? member("@id")?.words }
}
