package import Articles
import Dates

extension Annotator {
    /// When articles of unknown date appeared, where they share statements with dated ones: a long quotation, or two statements at least,
    /// on days that agree.
    ///
    /// Articles of unknown date that share a long quotation are dated together. What an article recalls, because it was said more than a week
    /// before, dates nothing. One shared statement is enough to suppose a date; under that, words that many people say at any time can be
    /// known as the same statement, and what is then shared confirms the date or does not.
    package static func publications(
        _ quotes: [LinkableQuote], _ statements: [LinkedStatement]
    ) -> [InferredPublication] {
        // Quotes that are there already cannot fail to be read.
        guard let columns = try? JoinableQuotes(LinkableQuotes(quotes)) else { return [] }
        return publications(columns, statements)
    }

    static func publications(_ quotes: JoinableQuotes, _ statements: [LinkedStatement]) -> [InferredPublication] {
        guard quotes.days.contains(where: { $0.published == nil }),
            quotes.days.contains(where: { $0.published != nil })
        else { return [] }
        let supposed = Dictionary(
            SharedStatements(quotes, statements).publications(sharing: 1).map { ($0.article, $0.published) },
            uniquingKeysWith: { first, _ in first })
        guard !supposed.isEmpty else { return [] }
        var days = quotes.days
        for index in days.indices where days[index].published == nil {
            days[index].published = supposed[quotes.articles[index]]
        }
        let joined = StatementJoining(quotes, days).joined().statements(withSingles: false)
        return SharedStatements(quotes, joined).publications(sharing: 2)
    }
}

/// The statements that undated articles share with dated ones, and with each other.
private struct SharedStatements {
    private let quotes: JoinableQuotes
    private var links: [Int64: [Link]] = [:]
    /// Undated articles of one long quotation: each leads to another one of its group, or to itself.
    private var neighbour: [Int64: Int64] = [:]

    /// One statement in an undated and in a dated article.
    private struct Link {
        let article: Int64
        let statement: Int
        let window: SpeechWindow
        /// The last day on which a dated article of it appeared.
        let published: CalendarDay
        let isLong: Bool
        let evidence: InferredPublication.Evidence
    }

    init(_ quotes: JoinableQuotes, _ statements: [LinkedStatement]) {
        self.quotes = quotes
        let indices = Dictionary(
            quotes.ids.enumerated().map { ($1, Int32($0)) }, uniquingKeysWith: { first, _ in first })
        for (number, statement) in statements.enumerated() where statement.quotes.count > 1 {
            add(statement, number, statement.quotes.compactMap { indices[$0].map(Int.init) })
        }
    }

    private mutating func add(_ statement: LinkedStatement, _ number: Int, _ reports: [Int]) {
        let (quotes, days) = (quotes, quotes.days)
        let undated = reports.filter { days[$0].published == nil }
        guard !undated.isEmpty, reports.count > 1 else { return }
        let common = Dictionary(
            statement.likenesses.map { ($0.quote, $0.common) }, uniquingKeysWith: { first, _ in first })
        /// Whether a quotation shares many words with the fullest report, so that two such share them with each other.
        func isLong(_ quote: Int) -> Bool {
            quotes.isDirect[quote] && common[quotes.ids[quote]] ?? .max >= Self.manyWords
        }
        let long = undated.filter(isLong)
        for quote in long.dropFirst() { unite(quotes.articles[long[0]], quotes.articles[quote]) }
        let dated = reports.filter { days[$0].published != nil && !isRecalled($0) }
        var window: SpeechWindow? = nil
        for report in dated {
            let own = SpeechWindow(days[report])
            guard let days = own.common(with: window ?? own) else { return }
            window = days
        }
        guard let window else { return }
        for quote in undated {
            let best = dated.first(where: isLong) ?? dated[0]
            let article = quotes.articles[quote]
            links[article, default: []].append(
                Link(
                    article: article, statement: number, window: window,
                    published: dated.compactMap { days[$0].published?.last }.max() ?? CalendarDay(number: window.last),
                    isLong: isLong(quote) && isLong(best),
                    evidence: InferredPublication.Evidence(quote: quotes.ids[quote], dated: quotes.ids[best])))
        }
    }

    /// So many content words in common that nobody says them twice by chance.
    private static let manyWords = 8

    private func isRecalled(_ quote: Int) -> Bool {
        guard let said = quotes.days[quote].said, let published = quotes.days[quote].published else { return false }
        return published.first.number - said.last.number > 7
    }

    private mutating func unite(_ a: Int64, _ b: Int64) {
        let (a, b) = (root(of: a), root(of: b))
        neighbour[max(a, b)] = min(a, b)
    }

    private func root(of article: Int64) -> Int64 {
        var article = article
        while let next = neighbour[article], next != article { article = next }
        return article
    }

    /// When the undated articles appeared that share a long quotation, or so many statements, with dated ones.
    func publications(sharing least: Int) -> [InferredPublication] {
        var groups: [Int64: [Int64]] = [:]
        for article in Set(links.keys).union(neighbour.keys).union(neighbour.values) {
            groups[root(of: article), default: []].append(article)
        }
        return groups.keys.sorted().flatMap { root -> [InferredPublication] in
            let articles = (groups[root] ?? []).sorted()
            let links = articles.flatMap { self.links[$0] ?? [] }
            guard links.contains(where: \.isLong) || Set(links.map(\.statement)).count >= least else { return [] }
            var window = links.first?.window
            for link in links { window = window?.common(with: link.window) }
            guard let window, window.last - window.first <= 31 else { return [] }
            let said = DateInterval(CalendarDay(number: window.first), CalendarDay(number: window.last))
            // What was said before, somebody prints until the day after others did.
            let latest = links.map(\.published).max() ?? said.last
            let published = DateInterval(said.first, max(said.first, latest).adding(days: 1))
            return articles.map { article in
                InferredPublication(
                    article: article, published: published, said: said,
                    evidence: links.filter { $0.article == article }.map(\.evidence)
                        + links.filter { $0.article != article }.map(\.evidence))
            }
        }
    }
}
