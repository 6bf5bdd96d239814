import Articles
package import Dates
import Synchronization
import Text

/// All quotes of an archive as columns: one number a quote and field, from which lists are filtered, ordered and counted without reading the
/// quotes themselves.
///
/// A row is a quote in one version of its article; the rows stand in the order of rule 3 of the language (date, published, outlet, article,
/// place in the text), so that those of one day are neighbours. A table never changes: where the archive does, another one takes its
/// place. What it holds is derived from the other tables of the archive, and none of it is needed to make it again.
///
/// A class, because its columns are read when they are first asked for and then kept.
package final class QuoteTable: Sendable {
    /// The state of the archive that it shows.
    let stamp: TableStamp
    /// The number of rows.
    package let count: Int
    private let source: any TableSource
    private let kept = Mutex(Kept())

    private struct Kept {
        var numbers: [TablePart: [Int32]] = [:]
        var texts: [TableTexts: [String]] = [:]
        var rowsByID: RowsByID?
        var speakerSearch: SpeakerSearch?
        var distinctNames: (names: [String], numbers: [Int32])?
        var wordRows: [String: RowSet] = [:]
        var printRows: [String: (tested: RowSet, found: RowSet)] = [:]
        var sets: [Bool: RowSet] = [:]
        var flagged: [Flags: RowSet] = [:]
        var rowsBySpeakers: GroupedNumbers?
        var days: [DateInterval]?
        var speakerLists: [[Int]]?
        var mentionLists: [[MentionOfOther]]?
        /// Columns that are made of others.
        var derived: [Column: [Int32]] = [:]
    }

    init(stamp: TableStamp, count: Int, source: any TableSource) {
        self.stamp = stamp
        self.count = count
        self.source = source
    }

    /// One number a row: what a field of a quote is.
    package enum Column: Hashable, Sendable {
        /// The articles, counted in the order of publication, outlet and source.
        case articles
        /// 0…: a single speaker or several joint ones, see `speakerLists`; -1 for none.
        case speakers
        /// 0…: days in ascending order, see `days`; -1 where unknown.
        case dates
        /// As `dates`, but for when it was said alone.
        case said
        /// As `dates`, but for the article.
        case published
        /// The number of a kind among all kinds.
        case kinds
        /// The statements, counted from 0 in the order of their rows.
        case statements
        /// See `cues`; -1 for none.
        case cues
        /// See `texts(of:)`; -1 where unknown.
        case places, occasions, mediums, outlets
        /// See `numbers(of:)`.
        case confidences, versions, paragraphs, voices, reports, words
        /// To whom it was said, and through whom it came: see `mentionLists`; -1 for nobody.
        case addressees, vias
    }

    /// What is true of a row and not one of many values.
    package struct Flags: OptionSet, Hashable, Sendable {
        package let rawValue: Int32
        package init(rawValue: Int32) { self.rawValue = rawValue }
        static let isLatest = Flags(rawValue: 1)
        static let isRejected = Flags(rawValue: 2)
        /// Other versions may print the same quote.
        package static let hasTwins = Flags(rawValue: 4)
        /// Its words stand for others.
        package static let hasAntecedent = Flags(rawValue: 8)
        /// A person decided something about it.
        package static let isCorrected = Flags(rawValue: 16)
        /// Its date is that of publication.
        static let isDatedByPublication = Flags(rawValue: 32)
        /// It has a date of its own that does not tell when it was said.
        static let isDatedOtherwise = Flags(rawValue: 64)
    }

    /// The numbers of a column, one a row.
    package func column(_ column: Column) throws -> [Int32] {
        switch column {
        case .articles: return try numbers(.articles)
        case .speakers: return try numbers(.speakers)
        case .dates: return try numbers(.dates)
        case .said:
            return try derived(.said) {
                zip(try numbers(.dates), try numbers(.flags)).map { date, flags in
                    Flags(rawValue: flags).contains(.isDatedByPublication) ? -1 : date
                }
            }
        case .published: return try derived(.published) { try spread(.articleDates) }
        case .kinds: return try numbers(.kinds)
        case .statements: return try numbers(.statements)
        case .cues: return try numbers(.cues)
        case .places: return try numbers(.places)
        case .occasions: return try numbers(.occasions)
        case .mediums: return try numbers(.mediums)
        case .outlets: return try derived(.outlets) { try spread(.articleOutlets) }
        case .confidences: return try numbers(.confidences)
        case .versions: return try numbers(.versions)
        case .paragraphs: return try numbers(.paragraphs)
        case .voices: return try numbers(.voices)
        case .reports: return try numbers(.reports)
        case .words: return try numbers(.words)
        case .addressees: return try numbers(.addressees)
        case .vias: return try numbers(.vias)
        }
    }

    /// The rows that a question looks at: nothing rejected, and no superseded version unless it asks for these.
    package func searched(inAnyVersion: Bool) throws -> RowSet {
        if let set = kept.withLock({ $0.sets[inAnyVersion] }) { return set }
        let flags = try numbers(.flags)
        let set = RowSet(of: count) { row in
            let flags = Flags(rawValue: flags[row])
            return !flags.contains(.isRejected) && (inAnyVersion || flags.contains(.isLatest))
        }
        kept.withLock { $0.sets[inAnyVersion] = set }
        return set
    }

    /// The rows with a flag.
    package func rows(with flag: Flags) throws -> RowSet {
        if let set = kept.withLock({ $0.flagged[flag] }) { return set }
        let flags = try numbers(.flags)
        let set = RowSet(of: count) { Flags(rawValue: flags[$0]).contains(flag) }
        kept.withLock { $0.flagged[flag] = set }
        return set
    }

    /// The numbers of the quotes in the archive, by row.
    package func ids() throws -> [Int32] { try numbers(.ids) }

    /// The rows of quotes by their numbers in the archive.
    package func rows(ofQuotes ids: some Sequence<Int64>) throws -> RowSet {
        let rows = try rowsByID()
        return RowSet(ids.lazy.compactMap { rows[$0] }, of: count)
    }

    /// Some rows with the numbers of their quotes in the archive, in the order of these.
    package func inOrderOfIDs(_ rows: RowSet) throws -> [(id: Int64, row: Int)] {
        let ids = try numbers(.ids)
        let few = rows.rows
        // To go through all is less work than to sort many.
        if few.count > count / 16, let all = try rowsByID().inOrder {
            return all.lazy.filter { $0 >= 0 && rows.contains(Int($0)) }.map { (Int64(ids[Int($0)]), Int($0)) }
        }
        return few.map { Int64(ids[Int($0)]) << 32 | Int64($0) }.sorted().map { ($0 >> 32, Int($0 & 0xFFFF_FFFF)) }
    }

    /// The row of a quote by its number in the archive; nil for one that is not in the table.
    package func row(ofQuote id: Int64) throws -> Int? { try rowsByID()[id] }

    /// What the numbers of the column of dates stand for.
    package func days() throws -> [DateInterval] {
        if let days = kept.withLock({ $0.days }) { return days }
        let ends = try numbers(.dateValues)
        let days = stride(from: 0, to: ends.count - 1, by: 2).map { index in
            DateInterval(CalendarDay(number: Int(ends[index])), CalendarDay(number: Int(ends[index + 1])))
        }
        kept.withLock { $0.days = days }
        return days
    }

    /// The rows that have one of some dates, found without looking at each row since they stand in the order of their dates.
    /// - Parameter isWanted: for each number of the column of dates, whether it is wanted.
    package func rows(dated isWanted: [Bool]) throws -> RowSet {
        let dates = try numbers(.dates)
        func firstRow(_ date: Int) -> Int {
            // An unknown date is -1, and stands last.
            dates.partitioningIndex { Int(UInt32(bitPattern: $0)) >= date }
        }
        var rows = RowSet(of: count)
        var start = 0
        while start < isWanted.count {
            var end = start
            while end < isWanted.count, isWanted[end] == isWanted[start] { end += 1 }
            if isWanted[start] { rows.insert(firstRow(start)..<firstRow(end)) }
            start = end
        }
        return rows
    }

    /// The rows whose date is not known.
    package func undated() throws -> RowSet {
        var rows = RowSet(of: count)
        rows.insert(0..<count)
        return rows.subtracting(try self.rows(dated: Array(repeating: true, count: try numbers(.dateValues).count / 2)))
    }

    /// What the numbers of a column of numbers stand for.
    package func numbers(of column: Column) throws -> [Double] {
        switch column {
        case .confidences:
            let halves = try numbers(.confidenceValues)
            return stride(from: 0, to: halves.count - 1, by: 2).map { index in
                let (high, low) = (UInt32(bitPattern: halves[index]), UInt32(bitPattern: halves[index + 1]))
                return Double(bitPattern: UInt64(high) << 32 | UInt64(low))
            }
        case .versions: return try numbers(.versionValues).map(Double.init)
        case .paragraphs: return try numbers(.paragraphsValues).map(Double.init)
        case .voices: return try numbers(.voicesValues).map(Double.init)
        case .reports: return try numbers(.reportsValues).map(Double.init)
        case .words: return try numbers(.wordsValues).map(Double.init)
        default: return []
        }
    }

    /// What the numbers of a column of texts stand for.
    package func texts(of column: Column) throws -> [String] {
        switch column {
        case .outlets: try texts(.outlets)
        case .places: try texts(.placeNames)
        case .occasions: try texts(.occasionNames)
        case .mediums: try texts(.mediumNames)
        default: []
        }
    }

    /// The names of the outlets.
    package func outlets() throws -> [String] { try texts(.outlets) }

    /// The numbers in the archive of the articles of some outlets; nil where there are more than `limit`.
    package func articles(ofOutlets names: Set<String>, atMost limit: Int) throws -> [Int64]? {
        let wanted = try outlets().map(names.contains)
        var found: [Int64] = []
        for (id, outlet) in zip(try numbers(.articleIDs), try numbers(.articleOutlets)) where outlet >= 0 {
            guard wanted[Int(outlet)] else { continue }
            if found.count == limit { return nil }
            found.append(Int64(id))
        }
        return found
    }

    /// What the numbers of the column of cues stand for: lemma, act and print.
    package func cues() throws -> [(lemma: String, act: String, print: String)] {
        let forms = try texts(.cueForms)
        return stride(from: 0, to: forms.count - 2, by: 3).map { (forms[$0], forms[$0 + 1], forms[$0 + 2]) }
    }

    /// As the column of dates, but of the articles, by the numbers of the column.
    func articleDates() throws -> [Int32] { try numbers(.articleDates) }

    /// The numbers of the articles in the archive, by the numbers of the column.
    package func articleIDs() throws -> [Int64] { try numbers(.articleIDs).map(Int64.init) }

    /// The speakers, counted from 0, by the numbers of the column of speakers: lists of one for each, then those of joint speakers.
    package func speakerLists() throws -> [[Int]] {
        if let lists = kept.withLock({ $0.speakerLists }) { return lists }
        let single = try numbers(.speakerIDs).indices.map { [$0] }
        let joint = try numbers(.speakerLists)
        var lists: [[Int]] = single
        var index = 0
        while index < joint.count {
            let end = min(joint.count, index + 1 + max(0, Int(joint[index])))
            lists.append(joint[(index + 1)..<end].map(Int.init).filter(single.indices.contains))
            index = end
        }
        kept.withLock { $0.speakerLists = lists }
        return lists
    }

    /// The numbers of the speakers in the archive, counted from 0 as in `speakerLists`.
    package func speakerIDs() throws -> [Int64] { try numbers(.speakerIDs).map(Int64.init) }

    /// The rows of quotes with some of the numbers of the column of speakers; -1 is that of quotes of which nobody is known to say them.
    package func rows(saidBy numbers: some Sequence<Int>) throws -> RowSet {
        let grouped = try rowsBySpeakers()
        var rows = RowSet(of: count)
        for number in numbers { for row in grouped[number + 1] { rows.insert(Int(row)) } }
        return rows
    }

    private func rowsBySpeakers() throws -> GroupedNumbers {
        if let grouped = kept.withLock({ $0.rowsBySpeakers }) { return grouped }
        let grouped = GroupedNumbers(
            try numbers(.speakers).lazy.map { Int($0) + 1 }, groups: try speakerLists().count + 1)
        kept.withLock { $0.rowsBySpeakers = grouped }
        return grouped
    }

    /// Whose numbers in the archive these are, counted from 0 as in `speakerLists`.
    package func places(ofSpeakers ids: Set<Int64>) throws -> [Int] {
        let all = try numbers(.speakerIDs)
        return ids.compactMap { id in
            let place = all.partitioningIndex { Int64($0) >= id }
            return place < all.count && Int64(all[place]) == id ? place : nil
        }
    }

    /// The names of the speakers, counted from 0 as in `speakerLists`.
    package func speakerNames() throws -> [String] { try texts(.speakerNames) }

    /// The names of the speakers, each once, and for each speaker the number of its name.
    package func distinctNames() throws -> (names: [String], numbers: [Int32]) {
        if let names = kept.withLock({ $0.distinctNames }) { return names }
        var codes = Codes<String>()
        let numbers = try speakerNames().map { codes.number(of: $0) }
        kept.withLock { [names = codes.values] in $0.distinctNames = (names, numbers) }
        return (codes.values, numbers)
    }

    /// The numbers in the archive of the speakers whose name, alias or role has one of some words, each a form or a stem.
    package func speakers(withAnyOf words: [String]) throws -> [Int64] {
        let ids = try numbers(.speakerIDs)
        return try speakerSearch().places(withAnyOf: words).map { Int64(ids[$0]) }
    }

    private func speakerSearch() throws -> SpeakerSearch {
        if let search = kept.withLock({ $0.speakerSearch }) { return search }
        let texts = try source.texts(.speakerWords)
        guard try numbers(.speakerIDs).count == texts.count else { throw OutdatedTable() }
        let search = SpeakerSearch(texts)
        kept.withLock { $0.speakerSearch = search }
        return search
    }

    /// A mention of somebody to whom, or through whom, something was said: the speaker, counted from 0, and what is printed.
    package typealias MentionOfOther = (speaker: Int?, text: String?)

    /// What the numbers of the columns of addressees and of those between stand for.
    package func mentionLists() throws -> [[MentionOfOther]] {
        if let lists = kept.withLock({ $0.mentionLists }) { return lists }
        let (numbers, texts, speakers) = (
            try numbers(.mentionLists), try texts(.mentionTexts), try self.numbers(.speakerIDs).count
        )
        var lists: [[MentionOfOther]] = []
        var index = 0
        while index < numbers.count {
            let end = index + 1 + 2 * Int(numbers[index])
            guard numbers[index] > 0, end <= numbers.count else { throw OutdatedTable() }
            lists.append(
                stride(from: index + 1, to: end, by: 2).map { place in
                    let (speaker, text) = (Int(numbers[place]), Int(numbers[place + 1]))
                    return (
                        (0..<speakers).contains(speaker) ? speaker : nil,
                        texts.indices.contains(text) ? texts[text] : nil
                    )
                })
            index = end
        }
        kept.withLock { [lists] in $0.mentionLists = lists }
        return lists
    }
}

