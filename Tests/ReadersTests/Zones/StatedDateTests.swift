import Dates
import Testing

@testable import Readers

@Suite struct StatedDateTests {
    /// What is stated, and the days for which it stands.
    @Test(arguments: [
        ("2014-01-13T10:00:00Z", "2014-01-13"), ("20140113", "2014-01-13"), ("2014/01/13", "2014-01-13"),
        ("Mon, 13 Jan 2014 10:00:00 GMT", "2014-01-13"), ("January 13th, 2014", "2014-01-13"), ("2014", "2014"),
        ("13.01.2014", "2014-01-13"), ("3.4.2014", "2014-04-03"), ("13.1.2014 08:30", "2014-01-13"),
        ("31/12/2014", "2014-12-31"), ("12/31/2014", "2014-12-31"), ("5/5/2014", "2014-05-05"),
        ("31-12-2014", "2014-12-31"), ("1389600000", "2014-01-13"), ("1389600000000", "2014-01-13"),
        ("1389600000.0", "2014-01-13"), ("January 2014", "2014-01"), ("Sept. 2014", "2014-09"),
    ])
    func aDateIsRead(text: String, days: String) {
        #expect(StatedDate.interval(text)?.description == days)
    }

    /// What is two days to different readers, or none.
    @Test(arguments: [
        "03/04/2014", "3-4-2014", "13/1/14", "32.01.2014", "31.02.2014", "13/13/2014", "2014-13-45", "41652", "1.5e9",
        "138960000", "1389600000x", "01.01.0001", "1.2.3", "..2014", "soon", "",
    ])
    func whatIsNoDateToEverybodyIsNone(text: String) { #expect(StatedDate.interval(text) == nil) }
}
