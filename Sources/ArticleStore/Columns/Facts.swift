import Articles
import Dates
import GRDB
import Text

/// A date that a quote or its statement has, and how it is known.
struct DateFact {
    /// As `DateCodes` counts them; -1 where there is none.
    var date: Int32
    var basis: DatedEvidence.Basis?

    var isKnown: Bool { date >= 0 && basis != nil }
    /// Whether it tells when the words were spoken, and not only when they were printed.
    var tellsWhenSaid: Bool { isKnown && basis != .publication }
}

/// Numbers in the place of intervals of days, which are read from two columns of text.
struct DateCodes {
    private struct Ends: Hashable {
        let first, last: String
    }
    private var codes = Codes<Ends>()
    private var intervals: [DateInterval] = []

    /// The number of the interval in the next two cells; -1 where there is none.
    mutating func next(_ cells: inout Cells) throws -> Int32 {
        let (first, last) = (try cells.optionalText(), try cells.optionalText())
        guard let first, let last else { return -1 }
        let number = codes.number(of: Ends(first: first, last: last))
        if Int(number) == intervals.count {
            guard let first = CalendarDay(iso: first), let last = CalendarDay(iso: last) else {
                throw Damage(detail: "a date is no day")
            }
            intervals.append(DateInterval(first, last))
        }
        return number
    }

    /// The number of an interval.
    mutating func number(of interval: DateInterval) -> Int32 {
        let number = codes.number(of: Ends(first: "\(interval.first)", last: "\(interval.last)"))
        if Int(number) == intervals.count { intervals.append(interval) }
        return number
    }

    /// The first and the last day of the intervals of some numbers in ascending order, and the place of each number in it.
    func sorted(among numbers: Set<Int32>) -> (ends: [Int32], rank: [Int32]) {
        let order = intervals.indices.filter { numbers.contains(Int32($0)) }.sorted { intervals[$0] < intervals[$1] }
        var rank = [Int32](repeating: 0, count: intervals.count)
        var ends: [Int32] = []
        for index in order {
            let pair = [Int32(intervals[index].first.number), Int32(intervals[index].last.number)]
            // Two spellings of the same days are one interval.
            if ends.suffix(2) != pair[...] { ends += pair }
            rank[index] = Int32(ends.count / 2 - 1)
        }
        return (ends, rank)
    }
}

/// What the statements tell about their quotes, and the numbers by which the statements that have quotes are counted.
struct StatementFacts {
    private var facts: [Int64: (said: DateFact, place: Int32, reports: Int32)] = [:]
    private var places = Codes<String>()
    private var numbers = Codes<Int64>()

    init(_ db: Database, _ dates: inout DateCodes, _ scope: RowScope) throws {
        let found = try db.rows(
            """
            SELECT \(scope.isAll ? "id" : "DISTINCT statement_id"), reports, place, place_basis IS NOT NULL, said_basis,
                said_first, said_last
            FROM \(scope.isAll ? "statements" : "quote_statements") \(scope.condition(on: "quote_id"))
            """, scope.values
        ) { cells in
            let (id, reports) = (try cells.id(), Int32(try cells.count()))
            let place = try cells.optionalText()
            let known = try cells.count() != 0 ? place : nil
            let basis = try cells.optionalWord(DatedEvidence.Basis.self)
            return (id, (DateFact(date: try dates.next(&cells), basis: basis), places.number(of: known), reports))
        }
        facts.reserveCapacity(found.count)
        var givingUp = GivingUp()
        for (id, fact) in found {
            try givingUp.step()
            facts[id] = fact
        }
    }

    /// The number of a statement that another table has under a number.
    mutating func number(ofEarlier number: Int) -> Int32 { numbers.number(of: -1 - Int64(number)) }

    /// The number and the facts of a statement that a quote reports.
    subscript(id: Int64) -> (number: Int32, said: DateFact, place: String?, reports: Int32) {
        mutating get throws {
            guard let fact = facts[id] else { throw Damage(detail: "a quote has no statement") }
            let place = fact.place < 0 ? nil : places.values[Int(fact.place)]
            return (numbers.number(of: id), fact.said, place, fact.reports)
        }
    }
}

/// Who says each quote: one number for each list of speakers.
struct SpeakerLists {
    /// The joint speakers of every list of more than one, each list after its length.
    private(set) var joint: [Int32] = []
    private let mentions: [(quote: Int64, speaker: Int32)]
    private var next = 0
    private var lists = Codes<[Int32]>()
    private let singles: Int32

    /// Reads all mentions; `speakers` are the numbers of the speakers by their numbers in the archive.
    init(_ db: Database, _ speakers: [Int64: Int32], _ scope: RowScope) throws {
        singles = Int32(speakers.count)
        mentions = try db.rows(
            """
            SELECT m.quote_id, e.speaker_id, m.position
            FROM (SELECT * FROM mentions \(scope.condition(on: "quote_id"))) m
            LEFT JOIN article_speaker_rows e ON e.id = m.article_speaker_id
            WHERE m.part = 'speaker' ORDER BY m.quote_id, m.position
            """, scope.values
        ) { cells in
            let quote = try cells.id()
            return (quote, try cells.optionalID().flatMap { speakers[$0] } ?? -1)
        }
    }

