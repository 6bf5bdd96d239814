import GRDB

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Opening an archive's file: everything is looked at before anything is touched, so that a foreign file stays as it is.
enum ArchiveFile {
    /// A connection to the archive at `path`, and whether it can only be read.
    static func open(_ path: String, creating: Bool, readOnly: Bool? = nil) throws -> (
        database: any DatabaseWriter, isReadOnly: Bool
    ) {
        let isNew = try inspect(path, creating: creating)
        let isReadOnly = readOnly ?? !(isNew || (access(path, W_OK) == 0 && access(folder(of: path), W_OK) == 0))
        if isReadOnly {
            let database = try DatabaseQueue(
                path: location(path, isReadOnly: true), configuration: settings(readOnly: true))
            if let objection = try database.read(Schema.objection) { throw StoreError(path: path, reason: objection) }
            return (try present(database), true)
        }
        let isBlank = try isNew || probe(path)
        if isBlank, !creating { throw StoreError(path: path, reason: .empty) }
        let database = try DatabasePool(
            path: location(path, isReadOnly: false), configuration: settings(readOnly: false))
        // Two programs may make the same archive at once: whoever comes second finds it made.
        if isBlank { try database.write { if try Schema.isBlank($0) { try Schema.create(in: $0) } } }
        if let objection = try database.read(Schema.objection) { throw StoreError(path: path, reason: objection) }
        try Schema.upgrade(database)
        return (database, false)
    }

    /// A new archive in memory.
    static func inMemory() throws -> any DatabaseWriter {
        let database = try DatabaseQueue(configuration: settings(readOnly: false))
        try database.write(Schema.create)
        return database
    }

    /// An archive that can only be read, as this version has it: itself, or a copy for as long as it is open. SQLite keeps a database
    /// without a name in a file of its own that goes when it is closed.
    private static func present(_ database: DatabaseQueue) throws -> DatabaseQueue {
        guard try database.read(Schema.version(of:)) < Schema.version else { return database }
        let copy = try DatabaseQueue(path: "", configuration: settings(readOnly: false))
        try database.backup(to: copy)
        try database.close()
        try Schema.upgrade(copy)
        try copy.writeWithoutTransaction { try $0.execute(sql: "PRAGMA query_only = ON") }
        return copy
    }

    private static func settings(readOnly: Bool) -> Configuration {
        var configuration = Configuration()
        configuration.readonly = readOnly
        configuration.busyMode = .timeout(5)
        configuration.prepareDatabase { db in
            // Pages that hold nothing can be given back without the others being written anew, where that is told before the first page.
            if !db.configuration.readonly, try Int.fetchOne(db, sql: "PRAGMA page_count") == 0 {
                try db.execute(sql: "PRAGMA auto_vacuum = INCREMENTAL")
            }
            try db.execute(sql: "PRAGMA trusted_schema = OFF")
            try db.execute(sql: "PRAGMA cell_size_check = ON")
            // A page of quotes that is shown again and again lies in as many places as the file is large.
            try db.execute(sql: "PRAGMA cache_size = -16000")
            try db.makeTermList()
        }
        return configuration
    }

    /// Whether the database, which is an archive or blank, is blank; throws where it is anything else.
    private static func probe(_ path: String) throws -> Bool {
        let database = try DatabaseQueue(
            path: location(path, isReadOnly: true), configuration: settings(readOnly: true))
        return try database.read { db in
            if try Schema.isBlank(db) { return true }
            if let objection = try Schema.objection(to: db) { throw StoreError(path: path, reason: objection) }
            return false
        }
    }

    /// Looks at a file without opening it as a database.
    /// - Returns: whether there is nothing yet.
    private static func inspect(_ path: String, creating: Bool) throws -> Bool {
        var status = stat()
        guard stat(path, &status) == 0 else {
            guard errno == ENOENT else { throw StoreError(path: path, reason: .unreadable(detail: lastError())) }
            if !creating { throw StoreError(path: path, reason: .missing) }
            guard access(folder(of: path), F_OK) == 0 else { throw StoreError(path: path, reason: .missingFolder) }
            guard access(folder(of: path), W_OK) == 0 else { throw StoreError(path: path, reason: .readOnly) }
            return true
        }
        if status.st_mode & S_IFMT == S_IFDIR { throw StoreError(path: path, reason: .isFolder) }
        guard status.st_mode & S_IFMT == S_IFREG else { throw StoreError(path: path, reason: .notDatabase) }
        if status.st_size == 0 {
            if !creating { throw StoreError(path: path, reason: .empty) }
            return true
        }
        let header = try firstBytes(of: path)
        guard header.count == 100, header.starts(with: Array("SQLite format 3\0".utf8)) else {
            throw StoreError(path: path, reason: .notDatabase)
        }
        // The size in the header is only right where no write-ahead log is left to be played back.
        let expected = pageSize(header) * number(header, at: 28)
        if status.st_size < expected, sizeOfLog(path) == 0 {
            throw StoreError(path: path, reason: .truncated(bytes: Int(status.st_size), expected: expected))
        }
        return false
    }

    private static func firstBytes(of path: String) throws -> [UInt8] {
        guard let file = fopen(path, "rb") else {
            throw StoreError(path: path, reason: .unreadable(detail: lastError()))
        }
        defer { fclose(file) }
        return [UInt8](unsafeUninitializedCapacity: 100) { buffer, count in
            count = fread(buffer.baseAddress, 1, 100, file)
        }
    }

    /// The path in the form that SQLite takes neither for a URI nor for anything else; a read-only database without a log
    /// in a folder where none can be made is opened as one that does not change.
    private static func location(_ path: String, isReadOnly: Bool) -> String {
        let path = path.hasPrefix("/") ? path : "./" + path
        guard isReadOnly, access(folder(of: path), W_OK) != 0, sizeOfLog(path) == 0 else { return path }
        let safe = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/".utf8)
        let hex = Array("0123456789ABCDEF")
        let escaped = path.utf8.map { byte in
            safe.contains(byte) ? String(Unicode.Scalar(byte)) : "%\(hex[Int(byte >> 4)])\(hex[Int(byte & 15)])"
        }
        return "file:\(escaped.joined())?immutable=1"
    }

    private static func folder(of path: String) -> String {
        guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return "." }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }

    private static func sizeOfLog(_ path: String) -> Int {
        var status = stat()
        return stat(path + "-wal", &status) == 0 ? Int(status.st_size) : 0
    }

    private static func pageSize(_ header: [UInt8]) -> Int {
        let size = Int(header[16]) << 8 | Int(header[17])
        return size == 1 ? 65_536 : size
    }

    private static func number(_ header: [UInt8], at offset: Int) -> Int {
        header[offset..<(offset + 4)].reduce(0) { $0 << 8 | Int($1) }
    }

    private static func lastError() -> String { String(cString: strerror(errno)) }
}
