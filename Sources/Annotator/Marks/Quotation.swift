/// What stands between an opening and a closing quotation mark, over one paragraph or several.
struct Quotation {
    /// The tokens inside the marks, one range a paragraph; never empty, and none is.
    var parts: [Range<Int>]
    /// Whether its marks are single ones.
    var isSingle: Bool
    /// Whether a closing mark was found.
    var isClosed: Bool

    /// The first token inside.
    var start: Int { parts[0].lowerBound }
    /// The token after the last one inside: the closing mark, where there is one.
    var end: Int { parts[parts.count - 1].upperBound }
    /// The number of tokens inside.
    var count: Int { parts.reduce(0) { $0 + $1.count } }
}
