import ArticleStore
import Dates
import QueryLanguage

extension Plan {
    /// The question read back in one English sentence, so that a misunderstanding shows.
    package var sentence: String {
        var text = head
        if let condition = query.conditions {
            text += " whose quotes pass: " + Wording.of(condition)
        }
        for companion in query.companions {
            text += companion.isExcluded ? ", none of whose quotes has " : ", with another quote that has "
            text += Wording.of(companion.matcher)
        }
        if lookup.inAnyVersion { text += ", in any version of an article" }
        if query.among != nil { text += ", among the quotes of an earlier answer" }
        switch query.limit {
        case .top(let count, let withTies): text += "; the first \(count)\(withTies ? " and those that tie" : "")"
        case .sample(let count, _): text += "; a sample of \(count)"
        case nil: break
        }
        return text + "."
    }

    private var head: String {
        switch query.question {
        case .who: "Who said it: the statements"
        case .what: "What was said: the statements"
        case .when: "When it was said: the statements"
        case .place: "Where it was said: the statements"
        case .list(let noun): "The \(noun.rawValue)"
        case .howMany(let noun):
            "The number of \(noun.rawValue)"
                + (query.grouping.isEmpty
                    ? "" : " per " + query.grouping.map(Wording.of).joined(separator: " and per "))
        case .wordings: "All reports of the statements"
        case .changes(let ofQuotes):
            "The \(ofQuotes ? "quotes" : "paragraphs") that differ between versions of the articles"
        }
    }
}
