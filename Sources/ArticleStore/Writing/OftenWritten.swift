import GRDB
import GRDBSQLite
import Text

/// The tables that have many rows for each article, with the columns that are written.
enum OftenWritten: String {
    case versions, zones, speakers, statements, quotes, segments, mentions, words = "quote_words"
    case aliases = "speaker_aliases"
    case articleSpeakers = "article_speakers"
    case articleAliases = "article_speaker_aliases"
    case quotedParts = "quoted_parts"

    var columns: [String] {
        switch self {
        case .versions: ["article_id", "position", "number", "is_latest"]
        case .zones: ["version_id", "position", "kind", "start_byte", "end_byte"]
        case .speakers: ["quotes", "name", "kind", "role", "organisation"]
        case .aliases: ["speaker_id", "position", "alias"]
        case .articleSpeakers: ["version_id", "position", "speaker_id", "name", "kind", "role", "organisation"]
        case .articleAliases: ["article_speaker_id", "position", "alias"]
        case .statements: ["said_first", "said_last", "said_basis", "place", "place_basis", "reports"]
        case .quotes:
            [
                "id", "version_id", "position", "same_as", "statement_id", "reference", "start_byte", "line",
                "column_byte",
                "kind", "zone", "paragraphs", "confidence", "cue", "cue_start_byte", "cue_end_byte", "cue_lemma",
                "cue_act", "said_first", "said_last", "said_basis", "said_start_byte", "said_end_byte", "place",
                "place_basis", "place_start_byte", "place_end_byte", "occasion", "occasion_start_byte",
                "occasion_end_byte", "medium", "medium_start_byte", "medium_end_byte", "antecedent",
                "antecedent_start_byte", "antecedent_end_byte",
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

    mutating func add(_ number: Double) {
        let mark = nextMark()
        keep(sqlite3_bind_double(statement, mark, number))
    }

    mutating func add(_ text: String?) {
        let mark = nextMark()
        keep(text.map { $0.bind(to: statement, at: mark) } ?? sqlite3_bind_null(statement, mark))
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
