import ArticleStore
import Articles
import QueryLanguage
import Text

/// `changes`: what differs between one version of an article and the next.
struct Changes {
    let runner: Runner

    /// The paragraphs, or the quotes, that differ, by article, version and place in the text.
    func rows(ofQuotes: Bool) throws -> [Answer.Row] {
        var rows: [Answer.Row] = []
        let quotes = try quotesByArticle()
        for article in try articles(quotes) {
            for (from, to) in zip(article.versions, article.versions.dropFirst()) {
                try GivingUp.check()
                rows +=
                    ofQuotes
                    ? quoteRows(article, from, to, quotes[article.id] ?? [])
                    : try paragraphRows(article, from, to, quotes[article.id] ?? [])
            }
        }
        return rows
    }

    /// The articles with several versions of which a quote passes, or all where nothing is asked of quotes.
    private func articles(_ quotes: [Int64: [QuoteRecord]]) throws -> [ArticleRecord] {
        let several = try runner.names.articles.filter { $0.versions.count > 1 }
            .sortedUnlessGivenUp { Order.compare($0, $1) < 0 }
        guard let condition = runner.plan.query.conditions else { return several }
        if condition.isOfArticles {
            return try several.filter { article in
                try GivingUp.check()
                return runner.filter.verdict(ReadQuote(QuoteRecord(standingFor: article))).passes
            }
        }
        return try several.filter { article in
            try GivingUp.check()
            return quotes[article.id]?.contains { runner.filter.verdict(ReadQuote($0)).passes } ?? false
        }
    }

    /// The quotes of all articles that have several versions.
    static func lookup(_ names: NameBook) -> QuoteLookup {
        var lookup = QuoteLookup()
        lookup.inAnyVersion = true
        lookup.articles = names.articles.filter { $0.versions.count > 1 }.map(\.id)
        return lookup
    }

    private func quotesByArticle() throws -> [Int64: [QuoteRecord]] {
        let lookup = Changes.lookup(runner.names)
        if lookup.articles?.isEmpty ?? true { return [:] }
        var byArticle: [Int64: [QuoteRecord]] = [:]
        var givingUp = GivingUp()
        for quote in try runner.source.quotes(lookup) {
            try givingUp.step()
            byArticle[quote.article.id, default: []].append(quote)
        }
        return byArticle
    }

    private func paragraphRows(
        _ article: ArticleRecord, _ from: Int, _ to: Int, _ quotes: [QuoteRecord]
    ) throws -> [Answer.Row] {
        guard let old = try runner.source.text(article.id, from), let new = try runner.source.text(article.id, to)
        else {
            return []
        }
        let oldZones = old.version.zones.filter(\.kind.isSearched)
        let newZones = new.version.zones.filter(\.kind.isSearched)
        let oldTexts = oldZones.map { Changes.plain(old.bytes.text($0.range)) }
        let newTexts = newZones.map { Changes.plain(new.bytes.text($0.range)) }
        let (oldLines, newLines) = (LineTable(old.bytes), LineTable(new.bytes))
        return Changes.pairs(oldTexts, newTexts).map { pair in
            let zone = pair.new.map { newZones[$0] } ?? pair.old.map { oldZones[$0] }
            let range = zone?.range ?? ByteRange(0, 0)
            let lines = pair.new == nil ? oldLines : newLines
            let change = Answer.Change(
                article: article, from: from, to: to, line: lines.line(at: range.lower),
                pieces: Answer.Change.Piece.pieces(
                    from: pair.old.map { oldTexts[$0] } ?? "", to: pair.new.map { newTexts[$0] } ?? ""))
            let version = pair.new == nil ? from : to
            let inside = quotes.filter { $0.version == version && $0.quote.segments.contains { range.overlaps($0) } }
            return Answer.Row(subject: .change(change), quotes: Changes.unmarked(inside))
        }
    }

    private func quoteRows(
        _ article: ArticleRecord, _ from: Int, _ to: Int, _ quotes: [QuoteRecord]
    ) -> [Answer.Row] {
        let old = quotes.filter { $0.version == from }.sorted(by: Order.before)
        let new = quotes.filter { $0.version == to }.sorted(by: Order.before)
        let oldTexts = old.map { Changes.plain($0.text) }
        let newTexts = new.map { Changes.plain($0.text) }
        return Changes.pairs(oldTexts, newTexts).compactMap { pair in
            let records = [pair.new.map { new[$0] }, pair.old.map { old[$0] }].compactMap { $0 }
            if runner.plan.query.conditions != nil,
                !records.contains(where: { runner.filter.verdict(ReadQuote($0)).passes })
            {
                return nil
            }
            let change = Answer.Change(
                article: article, from: from, to: to, line: records.first?.line ?? 0,
                pieces: Answer.Change.Piece.pieces(
                    from: pair.old.map { oldTexts[$0] } ?? "", to: pair.new.map { newTexts[$0] } ?? ""))
            return Answer.Row(subject: .change(change), quotes: Changes.unmarked(records))
        }
    }

    /// The texts that differ, each with its counterpart where one is alike: more than half of the words in common.
    private static func pairs(_ old: [String], _ new: [String]) -> [(old: Int?, new: Int?)] {
        var pairs: [(old: Int?, new: Int?)] = []
        var dropped: [Int] = []
        var added: [Int] = []
        func flush() {
            for index in added {
                let best = dropped.map { (index: $0, likeness: likeness(old[$0], new[index])) }
                    .max { $0.likeness < $1.likeness }
                if let best, best.likeness > 0.5 {
                    dropped.removeAll { $0 == best.index }
                    pairs.append((best.index, index))
                } else {
                    pairs.append((nil, index))
                }
            }
            pairs += dropped.map { ($0, nil) }
            dropped = []
            added = []
        }
        for step in WordDiff.steps(old, new) {
            switch step {
            case .kept: flush()
            case .dropped(let index): dropped.append(index)
            case .added(let index): added.append(index)
            }
        }
        flush()
        return pairs
    }

    private static func likeness(_ a: String, _ b: String) -> Double {
        let first = Set(Folding.words(in: a).map(\.stem))
        let second = Set(Folding.words(in: b).map(\.stem))
        guard !first.isEmpty, !second.isEmpty else { return 0 }
        return Double(2 * first.intersection(second).count) / Double(first.count + second.count)
    }

    /// A text with single blanks, since only words count as a change.
    private static func plain(_ text: String) -> String {
        text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    private static func unmarked(_ records: [QuoteRecord]) -> [MatchedQuote] {
        records.sorted(by: Order.before).map { record in
            MatchedQuote(record: record, matches: record.segmentTexts.map { _ in [] })
        }
    }
}

extension Condition {
    /// Whether it asks only for what an article has, so that an article without quotes can pass.
    fileprivate var isOfArticles: Bool {
        switch self {
        case .test(let test): [.outlet, .article, .title, .byline, .url, .published].contains(test.field)
        case .not(let inner): inner.isOfArticles
        case .all(let parts), .any(let parts): parts.allSatisfy(\.isOfArticles)
        }
    }
}
