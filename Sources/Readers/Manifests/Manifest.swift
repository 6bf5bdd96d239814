import Articles
import Dates
import Text

/// What a person tells of the articles in a folder: outlet, date of publication and the like, file by file.
///
/// As JSON, an object whose keys are file names, or an array of objects with a `file`; as TSV, a table whose first line
/// names the columns. File names are relative to the manifest.
///
///     {"kerry.txt": {"outlet": "The Guardian", "published": "2014-01-13"}}
///
///     file<TAB>outlet<TAB>published
///     kerry.txt<TAB>The Guardian<TAB>2014-01-13
struct Manifest {
    /// The path it was read from.
    let path: String
    private(set) var entries: [Entry] = []
    private(set) var problems: [Reading.Problem] = []
    private let lines: LineTable
    private var files: Set<String> = []

    /// What it tells of one file.
    struct Entry {
        let file: String
        let line: Int
        var metadata = Metadata()
    }

    /// What can be told, with every word under which it is known.
    enum Key: CaseIterable {
        case file, outlet, published, title, byline, url, language

        /// The words, the preferred one first.
        var names: [String] {
            switch self {
            case .file: ["file", "path"]
            case .outlet: ["outlet", "publisher"]
            case .published: ["published", "date"]
            case .title: ["title", "headline"]
            case .byline: ["byline", "author"]
            case .url: ["url"]
            case .language: ["language", "lang"]
            }
        }

        /// The key of a word, whatever its case; nil for an unknown one.
        init?(_ name: String) {
            let name = name.lowercased()
            guard let key = Key.allCases.first(where: { $0.names.contains(name) }) else { return nil }
            self = key
        }
    }

    /// Reads a manifest; what is wrong in it goes to `problems`, and the rest counts.
    init(path: String, bytes: [UInt8]) {
        self.path = path
        let bytes = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes
        lines = LineTable(bytes)
        if path.lowercased().hasSuffix(".tsv") {
            readTable(bytes)
        } else {
            readJSON(bytes)
        }
    }

    /// Begins the entry of a file; nil where the file has one.
    mutating func entry(for file: String, at offset: Int) -> Entry? {
        let line = lines.line(at: offset)
        guard !file.isEmpty else {
            report(offset, "an entry has an empty `file`: give it the name of a file")
            return nil
        }
        guard files.insert(PathName.tidied(file)).inserted else {
            report(offset, "`\(shown(file))` has an entry above: the first one counts, so take this one away")
            return nil
        }
        return Entry(file: PathName.tidied(file), line: line)
    }

    /// Keeps what was told of a file.
    mutating func add(_ entry: Entry) { entries.append(entry) }

    /// Puts a value into an entry, or reports it.
    mutating func set(_ key: Key, to value: String, of entry: inout Entry, at offset: Int) {
        let value = value.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        guard !value.isEmpty else { return }
        switch key {
        case .file: break
        case .outlet: entry.metadata.outlet = value
        case .title: entry.metadata.title = value
        case .byline: entry.metadata.byline = value
        case .url: entry.metadata.url = value
        case .language: entry.metadata.language = value
        case .published:
            if let date = Manifest.date(value) {
                entry.metadata.published = DatedEvidence(date, .metadata)
            } else {
                report(offset, "`\(shown(value))` is no date: write it as 2014-01-13, 2014-01 or 2014")
            }
        }
    }

    /// Reports something at the line of a byte.
    mutating func report(_ offset: Int, _ message: String) {
        problems.append(Reading.Problem(source: path, line: lines.line(at: offset), message: message))
    }

    /// Reports a word that is no key, and names those that are.
    mutating func reportUnknown(_ name: String, at offset: Int) {
        let known = Key.allCases.map { $0.names[0] }.joined(separator: ", ")
        report(offset, "`\(shown(name))` is not known and was passed over: the keys are \(known)")
    }

    /// A day, month, year or interval; of a point in time, the day that is printed.
    private static func date(_ value: String) -> DateInterval? {
        if let interval = DateInterval(iso: value) { return interval }
        let day = value.prefix(10)
        guard let next = value.dropFirst(10).first, next == "T" || next == " " else { return nil }
        return CalendarDay(iso: String(day)).map { DateInterval($0) }
    }

    /// A user's word in a message.
    func shown(_ text: String) -> String { text.printable }
}
