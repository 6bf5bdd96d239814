import Articles
import Dates
import GRDB

/// The columns of a table as they are made from the other tables of the archive, in two passes: first the rows as the archive has them,
/// then the same in the order of rule 3 of the language.
struct MadeColumns: TableSource {
    var columns: [TablePart: [Int32]] = [:]
    var lists: [TableTexts: [String]] = [:]

    func numbers(_ part: TablePart) -> [Int32] { columns[part] ?? [] }
    func texts(_ part: TableTexts) -> [String] { lists[part] ?? [] }

    /// Makes the columns; nil for an archive with numbers of quotes that no column can hold.
    /// - Parameter earlier: rows of which nothing has changed.
    /// - Throws: `OutdatedTable` where these do not fit the archive.
    init?(of db: Database, earlier: EarlierRows? = nil) throws {
        let largest = try db.rows(
            """
            SELECT max((SELECT coalesce(max(id), 0) FROM quotes), (SELECT coalesce(max(id), 0) FROM articles),
                (SELECT coalesce(max(id), 0) FROM speakers)),
                min((SELECT coalesce(min(id), 0) FROM quotes), (SELECT coalesce(min(id), 0) FROM articles),
                (SELECT coalesce(min(id), 0) FROM speakers))
            """
        ) { (try $0.id(), try $0.id()) }
        guard let (largest, least) = largest.first, largest < Int64(Int32.max), least >= 0 else { return nil }
        var dates = DateCodes()
        let articles = try readArticles(db, &dates)
        let speakers = try readSpeakers(db)
        var rows = try readQuotes(db, articles, speakers, &dates, earlier)
        let days = dates.sorted(among: Set(rows.map(\.date)).union(articles.dates))
        for index in rows.indices where rows[index].date >= 0 { rows[index].date = days.rank[Int(rows[index].date)] }
        columns[.articleDates] = columns[.articleDates]?.map { $0 < 0 ? -1 : days.rank[Int($0)] }
        columns[.dateValues] = days.ends
        let order = try MadeColumns.order(rows, earlier, db)
        func put(_ part: TablePart, _ value: (QuoteRow) -> Int32) throws {
            try GivingUp.check()
            columns[part] = order.map { value(rows[$0]) }
        }
        try put(.ids) { Int32($0.id) }
        try put(.flags) { $0.flags.rawValue }
        try put(.articles) { $0.article }
        try put(.speakers) { $0.speakers }
        try put(.dates) { $0.date }
        try put(.kinds) { $0.kind }
        try put(.statements) { $0.statement }
        try put(.cues) { $0.cue }
        try put(.places) { $0.place }
        try put(.occasions) { $0.occasion }
        try put(.mediums) { $0.medium }
        try put(.confidences) { $0.confidence }
        try put(.versions) { $0.versionCode }
        try put(.paragraphs) { $0.paragraphs }
        try put(.voices) { $0.voices }
        try put(.reports) { $0.reports }
        try put(.words) { $0.words }
        try put(.addressees) { $0.addressee }
        try put(.vias) { $0.via }
        columns[.counts] = try db.summary(of: self).numbers
        columns[.mostQuoted] = try db.mostQuoted(Database.mostQuotedKept).map { Int32($0) }
    }

    /// What is kept of a quote while its place in the order is looked for.
    struct QuoteRow {
        var id: Int64 = 0
        var flags: QuoteTable.Flags = []
        var (article, speakers, date, kind, statement): (Int32, Int32, Int32, Int32, Int32) = (0, -1, -1, 0, 0)
        var (cue, place, occasion, medium): (Int32, Int32, Int32, Int32) = (-1, -1, -1, -1)
        var (confidence, versionCode, paragraphs): (Int32, Int32, Int32) = (0, 0, 0)
        var (voices, reports, words): (Int32, Int32, Int32) = (0, 0, 0)
        var (addressee, via): (Int32, Int32) = (-1, -1)
        /// For the order alone; where something begins is known of what was read from the archive.
        var (version, start): (Int32, Int32) = (0, 0)
        /// The row of the earlier table; -1 for what was read from the archive.
        var earlier: Int32 = -1
    }

    private struct Articles {
        /// By the number of the article in the archive.
        var numbers: [Int64: Int32] = [:]
        var dates: [Int32] = []
    }

