extension Finding.Habit {
    /// What is said about a habit, and further sentences.
    func words(_ found: String) -> (message: String, notes: [String]) {
        switch self {
        case .doubleEquals: ("one `=` is enough", [])
        case .logicalSign: ("`\(found)` is written as a word", [])
        case .sql: ("this is not SQL: a question names its rows first, then its conditions", [])
        case .like: ("words are found with `has`", ["`\"terror*\"` matches every word that begins so"])
        case .byField: ("`by` names a speaker, and `\(found)` is a field", ["`per` counts by a field"])
        case .fromName: ("speakers are named with `by`", [])
        case .fromTo: ("a stretch of time is `between … and …`", [])
        case .notBy: ("`not` belongs to a condition", [])
        case .saidIsWords: ("`said` is the date on which it was said", ["words are found with `text has`"])
        case .conditionWithoutWhere: ("conditions begin with `where`", [])
        case .onTopic: ("`on` takes a date; what it is about follows `about`", [])
        case .inOutlet:
            (
                "`in` takes a place or a date; an outlet is a condition",
                ["if it is a place, write it in quotation marks: `in \(quotation(found))`"]
            )
        case .howManyTimes: ("quotes are counted with `how many quotes`", [])
        case .howManyPeople: ("people who speak are `speakers`", [])
        case .topFirst: ("`top` comes after what is counted", [])
        case .latestFirst: ("the newest first is an order", [])
        case .notSaid:
            (
                "nobody can be found by what was not said",
                ["`speakers without \"…\"` lists those with no such quote"]
            )
        case .didFirst: ("a question begins with what is wanted", [])
        case .nameAlone: ("a name alone is no question", [])
        case .wordsAlone: ("words alone are no question", [])
        case .dotless: ("commands of the prompt begin with a dot", [])
        case .jointOrEither:
            (
                "is it what either of them said, or what they said together?",
                ["together is a condition: `\(found)`"]
            )
        case .ofWords: ("the words follow without `of`", [])
        case .toDate: ("`to` names a person; a stretch of time is `between … and …`", [])
        case .showQuestion: ("`show` takes the number of a row; a question stands by itself", [])
        case .otherOperator: ("`\(found)` is written differently here", [])
        }
    }
}
