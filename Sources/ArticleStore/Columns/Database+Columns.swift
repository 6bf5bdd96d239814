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

    /// The bytes of a column as they were kept; nil where they are of another state of the archive, or damaged.
    func columnBytes(_ name: String, _ stamp: TableStamp) throws -> [UInt8]? {
        let found = try rows("SELECT archive_state, checksum, bytes FROM quote_columns WHERE name = ?", [name]) {
            (try $0.text(), try $0.id(), try $0.bytes())
        }
        guard let (state, checksum, bytes) = found.first, state == stamp.text, ColumnBytes.checksum(bytes) == checksum
        else { return nil }
        return bytes
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

    static func numbers(_ bytes: [UInt8]) -> [Int32] {
        bytes.withUnsafeBytes { buffer in
            (0..<buffer.count / 4).map { index in
                Int32(littleEndian: buffer.loadUnaligned(fromByteOffset: index * 4, as: Int32.self))
            }
        }
    }

    static func texts(_ bytes: [UInt8]) -> [String] {
        var texts: [String] = []
        var index = 0
        while index + 4 <= bytes.count {
            let length = Int(numbers(Array(bytes[index..<(index + 4)]))[0])
            guard length >= 0, length <= bytes.count - index - 4 else { break }
            texts.append(String(decoding: bytes[(index + 4)..<(index + 4 + length)], as: UTF8.self))
            index += 4 + length
        }
        return texts
    }

    /// Tells damaged bytes from those that were written: FNV-1a over words of eight bytes.
    static func checksum(_ bytes: [UInt8]) -> Int64 {
        bytes.withUnsafeBytes { buffer in
            var value: UInt64 = 0xCBF2_9CE4_8422_2325 ^ UInt64(bytes.count)
            var index = 0
            while index + 8 <= buffer.count {
                let word = UInt64(littleEndian: buffer.loadUnaligned(fromByteOffset: index, as: UInt64.self))
                value = (value ^ word) &* 0x9E37_79B9_7F4A_7C15
                value ^= value >> 29
                index += 8
            }
            for byte in buffer[index...] { value = (value ^ UInt64(byte)) &* 0x100_0000_01B3 }
            return Int64(bitPattern: value)
        }
    }
}
