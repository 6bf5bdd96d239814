import Articles
import Dates

extension Metadata {
    /// What a page tells of its article in its head: to search engines, to social networks, in its own words; the first that is told
    /// in this order counts.
    init(page tree: PageTree, linked: LinkedArticle?) {
        let told = HeadValues(tree)
        self.init()
        outlet = linked?.outlet ?? told.first(["og:site_name", "application-name", "dc.publisher", "publisher"])
        title = linked?.title ?? told.first(["og:title", "twitter:title", "dc.title"]) ?? Metadata.heading(tree)
        byline =
            linked?.byline
            ?? told.name(["author", "article:author", "dc.creator", "byl", "sailthru.author", "parsely-author"])
        url = told.canonical ?? told.first(["og:url"]) ?? linked?.url
        if let found = url, !found.hasPrefix("http://"), !found.hasPrefix("https://") { url = nil }
        outlet = outlet.map { String(PageParser.unescaped($0).drop { $0 == "@" }) }
        title = title.map(PageParser.unescaped)
        byline = byline.map { Credits.name(ofByline: PageParser.unescaped($0)) }
        language =
            tree.all(.html).lazy.compactMap { tree.value(.lang, of: $0) ?? tree.value(.xmlLang, of: $0) }.first
            ?? linked?.language
        if language?.isEmpty == true { language = nil }
        let stated =
            linked?.published
            ?? told.date([
                "article:published_time", "og:article:published_time", "og:published_time", "article.published",
                "publishdate",
                "publish-date", "pubdate", "date", "dc.date.issued", "dc.date", "dcterms.created", "dcterms.date",
                "sailthru.date",
                "parsely-pub-date", "cxenseparse:recs:publishtime", "article_date_original", "datepublished",
                "published-date",
            ])
            ?? Metadata.itemDate(tree)
        published = stated.map { DatedEvidence($0, .metadata) }
        if published == nil, let url, let date = AddressDate.find(in: url) {
            published = DatedEvidence(date.interval, .url)
        }
    }

    private static func isInArticle(_ node: Int, _ tree: PageTree) -> Bool {
        var node = node
        while node != 0, tree.nodes[node].element != .article { node = tree.nodes[node].parent }
        return node != 0
    }

    private static func heading(_ tree: PageTree) -> String? {
        let headings = tree.all(.h1).map { tree.words(in: $0) }.filter { !$0.isEmpty }
        return headings.first ?? tree.all(.title).lazy.map { tree.words(in: $0) }.first { !$0.isEmpty }
    }

    /// The date in an element that is marked as the date of publication, or else in the first `time` of an article.
    private static func itemDate(_ tree: PageTree) -> DateInterval? {
        for node in tree.nodes.indices where tree.value(.itemprop, of: node) == "datePublished" {
            let stated = tree.value(.content, of: node) ?? tree.value(.datetime, of: node) ?? tree.words(in: node)
            if let date = StatedDate.interval(stated) { return date }
        }
        let times = tree.all(.time)
        guard let first = times.first(where: { isInArticle($0, tree) }) ?? times.first else { return nil }
        return StatedDate.interval(tree.value(.datetime, of: first) ?? tree.words(in: first))
    }
}

/// What the `meta` and `link` elements of a page tell.
private struct HeadValues {
    private var values: [String: String] = [:]
    private(set) var canonical: String?

    init(_ tree: PageTree) {
        for node in tree.all(.meta) {
            guard let content = tree.value(.content, of: node) else { continue }
            let words = content.split(whereSeparator: \.isWhitespace).joined(separator: " ")
            guard !words.isEmpty else { continue }
            for key in [PageAttribute.property, .name, .itemprop] {
                guard let name = tree.value(key, of: node)?.lowercased(), values[name] == nil else { continue }
                values[name] = words
            }
        }
        canonical = tree.all(.link).first { tree.value(.rel, of: $0)?.lowercased() == "canonical" }.flatMap {
            tree.value(.href, of: $0)
        }
    }

    func first(_ names: [String]) -> String? { names.lazy.compactMap { values[$0] }.first }

    /// The first value that is a name, and no address.
    func name(_ names: [String]) -> String? {
        names.lazy.compactMap { values[$0] }.first {
            !$0.contains("://") && !$0.hasPrefix("@") && !$0.hasPrefix("www.")
        }
    }

    func date(_ names: [String]) -> DateInterval? {
        names.lazy.compactMap { values[$0].flatMap(StatedDate.interval) }.first
    }
}
