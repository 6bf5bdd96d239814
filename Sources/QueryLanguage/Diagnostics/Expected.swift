/// What could stand at a place of a text: words of an error where it is missing, candidates of a completion at a cursor.
package enum Expected: Hashable, Sendable {
    case statement, question, verb, auxiliary, subject, noun
    /// Words to be found.
    case words
    /// A clause keyword, or the end.
    case clause
    case field, condition
    /// An operator and a value for this field.
    case test(Field)
    /// A value of a field; nil where the field is not known.
    case value(Field?)
    /// What can follow `is`.
    case property(Field)
    case date, place, number, format
    case groupKey, orderKey, direction
    /// `and` or `or` between conditions.
    case connective
    /// `=` after the name of a definition.
    case equals
    /// After `exactly` and `quoted`.
    case quotedWords
    /// After `in` of a condition.
    case list
    case newName, reference, rows, rowsWord, path, version, answer, topic
    /// A field that can be corrected.
    case correction
    /// `into` between the names of a `merge`, `from` between those of a `split`.
    case into, from

    /// How one says it to a person.
    var description: String {
        switch self {
        case .statement: "a question"
        case .question: "a question"
        case .verb: "a verb such as `say`"
        case .auxiliary: "`did`"
        case .subject: "a name"
        case .noun: "`quotes`, `statements`, `articles`, `speakers` or `outlets`"
        case .words: "words in quotation marks, or one word"
        case .clause: "a clause"
        case .field: "a field such as `speaker`"
        case .condition: "a condition such as `kind = direct`"
        case .test(let field): "a test such as `\(field.example)`"
        case .value(let field): field.map { $0.type.valueDescription } ?? "a value"
        case .property: "`known`, `unknown`, `named` or `unnamed`"
        case .date: "a date such as `2014-01-13` or `January 2014`"
        case .place: "a place, a month or a year"
        case .number: "a number"
        case .format: "a format such as `csv`"
        case .groupKey: "a field or `month`"
        case .orderKey: "a field, `count`, or `left` or `right` for the words beside what matched"
        case .direction: "`asc` or `desc`"
        case .connective: "`and` or `or`"
        case .equals: "`=`"
        case .quotedWords: "words in quotation marks"
        case .list: "values in parentheses, such as `(Kerry, Lavrov)`"
        case .newName: "a name of your own"
        case .reference: "the number of a row, such as `#2`"
        case .rows: "`no rows`, `2 rows`, or `every row where …`"
        case .rowsWord: "`rows`"
        case .path: "a file's name in quotation marks"
        case .version: "`version`"
        case .answer: "`_` for the last answer, or `$name`"
        case .topic: "a field or a name"
        case .correction: "a correction such as `speaker = Kerry`"
        case .into: "`into`"
        case .from: "`from`"
        }
    }
}

extension Field.ValueType {
    /// What a value of the type looks like, for a person.
    var valueDescription: String {
        switch self {
        case .choice: "`direct`, `indirect` or `mixed`"
        case .name: "a name"
        case .phrase: "a word, or words in quotation marks"
        case .text: "words in quotation marks, or one word"
        case .date: "a date such as `2014-01-13` or `January 2014`"
        case .number: "a number"
        case .verb: "a verb such as `warn`"
        case .truth: "`true` or `false`"
        }
    }

    /// What such a field is, and the tests that fit it.
    var testsDescription: String {
        switch self {
        case .choice: "one of a few words: use `=`, `!=` or `in (…)`"
        case .name, .phrase: "a name: use `=`, `!=` or `in (…)`"
        case .text: "a text: use `has`, `matches` or `=`"
        case .date: "a date: use `=`, `<`, `>` or `between`"
        case .number: "a number: use `=`, `<`, `>` or `between`"
        case .verb: "a verb: use `=`, `!=` or `in (…)`"
        case .truth: "true or false: use `=`"
        }
    }
}
