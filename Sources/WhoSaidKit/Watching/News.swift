import Articles
package import Evaluator

/// Tells the rows of answers that are new from those that were there before, by the references of their quotes.
package struct News: Sendable {
    /// What was there, by the question.
    private var seen: [String: Set<String>] = [:]

    /// Nothing was there yet.
    package init() {}

    /// The answer with only those rows of which something is new: a quote, or a paragraph that differs. It counts as seen
    /// from here on.
    /// - Parameter question: what tells the question from others.
    package mutating func rows(of answer: Answer, to question: String) -> Answer {
        let known = seen[question] ?? []
        var news = answer
        news.rows = answer.rows.filter { !known.isSuperset(of: $0.marks) }
        news.notes = []
        seen[question] = known.union(answer.rows.flatMap(\.marks))
        return news
    }
}

extension Answer.Row {
    /// What a row is known by.
    fileprivate var marks: [String] {
        switch subject {
        case .change(let change): ["\(change.article.source) \(change.from) \(change.to) \(change.line)"]
        case .article(let article): ["article \(article.source)"] + quotes.map(\.record.reference)
        case .statement, .quote, .speaker, .outlet, .group: quotes.map(\.record.reference)
        }
    }
}
