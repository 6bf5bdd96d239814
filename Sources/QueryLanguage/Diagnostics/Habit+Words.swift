extension Finding.Habit {
    /// What is said about a habit, and further sentences.
    func words(_ found: String) -> (message: String, notes: [String]) {
        switch self {
        case .doubleEquals: ("one `=` is enough", [])
        case .logicalSign: ("`\(found)` is written as a word", [])
        case .sql: ("this is not SQL: a question names its rows first, then its conditions", [])
        case .like where found == "=": ("names are found with `=`, by whole words", [])
        case .like where found.isEmpty:
            ("words are found with `has`", ["`\"terror*\"` matches every word that begins so"])
        case .like: ("words are found without `\(found)`", ["`and` joins further words"])
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
        case .nameAlone: ("no question begins with a name", [])
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
        case .searchField: ("`\(found):` is written as a condition", [])
        case .filler: ("`\(found)` is not needed here", [])
        case .pipe: ("clauses follow one another without `|`", [])
        case .pastedPrompt: ("the sign of the prompt is no part of the question", [])
        case .doubledWord: ("`\(found)` stands here twice", [])
        case .missingBlank: ("a blank is missing in `\(found)`", [])
        case .passive: ("a question names who speaks, and then the verb", [])
        case .joinedWords: ("words and names are joined with `and` or `or`", [])
        case .signOnWord: ("`\(found)` is no sign for words", ["they are joined with `and`, `or` and `and not`"])
        case .repeatedField: ("each side of `\(found)` is a condition with a field of its own", [])
        case .unknownAsValue: ("what nobody knows is asked for with `is unknown`", [])
        case .dateAlone: ("a date needs a word before it, such as `in`, `on` or `since`", [])
        case .formatAfterIn: ("a format follows `as`", [])
        case .dateOfField where found.isEmpty: ("one of several dates is a condition", [])
        case .dateOfField: ("the date of `\(found)` is a condition", [])
        case .kindFirst: ("what kind of quotes is a condition", [])
        case .twoQuestions: ("this is a second question", ["a `;` or a new line stands between two"])
        case .mostQuoted: ("who speaks most is found by counting", [])
        case .whyDid: ("the stories tell what was said, not \(found)", [])
        case .whoIs: ("what is known about a name is told by `describe`", [])
        case .nameAsCondition: ("a condition begins with a field, and `\(found)` is none", [])
        case .clauseInWhere: ("`\(found)` is a clause of its own, without `where`", [])
        case .conditionsSideBySide: ("conditions are joined with `and` or `or`", [])
        case .directionAlone: ("`\(found)` belongs to `order by`", [])
        }
    }
}
