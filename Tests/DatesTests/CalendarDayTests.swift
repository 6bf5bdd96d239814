import Dates
import Testing

@Suite struct CalendarDayTests {
    @Test(arguments: [
        ("2014-01-13", 16083, Weekday.monday), ("1970-01-01", 0, .thursday), ("2016-02-29", 16860, .monday),
        ("0001-01-01", -719_162, .monday),
    ])
    func countsDays(iso: String, number: Int, weekday: Weekday) throws {
        let day = try #require(CalendarDay(iso: iso))
        #expect(day.number == number)
        #expect(day.weekday == weekday)
        #expect(day.description == iso)
    }

    @Test(arguments: [
        "2014-02-29", "2014-13-01", "2014-1-1", "13-01-2014", "2014-01-13T10", "", "２０１４-01-13", "+014-01-13",
        "2014-00-10",
    ])
    func refuses(text: String) { #expect(CalendarDay(iso: text) == nil) }

    @Test func everyDayOfFourCenturiesComesBack() throws {
        var day = try #require(CalendarDay(iso: "1799-12-31"))
        for _ in 0..<146_500 {
            let (year, month, number) = day.components
            #expect(CalendarDay(year: year, month: month, day: number) == day)
            day = day.adding(days: 1)
        }
    }

    @Test(arguments: [
        ("2016-08-27", Weekday.friday, "2016-08-26"), ("2016-08-27", .saturday, "2016-08-27"),
        ("2014-01-13", .sunday, "2014-01-12"),
    ])
    func latestWeekday(day: String, weekday: Weekday, expected: String) {
        #expect(CalendarDay(iso: day)?.latest(weekday).description == expected)
    }
}
