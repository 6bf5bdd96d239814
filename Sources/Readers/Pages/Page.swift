import Articles
import Text

/// A web page as an article: what it prints, the part that each paragraph plays, and what it tells of itself.
enum Page {
    /// A page with fewer words of running text holds no article.
    static let fewestWords = 20

    /// Reads the article of a page.
    static func read(_ material: Material) -> Reading.Result { read(material, fewestWords: fewestWords) }

    /// Reads a text that is written in HTML and known to be an article, however short.
    static func read(fragment material: Material) -> Reading.Result { read(material, fewestWords: 1) }

    private static func read(_ material: Material, fewestWords: Int) -> Reading.Result {
        var result = Reading.Result()
        let (tree, cut) = PageParser.parse(material.bytes)
        if let cut {
            result.problems.append(
                material.problem("this page was read up to here only: \(cut.reason)", at: cut.offset, .note))
        }
        let text = PageText(tree) { PageRegions.isHidden($0, tree) }
        let regions = PageRegions(tree, text: text)
        let running = RunningText(tree: tree, regions: regions, text: text)
        let linked = LinkedArticle(tree)
        var metadata = material.metadata
        metadata.complete(with: Metadata(page: tree, linked: linked))
        if let body = linked?.body, body.words > max(2 * running.words, fewestWords) {
            // The page prints little of the article, and tells all of it to search engines.
            let source = material.source(text: body.text, steps: [body.map, tree.map])
            let zones = Paragraph.all(in: body.text).map { Zone(.body, $0.range) }
            result.articles.append(
                Article(source: source, metadata: metadata, versions: [Version(number: 0, zones: zones)]))
            return result
        }
        guard running.words >= fewestWords else {
            result.problems.append(
                material.problem("no article was found on this page: save its text as plain text, if it has one"))
            return result
        }
        let zones = PageZones(tree: tree, regions: regions, text: text, running: running, title: metadata.title).zones
        let version = Version(number: 0, zones: zones)
        let source = material.source(text: text.bytes, steps: [text.map, tree.map])
        metadata.complete(from: version, in: source.bytes)
        result.articles.append(Article(source: source, metadata: metadata, versions: [version]))
        return result
    }

    /// Whether a text begins as a page does.
    static func isPage(_ head: [UInt8]) -> Bool {
        let start = String(decoding: head.prefix(1024), as: UTF8.self).lowercased()
            .drop { $0.isWhitespace || $0 == "\u{FEFF}" }
        if start.hasPrefix("<!doctype html") || start.hasPrefix("<html") { return true }
        guard start.hasPrefix("<") else { return false }
        return !start.hasPrefix("<rss") && !start.hasPrefix("<feed")
            && ["<html", "<head", "<body", "<meta ", "<title", "<p>", "<div", "<article"].contains {
                start.contains($0)
            }
    }

    /// The encoding that a page says it is in, in a `meta` element or an XML declaration near its beginning.
    static func declaredEncoding(_ bytes: [UInt8]) -> String? {
        let head = String(decoding: bytes.prefix(2048).map { $0 < 0x80 ? $0 : UInt8(ascii: "?") }, as: UTF8.self)
            .lowercased()
        guard head.first(where: { !$0.isWhitespace && $0 != "?" }) == "<" else { return nil }
        for mark in ["charset=", "encoding="] {
            guard let start = head.firstRange(of: mark)?.upperBound else { continue }
            let found = head[start...]
            let name = found.drop { " \"'".contains($0) }.prefix { !" \"'/>;".contains($0) }
            if !name.isEmpty { return String(name) }
        }
        return nil
    }
}
