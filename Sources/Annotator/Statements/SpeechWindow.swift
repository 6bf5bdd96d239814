import Dates

/// The days on one of which a quote was said, as numbers since 1970-01-01: those that its attribution tells, else the days around
/// publication, else all days.
struct SpeechWindow: Hashable {
    let first: Int
    let last: Int

    /// Words are printed within three days of being said; an outlet to the west dates them a day earlier than they were said.
    init(_ days: JoinableQuotes.Days) {
        if let said = days.said {
            self.init(said.first.number, said.last.number)
        } else if let published = days.published {
            self.init(published.first.number - Self.daysBefore, published.last.number + Self.daysAfter)
        } else {
            self.init(.min, .max)
        }
    }

    private static let (daysBefore, daysAfter) = (3, 1)

    /// On what days something was printed that was said on these, as far as nothing but the print tells.
    var published: ClosedRange<Int> {
        isOpen ? first...last : (first - Self.daysAfter)...(last + Self.daysBefore)
    }

    private init(_ first: Int, _ last: Int) {
        self.first = first
        self.last = last
    }

    /// Whether nothing is known.
    var isOpen: Bool { first == .min }

    /// The numbers under which an index has these days, eight days each; nil where they are too many for that.
    var indexed: ClosedRange<Int32>? {
        guard !isOpen, last - first <= 31, let first = Int32(exactly: first >> 3), let last = Int32(exactly: last >> 3)
        else { return nil }
        return first...last
    }

    /// The days of both; nil where there are none.
    func common(with other: SpeechWindow) -> SpeechWindow? {
        let days = SpeechWindow(max(first, other.first), min(last, other.last))
        return days.first <= days.last ? days : nil
    }
}
