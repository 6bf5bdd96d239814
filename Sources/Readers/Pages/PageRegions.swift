import Text

/// What each element of a page is for, as far as its name, its role and the words of its class tell; what holds for an element holds for
/// all that is in it.
struct PageRegions {
    private let marks: [Marks]
    /// The elements that are marked as running text and stand in no other such element.
    let bodies: [Int]

    /// The marks of a node, with those of all elements around it.
    subscript(node: Int) -> Marks { marks[node] }

    /// Purposes of a part of a page.
    struct Marks: OptionSet {
        let rawValue: UInt32
        /// Navigation, menus, breadcrumbs.
        static let navigation = Marks(rawValue: 1 << 0)
        /// Beside the article: other articles, newsletters, widgets.
        static let aside = Marks(rawValue: 1 << 1)
        static let footer = Marks(rawValue: 1 << 2)
        static let header = Marks(rawValue: 1 << 3)
        static let comments = Marks(rawValue: 1 << 4)
        static let sharing = Marks(rawValue: 1 << 5)
        static let advertisement = Marks(rawValue: 1 << 6)
        static let caption = Marks(rawValue: 1 << 7)
        static let byline = Marks(rawValue: 1 << 8)
        static let date = Marks(rawValue: 1 << 9)
        static let deck = Marks(rawValue: 1 << 10)
        static let title = Marks(rawValue: 1 << 11)
        static let figure = Marks(rawValue: 1 << 12)
        static let hidden = Marks(rawValue: 1 << 13)
        /// The running text, as its author marked it.
        static let body = Marks(rawValue: 1 << 14)
        static let article = Marks(rawValue: 1 << 15)
        static let list = Marks(rawValue: 1 << 16)
        static let table = Marks(rawValue: 1 << 17)
        static let form = Marks(rawValue: 1 << 18)
        static let pullQuote = Marks(rawValue: 1 << 19)
        static let author = Marks(rawValue: 1 << 20)

        /// Marks of what is no part of an article's running text.
        static let apart: Marks = [
            .navigation, .aside, .footer, .comments, .sharing, .advertisement, .caption, .byline, .date, .figure,
            .hidden,
            .pullQuote, .author,
        ]
    }

    /// - Parameter text: what the page prints.
    init(_ tree: PageTree, text: PageText) {
        var words = [Double](repeating: 0, count: tree.nodes.count + 1)
        for block in text.blocks where block.readsAsProse { words[block.start + 1] += Double(block.words) }
        for index in tree.nodes.indices { words[index + 1] += words[index] }
        let all = max(1, words[tree.nodes.count])
        var marks: [Marks] = [[]]
        var bodies: [Int] = []
        let teasers = PageRegions.teasers(tree, text)
        for index in tree.nodes.indices.dropFirst() {
            let node = tree.nodes[index]
            var own: Marks = node.element == .text ? [] : PageRegions.marks(of: index, tree)
            // A class such as `has-sidebar` on what holds half of the page says nothing of all that.
            let share = (words[node.end] - words[index]) / all
            if node.element == .body || node.element == .html {
                own = []
            } else if node.element == .main || node.element == .article {
                own.subtract(.apart)
            } else if share > 0.5 {
                own.subtract(.apart.subtracting(.comments))
                own.formUnion(PageRegions.marks(of: node.element).intersection(.apart))
            }
            if teasers.contains(index), !marks[node.parent].contains(.body) { own.insert(.aside) }
            if own.contains(.body), !marks[node.parent].contains(.body) { bodies.append(index) }
            var inherited = marks[node.parent]
            // What others posted is shown in a widget, and part of the text.
            if node.element == .blockquote, inherited.contains(.body) { inherited.subtract([.sharing, .aside]) }
            marks.append(inherited.union(own))
        }
        self.marks = marks
        self.bodies = bodies
    }
}

extension PageRegions {
    /// The elements of one kind and class that come again and again, each with a headline that is a link and a few words: teasers of
    /// other articles.
    private static func teasers(_ tree: PageTree, _ text: PageText) -> Set<Int> {
        var groups: [String: [Int]] = [:]
        for (index, node) in tree.nodes.enumerated() {
            switch node.element {
            case .article, .li, .div, .section:
                guard let classes = tree.value(.classes, of: index), !classes.isEmpty else { continue }
                groups["\(node.element) \(classes)", default: []].append(index)
            default: continue
            }
        }
        var teasers: Set<Int> = []
        for group in groups.values where group.count >= 4 {
            let alike = group.filter { node in
                let blocks = text.blocks(in: node, of: tree)
                let words = blocks.reduce(0) { $0 + text.blocks[$1].words }
                return (4...90).contains(words)
                    && blocks.contains { text.blocks[$0].linkShare > 0.9 && text.blocks[$0].words >= 3 }
            }
            if alike.count * 10 >= group.count * 7 { teasers.formUnion(alike) }
        }
        return teasers
    }

