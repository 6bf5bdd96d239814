import Dates
import Text

/// A date at the head of some lexemes: what it means, or why it means nothing, and how many lexemes it takes.
struct DateReading {
    let outcome: Outcome
    let count: Int

    /// What became of it.
    enum Outcome: Equatable {
        case date(DateExpression)
        case noSuchDay(suggestion: String?)
        /// `03/04/2014`, with every date that it can mean.
        case slashes([String])
    }

    /// Reads a date at the start of `lexemes`; nil where none begins there.
    init?(_ lexemes: ArraySlice<Lexeme>) {
        guard let first = lexemes.first else { return nil }
        let second = lexemes.dropFirst().first
        let third = lexemes.dropFirst(2).first
        switch first.kind {
        case .date:
            self.init(DateReading.iso(first.text), 1)
        case .slashDate:
            self.init(.slashes(DateReading.slashReadings(first.text)), 1)
        case .number:
            if let day = DateReading.ordinal(first), day <= 31, let month = second.flatMap(DateReading.month) {
                self.init(day: day, month: month, year: third, count: 2)
            } else if let number = Int(first.text), let unit = second.flatMap(DateReading.unit), third?.keyword == "ago"
            {
                self.init(.date(.ago(min(number, 1_000_000), unit)), 3)
            } else if first.text.utf8.count == 4, let year = Int(first.text), let interval = DateInterval(year: year) {
                self.init(.date(.interval(interval)), 1)
            } else {
                return nil
            }
        case .word:
            let word = first.text.lowercased()
            if word == "today" || word == "yesterday" {
                self.init(.date(word == "today" ? .today : .yesterday), 1)
            } else if word == "last" || word == "this", let unit = second.flatMap(DateReading.unit) {
                self.init(.date(word == "last" ? .last(unit) : .this(unit)), 2)
            } else if let month = DateReading.month(first) {
                self.init(month: month, rest: lexemes.dropFirst())
            } else if let weekday = Weekday(name: first.text) {
                self.init(.date(.weekday(weekday)), 1)
            } else {
                return nil
            }
        default:
            return nil
        }
    }

    private init(_ outcome: Outcome, _ count: Int) {
        self.outcome = outcome
        self.count = count
    }

    /// `January`, `January 2014`, `January 13`, `January 13, 2014`.
    private init(month: Int, rest: ArraySlice<Lexeme>) {
        guard let next = rest.first, next.kind == .number else {
            self.init(.date(.month(month)), 1)
            return
        }
        if next.text.utf8.count == 4, let year = Int(next.text), let interval = DateInterval(year: year, month: month) {
            self.init(.date(.interval(interval)), 2)
        } else if let day = DateReading.ordinal(next), day <= 31 {
            let hasComma = rest.dropFirst().first?.kind == .comma
            let year = rest.dropFirst(hasComma ? 2 : 1).first
            let reading = DateReading(day: day, month: month, year: year, count: 2)
            self.init(reading.outcome, reading.count + (hasComma && reading.count > 2 ? 1 : 0))
        } else {
            self.init(.date(.month(month)), 1)
        }
    }

    private init(day: Int, month: Int, year: Lexeme?, count: Int) {
        if let year, year.kind == .number, year.text.utf8.count == 4, let number = Int(year.text) {
            let day = CalendarDay(year: number, month: month, day: day)
            self.init(day.map { .date(.interval(DateInterval($0))) } ?? .noSuchDay(suggestion: nil), count + 1)
        } else if day >= 1, day <= CalendarDay.length(ofMonth: month, year: 2000) {
            self.init(.date(.monthDay(month: month, day: day)), count)
        } else {
            self.init(.noSuchDay(suggestion: nil), count)
        }
    }

    private static func iso(_ text: String) -> Outcome {
        if let interval = DateInterval(iso: text) { return .date(.interval(interval)) }
        let parts = text.split(separator: "-").compactMap { Int($0) }
        guard parts.count == 3, let day = CalendarDay(year: parts[0], month: parts[1], day: parts[2]) else {
            if parts.count == 2, let month = DateInterval(year: parts[0], month: parts[1]) {
                return .noSuchDay(suggestion: month.description)
            }
            // Day and month may have changed places.
            let swapped = parts.count == 3 ? CalendarDay(year: parts[0], month: parts[2], day: parts[1]) : nil
            return .noSuchDay(suggestion: swapped?.description)
        }
        return .noSuchDay(suggestion: day.description)
    }

    /// The days that `03/04/2014` or `13.1.2014` can mean.
    private static func slashReadings(_ text: String) -> [String] {
        let parts = text.split(whereSeparator: { $0 == "/" || $0 == "." }).compactMap { Int($0) }
        guard parts.count == 3 else { return [] }
        var readings: [String] = []
        let candidates =
            parts[0] > 31
            ? [(parts[0], parts[1], parts[2])]
            : [(year(parts[2]), parts[1], parts[0]), (year(parts[2]), parts[0], parts[1])]
        for (year, month, day) in candidates {
            if let day = CalendarDay(year: year, month: month, day: day), !readings.contains(day.description) {
                readings.append(day.description)
            }
        }
        return readings
    }

    /// A day as one says it: `3 April` for `2014-04-03`.
    static func inWords(_ iso: String) -> String {
        guard let (_, month, day) = CalendarDay(iso: iso)?.components else { return iso }
        return "\(day) \(MonthName.name(month))"
    }

    private static func year(_ number: Int) -> Int {
        number >= 100 ? number : number < 50 ? 2000 + number : 1900 + number
    }

    private static func ordinal(_ lexeme: Lexeme) -> Int? {
        Int(lexeme.text.prefix { $0.isASCII && $0.isNumber })
    }

    private static func month(_ lexeme: Lexeme) -> Int? {
        lexeme.kind == .word && lexeme.text.utf8.count < 12 ? MonthName.number(lexeme.text) : nil
    }

    private static func unit(_ lexeme: Lexeme) -> DateUnit? { unit(lexeme.keyword) }

    /// The unit of `days` or `month`.
    static func unit(_ word: String) -> DateUnit? {
        DateUnit(rawValue: word) ?? (word.hasSuffix("s") ? DateUnit(rawValue: String(word.dropLast())) : nil)
    }
}
