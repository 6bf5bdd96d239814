import Dates
import Text

/// A day as it is printed: `13 January 2014`, `Jan. 13, 2014`, `2014-01-13`.
struct PrintedDate {
    let day: CalendarDay
    let range: ByteRange
    /// The words of the stretch that it was looked for in, and those of them that make up the date.
    let words: [FoldedWord]
    let position: Range<Int>

    /// The first day with its year in a stretch of text; nil where there is none.
    static func find(in bytes: [UInt8], _ range: ByteRange) -> PrintedDate? {
        let words = Folding.words(in: bytes, range)
        for index in words.indices.dropLast(2) {
            let (a, b, c) = (words[index].form, words[index + 1].form, words[index + 2].form)
            let day: CalendarDay? =
                if let month = MonthName.number(b) { make(c, month, a) } else if let month = MonthName.number(a) {
                    make(c, month, b)
                } else if a.utf8.count == 4, b.utf8.count == 2, words[index].isHyphenatedToNext, let month = Int(b) {
                    make(a, month, c)
                } else { nil }
            if let day {
                return PrintedDate(
                    day: day, range: words[index].range.union(words[index + 2].range), words: words,
                    position: index..<(index + 3))
            }
        }
        return nil
    }

    private static func make(_ year: String, _ month: Int, _ day: String) -> CalendarDay? {
        let digits = String(day.prefix { $0.isNumber })
        guard year.utf8.count == 4, let year = Int(year), (1800...2200).contains(year), let day = Int(digits) else {
            return nil
        }
        return CalendarDay(year: year, month: month, day: day)
    }

    /// Whether the stretch holds little beside the date: a weekday, an hour, the name of a place.
    func fillsItsLine(of bytes: [UInt8]) -> Bool {
        let rest = words.indices.filter { !position.contains($0) }.map { words[$0] }.filter { word in
            Weekday(name: word.form) == nil && !word.form.utf8.contains { isDigit($0) }
                && !PrintedDate.fillers.contains(word.form)
        }
        let isSmall = { (byte: UInt8) in (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) }
        return rest.count <= 3 && !rest.contains { isSmall(bytes[$0.range.lower]) }
    }

    private func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }

    private static let fillers: Set = [
        "published", "updated", "posted", "modified", "last", "first", "on", "at", "date", "gmt", "bst", "utc", "est",
        "edt",
        "cet", "pst", "ist", "am", "pm", "et", "hrs", "hours", "the",
    ]
}
