/// What a record of a table, or an object in JSON, can tell of an article, with every name under which people tell it.
package enum RecordField: CaseIterable, Hashable, Sendable {
    case text, title, published, outlet, byline, url, language

    /// The names, in lower case and without marks between words; the preferred one first.
    package var names: [String] {
        switch self {
        case .text:
            [
                "text", "body", "content", "articlebody", "article", "fulltext", "maintext", "story", "bodytext",
                "bodyxhtml",
                "bodyhtml", "contenthtml", "contenttext", "articletext", "plaintext",
            ]
        case .title: ["title", "headline", "heading", "articletitle", "webtitle"]
        case .published:
            [
                "published", "date", "publishedat", "datepublished", "publicationdate", "publishdate", "pubdate",
                "publisheddate", "firstcreated", "versioncreated", "datetime", "timestamp", "createdat", "loaddate",
                "webpublicationdate",
            ]
        case .outlet:
            [
                "outlet", "source", "publisher", "publication", "sourcename", "newspaper", "outletname", "site",
                "sitename",
                "infosource", "infosources", "sourcedomain", "domain", "copyrightholder", "provider",
            ]
        case .byline: ["byline", "author", "authors", "by", "creator", "writer"]
        case .url: ["url", "link", "canonicalurl", "weburl", "uri", "permalink"]
        case .language: ["language", "lang"]
        }
    }

    /// The field of a name, whatever its case and the marks in it: `Date_Published` is a date of publication.
    package init?(name: String) {
        let plain = String(name.lowercased().filter { $0.isLetter || $0.isNumber })
        guard let field = RecordField.allCases.first(where: { $0.names.contains(plain) }) else { return nil }
        self = field
    }
}
