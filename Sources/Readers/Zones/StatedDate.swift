import Dates
import Text

/// The day that a page, a feed or a table states, in whatever way: `2014-01-13T10:00:00Z`, `20140113`, `Mon, 13 Jan 2014 10:00:00 GMT`,
/// `January 13, 2014`, `2014/01/13`, `13.01.2014`, `1389600000` (seconds since 1970), `January 2014`.
///
/// The day is the one that is printed, in whatever time zone that was; dates such as `03/04/2014`, which are two different days to
/// different readers, are none, and `31/12/2014`, which is one day to everybody, is one.
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
        if let day = day(last: text) { return DateInterval(day) }
        let digits = text.prefix { $0.isASCII && $0.isNumber }
        if digits.count == 8 || digits.count == 14, let number = Int(digits.prefix(8)),
            let day = CalendarDay(year: number / 10_000, month: number / 100 % 100, day: number % 100)
        {
            return DateInterval(day)
        }
        if let day = day(sinceEpoch: text, digits.count) { return DateInterval(day) }
        let bytes = Array(text.prefix(200).utf8)
        return PrintedDate.find(in: bytes, ByteRange(0, bytes.count)).map { DateInterval($0.day) } ?? month(text)
    }

    /// A day whose year comes last, where all read it as the same: `13.01.2014`, `31/12/2014`, `12-31-2014`.
    private static func day(last text: Substring) -> CalendarDay? {
        let head = text.prefix { !$0.isWhitespace && $0 != "," && $0 != "T" }
        guard let mark = head.first(where: { "./-".contains($0) }) else { return nil }
        let parts = head.split(separator: mark, omittingEmptySubsequences: false)
        guard parts.count == 3, parts[2].utf8.count == 4, parts.allSatisfy({ $0.utf8.allSatisfy(isDigit) }),
            parts[..<2].allSatisfy({ (1...2).contains($0.utf8.count) }),
            let first = Int(parts[0]), let second = Int(parts[1]), let year = Int(parts[2])
        else { return nil }
        // Nobody writes the month first and dots.
        if mark == "." || first > 12 || first == second {
            return CalendarDay(year: year, month: second, day: first)
        }
        return second > 12 ? CalendarDay(year: year, month: first, day: second) : nil
    }

    /// The day of a time in seconds or milliseconds since 1970, as programs write it; a fraction may follow.
    private static func day(sinceEpoch text: Substring, _ digits: Int) -> CalendarDay? {
        guard digits == 10 || digits == 13, let number = Int(text.prefix(digits)),
            text.dropFirst(digits).utf8.allSatisfy({ isDigit($0) || $0 == UInt8(ascii: ".") })
        else { return nil }
        return CalendarDay(number: number / (digits == 10 ? 1 : 1_000) / 86_400)
    }

    /// A month: `January 2014`.
    private static func month(_ text: Substring) -> DateInterval? {
        let words = text.split { $0.isWhitespace || $0 == "," }
        guard words.count == 2, let month = MonthName.number(String(words[0])), words[1].utf8.count == 4,
            words[1].utf8.allSatisfy(isDigit), let year = Int(words[1])
        else { return nil }
        return DateInterval(year: year, month: month)
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }
}
