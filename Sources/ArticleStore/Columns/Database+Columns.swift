import FoundationEssentials
import GRDB

extension Database {
    /// Counts that the archive is changed.
    func countChange() throws {
        try run(
            "INSERT INTO settings (name, value) VALUES ('changes', '1') ON CONFLICT (name) DO UPDATE SET value = value + 1"
        )
    }

    /// By what this state of the archive is told from every other one: what was counted, and the last numbers that were given, in case
    /// another program changed it without counting.
    func tableStamp() throws -> TableStamp {
        let parts = try rows(
            """
            SELECT coalesce((SELECT value FROM settings WHERE name = 'changes'), '0') || ' '
                || coalesce((SELECT max(id) FROM quotes), 0) || ' ' || coalesce((SELECT max(id) FROM statements), 0)
            """
        ) { try $0.text() }
        return TableStamp(text: parts.first ?? "")
    }

    /// Makes the columns of this state of the archive and keeps them in it.
    func keepColumns() throws {
        try run("DELETE FROM quote_columns")
        guard let made = try MadeColumns(of: self) else { return }
        let stamp = try tableStamp()
        for part in TablePart.allCases { try keep(part.rawValue, ColumnBytes.of(made.numbers(part)), stamp) }
        for part in TableTexts.allCases { try keep(part.rawValue, ColumnBytes.of(made.texts(part)), stamp) }
    }

    private func keep(_ name: String, _ bytes: [UInt8], _ stamp: TableStamp) throws {
        try run(
            "INSERT INTO quote_columns (name, archive_state, checksum, bytes) VALUES (?, ?, ?, ?)",
            [name, stamp.text, ColumnBytes.checksum(bytes), blob(bytes)])
    }

    /// The numbers of a column as they were kept; nil where they are of another state of the archive, or damaged.
    func columnNumbers(_ part: TablePart, _ stamp: TableStamp) throws -> [Int32]? {
        try withColumnBytes(part.rawValue, stamp, ColumnBytes.numbers)
    }

    /// The texts of a list as they were kept; nil where they are of another state of the archive, or damaged.
    func columnTexts(_ part: TableTexts, _ stamp: TableStamp) throws -> [String]? {
        try withColumnBytes(part.rawValue, stamp, ColumnBytes.texts)
    }

    /// The bytes of a column as they were kept; nil where they are of another state of the archive, or damaged.
    func columnBytes(_ name: String, _ stamp: TableStamp) throws -> [UInt8]? {
        try withColumnBytes(name, stamp) { Array($0) }
    }

    /// Looks at the bytes of a column where the database has them, since each copy of them takes as long as what is done with them.
    private func withColumnBytes<Value>(
        _ name: String, _ stamp: TableStamp, _ body: (UnsafeRawBufferPointer) throws -> Value
    ) throws -> Value? {
        let cursor = try Row.fetchCursor(
            cachedStatement(sql: "SELECT archive_state, checksum, bytes FROM quote_columns WHERE name = ?"),
            arguments: [name])
        guard let row = try cursor.next() else { return nil }
        var cells = Cells(row)
        guard try cells.text() == stamp.text else { return nil }
        let checksum = try cells.id()
        return try row.withUnsafeData(atIndex: 2) { data in
            try data?.withUnsafeBytes { bytes in
                ColumnBytes.checksum(bytes) == checksum ? try body(bytes) : nil
            }
        }
    }

    /// The number of rows that the kept columns of a state of the archive have; nil where none are kept.
    func keptRows(_ stamp: TableStamp) throws -> Int? {
        try rows(
            "SELECT length(bytes) / 4 FROM quote_columns WHERE name = ? AND archive_state = ?", ["ids", stamp.text]
        ) {
            try $0.count()
        }.first
    }
}

/// The bytes of columns: little-endian numbers, and texts each after its length.
enum ColumnBytes {
    static func of(_ numbers: [Int32]) -> [UInt8] {
        [UInt8](unsafeUninitializedCapacity: numbers.count * 4) { buffer, count in
            for (index, number) in numbers.enumerated() {
                UnsafeMutableRawBufferPointer(buffer).storeBytes(
                    of: number.littleEndian, toByteOffset: index * 4, as: Int32.self)
            }
            count = numbers.count * 4
        }
    }

    static func of(_ texts: [String]) -> [UInt8] {
        texts.flatMap { text in ColumnBytes.of([Int32(text.utf8.count)]) + Array(text.utf8) }
    }

    static func numbers(_ bytes: UnsafeRawBufferPointer) -> [Int32] {
        let count = bytes.count / 4
        let numbers = [Int32](unsafeUninitializedCapacity: count) { buffer, initialized in
            UnsafeMutableRawBufferPointer(buffer).copyMemory(from: .init(rebasing: bytes[0..<(4 * count)]))
            initialized = count
        }
        // Where the processor has the bytes of a number in this order, they are the number.
        return Int32(littleEndian: 1) == 1 ? numbers : numbers.map(Int32.init(littleEndian:))
    }

    static func texts(_ bytes: UnsafeRawBufferPointer) -> [String] {
        var texts: [String] = []
        var index = 0
        while index + 4 <= bytes.count {
            let length = Int(Int32(littleEndian: bytes.loadUnaligned(fromByteOffset: index, as: Int32.self)))
            guard length >= 0, length <= bytes.count - index - 4 else { break }
            texts.append(String(decoding: bytes[(index + 4)..<(index + 4 + length)], as: UTF8.self))
            index += 4 + length
        }
        return texts
    }

    /// Tells damaged bytes from those that were written: FNV-1a over words of eight bytes.
    static func checksum(_ bytes: UnsafeRawBufferPointer) -> Int64 {
        var value: UInt64 = 0xCBF2_9CE4_8422_2325 ^ UInt64(bytes.count)
        var index = 0
        while index + 8 <= bytes.count {
            let word = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self))
            value = (value ^ word) &* 0x9E37_79B9_7F4A_7C15
            value ^= value >> 29
            index += 8
        }
        for byte in bytes[index...] { value = (value ^ UInt64(byte)) &* 0x100_0000_01B3 }
        return Int64(bitPattern: value)
    }

    static func checksum(_ bytes: [UInt8]) -> Int64 { bytes.withUnsafeBytes(checksum) }
}
