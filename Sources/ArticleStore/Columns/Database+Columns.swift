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
    /// another program changed it without counting; and how columns are packed, so that those of an earlier format are none of it.
    func tableStamp() throws -> TableStamp {
        let parts = try rows(
            """
            SELECT 'packed, with bases ' || coalesce((SELECT value FROM settings WHERE name = 'changes'), '0') || ' '
                || coalesce((SELECT max(id) FROM quote_rows), 0) || ' ' || coalesce((SELECT max(id) FROM statement_rows), 0)
            """
        ) { try $0.text() }
        return TableStamp(text: parts.first ?? "")
    }

    /// Makes the columns of this state of the archive and keeps them in it.
    /// - Parameter earlier: rows of which nothing has changed.
    func keepColumns(_ earlier: EarlierRows? = nil) throws {
        let made: MadeColumns?
        do { made = try MadeColumns(of: self, earlier: earlier) } catch is OutdatedTable {
            made = try MadeColumns(of: self)
        }
        try run("DELETE FROM quote_columns")
        guard let made else { return }
        let stamp = try tableStamp()
        for part in TablePart.allCases { try keep(part.rawValue, ColumnBytes.of(made.numbers(part)), stamp) }
        for part in TableTexts.allCases { try keep(part.rawValue, ColumnBytes.of(made.texts(part)), stamp) }
    }

    /// Keeps the bytes of a column of a state of the archive.
    func keep(_ name: String, _ bytes: [UInt8], _ stamp: TableStamp) throws {
        try run(
            "INSERT INTO quote_columns (name, archive_state, checksum, bytes) VALUES (?, ?, ?, ?)",
            [name, stamp.text, ColumnBytes.checksum(bytes), blob(bytes)])
    }

    /// The numbers of a column as they were kept; nil where they are of another state of the archive, or damaged.
    func columnNumbers(_ part: TablePart, _ stamp: TableStamp) throws -> [Int32]? {
        try columnNumbers(part.rawValue, stamp)
    }

    /// The same by the name of the column.
    func columnNumbers(_ name: String, _ stamp: TableStamp) throws -> [Int32]? {
        try withColumnBytes(name, stamp, ColumnBytes.numbers)
    }

    /// The texts of a list as they were kept; nil where they are of another state of the archive, or damaged.
    func columnTexts(_ part: TableTexts, _ stamp: TableStamp) throws -> [String]? {
        try withColumnBytes(part.rawValue, stamp, ColumnBytes.texts)
    }

    /// The bytes of a column as they were kept; nil where they are of another state of the archive, or damaged.
    func columnBytes(_ name: String, _ stamp: TableStamp) throws -> [UInt8]? {
        try withColumnBytes(name, stamp) { Array($0) }
    }

    /// Looks at the bytes of a column where the database has them.
    private func withColumnBytes<Value>(
        _ name: String, _ stamp: TableStamp, _ body: (UnsafeRawBufferPointer) throws -> Value
    ) throws -> Value? {
        let reader = try reader("SELECT archive_state, checksum, bytes FROM quote_columns WHERE name = ?", [name])
        guard var cells = try reader.next(), try cells.text() == stamp.text else { return nil }
        let checksum = try cells.id()
        return try cells.withBytes { ColumnBytes.checksum($0) == checksum ? try body($0) : nil }
    }

    /// The number of rows that the kept columns of a state of the archive have; nil where none are kept.
    func keptRows(_ stamp: TableStamp) throws -> Int? {
        let found = try rows(
            "SELECT length(bytes), substr(bytes, 1, 1) FROM quote_columns WHERE name = ? AND archive_state = ?",
            ["ids", stamp.text]
        ) { (try $0.count(), try $0.bytes()) }.first
        return found.flatMap { length, head in ColumnBytes.count(ofBytes: length, width: head.first ?? 0) }
    }
}

/// The bytes of columns: numbers, and texts each after its length.
///
/// Numbers follow one byte that says how many bytes each of them has, as few as hold the largest. They are kept greater by one than they
/// are, since -1 is the only negative number of most columns, little-endian.
enum ColumnBytes {
    static func of(_ numbers: [Int32]) -> [UInt8] {
        // A number beyond all others, such as the lowest one, has the bits of one that four bytes hold.
        let largest = numbers.lazy.map { UInt32(bitPattern: $0 &+ 1) }.max() ?? 0
        let width = max(1, (39 - largest.leadingZeroBitCount) / 8)
        return [UInt8](unsafeUninitializedCapacity: 1 + numbers.count * width) { buffer, count in
            buffer[0] = UInt8(width)
            var place = 1
            for number in numbers {
                let bits = UInt32(bitPattern: number &+ 1)
                for byte in 0..<width { buffer[place + byte] = UInt8(truncatingIfNeeded: bits >> (8 * UInt32(byte))) }
                place += width
            }
            count = place
        }
    }

    /// The length of a text.
    private static func length(_ text: String) -> [UInt8] {
        (0..<4).map { UInt8(truncatingIfNeeded: text.utf8.count >> (8 * $0)) }
    }

    static func of(_ texts: [String]) -> [UInt8] { texts.flatMap { length($0) + Array($0.utf8) } }

    /// How many numbers so many bytes are; nil where they are none.
    static func count(ofBytes length: Int, width: UInt8) -> Int? {
        (1...4).contains(width) && (length - 1) % Int(width) == 0 ? (length - 1) / Int(width) : nil
    }

    /// The numbers that some bytes are; none where they are none.
    static func numbers(_ bytes: UnsafeRawBufferPointer) -> [Int32] {
        guard let width = bytes.first, let count = count(ofBytes: bytes.count, width: width) else { return [] }
        let packed = UnsafeRawBufferPointer(rebasing: bytes[1...])
        return [Int32](unsafeUninitializedCapacity: count) { numbers, initialized in
            switch width {
            case 1: for index in 0..<count { numbers[index] = Int32(packed[index]) &- 1 }
            case 2:
                for index in 0..<count {
                    let bits = packed.loadUnaligned(fromByteOffset: 2 * index, as: UInt16.self)
                    numbers[index] = Int32(UInt16(littleEndian: bits)) &- 1
                }
            case 3:
                for index in 0..<count {
                    let (low, middle, high) = (packed[3 * index], packed[3 * index + 1], packed[3 * index + 2])
                    numbers[index] = (Int32(low) | Int32(middle) << 8 | Int32(high) << 16) &- 1
                }
            default:
                for index in 0..<count {
                    let bits = packed.loadUnaligned(fromByteOffset: 4 * index, as: Int32.self)
                    numbers[index] = Int32(littleEndian: bits) &- 1
                }
            }
            initialized = count
        }
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
