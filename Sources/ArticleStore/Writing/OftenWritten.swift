import Dates
import GRDB
import GRDBSQLite
import Text

/// The tables that have many rows for each article, with the columns that are written.
enum OftenWritten: String {
    case versions, zones, speakers, cues, words = "quote_words"
    case aliases = "speaker_aliases"
    case profiles = "speaker_profiles"
    case articleSpeakers = "article_speaker_rows"
    case quotes = "quote_rows"
    case segments = "further_segments"
    case mentions = "further_mentions"
    case quotedParts = "quoted_parts"

    var columns: [String] {
        switch self {
        case .versions: ["article_id", "position", "number", "is_latest"]
        case .zones: ["version_id", "position", "kind", "start_byte", "end_byte"]
        case .speakers: ["quotes", "name", "kind", "role", "organisation"]
        case .aliases: ["speaker_id", "position", "alias"]
        case .profiles: ["name", "kind", "role", "organisation", "aliases"]
        case .articleSpeakers: ["id", "profile_id", "speaker_id"]
        case .cues: ["text", "lemma", "act"]
        case .quotes:
            [
                "id", "version_id", "same_as", "statement_id", "reference", "line", "column_byte", "start_byte",
                "end_byte",
                "start_continuation", "end_continuation", "text", "cue_id", "cue_start_byte", "cue_end_byte", "speaker",
                "speaker_text", "speaker_start_byte", "speaker_end_byte", "kind", "zone", "paragraphs", "confidence",
                "said_first", "said_last", "said_basis", "said_start_byte", "said_end_byte", "place", "place_basis",
                "place_start_byte", "place_end_byte", "occasion", "occasion_start_byte", "occasion_end_byte", "medium",
                "medium_start_byte", "medium_end_byte", "antecedent", "antecedent_start_byte", "antecedent_end_byte",
            ]
        case .segments:
            ["quote_id", "position", "text", "start_byte", "end_byte", "start_character", "end_character"]
        case .quotedParts: ["quote_id", "position", "start_byte", "end_byte"]
        case .mentions: ["quote_id", "part", "position", "text", "start_byte", "end_byte", "article_speaker_id"]
        case .words: ["rowid", "terms"]
        }
    }

    fileprivate var marks: String { repeatElement("?", count: columns.count).joined(separator: ", ") }
    var insertion: String { "INSERT INTO \(rawValue) (\(columns.joined(separator: ", "))) VALUES (\(marks))" }
}

/// The values of a row that is about to be written, given to SQLite one after the other.
///
/// GRDB takes values of any type, and so has to ask each what it is, and keeps books for those who observe a database; with some
/// forty columns a quote that cost as much as the writing.
struct BoundRow {
    private let statement: SQLiteStatement
    /// How many values it has.
    private(set) var mark: CInt = 0
    private var code = SQLITE_OK

    init(of statement: SQLiteStatement) { self.statement = statement }

    mutating func add(_ number: Int64?) {
        let mark = nextMark()
        keep(number.map { sqlite3_bind_int64(statement, mark, $0) } ?? sqlite3_bind_null(statement, mark))
    }

    mutating func add(_ number: Int?) { add(number.map(Int64.init)) }

    mutating func add(_ isSo: Bool) { add(isSo ? Int64(1) : Int64(0)) }

    /// A share, in thousandths where these tell it exactly.
    mutating func add(share: Double) {
        let thousandths = (share * 1000).rounded()
        if abs(thousandths) < 1e9, thousandths / 1000 == share { return add(Int64(thousandths)) }
        let mark = nextMark()
        keep(sqlite3_bind_double(statement, mark, share))
    }

    mutating func add(_ text: String?) {
        let mark = nextMark()
        keep(text.map { $0.bind(to: statement, at: mark) } ?? sqlite3_bind_null(statement, mark))
    }

    /// Two columns: the first day, and the last one where it is another.
    mutating func add(days: DateInterval?) {
        let days = days?.storedDays
        add(days?.first)
        add(days?.last)
    }

    /// Two columns: where a stretch begins and ends.
    mutating func add(_ range: ByteRange?) {
        add(range?.lower)
        add(range?.upper)
    }

    private mutating func nextMark() -> CInt {
        mark += 1
        return mark
    }

    private mutating func keep(_ result: CInt) { if code == SQLITE_OK { code = result } }

    /// Writes the row.
    func write(_ statement: Statement) throws {
        let result = code == SQLITE_OK ? sqlite3_step(self.statement) : code
        let message = result == SQLITE_DONE ? nil : String(cString: sqlite3_errmsg(sqlite3_db_handle(self.statement)))
        sqlite3_reset(self.statement)
        guard result == SQLITE_DONE else {
            throw DatabaseError(resultCode: ResultCode(rawValue: result), message: message, sql: statement.sql)
        }
    }
}
