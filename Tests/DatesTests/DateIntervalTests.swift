import Dates
import Testing

@Suite struct DateIntervalTests {
    @Test(arguments: ["2014-01-13", "2014-01", "2014", "2014-01-13/2014-01-20"])
    func printsAsItIsRead(text: String) { #expect(DateInterval(iso: text)?.description == text) }

    @Test(arguments: ["14", "2014-1", "2014-13", "20140113", "", "-", "2014-", "2014-01-13/", "2014-01-1x"])
    func refuses(text: String) { #expect(DateInterval(iso: text) == nil) }

    @Test func containsAndOverlaps() throws {
        let month = try #require(DateInterval(iso: "2014-01"))
        let day = try #require(DateInterval(iso: "2014-01-31"))
        let next = try #require(DateInterval(iso: "2014-02-01"))
        #expect(month.contains(day) && !day.contains(month))
        #expect(month.overlaps(day) && !month.overlaps(next))
        #expect(!month.isDay && day.isDay)
    }

    @Test(arguments: [("January", 1), ("jan", 1), ("Sept.", 9), ("may", 5)])
    func months(name: String, number: Int) { #expect(MonthName.number(name) == number) }

    @Test(arguments: ["ma", "maybe", "sep.tember.x", ""])
    func notMonths(name: String) { #expect(MonthName.number(name) == nil) }

    @Test(arguments: [("Monday", Weekday.monday), ("tues.", .tuesday), ("THU", .thursday)])
    func weekdays(name: String, weekday: Weekday) { #expect(Weekday(name: name) == weekday) }
}