    private mutating func readArticles(_ db: Database, _ dates: inout DateCodes) throws -> Articles {
        var (ids, outlets, outletNumbers): ([Int32], Codes<String>, [Int32]) = ([], Codes(), [])
        var articles = Articles()
        let found = try db.rows(
            """
            SELECT a.id, a.outlet, a.published_basis IS NOT NULL, a.published_first, a.published_last
            FROM articles a JOIN sources s ON s.id = a.source_id
            ORDER BY a.published_first IS NULL, a.published_first, a.published_last, a.outlet IS NULL, a.outlet, s.name
            """
        ) { cells in
            (try cells.id(), try cells.optionalText(), try cells.count() != 0, try dates.next(&cells))
        }
        for (id, outlet, isDated, date) in found {
            articles.numbers[id] = Int32(ids.count)
            ids.append(Int32(id))
            outletNumbers.append(outlets.number(of: outlet))
            articles.dates.append(isDated ? date : -1)
        }
        columns[.articleIDs] = ids
        columns[.articleOutlets] = outletNumbers
        columns[.articleDates] = articles.dates
        lists[.outlets] = outlets.values
        return articles
    }

    /// The numbers of the speakers by their numbers in the archive.
    private mutating func readSpeakers(_ db: Database) throws -> [Int64: Int32] {
        let found = try db.rows("SELECT id, name, role FROM speakers ORDER BY id") {
            (try $0.id(), try $0.text(), try $0.optionalText())
        }
        let words = try SpeakerWords(db)
        columns[.speakerIDs] = found.map { Int32($0.0) }
        lists[.speakerNames] = found.map(\.1)
        lists[.speakerWords] = found.map { words.words(of: $0, name: $1, role: $2) }
        return Dictionary(found.enumerated().map { ($1.0, Int32($0)) }, uniquingKeysWith: { first, _ in first })
    }

