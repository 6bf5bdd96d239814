import Dates
import Text

/// The day that a page, a feed or a table states, in whatever way: `2014-01-13T10:00:00Z`, `20140113`, `Mon, 13 Jan 2014 10:00:00 GMT`,
/// `January 13, 2014`, `2014/01/13`.
///
/// The day is the one that is printed, in whatever time zone that was; dates such as `03/04/2014`, which are two different days to
/// different readers, are none.
enum StatedDate {
    /// The day, or the month or year where no more is stated; nil where there is no date.
    static func interval(_ text: String) -> DateInterval? {
        // The first newspapers are of 1605; programs print the year 1 for a date that they do not know.
        read(text).flatMap { $0.first.components.year >= 1605 ? $0 : nil }
    }

    private static func read(_ text: String) -> DateInterval? {
        let text = text.drop { $0.isWhitespace }
        if let whole = DateInterval(iso: String(text.prefix { !$0.isWhitespace })) { return whole }
        let head = text.prefix(10).map { $0 == "/" || $0 == "." ? "-" : $0 }
        if let day = CalendarDay(iso: String(head)), text.dropFirst(10).first?.isNumber != true {
            return DateInterval(day)
        }
        let digits = text.prefix { $0.isASCII && $0.isNumber }
        if digits.count == 8 || digits.count == 14, let number = Int(digits.prefix(8)),
            let day = CalendarDay(year: number / 10_000, month: number / 100 % 100, day: number % 100)
        {
            return DateInterval(day)
        }
        let bytes = Array(text.prefix(200).utf8)
        return PrintedDate.find(in: bytes, ByteRange(0, bytes.count)).map { DateInterval($0.day) }
    }
}
