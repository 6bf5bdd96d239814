import Dates

/// The date that many outlets put into the addresses of their pages: `/2014/jan/13/`, `/2014/01/13/`, `/2014-01-13/`.
struct AddressDate {
    let interval: DateInterval
    /// Where in the UTF-8 of the address it is printed.
    let range: Range<Int>

    /// The first date in an address; nil where there is none.
    static func find(in address: String) -> AddressDate? {
        var parts: [(text: Substring, start: Int)] = []
        var start = 0
        for part in address.split(separator: "/", omittingEmptySubsequences: false) {
            parts.append((part, start))
            start += part.utf8.count + 1
        }
        for (index, part) in parts.enumerated() {
            if let day = CalendarDay(iso: String(part.text.prefix(10))), part.text.dropFirst(10).first?.isNumber != true
            {
                return AddressDate(interval: DateInterval(day), range: part.start..<(part.start + 10))
            }
            guard part.text.utf8.count == 4, let year = Int(part.text), (1990...2100).contains(year),
                parts.indices.contains(index + 1)
            else { continue }
            let next = parts[index + 1].text
            guard let month = MonthName.number(String(next)) ?? (next.utf8.count == 2 ? Int(next) : nil) else {
                continue
            }
            if parts.indices.contains(index + 2), (1...2).contains(parts[index + 2].text.utf8.count),
                let number = Int(parts[index + 2].text), let day = CalendarDay(year: year, month: month, day: number)
            {
                let end = parts[index + 2].start + parts[index + 2].text.utf8.count
                return AddressDate(interval: DateInterval(day), range: part.start..<end)
            }
            if let interval = DateInterval(year: year, month: month) {
                return AddressDate(interval: interval, range: part.start..<(parts[index + 1].start + next.utf8.count))
            }
        }
        return nil
    }
}
