import Articles
import Dates
import Evaluator
import QueryLanguage
import Text

/// The parts of a row as people read them; every part is free of control characters.
enum RowWords {
    /// Who said it: `John Kerry and Sergei Lavrov`, `unknown`.
    static func speakers(_ row: Answer.Row) -> String {
        let names = unique(row.quotes.flatMap { $0.record.speakers.map(\.speaker.name) })
        return names.isEmpty ? "unknown speaker" : list(names).printable
    }

    /// The day, with `~` where it is the publication's; `date unknown` where neither is known.
    static func date(_ record: QuoteRecord?) -> String {
        guard let date = record?.date else { return "date unknown" }
        return (date.isPublication ? "~" : "") + date.days.description
    }

    /// The place; nil where it is unknown.
    static func place(_ record: QuoteRecord?) -> String? { record?.placeEvidence?.name.printable }

    /// To whom and through whom: `to reporters, via AFP`; empty where nothing is known.
    static func way(_ record: QuoteRecord) -> String {
        var parts: [String] = []
        if let to = record.addressee?.speaker.name ?? record.printed.addressee { parts.append("to \(to)") }
        let via = record.via.isEmpty ? record.printed.via : record.via.map(\.speaker.name)
        if !via.isEmpty { parts.append("via " + list(via)) }
        return parts.joined(separator: ", ").printable
    }

    /// The words with the matches marked; direct speech stands in quotation marks, and what an
    /// anaphor stands for follows as `[= …]`.
    static func words(_ quote: Answer.MatchedQuote) -> [Run] {
        let record = quote.record
        let isDirect = record.quote.kind == .direct
        var runs: [Run] = isDirect ? [Run("“")] : []
        for (index, text) in record.segmentTexts.enumerated() {
            if index > 0 { runs.append(seam(before: index, of: record.quote)) }
            runs += text.runs(marking: index < quote.matches.count ? quote.matches[index] : [], .match)
        }
        if isDirect { runs.append(Run("”")) }
        if let antecedent = record.printed.antecedent { runs.append(Run(" [= \(antecedent.printable)]", .dim)) }
        return runs
    }

    /// What stands between two segments: nothing where only a paragraph ends, else a sign that the attribution was left out, outside of
    /// the marks, so that nobody takes it for the speaker's omission.
    static func seam(before index: Int, of quote: Quote) -> Run {
        let gap = quote.segments[index].lower - quote.segments[index - 1].upper
        if gap <= 8 { return Run(" ") }
        return Run(quote.kind == .direct ? "” … “" : " … ", .dim)
    }

    /// The outlets that carry a row, each once: `Al Jazeera America, outlet unknown (000.txt)`.
    static func outlets(_ quotes: [Answer.MatchedQuote]) -> [String] {
        unique(quotes.map { outlet($0.record) })
    }

    /// The outlet of a quote, with the versions where it is not just the latest that prints it.
    static func outlet(_ record: QuoteRecord) -> String {
        let name = outlet(record.article)
        if record.article.versions.count < 2 { return name }
        let versions = record.versions.map(String.init).joined(separator: ", ")
        if record.versions.count > 1 { return "\(name) (versions \(versions))" }
        return record.isLatest ? name : "\(name) (version \(versions))"
    }

    /// The outlet of an article, or its file where no outlet is known.
    static func outlet(_ article: ArticleRecord) -> String {
        (article.metadata.outlet ?? "outlet unknown (\(file(article)))").printable
    }

    /// The last part of a source's path.
    static func file(_ article: ArticleRecord) -> String {
        (article.source.split(separator: "/").last.map(String.init) ?? article.source).printable
    }

    /// `1 quote`, `2 quotes`.
    static func count(_ number: Int, _ noun: String) -> String { "\(number) \(noun)\(number == 1 ? "" : "s")" }

    /// `A`, `A and B`, `A, B and C`.
    static func list(_ names: [String]) -> String {
        guard names.count > 1, let last = names.last else { return names.first ?? "" }
        return names.dropLast().joined(separator: ", ") + " and " + last
    }

    /// A group's key as one reads it.
    static func key(_ key: Answer.GroupKey?) -> String {
        switch key {
        case .text(let text): text.printable
        case .number(let number): Int(exactly: number).map(String.init) ?? String(number)
        case .date(let days): days.description
        case nil: "unknown"
        }
    }

    static func unique(_ texts: [String]) -> [String] {
        var seen: Set<String> = []
        return texts.filter { seen.insert($0).inserted }
    }
}
