import Dates

/// The rows of an earlier state of the archive, for those quotes of which nothing has changed since: their columns need not be read from the
/// other tables again.
struct EarlierRows {
    let table: QuoteTable
    /// The quotes that are read anew.
    let changed: Set<Int64>
    /// The other quotes, by their numbers in ascending order, and the row of each.
    let unchanged: [(id: Int64, row: Int)]

    /// - Throws: `OutdatedTable`.
    init(_ table: QuoteTable, without changed: Set<Int64>) throws {
        self.table = table
        self.changed = changed
        // One number for both is sorted in half the time.
        unchanged = try table.ids().enumerated().filter { !changed.contains(Int64($1)) }.map {
            Int64($1) << 32 | Int64($0)
        }
        .sorted().map { ($0 >> 32, Int($0 & 0xFFFF_FFFF)) }
    }
}

/// A column of an earlier table with the numbers that another table has for the same values.
struct Recoding {
    private let column: [Int32]
    private var numbers: [Int32]
    private static let unknown = Int32.min

    init(_ column: [Int32]) {
        self.column = column
        numbers = Array(repeating: Recoding.unknown, count: Int(column.max() ?? -1) + 1)
    }

    /// The new number of a row; -1 for none. What the earlier one stands for is asked once.
    mutating func number(_ row: Int, _ new: (Int) throws -> Int32) rethrows -> Int32 {
        let number = Int(column[row])
        guard number >= 0 else { return -1 }
        if numbers[number] == Recoding.unknown { numbers[number] = try new(number) }
        return numbers[number]
    }
}

/// What an earlier table has of its rows.
struct EarlierValues {
    let days: [DateInterval]
    private let flagValues, kinds, articleCodes, versionCodes: [Int32]
    private let articleNumbers, speakerNumbers: [Int32?]
    private let speakerLists: [[Int]]
    private let mentionLists: [[QuoteTable.MentionOfOther]]
    private let cueForms: [(lemma: String, act: String, print: String)]
    private let texts: [QuoteTable.Column: [String]]
    private let numbers: [QuoteTable.Column: [Double]]

    /// - Parameters:
    ///   - articles: the new numbers of the articles by their numbers in the archive.
    ///   - speakers: the same of the speakers.
    /// - Throws: `OutdatedTable`.
    init(_ table: QuoteTable, _ articles: [Int64: Int32], _ speakers: [Int64: Int32]) throws {
        days = try table.days()
        flagValues = try table.numbers(.flags)
        kinds = try table.column(.kinds)
        articleCodes = try table.column(.articles)
        versionCodes = try table.column(.versions)
        articleNumbers = try table.articleIDs().map { articles[$0] }
        speakerNumbers = try table.speakerIDs().map { speakers[$0] }
        speakerLists = try table.speakerLists()
        mentionLists = try table.mentionLists()
        cueForms = try table.cues()
        var (texts, numbers): ([QuoteTable.Column: [String]], [QuoteTable.Column: [Double]]) = ([:], [:])
        for column in [.places, .occasions, .mediums] as [QuoteTable.Column] {
            texts[column] = try table.texts(of: column)
        }
        for column in [.confidences, .versions, .paragraphs, .voices, .reports, .words] as [QuoteTable.Column] {
            numbers[column] = try table.numbers(of: column)
        }
        (self.texts, self.numbers) = (texts, numbers)
    }

    func flags(_ row: Int) -> QuoteTable.Flags { QuoteTable.Flags(rawValue: flagValues[row]) }
    func kind(_ row: Int) -> Int32 { kinds[row] }
    func version(_ row: Int) -> Int32 { number(.versions, Int(versionCodes[row])) }

    /// The new number of the article.
    func article(_ row: Int) throws -> Int32 {
        guard let article = articleNumbers[Int(articleCodes[row])] else { throw OutdatedTable() }
        return article
    }

    // What the numbers of columns stand for.

    func number(_ column: QuoteTable.Column, _ number: Int) -> Int32 { Int32(numbers[column]?[number] ?? 0) }
    func confidence(_ number: Int) -> Double { numbers[.confidences]?[number] ?? 0 }
    func text(_ column: QuoteTable.Column, _ number: Int) -> String? { texts[column]?[number] }
    func cue(_ number: Int) -> [String] { [cueForms[number].lemma, cueForms[number].act, cueForms[number].print] }

    /// The speakers of a list by their new numbers.
    func speakers(_ number: Int) throws -> [Int32] {
        try speakerLists[number].map { speaker in
            guard let speaker = speakerNumbers[speaker] else { throw OutdatedTable() }
            return speaker
        }
    }

    /// The mentions of a list with the new numbers of the speakers.
    func mentions(_ number: Int) throws -> [(speaker: Int32, text: String?)] {
        try mentionLists[number].map { mention in
            guard let speaker = mention.speaker else { return (-1, mention.text) }
            guard let speaker = speakerNumbers[speaker] else { throw OutdatedTable() }
            return (speaker, mention.text)
        }
    }
}

/// The columns of an earlier table whose numbers lead to values, with the numbers of a new one.
struct EarlierCodes {
    var versions, statements, reports, paragraphs, confidences, cues, occasions, mediums, dates, places: Recoding
    var speakers, voices, words, addressees, vias: Recoding

    /// - Throws: `OutdatedTable`.
    init(_ table: QuoteTable?) throws {
        func recoding(_ column: QuoteTable.Column) throws -> Recoding { Recoding(try table?.column(column) ?? []) }
        (versions, statements, reports) = (try recoding(.versions), try recoding(.statements), try recoding(.reports))
        (paragraphs, confidences) = (try recoding(.paragraphs), try recoding(.confidences))
        (cues, occasions, mediums) = (try recoding(.cues), try recoding(.occasions), try recoding(.mediums))
        (dates, places) = (try recoding(.dates), try recoding(.places))
        (speakers, voices, words) = (try recoding(.speakers), try recoding(.voices), try recoding(.words))
        (addressees, vias) = (try recoding(.addressees), try recoding(.vias))
    }
}
