import Text

/// What stands on saved pages around an article and is no part of it: share buttons, lists of other articles, requests
/// to subscribe, advertisements.
enum Furniture {
    /// How far a piece of furniture reaches.
    enum Reach {
        /// Only its own line.
        case line
        /// Whatever follows, until running text comes again.
        case block
        /// All that follows: readers' comments read like an article.
        case rest
    }

    /// What a paragraph is, if it is furniture.
    static func reach(of paragraph: Paragraph) -> Reach? {
        guard paragraph.wordCount <= 40, !paragraph.text.isEmpty else { return nil }
        let key = withoutNumbers(paragraph.key)
        if key.isEmpty { return paragraph.wordCount <= 2 ? .line : nil }
        if isAddress(paragraph) || isBreadcrumb(paragraph) { return .line }
        if comments.contains(key) { return .rest }
        if lineLabels.contains(key) { return .line }
        if blockLabels.contains(key) { return .block }
        if paragraph.hasQuotationMarks { return nil }
        if requests.contains(where: { key.hasPrefix($0) }) { return .block }
        if paragraph.wordCount <= 30 {
            let bytes = Array(key.utf8)
            if phrases.contains(where: bytes.contains) { return .block }
        }
        if !paragraph.isProse, paragraph.wordCount <= 8, openings.contains(where: { key.hasPrefix($0) }) {
            return .block
        }
        return nil
    }

    /// Whether a line is the address of a page and nothing else.
    static func isAddress(_ paragraph: Paragraph) -> Bool {
        !paragraph.text.contains(" ") && (paragraph.text.hasPrefix("http://") || paragraph.text.hasPrefix("https://"))
    }

    /// `Home > World > Middle East`.
    private static func isBreadcrumb(_ paragraph: Paragraph) -> Bool {
        !paragraph.isProse && paragraph.wordCount <= 12
            && [" > ", " » ", " › "].contains { paragraph.text.contains($0) }
    }

    /// `12 comments` counts as `comments`.
    private static func withoutNumbers(_ key: String) -> String {
        // Most lines have none.
        guard key.utf8.contains(where: { $0 < UInt8(ascii: "a") && $0 != UInt8(ascii: " ") || $0 >= 0x80 }) else {
            return key
        }
        return key.split(separator: " ").filter { word in !word.allSatisfy { $0.isNumber } }.joined(separator: " ")
    }

    private static let comments: Set = [
        "comments", "comment", "view comments", "show comments", "leave a comment", "post a comment", "add a comment",
        "join the discussion", "join the conversation", "readers comments", "most recent comments",
    ]

    private static let lineLabels: Set = [
        "share", "share this", "share this article", "share this story", "share this page", "share on facebook",
        "share on twitter", "share via email", "tweet", "tweet this", "email", "e mail", "email this", "print",
        "print this",
        "save", "save article", "like", "follow", "copy link", "facebook", "twitter", "whatsapp", "linkedin",
        "pinterest",
        "google", "reddit", "advertisement", "advertising", "ad", "sponsored", "loading", "continue reading",
        "read full article", "story continues below", "article continues below", "skip to content",
        "skip to main content", "back to top", "sign in", "log in", "register", "menu", "search", "home",
        "related topics",
        "listen", "enlarge", "close", "view gallery", "image",
    ]

    private static let blockLabels: Set = [
        "related", "related news", "related stories", "related articles", "related content", "related links",
        "related coverage", "related video", "related videos", "read more", "read next", "see also", "more stories",
        "more news", "more on this story", "most read", "most popular", "most viewed", "most shared", "most commented",
        "popular", "trending", "trending now", "popular now", "latest news", "latest stories", "latest", "top stories",
        "recommended", "recommended for you", "you may also like", "you might also like",
        "you may also be interested in",
        "editors picks", "topics", "places", "tags", "in this story", "explore more", "sponsored content",
        "sponsored features",
        "sponsored links", "sponsored stories", "promoted stories", "promoted content", "from the web",
        "around the web",
        "from our partners", "elsewhere on the web", "jobs", "find a job", "newsletters", "newsletter", "subscribe",
        "about us", "contact us", "follow us", "site map",
    ]

    private static let requests = [
        "sign up for", "sign up to", "subscribe to", "subscribe now", "get email updates", "get our", "get the latest",
        "follow us on", "like us on", "join us on", "download our", "download the app", "click here",
        "this website uses",
        "we use cookies", "copyright", "all rights reserved", "enter your email", "already a subscriber", "support our",
    ]

    private static let phrases: [[UInt8]] = [
        "to your inbox", "our newsletter", "weekly newsletter", "daily newsletter", "email updates", "email alerts",
        "all rights reserved", "privacy policy", "terms and conditions", "terms of use", "terms of service",
        "uses cookies",
        "enable javascript", "your email address", "reproduced without permission", "may not be published broadcast",
    ].map { Array($0.utf8) }

    private static let openings = [
        "related ", "more from ", "more on ", "latest from ", "latest stories ", "latest news ", "read more ",
        "read next ",
        "see also ", "watch more ", "share ", "tags ", "topics ", "filed under ",
    ]
}