    /// What the name of an element tells.
    private static func marks(of element: PageElement) -> Marks {
        switch element {
        case .nav: .navigation
        case .aside: .aside
        case .footer: .footer
        case .header: .header
        case .figcaption, .caption: .caption
        case .figure: .figure
        case .h1: .title
        case .article: .article
        case .ul, .ol, .dl: .list
        case .table: .table
        case .form: .form
        default: []
        }
    }

    private static func marks(of node: Int, _ tree: PageTree) -> Marks {
        let element = tree.nodes[node].element
        var marks = marks(of: element)
        if isHidden(node, tree) { marks.insert(.hidden) }
        switch tree.value(.role, of: node) {
        case "navigation", "menu", "menubar", "search": marks.insert(.navigation)
        case "complementary": marks.insert(.aside)
        case "contentinfo": marks.insert(.footer)
        case "banner": marks.insert(.header)
        case "dialog", "alertdialog", "tooltip": marks.insert(.hidden)
        default: break
        }
        switch tree.value(.itemprop, of: node) {
        case "articleBody", "reviewBody": marks.insert(.body)
        case "headline": marks.insert(.title)
        case "author": marks.insert(.byline)
        case "datePublished", "dateModified": marks.insert(.date)
        case "description" where !tree.nodes[node].element.isUnprinted: marks.insert(.deck)
        case "comment": marks.insert(.comments)
        default: break
        }
        let words = ClassWords(tree, node)
        guard !words.words.isEmpty else { return marks }
        for word in words.words { marks.formUnion(marksOfWord[word] ?? []) }
        if words.hold(bodyFirst, then: bodySecond) { marks.insert(.body) }
        if element == .blockquote { marks.subtract([.sharing, .aside]) }
        return marks
    }

    /// Whether an element itself keeps what is in it from being shown.
    static func isHidden(_ node: Int, _ tree: PageTree) -> Bool {
        if tree.value(.hidden, of: node) != nil || tree.value(.ariaHidden, of: node) == "true" { return true }
        guard let style = tree.value(.style, of: node) else { return false }
        let compact = style.lowercased().filter { !$0.isWhitespace }
        return compact.contains("display:none") || compact.contains("visibility:hidden")
    }

    private static let bodyFirst: Set = ["article", "story", "entry", "post", "news", "content", "main"]
    private static let bodySecond: Set = ["body", "content", "text", "copy"]

    private static let marksOfWord: [String: Marks] = {
        var marks: [String: Marks] = [:]
        for (words, mark) in sets { for word in words { marks[word, default: []].insert(mark) } }
        return marks
    }()

    private static let sets: [(words: [String], mark: Marks)] = [
        (
            [
                "nav", "navigation", "navbar", "menu", "submenu", "breadcrumb", "breadcrumbs", "crumbs", "pagination",
                "pager", "toolbar", "topbar",
            ], .navigation
        ),
        (
            [
                "aside", "sidebar", "rail", "related", "relateds", "recirc", "recirculation", "recommended",
                "recommendation", "recommendations", "promo", "promos", "promotion", "newsletter", "newsletters",
                "subscribe",
                "subscription", "signup", "trending", "popular", "mostpopular", "teaser", "teasers", "widget",
                "widgets",
                "outbrain", "taboola", "zergnet", "more", "readmore", "upnext", "latest", "next", "previous", "prev",
                "suggested", "tags",
                "tag", "topics", "keywords", "paywall", "cookie", "cookies", "gdpr", "consent", "modal", "popup",
                "overlay", "tooltip",
                "infobox", "toc", "jump", "skip", "print", "partner", "partners", "affiliate", "disclaimer",
            ], .aside
        ),
        (["footer", "foot", "copyright", "bottom", "colophon"], .footer),
        (["header", "masthead", "banner"], .header),
        (
            [
                "comment", "comments", "disqus", "respond", "livefyre", "commentlist", "reply", "replies", "discussion",
            ], .comments
        ),
        (
            [
                "share", "sharing", "social", "sharedaddy", "addthis", "facebook", "twitter", "whatsapp", "pinterest",
                "addtoany",
                "sociable", "shares", "sharebar", "follow",
            ], .sharing
        ),
        (
            [
                "ad", "ads", "advert", "advertisement", "advertising", "adsense", "adslot", "dfp", "gpt", "sponsor",
                "sponsored",
                "sponsors", "adbox", "advertorial",
            ], .advertisement
        ),
        (
            [
                "caption", "captions", "credit", "credits", "figcaption", "imagecaption", "photocredit", "gallery",
                "slideshow",
                "carousel",
            ], .caption
        ),
        (["photo", "photos", "image", "images", "picture", "pictures", "img"], .figure),
        (["byline", "bylines", "author", "authors", "contributor", "writer"], .byline),
        (["dateline", "timestamp", "date", "pubdate", "published", "updated", "time"], .date),
        (["dek", "deck", "standfirst", "subtitle", "subhead", "subheadline", "excerpt", "summary"], .deck),
        (["headline", "title"], .title),
        (["pullquote", "pull"], .pullQuote),
        (["bio", "biography", "authorbox", "aboutauthor"], .author),
    ]
}