    /// The list of a quote and how many voices it has; quotes are asked for in ascending order.
    mutating func list(of quote: Int64) -> (number: Int32, voices: Int32) {
        while next < mentions.count, mentions[next].quote < quote { next += 1 }
        var (list, voices): ([Int32], Int32) = ([], 0)
        while next < mentions.count, mentions[next].quote == quote {
            let speaker = mentions[next].speaker
            if speaker >= 0, !list.contains(speaker) { list.append(speaker) }
            voices += 1
            next += 1
        }
        return (number(of: list), voices)
    }

    /// The number of a list; -1 for that of nobody.
    mutating func number(of list: [Int32]) -> Int32 {
        if list.count < 2 { return list.first ?? -1 }
        let known = lists.values.count
        let number = lists.number(of: list)
        if lists.values.count > known { joint += [Int32(list.count)] + list }
        return singles + number
    }
}

/// How many words each quote prints.
struct WordCounts {
    private let segments: [(quote: Int64, words: Int32)]
    private var next = 0

    init(_ db: Database, _ scope: RowScope) throws {
        segments = try db.rows(
            "SELECT quote_id, text FROM segments \(scope.condition(on: "quote_id")) ORDER BY quote_id", scope.values
        ) {
            (try $0.id(), Int32(Folding.wordCount(of: try $0.text())))
        }
    }

    /// The words of a quote; quotes are asked for in ascending order.
    mutating func words(of quote: Int64) -> Int32 {
        while next < segments.count, segments[next].quote < quote { next += 1 }
        var words: Int32 = 0
        while next < segments.count, segments[next].quote == quote {
            words += segments[next].words
            next += 1
        }
        return words
    }
}

/// To whom quotes were said, or through whom they came: one number for each list of mentions.
struct MentionLists {
    /// All lists, each after its length.
    private(set) var numbers: [Int32] = []
    private var texts = Codes<String>()
    private var lists = Codes<[Int32]>()
    private let mentions: [(quote: Int64, part: MentionPart, speaker: Int32, text: String?)]
    private var next = 0

    /// Reads the mentions; `speakers` are the numbers of the speakers by their numbers in the archive.
    init(_ db: Database, _ speakers: [Int64: Int32], _ scope: RowScope) throws {
        mentions = try db.rows(
            """
            SELECT m.quote_id, m.part, e.speaker_id, m.text
            FROM (SELECT * FROM further_mentions \(scope.condition(on: "quote_id"))) m
            LEFT JOIN article_speaker_rows e ON e.id = m.article_speaker_id
            WHERE m.part <> 'speaker' ORDER BY m.quote_id, m.part, m.position
            """, scope.values
        ) { cells in
            let (quote, part) = (try cells.id(), try cells.word(MentionPart.self))
            let speaker = try cells.optionalID().flatMap { speakers[$0] } ?? -1
            return (quote, part, speaker, try cells.optionalText())
        }
    }

    /// What the mentions print.
    var printed: [String] { texts.values }

    /// The lists of a quote, -1 for none; quotes are asked for in ascending order.
    mutating func lists(of quote: Int64) -> (addressee: Int32, via: Int32) {
        while next < mentions.count, mentions[next].quote < quote { next += 1 }
        var (addressees, vias): ([Int32], [Int32]) = ([], [])
        while next < mentions.count, mentions[next].quote == quote {
            let mention = mentions[next]
            let pair = [mention.speaker, texts.number(of: mention.text)]
            if mention.part == .addressee { addressees = pair } else { vias += pair }
            next += 1
        }
        return (number(of: addressees), number(of: vias))
    }

    /// The number of a list; -1 for an empty one.
    mutating func number(of list: [(speaker: Int32, text: String?)]) -> Int32 {
        number(of: list.flatMap { [$0.speaker, texts.number(of: $0.text)] })
    }

    private mutating func number(of list: [Int32]) -> Int32 {
        if list.isEmpty { return -1 }
        let known = lists.values.count
        let number = lists.number(of: list)
        if lists.values.count > known { numbers += [Int32(list.count / 2)] + list }
        return number
    }
}

/// The words by which speakers are found.
struct SpeakerWords {
    private let aliases: [Int64: [String]]

    init(_ db: Database) throws {
        let found = try db.rows("SELECT speaker_id, alias FROM speaker_aliases") { (try $0.id(), try $0.text()) }
        aliases = Dictionary(grouping: found, by: \.0).mapValues { $0.map(\.1) }
    }

    /// The forms and stems of a speaker's name, aliases and role, each once in the order of their bytes, with blanks around them.
    func words(of speaker: Int64, name: String, role: String?) -> String {
        var words: Set<String> = []
        for text in [name] + (aliases[speaker] ?? []) + [role].compactMap(\.self) {
            for word in Folding.words(in: text) { words.formUnion([word.form, word.stem]) }
        }
        return " " + words.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }.joined(separator: " ") + " "
    }
}