    private mutating func readQuotes(
        _ db: Database, _ articles: Articles, _ speakers: [Int64: Int32], _ dates: inout DateCodes,
        _ earlier: EarlierRows?
    ) throws -> [QuoteRow] {
        let scope = RowScope(earlier?.changed)
        let versions = Dictionary(
            try db.rows(
                "SELECT id, article_id, number, is_latest FROM versions \(scope.condition(onVersion: "id"))",
                scope.values
            ) {
                (try $0.id(), (article: try $0.id(), number: Int32(try $0.count()), isLatest: try $0.count() != 0))
            }, uniquingKeysWith: { first, _ in first })
        let rejected = try db.rejectedQuotes()
        let twins = try db.ids("SELECT DISTINCT same_as FROM quote_rows WHERE same_as IS NOT NULL")
        let corrections = try db.decisionsByQuote()
        var statements = try StatementFacts(db, &dates, scope)
        var mentions = try SpeakerLists(db, speakers, scope)
        var lengths = try WordCounts(db, scope)
        var others = try MentionLists(db, speakers, scope)
        var (cues, places, occasions, mediums) = (Codes<[String]>(), Codes<String>(), Codes<String>(), Codes<String>())
        var (confidences, numbers) = (Codes<Double>(), Codes<Int32>())
        var (paragraphs, voices, reports) = (Codes<Int32>(), Codes<Int32>(), Codes<Int32>())
        var words = Codes<Int32>()
        var rows: [QuoteRow] = []
        let values = try earlier.map { try EarlierValues($0.table, articles.numbers, speakers) }
        var new = try EarlierCodes(earlier?.table)
        var waiting = (earlier?.unchanged ?? [])[...]
        var givingUp = GivingUp()
        /// Takes over what is unchanged of quotes before another one.
        func takeUnchanged(before id: Int64) throws {
            guard let values else { return }
            while let next = waiting.first, next.id < id {
                waiting.removeFirst()
                try givingUp.step()
                rows.append(try take(next.id, next.row, values))
            }
        }
        func take(_ id: Int64, _ old: Int, _ values: EarlierValues) throws -> QuoteRow {
            var row = QuoteRow()
            row.id = id
            row.earlier = Int32(old)
            row.flags = values.flags(old)
            row.article = try values.article(old)
            row.kind = values.kind(old)
            row.version = values.version(old)
            row.versionCode = new.versions.number(old) { numbers.number(of: values.number(.versions, $0)) }
            row.statement = new.statements.number(old) { statements.number(ofEarlier: $0) }
            row.reports = new.reports.number(old) { reports.number(of: values.number(.reports, $0)) }
            row.paragraphs = new.paragraphs.number(old) {
                paragraphs.number(of: values.number(.paragraphs, $0))
            }
            row.confidence = new.confidences.number(old) { confidences.number(of: values.confidence($0)) }
            row.cue = new.cues.number(old) { cues.number(of: values.cue($0)) }
            row.occasion = new.occasions.number(old) { occasions.number(of: values.text(.occasions, $0)) }
            row.medium = new.mediums.number(old) { mediums.number(of: values.text(.mediums, $0)) }
            row.date = new.dates.number(old) { dates.number(of: values.days[$0]) }
            row.place = new.places.number(old) { places.number(of: values.text(.places, $0)) }
            row.speakers = try new.speakers.number(old) { mentions.number(of: try values.speakers($0)) }
            row.voices = new.voices.number(old) { voices.number(of: values.number(.voices, $0)) }
            row.words = new.words.number(old) { words.number(of: values.number(.words, $0)) }
            row.addressee = try new.addressees.number(old) { others.number(of: try values.mentions($0)) }
            row.via = try new.vias.number(old) { others.number(of: try values.mentions($0)) }
            return row
        }
        try db.forEachRow(
            """
            SELECT q.id, q.version_id, q.statement_id, q.same_as, q.kind, q.paragraphs, q.confidence, q.start_byte,
                q.cue, q.cue_lemma, q.cue_act, q.cue_start_byte IS NOT NULL, q.occasion, q.medium,
                q.antecedent IS NOT NULL, q.said_basis, q.said_first, q.said_last, q.place, q.place_basis IS NOT NULL
            FROM quotes q \(scope.condition(on: "q.id")) ORDER BY q.id
            """, scope.values
        ) { cells in
            var row = QuoteRow()
            row.id = try cells.id()
            try takeUnchanged(before: row.id)
            guard let version = versions[try cells.id()], let article = articles.numbers[version.article] else {
                throw Damage(detail: "a quote has no article")
            }
            let statement = try statements[try cells.id()]
            row.article = article
            row.version = version.number
            row.versionCode = numbers.number(of: version.number)
            row.statement = statement.number
            row.reports = reports.number(of: statement.reports)
            if version.isLatest { row.flags.insert(.isLatest) }
            if rejected.contains(row.id) { row.flags.insert(.isRejected) }
            if twins.contains(try cells.id()) { row.flags.insert(.hasTwins) }
            row.kind = Int32(Quote.Kind.allCases.firstIndex(of: try cells.word(Quote.Kind.self)) ?? 0)
            row.paragraphs = paragraphs.number(of: Int32(try cells.count()))
            row.confidence = confidences.number(of: try cells.double())
            row.start = Int32(try cells.count())
            let (print, lemma, act) = (try cells.optionalText(), try cells.optionalText(), try cells.optionalText())
            if try cells.count() != 0, let lemma, let act { row.cue = cues.number(of: [lemma, act, print ?? ""]) }
            row.occasion = occasions.number(of: try cells.optionalText())
            row.medium = mediums.number(of: try cells.optionalText())
            if try cells.count() != 0 { row.flags.insert(.hasAntecedent) }
            let decided = corrections[row.id] ?? []
            if !decided.isEmpty { row.flags.insert(.isCorrected) }
            let basis = try cells.optionalWord(DatedEvidence.Basis.self)
            let own = DateFact(date: try dates.next(&cells), basis: basis)
            if own.isKnown, !own.tellsWhenSaid { row.flags.insert(.isDatedOtherwise) }
            let isUnsaid = decided.makesUnknown(.said)
            if let said = [own, statement.said].first(where: \.tellsWhenSaid), !isUnsaid {
                row.date = said.date
            } else {
                row.flags.insert(.isDatedByPublication)
                let published = articles.dates[Int(article)]
                row.date = published >= 0 || !own.isKnown ? published : own.date
            }
            let place = try cells.optionalText()
            let known = try cells.count() != 0 ? place : nil
            row.place = places.number(of: known ?? (decided.makesUnknown(.place) ? nil : statement.place))
            let list = mentions.list(of: row.id)
            row.speakers = list.number
            row.voices = voices.number(of: list.voices)
            row.words = words.number(of: lengths.words(of: row.id))
            (row.addressee, row.via) = others.lists(of: row.id)
            rows.append(row)
        }
        try takeUnchanged(before: .max)
        columns[.speakerLists] = mentions.joint
        columns[.confidenceValues] = confidences.values.flatMap { value in
            [UInt32(truncatingIfNeeded: value.bitPattern >> 32), UInt32(truncatingIfNeeded: value.bitPattern)]
                .map(Int32.init(bitPattern:))
        }
        columns[.versionValues] = numbers.values
        columns[.paragraphsValues] = paragraphs.values
        columns[.voicesValues] = voices.values
        columns[.reportsValues] = reports.values
        columns[.wordsValues] = words.values
        columns[.mentionLists] = others.numbers
        lists[.mentionTexts] = others.printed
        lists[.cueForms] = cues.values.flatMap(\.self)
        lists[.placeNames] = places.values
        lists[.occasionNames] = occasions.values
        lists[.mediumNames] = mediums.values
        return rows
    }
}

extension [DecisionRecord] {
    /// Whether the last decision about a property is that nobody knows it.
    fileprivate func makesUnknown(_ property: Decision.Property) -> Bool {
        if case .correct(_, _, .unknown)? = lastCorrection(of: property)?.decision { true } else { false }
    }
}
