package import Articles
package import Dates
import GRDB
package import Text

/// An archive: one SQLite file, or one in memory, with sources, articles, annotations and the index over their words.
///
/// A class, because it owns a connection to a file. Every operation throws `StoreError` and nothing else, save what a
/// caller's own closure throws.
package final class ArticleStore: Sendable {
    let database: any DatabaseWriter
    let path: String?
    /// The columns of the archive as it was when they were last asked for.
    let columns = KeptTable()
    /// Whether the archive can be asked, but not changed.
    package let isReadOnly: Bool

    private init(_ database: any DatabaseWriter, path: String?, isReadOnly: Bool) {
        self.database = database
        self.path = path
        self.isReadOnly = isReadOnly
    }

    /// Opens the archive at `path`, and makes it where there is none and `creating` is set. One that cannot be written to
    /// is opened for reading.
    /// - Throws: `StoreError`.
    package static func open(at path: String, creating: Bool) throws -> ArticleStore {
        try open(at: path, creating: creating, readOnly: nil)
    }

    /// Opens an archive, for reading only where `readOnly` says so; nil leaves that to the file's permissions.
    static func open(at path: String, creating: Bool, readOnly: Bool?) throws -> ArticleStore {
        try reporting(path) {
            let (database, isReadOnly) = try ArchiveFile.open(path, creating: creating, readOnly: readOnly)
            let store = ArticleStore(database, path: path, isReadOnly: isReadOnly)
            if !isReadOnly { try store.refreshIndex() }
            return store
        }
    }

    /// A new archive in memory.
    package static func inMemory() throws -> ArticleStore {
        try reporting(nil) { ArticleStore(try ArchiveFile.inMemory(), path: nil, isReadOnly: false) }
    }

    /// Ends what is being read or written at this moment, from any thread: it throws `StoreError` with the reason `interrupted`, and a
    /// transaction is undone.
    package func interrupt() { database.interrupt() }

    /// Writes all that is pending into the one file and lets go of it, so that the file can be moved.
    /// - Throws: `StoreError` where a statement is still running.
    package func close() throws {
        try ArticleStore.reporting(path) {
            if path != nil, !isReadOnly {
                try database.writeWithoutTransaction { try $0.execute(sql: "PRAGMA wal_checkpoint(TRUNCATE)") }
            }
            try database.close()
        }
    }

    /// Adds articles in one transaction. One whose source has the same name and other bytes is a new version of that article; one
    /// with the same bytes is left as it is, or found anew where an earlier annotator read it; so is one that another archive tells, and
    /// that is there as an earlier version. Linking is not redone: see `link`.
    /// - Parameter keepsOriginals: whether the bytes are kept from which texts were made.
    /// - Returns: how many were added, are new versions, were replaced and left.
    package func add(_ batch: [AnnotatedArticle], keepsOriginals: Bool = true) throws -> Added {
        try write { db in
            var added = Added()
            var touched = Touched()
            var unlinked = try db.unlinked()
            let rows = RowWriter(db)
            for item in batch {
                let source = item.article.source
                if let contradiction = item.contradiction ?? item.excess {
                    throw StoreError(
                        path: path, reason: .invalidArticle(source: source.name, detail: contradiction))
                }
                let known = try db.article(named: source.name)
                let isSame = known?.fingerprint == source.fingerprint.hex && known?.length == source.bytes.count
                let article: Int64
                switch known {
                case let known? where try !isSame && db.isKept(item, inArticle: known.id):
                    added.unchanged += 1
                    continue
                case let known?
                where try isSame && known.annotator >= item.annotator && !db.isMarkedOtherwise(item, as: known.id):
                    added.unchanged += 1
                    continue
                case let known?:
                    article = known.id
                    let days = try db.daysOfPublication(ofArticle: article)
                    try db.write(item, inPlaceOf: article, isSameText: isSame, &touched)
                    if try isSame || db.daysOfPublication(ofArticle: article) != days { unlinked = .all }
                    if isSame { added.replaced += 1 } else { added.versions += 1 }
                case nil:
                    article = try rows.write(item, &touched)
                    added.added += 1
                }
                unlinked.insert([article])
                rows.noteBands(ofArticle: article, item.article, isNew: known == nil)
                if keepsOriginals { try db.writeOrigin(of: source, article: article) }
            }
            guard added.isAnything else { return added }
            try rows.finish()
            try db.recount(touched)
            try db.tidyIndex()
            try db.setSetting(Database.isUnlinked, "1")
            try db.setUnlinked(unlinked)
            return added
        }
    }

    /// What an `add` did.
    package struct Added: Hashable, Sendable {
        /// Articles that are new.
        package var added = 0
        /// Articles that have a new version.
        package var versions = 0
        /// Articles that an earlier annotator had read, and in which quotes were found anew.
        package var replaced = 0
        package var unchanged = 0
        /// Decisions that came with the articles.
        package var decisions = 0
        package init() {}

        /// Whether the archive has changed.
        package var isAnything: Bool { added + versions + replaced + decisions > 0 }

        /// Adds what was done besides.
        package mutating func add(_ other: Added) {
            added += other.added
            versions += other.versions
            replaced += other.replaced
            unchanged += other.unchanged
            decisions += other.decisions
        }
    }

    /// Whether articles were added since what spans articles was last looked for.
    package var needsLinking: Bool { get throws { try read { try $0.setting(Database.isUnlinked) } == "1" } }

    /// Whether there is no article in it.
    package var isEmpty: Bool {
        get throws { try read { try $0.rows("SELECT 1 FROM articles LIMIT 1") { try $0.id() } }.isEmpty }
    }

    /// Redoes what spans articles and what people decided, in one transaction: as far as something has changed since, or wholly.
    package func link(_ linker: Linker, isWhole: Bool = false) throws {
        try write { try $0.link(linker, isWhole: isWhole) }
    }

    /// Puts what the user tells of people in the place of what was told before; linking is not redone.
    /// - Returns: whether that changes anything.
    @discardableResult package func tell(_ speakers: [KnownSpeaker]) throws -> Bool {
        guard try knownSpeakers() != speakers else { return false }
        try write { db in
            try db.replaceKnownSpeakers(by: speakers)
            try db.setSetting(Database.isUnlinked, "1")
            try db.setUnlinked(.all)
        }
        return true
    }

    /// What the user told of people.
    package func knownSpeakers() throws -> [KnownSpeaker] { try read { try $0.knownSpeakers() } }

    /// Adds a decision to the editorial layer and links the archive by it, in one transaction.
    /// - Returns: the decision with its number and its reach.
    package func decide(
        _ decision: Decision, _ made: DecisionRecord.Mark, _ linker: Linker
    ) throws -> DecisionRecord {
        try write { db in
            let id = try db.insert(decision, made)
            try db.link(linker)
            let record = try db.decisions(withUndone: false).first { $0.id == id }
            guard let record else { throw Damage(detail: "a decision was not kept") }
            return record
        }
    }

    /// Takes back a decision, the latest one where no number is given, and links the archive without it.
    /// - Returns: the decision; nil where there is none that stands.
    package func undo(_ number: Int64?, _ undone: DecisionRecord.Mark, _ linker: Linker) throws -> DecisionRecord? {
        try write { db in
            let standing = try db.decisions(withUndone: false)
            guard var record = number.map({ id in standing.first { $0.id == id } }) ?? standing.last else { return nil }
            try db.run(
                "UPDATE decisions SET undone_by = ?, undone_at = ? WHERE id = ?",
                [undone.editor, undone.time, record.id])
            try db.link(linker)
            record.undone = undone
            return record
        }
    }

    /// What people decided, in the order in which they did, what was taken back among it.
    package func decisions() throws -> [DecisionRecord] { try read { try $0.decisions(withUndone: true) } }

    /// The quotes that pass a look-up, by source name and place in the text.
    package func quotes(_ lookup: QuoteLookup) throws -> [QuoteRecord] { try read { try $0.quotes(lookup) } }

    /// Why a quote is a report of its statement, and what dates its article.
    package func linking(ofQuote id: Int64) throws -> LinkingRecord { try read { try $0.linking(ofQuote: id) } }

    /// The number of quotes that pass a look-up, counted in the index without reading them.
    package func count(_ lookup: QuoteLookup) throws -> Int { try read { try $0.count(lookup) } }

    /// The index terms (stems and folded forms) that begin with `beginning` and are `lengths` bytes long, in the order of their bytes;
    /// of a very large archive not all.
    package func terms(beginningWith beginning: String, bytes lengths: ClosedRange<Int>) throws -> [String] {
        try read { try $0.terms(beginningWith: beginning, bytes: lengths) }
    }

    /// Printed words of some quotes that have an index term, in the order of the archive.
    package func texts(withTerm term: String) throws -> [String] { try read { try $0.texts(withTerm: term) } }

    /// The index terms that begin with `beginning`, stems among them, with their numbers of quotes and in the order of their bytes; of a
    /// very large archive not all.
    package func indexTerms(beginningWith beginning: String) throws -> [IndexTerm] {
        try read { try $0.indexTerms(beginningWith: beginning) }
    }

    /// Printed words of the first few quotes that have an index term, told as quickly of a frequent term as of a rare one.
    package func firstTexts(withTerm term: String) throws -> [String] {
        try read { try $0.firstTexts(withTerm: term) }
    }

    /// What the quotes have as one of their parts, most frequent first; of a very large archive not all.
    package func values(of part: PrintedPart) throws -> [PrintedValue] { try read { try $0.values(of: part) } }

    /// The speakers, by number of quotes, most first, then by name.
    package func speakers() throws -> [SpeakerRecord] { try read { try $0.speakers() } }

    /// The first named speakers of that order, `limit` of them at most, read without the others.
    package func speakers(mostQuoted limit: Int) throws -> [SpeakerRecord] {
        try read { try $0.speakers(mostQuoted: limit) }
    }

    /// The outlets, by number of articles, most first, then by name.
    package func outlets() throws -> [OutletRecord] { try read { try $0.outlets() } }

    /// The days between which articles appeared; nil where none is dated.
    package func daysOfPublication() throws -> DateInterval? { try read { try $0.daysOfPublication() } }

    /// The speakers of some numbers, in the same order.
    package func speakers(_ ids: [Int64]) throws -> [SpeakerRecord] { try read { try $0.speakers(idList(ids)) } }

    /// How articles call a speaker, and why its names are taken for one person's.
    package func profile(ofSpeaker id: Int64) throws -> SpeakerProfile {
        try profiles(ofSpeakers: [id])[id] ?? SpeakerProfile()
    }

    /// The same for several speakers; those of whom nothing is told are left out.
    package func profiles(ofSpeakers ids: [Int64]) throws -> [Int64: SpeakerProfile] {
        try read { try $0.profiles(ofSpeakers: idList(ids)) }
    }

    /// For each who says a quote, why the name that its article has for them is theirs; nil where it is the name of the archive.
    package func joins(ofQuote id: Int64) throws -> [SpeakerProfile.Join?] { try read { try $0.joins(ofQuote: id) } }

    /// The articles, by publication, outlet and source name; what is unknown comes last.
    package func articles() throws -> [ArticleRecord] { try read { try $0.articles() } }

    /// The articles of some numbers, in the same order.
    package func articles(_ ids: [Int64]) throws -> [ArticleRecord] { try read { try $0.articles(idList(ids)) } }

    /// The bytes of an article's source and the zones of one of its versions; nil where there is no such version.
    package func text(ofArticle id: Int64, version: Int) throws -> (bytes: [UInt8], version: Version)? {
        try read { try $0.text(ofArticle: id, version: version) }
    }

    /// Where one of the versions of an article stands in the file that it was made from, with the bytes of that; nil where it is the file,
    /// where originals are not kept, and where there is no such version.
    package func origin(ofArticle id: Int64, version: Int) throws -> Origin? {
        try read { try $0.origin(ofArticle: id, version: version) }
    }

    /// The article of a quote as it was read from the text that prints the quote; nil where it is no longer there.
    package func article(of quote: QuoteRecord) throws -> Article? {
        try read { database in
            try database.texts(ofArticle: quote.article.id)
                .last { try database.versionNumbers(of: $0).contains(quote.version) }
                .map { try database.article(quote.article, readFrom: $0) }
        }
    }

    /// The articles whose latest version prints much the same text as that of an article, as outlets do that carry one wire story.
    package func similarTexts(toArticle id: Int64) throws -> [SimilarText] {
        try read { try $0.similarTexts(toArticle: id) }
    }

    /// Whether a source of this name and content is in the archive, as this version of the annotator or a later one reads it.
    package func contains(source name: String, fingerprint: Fingerprint, annotator: Int = 0) throws -> Bool {
        guard let known = try read({ try $0.article(named: name) }) else { return false }
        return known.fingerprint == fingerprint.hex && known.annotator >= annotator
    }

    /// What is in the archive, in numbers.
    package func summary() throws -> Summary { try read { try $0.summary() } }

    /// The numbers of an archive.
    package struct Summary: Hashable, Sendable {
        package var articles = 0
        package var versions = 0
        /// Quotes in latest versions.
        package var quotes = 0
        /// Statements that a latest version reports.
        package var statements = 0
        /// Speakers who said something in a latest version.
        package var speakers = 0
        package var outlets = 0
        package init() {}
    }
}

