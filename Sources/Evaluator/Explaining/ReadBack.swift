import ArticleStore
import Articles
import Dates
import QueryLanguage

/// A question read back in one English sentence, so that a misunderstanding shows.
///
///     who said "ceasefire" in January 2014
///     → Lists every statement, speaker first, of which one quote has "ceasefire" (printed as ceasefire and cease-fire) and
///       was said in January 2014; only the latest version of an article counts; …
struct ReadBack {
    let plan: Plan
    let names: NameBook
    /// The quotes that passed, which tell how the words are printed.
    let quotes: [MatchedQuote]

    var query: Query { plan.query }
    var dates: DateWords { DateWords(today: plan.today) }

    /// The sentence.
    var sentence: String {
        var text = head + conditions + companions
        switch query.among {
        case .last?: text += ", among the \(count(plan.among?.count ?? 0, "quote")) of the last answer"
        case .query?: text += ", among the \(count(plan.among?.count ?? 0, "quote")) of the question that it names"
        case nil: break
        }
        return ([text] + [versions, publication, order, limit, format].compactMap(\.self)).joined(separator: "; ") + "."
    }

    private var head: String {
        switch query.question {
        case .who: "Lists every statement, speaker first"
        case .what: "Lists every statement, words first"
        case .when: "Lists every statement, date first"
        case .place: "Lists every statement, place first"
        case .list(let noun): "Lists every \(noun.singular)"
        case .howMany(let noun):
            if query.grouping.isEmpty {
                "Counts every \(noun.singular)"
            } else {
                "Counts, for \(English.list(query.grouping.map { "each " + $0.noun }, "and")), every \(noun.singular)"
            }
        case .wordings: "Lists all reports, word for word, of every statement"
        case .changes(ofQuotes: true): "Lists every quote that differs from one version of its article to the next"
        case .changes(ofQuotes: false): "Lists every paragraph that differs from one version of its article to the next"
        }
    }

    private var conditions: String {
        guard let condition = query.conditions else { return "" }
        let said = predication(condition)
        let words = said.words()
        switch query.question {
        case .list(.quotes), .howMany(.quotes): return " that " + words
        case .changes(ofQuotes: true): return " and " + words
        case .changes(ofQuotes: false): return ", in every article of which one quote " + words
        case .list(.speakers), .howMany(.speakers), .list(.outlets), .howMany(.outlets):
            return " with one quote that " + words
        default: return (head.contains(" first") ? "," : "") + " of which one quote " + words
        }
    }

    private var companions: String {
        let whole = plan.fold == .quotes ? "statement" : String(plan.fold.rawValue.dropLast())
        let parts = query.companions.map { companion in
            (companion.isExcluded ? "no quote" : "another quote") + " of the same \(whole) has "
                + words(companion.matcher)
        }
        return parts.isEmpty ? "" : ", where " + English.list(parts, "and")
    }

    private var versions: String? {
        if case .changes = query.question { return nil }
        return plan.lookup.inAnyVersion
            ? "every version of an article counts" : "only the latest version of an article counts"
    }

    private var publication: String? {
        guard query.conditions?.asksFor(.date) ?? false else { return nil }
        return "where it is unknown when something was said, the day of publication counts"
    }

    private var order: String? {
        if case .howMany = query.question, query.grouping.isEmpty { return nil }
        guard query.order.isEmpty else {
            return "ordered " + query.order.map(\.words).joined(separator: ", then ")
        }
        switch query.question {
        case .howMany:
            if query.grouping.count > 1 {
                return "group by group, \(query.grouping[0].isDate ? "in the order of dates" : "largest first")"
            }
            return query.grouping[0].isDate ? "in the order of dates" : "largest count first"
        case .list(.speakers), .list(.outlets): return "most quoted first"
        case .list(.articles): return "in the order of publication, outlet and article"
        case .changes: return "in the order of article, version and place in the text"
        default: return "in the order of date, publication, outlet, article and place in the text"
        }
    }

    private var limit: String? {
        switch query.limit {
        case .top(let count, let withTies):
            "of these only the first\(count == 1 ? "" : " \(count)")"
                + (withTies ? ", and all that tie with the last of them" : "")
        case .sample(let count, let seed): "of these a sample of \(count) (seed \(seed))"
        case nil: nil
        }
    }

    private var format: String? { query.format.map { "written as \($0.rawValue)" } }

    private func count(_ number: Int, _ noun: String) -> String { "\(number) \(noun)\(number == 1 ? "" : "s")" }
}

extension Query.Noun {
    /// `quote` for `quotes`.
    var singular: String { String(rawValue.dropLast()) }
}

extension Query.Grouping {
    /// What its groups are called: `speaker`, `month of publication`.
    fileprivate var noun: String {
        guard let unit else { return field.noun }
        switch field {
        case .said: return "\(unit.rawValue) of saying"
        case .published: return "\(unit.rawValue) of publication"
        default: return unit.rawValue
        }
    }
}

extension Query.OrderKey {
    /// The key and its direction: `by date, latest first`.
    fileprivate var words: String {
        let field: Field
        switch self.field {
        case .field(let known): field = known
        case .count: return "by count, " + (isDescending ? "largest" : "smallest") + " first"
        case .context(let side):
            return "by the words \(side == .left ? "before" : "after") what matched"
                + (isDescending ? ", backwards" : "")
        }
        let direction =
            switch field.type {
            case .date: isDescending ? ", latest first" : ""
            case .number: isDescending ? ", largest first" : ""
            default: isDescending ? ", backwards" : ""
            }
        return "by \(field.noun)\(direction)"
    }
}

extension Field {
    /// What one calls it in a sentence.
    var noun: String {
        switch self {
        case .cue: "verb"
        case .to: "addressee"
        case .via: "go-between"
        case .said: "day of saying"
        case .published: "day of publication"
        case .url: "address"
        case .voices: "number of speakers"
        case .words: "number of words"
        case .paragraphs: "number of paragraphs"
        case .reports: "number of outlets that carry it"
        default: rawValue
        }
    }
}
