import ArticleStore
import Articles
import Dates

extension Session.Reason {
    /// No more articles are named.
    private static let limit = 5

    /// The articles that print much the same text as that of a quote: their reports are hardly evidence of their own.
    static func similarTexts(_ texts: [SimilarText]) -> [Session.Reason] {
        var reasons = texts.prefix(limit).map { text in
            let metadata = text.article.metadata
            let place = [metadata.outlet, metadata.published?.value.description, text.article.source].compactMap(\.self)
            return Session.Reason(
                property: "same text", value: place.joined(separator: ", "),
                evidence: "\(Int((text.share * 100).rounded(.down))) % in common")
        }
        if texts.count > limit {
            reasons.append(
                Session.Reason(
                    property: "same text", value: "\(texts.count - limit) more articles", evidence: "much in common"))
        }
        return reasons
    }
}