extension QuoteTable {
    /// How many sets of rows with a word, and with words in print, are kept: a megabyte for every eight of them in an archive of a million quotes.
    private static let wordLimit = 64

    /// The rows that a look-up in the index over the words gave before.
    func knownRows(_ expression: String) -> RowSet? { kept.withLock { $0.wordRows[expression] } }

    /// Keeps what a look-up in the index over the words gave.
    func keep(_ rows: RowSet, for expression: String) {
        kept.withLock { kept in
            if kept.wordRows.count >= QuoteTable.wordLimit { kept.wordRows = [:] }
            kept.wordRows[expression] = rows
        }
    }

    /// The rows of `open` whose print passes a test: of those whose print was tested before, what came of it is kept.
    /// - Parameters:
    ///   - test: tells the test from every other one.
    ///   - find: the rows that pass, of some that were not tested yet.
    package func rows(of open: RowSet, printing test: String, find: (RowSet) throws -> RowSet) rethrows -> RowSet {
        let none = RowSet(of: count)
        let (tested, known) = kept.withLock { $0.printRows[test] } ?? (none, none)
        let found = known.union(try find(open.subtracting(tested)))
        kept.withLock { kept in
            if kept.printRows.count >= QuoteTable.wordLimit { kept.printRows = [:] }
            kept.printRows[test] = (tested.union(open), found)
        }
        return found.intersection(open)
    }

