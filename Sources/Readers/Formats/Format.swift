import Articles
import Exchange

/// One way in which people keep articles: how it is told from others, and how it is read.
struct Format: Sendable {
    /// What people call it: `web page`.
    let name: String
    /// The endings of its files' names, which count where the text could be of several formats.
    let endings: [String]
    /// Whether a text, a part of it from its beginning, is in this format for sure.
    let recognizes: @Sendable (_ head: [UInt8]) -> Bool
    /// The articles of a text, and what is wrong in it.
    let read: @Sendable (Material) -> Reading.Result

    /// All formats, in the order in which they are tried; plain text takes whatever is left.
    static let all: [Format] = [
        .crawl, .feed, .page, .exchange, .quotationGraph, .json, .table, .nexis, .factiva, .brat, .plainText,
    ]

    /// The format of a material: by its content first, then by the ending of its name.
    static func of(_ material: Material) -> Format {
        if material.standoff != nil { return .brat }
        let head = Array(material.bytes.prefix(headLength))
        let name = material.file.lowercased()
        let plain = name.hasSuffix(".gz") ? String(name.dropLast(3)) : name
        return all.first { $0.recognizes(head) }
            ?? all.first { $0.endings.contains { plain.hasSuffix($0) } }
            ?? .plainText
    }

    /// How much of a text is looked at to tell its format.
    static let headLength = 4096

    /// A text as people write it, or a saved page of two versions.
    static let plainText = Format(
        name: "plain text", endings: [".txt", ".text", ".md"], recognizes: { _ in false },
        read: { material in
            var result = Reading.Result()
            if let offset = material.bytes.firstIndex(of: 0) ?? material.firstControl {
                result.problems.append(material.problem("this file is not a text: it was passed over", at: offset))
                return result
            }
            let article = Reading.read(material.source, metadata: material.metadata)
            if article.versions.allSatisfy(\.zones.isEmpty) {
                result.problems.append(material.problem("this file holds no words: it was passed over"))
            } else {
                result.articles.append(article)
            }
            return result
        })

    /// A web archive, as crawlers write it.
    static let crawl = Format(
        name: "web archive", endings: [".warc"], recognizes: { Crawl.isCrawl($0) },
        read: { Crawl.read($0.bytes, of: $0.file, metadata: $0.metadata) })

    /// A web page.
    static let page = Format(
        name: "web page", endings: [".html", ".htm", ".xhtml", ".shtml"], recognizes: Page.isPage,
        read: { Page.read($0) })

    /// Articles as JSON, one a line or in an array.
    static let json = Format(
        name: "JSON", endings: [".jsonl", ".ndjson", ".json"], recognizes: JSONRecords.areRecords,
        read: JSONRecords.read)

    /// Articles as the rows of a table.
    static let table = Format(
        name: "table", endings: [".csv", ".tsv"], recognizes: TableRecords.areRecords, read: TableRecords.read)

    /// A feed, RSS or Atom.
    static let feed = Format(
        name: "feed", endings: [".rss", ".atom", ".xml"], recognizes: Feed.isFeed, read: Feed.read)

    /// A text that LexisNexis wrote.
    static let nexis = Format(
        name: "LexisNexis export", endings: [], recognizes: NexisExport.isExport, read: NexisExport.read)

    /// A text that Factiva wrote.
    static let factiva = Format(
        name: "Factiva export", endings: [], recognizes: FactivaExport.isExport, read: FactivaExport.read)

    /// Articles as this program writes them.
    static let exchange = Format(
        name: "whosaid lines", endings: [], recognizes: ExchangeLine.areLines, read: ExchangeLines.read)

    /// The quotations that GDELT finds.
    static let quotationGraph = Format(
        name: "quotation graph", endings: [], recognizes: QuotationGraph.isGraph, read: QuotationGraph.read)

    /// A text with what people marked in it beside it, by which alone it is told from others.
    static let brat = Format(name: "brat annotation", endings: [], recognizes: { _ in false }, read: BratText.read)
}
