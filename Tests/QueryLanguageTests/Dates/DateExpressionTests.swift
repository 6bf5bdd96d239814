import Dates
import Testing

@testable import QueryLanguage

@Suite struct DateExpressionTests {
    /// Asked on Wednesday, 15 January 2014.
    @Test(arguments: [
        ("2014-01-13", "2014-01-13"), ("2014-01", "2014-01"), ("2014", "2014"), ("13 January 2014", "2014-01-13"),
        ("January 2014", "2014-01"), ("January 13, 2014", "2014-01-13"), ("13th Jan. 2014", "2014-01-13"),
        ("today", "2014-01-15"), ("yesterday", "2014-01-14"), ("last month", "2013-12"), ("this month", "2014-01"),
        ("last week", "2014-01-06/2014-01-12"), ("this week", "2014-01-13/2014-01-19"), ("last year", "2013"),
        ("last day", "2014-01-14"), ("3 days ago", "2014-01-12"), ("2 months ago", "2013-11"), ("1 year ago", "2013"),
        ("1 week ago", "2014-01-06/2014-01-12"), ("May", "2013-05"), ("January", "2014-01"),
        ("Monday", "2014-01-13"), ("Wednesday", "2014-01-15"), ("Thursday", "2014-01-09"),
        ("13 January", "2014-01-13"), ("16 January", "2013-01-16"), ("29 February", "2012-02-29"),
        ("999999 years ago", "0001"),
    ])
    func standsForDays(written: String, days: String) throws {
        let script = Script(parsing: "quotes where date = \(written)")
        #expect(script.diagnostics.map(\.message) == [])
        let today = try #require(CalendarDay(iso: "2014-01-15"))
        guard case .question(let query)? = script.statements.first?.statement,
            case .test(let test)? = query.conditions, case .equals(.date(let date, _)) = test.predicate
        else {
            Issue.record("no date")
            return
        }
        #expect(date.interval(today: today).description == days)
    }
}