    func rowsByID() throws -> RowsByID {
        if let rows = kept.withLock({ $0.rowsByID }) { return rows }
        let rows = RowsByID(try numbers(.ids))
        kept.withLock { $0.rowsByID = rows }
        return rows
    }

    func numbers(_ part: TablePart) throws -> [Int32] {
        if let numbers = kept.withLock({ $0.numbers[part] }) { return numbers }
        try GivingUp.check()
        let numbers = try source.numbers(part)
        if let measure = part.measure, measure != part {
            guard numbers.count == (measure == .ids ? count : try self.numbers(measure).count) else {
                throw OutdatedTable()
            }
        }
        try check(numbers, part)
        kept.withLock { $0.numbers[part] = numbers }
        return numbers
    }

    private func texts(_ part: TableTexts) throws -> [String] {
        if let texts = kept.withLock({ $0.texts[part] }) { return texts }
        try GivingUp.check()
        let texts = try source.texts(part)
        kept.withLock { $0.texts[part] = texts }
        return texts
    }

    /// Sees to it that numbers lead to values that there are.
    private func check(_ numbers: [Int32], _ part: TablePart) throws {
        let limit: Int? =
            switch part {
            case .articles: try self.numbers(.articleIDs).count
            case .speakers: try speakerLists().count
            case .dates, .articleDates: try self.numbers(.dateValues).count / 2
            case .kinds: Quote.Kind.allCases.count
            case .statements: count
            case .cues: try texts(.cueForms).count / 3
            case .places: try texts(.placeNames).count
            case .occasions: try texts(.occasionNames).count
            case .mediums: try texts(.mediumNames).count
            case .articleOutlets: try texts(.outlets).count
            case .confidences: try self.numbers(.confidenceValues).count / 2
            case .versions: try self.numbers(.versionValues).count
            case .paragraphs: try self.numbers(.paragraphsValues).count
            case .voices: try self.numbers(.voicesValues).count
            case .reports: try self.numbers(.reportsValues).count
            case .words: try self.numbers(.wordsValues).count
            case .addressees, .vias: try mentionLists().count
            default: nil
            }
        if part == .speakerIDs, zip(numbers, numbers.dropFirst()).contains(where: { $0 >= $1 }) {
            throw OutdatedTable()
        }
        guard let limit else { return }
        let least: Int32 =
            switch part {
            case .speakers, .dates, .articleDates, .cues, .places, .occasions, .mediums, .articleOutlets,
                .addressees, .vias:
                -1
            default: 0
            }
        // Over all numbers without a way out before the end, which is faster than a look at each.
        var (low, high, isInOrder) = (Int32.max, Int32.min, true)
        var last: UInt32 = 0
        for number in numbers {
            low = min(low, number)
            high = max(high, number)
        }
        if part == .dates {
            for number in numbers {
                isInOrder = isInOrder && last <= UInt32(bitPattern: number)
                last = UInt32(bitPattern: number)
            }
        }
        guard numbers.isEmpty || low >= least && Int(high) < limit, isInOrder else { throw OutdatedTable() }
    }

    private func derived(_ column: Column, _ make: () throws -> [Int32]) throws -> [Int32] {
        if let numbers = kept.withLock({ $0.derived[column] }) { return numbers }
        let numbers = try make()
        kept.withLock { $0.derived[column] = numbers }
        return numbers
    }

    /// A column of the articles as one of their quotes.
    private func spread(_ part: TablePart) throws -> [Int32] {
        let values = try numbers(part)
        return try numbers(.articles).map { values[Int($0)] }
    }
}

/// Where a table's columns come from: the archive, which keeps them, or memory, where they were just made.
protocol TableSource: Sendable {
    func numbers(_ part: TablePart) throws -> [Int32]
    func texts(_ part: TableTexts) throws -> [String]
}

/// By what two states of an archive are told apart.
struct TableStamp: Hashable, Sendable {
    let text: String
}
