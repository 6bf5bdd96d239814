/// The elements of web pages and feeds that mean something to the readers; all others are `other`.
enum PageElement: String, CaseIterable {
    case text = "#text"
    case html, head, title, meta, link, script, style, base
    case body, main, article, section, div, header, footer, nav, aside, address, form, fieldset, details, summary,
        dialog
    case h1, h2, h3, h4, h5, h6, hgroup
    case p, blockquote, pre, ul, ol, li, dl, dt, dd, figure, figcaption, center
    case table, caption, thead, tbody, tfoot, tr, td, th
    case br, hr, wbr
    case a, time, q, b, i, em, strong, span
    case img, picture, video, audio, canvas, svg, math, object, iframe, noscript, template, noframes
    case button, select, option, textarea, input, label
    case rss, feed, channel, item, entry, guid, source, name, published, updated, author, description, content, language
    case pubDate
    case rdf = "rdf:RDF"
    case dublinDate = "dc:date"
    case dublinCreator = "dc:creator"
    case encoded = "content:encoded"
    case other

    private static let byName = Dictionary(uniqueKeysWithValues: allCases.map { ($0.rawValue, $0) })

    /// The element of a name in lower case.
    init(named name: String) { self = PageElement.byName[name] ?? .other }

    /// Whether it begins and ends a paragraph of its own.
    var isBlock: Bool {
        switch self {
        case .body, .main, .article, .section, .div, .header, .footer, .nav, .aside, .address, .form, .fieldset,
            .details,
            .summary, .dialog, .h1, .h2, .h3, .h4, .h5, .h6, .hgroup, .p, .blockquote, .pre, .ul, .ol, .li, .dl, .dt,
            .dd,
            .figure, .figcaption, .center, .table, .caption, .thead, .tbody, .tfoot, .tr, .td, .th, .hr, .title:
            true
        default: false
        }
    }

    /// Whether what is in it is never printed on the page.
    var isUnprinted: Bool {
        switch self {
        case .head, .title, .meta, .link, .script, .style, .base, .picture, .video, .audio, .canvas, .svg, .math,
            .object,
            .iframe, .noscript, .template, .noframes, .button, .select, .option, .textarea, .input, .dialog:
            true
        default: false
        }
    }

    /// Whether it is a heading.
    var isHeading: Bool {
        switch self {
        case .h1, .h2, .h3, .h4, .h5, .h6: true
        default: false
        }
    }
}

/// The attributes of elements that mean something to the readers.
enum PageAttribute: String, CaseIterable {
    case classes = "class"
    case id, itemprop, itemtype, role, hidden, style, href, rel, name, property, content, datetime, lang, type
    case ariaHidden = "aria-hidden"
    case dataTestID = "data-testid"
    case dataComponent = "data-component"
    case xmlLang = "xml:lang"
    case xmlBase = "xml:base"
    case isPermaLink

    private static let byName = Dictionary(uniqueKeysWithValues: allCases.map { ($0.rawValue, $0) })

    /// The attribute of a name in lower case; nil for all others.
    init?(named name: String) {
        guard let attribute = PageAttribute.byName[name] else { return nil }
        self = attribute
    }
}