extension ArticleStore {
    /// Reads a consistent state of the archive.
    func read<Value>(_ body: (Database) throws -> Value) throws -> Value {
        try ArticleStore.reporting(path) { try database.read(body) }
    }

    /// Changes the archive wholly or, where `body` throws, not at all.
    func write<Value>(_ body: (Database) throws -> Value) throws -> Value {
        if isReadOnly { throw StoreError(path: path, reason: .readOnly) }
        return try ArticleStore.reporting(path) {
            try database.write { db in
                // Pages that are changed over and over stay in memory, of which reading needs less.
                try db.execute(sql: "PRAGMA cache_size = -65536")
                try db.countChange()
                return try body(db)
            }
        }
    }

    /// Gives the pages of the file that hold nothing back to the disk.
    func compact() throws {
        try ArticleStore.reporting(path) {
            try database.vacuum()
            if path != nil {
                try database.writeWithoutTransaction { try $0.execute(sql: "PRAGMA wal_checkpoint(TRUNCATE)") }
            }
        }
    }

    /// Makes the index anew where it was made by other rules of folding.
    private func refreshIndex() throws {
        if try read({ try $0.setting("folding") }) != SearchIndex.folding { try write { try $0.rebuildIndex() } }
    }

    /// Tells the errors of the database, and of what was read from it, as errors of the archive at `path`.
    static func reporting<Value>(_ path: String?, _ body: () throws -> Value) throws -> Value {
        do {
            return try body()
        } catch let error as DatabaseError {
            throw StoreError(path: path, reason: StoreError.Reason(error))
        } catch let damage as Damage {
            throw StoreError(path: path, reason: .damaged(detail: damage.detail))
        } catch let error as LinkingError {
            throw StoreError(path: path, reason: .invalidLinking(detail: error.detail))
        }
    }
}
