import Testing

@testable import QueryLanguage

/// Messages that nobody is proud of. Who betters one moves it to `WrongStatements`.
@Suite struct BadMessagesTests {
    /// A statement, what is said about it now (nil: nothing), and what is bad about that.
    static let rows: [(statement: String, message: String?, complaint: String)] = [
        ("quotes --as csv", nil, "an option of the command line is read as a comment"),
        ("quotes in Guardian", nil, "an outlet without an article is read as a place"),
        ("what is a quote", nil, "is read as what somebody called `a` quotes"),
        ("quotes where text matches /aid/g", nil, "a flag that is not known is passed over"),
        ("Quotes Where Speaker = Kerry", "`=` does not fit here", "`Where Speaker` is read as a name"),
        (
            "quotes from January to March 2014", "a stretch of time is `between … and …`",
            "the fix does not give the year to January"
        ),
        (
            "quotes where speaker LIKE \"%erry\"", "names are found with `=`, by whole words",
            "the fix finds nobody: parts of words cannot be found in names"
        ),
        ("quotes regex \"aid\"", "words and names are joined with `and` or `or`", "a regular expression is meant"),
        ("quotes *aid", "`*` means nothing here", "does not say that only the ends of words can be open"),
        ("quotes \"aid\"~5", "`~` does not fit here", "`near/5` is meant"),
        (
            "quotes where date = 13–14 January 2014", "`date` is a date, and `13` is none",
            "`between 13 January 2014 and 14 January 2014` is meant"
        ),
        ("quotes by Kerry from the Guardian", "speakers are named with `by`", "an outlet is meant"),
        (
            "quotes in Q1 2014", "more words than one stand in quotation marks: `\"Q1 2014\"`",
            "three months are meant"
        ),
        (
            "quotes where speaker=Kerryand kind=direct", "conditions are joined with `and` or `or`",
            "only a blank is missing"
        ),
        ("quotes > out.csv", "`>` does not fit here", "does not say how an answer comes into a file"),
        (
            "expect > 2 rows", "after `expect` comes `no rows`, `2 rows`, or `every row where …`",
            "`at least 3` is meant"
        ),
        ("$ whosaid seeds", "no question begins with `$`", "is a command of the shell"),
    ]

    @Test(arguments: rows.map { ($0.statement, $0.message) })
    func isStillBad(statement: String, message: String?) {
        #expect(Script(parsing: statement).diagnostics.first?.message == message)
    }
}
