import ArticleStore
import QueryLanguage
import Testing

@testable import Evaluator

@Suite struct PlanTests {
    @Test(arguments: [
        ("who said \"ceasefire\" where date=2014-01-13", "words ceasefir, days 2014-01-13, in latest versions"),
        ("quotes not \"ceasefire\"", "all quotes, in latest versions"),
        ("quotes (\"ceasefire\" or \"aid\")", "words ceasefir|aid, in latest versions"),
        ("quotes (\"ceasefire\" or /aid/)", "all quotes, in latest versions"),
        ("quotes \"ceasefire\" and not \"aid\"", "words ceasefir, in latest versions"),
        ("quotes exactly \"ceasefire\"", "all quotes, in latest versions"),
        ("quotes \"terror*\" near \"Syria\"", "words terror* + syria, in latest versions"),
        ("quotes by Kerry or Lavrov", "speakers John Kerry and Sergei Lavrov, in latest versions"),
        ("quotes where speaker = Kerry and speaker = Lavrov", "speakers John Kerry, in latest versions"),
        ("quotes where not speaker = Kerry", "all quotes, in latest versions"),
        ("quotes where speaker = Nobody", "speakers none, in latest versions"),
        ("quotes where outlet = Guardian and version = 0", "articles c/002.txt, in any version"),
        ("quotes since 2014-01-05 until 2014-01-13", "days 2014-01-05/2014-01-13, in latest versions"),
        ("quotes where date = 2014-01 and published = 2015", "days 2014-01, in latest versions"),
        ("quotes about Iran", "words iran|islamic|islamicrepublic|tehran|teheran|iranian, in latest versions"),
    ]) func looksUp(question: String, expected: String) throws {
        let plan = plan(try Sample.query(question), names: Sample.names, today: Sample.today)
        #expect(plan.lines(Sample.names).first == "look up  " + expected)
    }

    @Test func tellsItsSteps() throws {
        let query = try Sample.query("how many statements per month where speaker = Kerry and not kind = direct")
        let plan = plan(query, names: Sample.names, today: Sample.today)
        #expect(
            plan.lines(Sample.names) == [
                "look up  speakers John Kerry, in latest versions", "test     speaker is Kerry and kind is not direct",
                "fold     into statements", "count    per month of date", "order    date, then count",
            ])
    }

    @Test func aBrokenExpressionIsRefusedWhereItStands() throws {
        let query = try Sample.query("quotes /al-(Nusra/")
        let plan = plan(query, names: Sample.names, today: Sample.today)
        #expect(throws: PlanningError.self) { try run(plan, names: Sample.names, source: Sample.source()) }
    }
}
