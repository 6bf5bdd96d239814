/// A JSON value with the place where it is written, so that what is wrong in a manifest can be shown by its line.
///
/// Own code, because the libraries' decoders forget where a value stood, and give up a whole text for half a pair of
/// surrogates, which an editor may send while an emoji is typed.
package struct JSONText: Sendable {
    package let value: Value
    /// Where it is written.
    package let range: ByteRange

    package init(value: Value, range: ByteRange) {
        self.value = value
        self.range = range
    }

    /// The offset of its first byte.
    package var offset: Int { range.lower }

    /// The kinds of value; a number is kept as it is written.
    package indirect enum Value: Sendable {
        case null
        case bool(Bool)
        case number(String)
        case string(String)
        case array([JSONText])
        case object([Member])
    }

    /// A name and its value.
    package struct Member: Sendable {
        package let name: String
        package let offset: Int
        package let value: JSONText
    }

    /// Where a text stops being JSON, and what stands there.
    package struct Failure: Error {
        package let offset: Int
        package let found: String
    }

    /// Reads a whole text.
    package static func parse(_ bytes: [UInt8]) throws(Failure) -> JSONText {
        var parser = Parser(bytes: bytes)
        let value = try parser.value(depth: 0)
        parser.skipBlanks()
        guard parser.index == bytes.count else { throw parser.failure("something follows the end") }
        return value
    }

    /// The text of the string whose opening quotation mark stands at `offset`, and where each of its characters stands in `bytes`; nil
    /// where there is none.
    package static func text(in bytes: [UInt8], at offset: Int) -> (text: [UInt8], map: OffsetMap)? {
        var parser = Parser(bytes: bytes)
        parser.index = offset + 1
        guard offset < bytes.count, bytes[offset] == UInt8(ascii: "\""), let text = try? parser.restOfString() else {
            return nil
        }
        return (text, parser.map)
    }

    private struct Parser {
        let bytes: [UInt8]
        var index = 0
        /// Where the string that was read last stands.
        var map = OffsetMap()

        init(bytes: [UInt8]) { self.bytes = bytes }

        var next: UInt8? { index < bytes.count ? bytes[index] : nil }

        func failure(_ found: String) -> Failure { Failure(offset: min(index, bytes.count), found: found) }

        mutating func skipBlanks() {
            while let byte = next, [0x20, 0x09, 0x0A, 0x0D].contains(byte) { index += 1 }
        }

        mutating func take(_ character: Unicode.Scalar) -> Bool {
            skipBlanks()
            guard next == UInt8(ascii: character) else { return false }
            index += 1
            return true
        }

        mutating func value(depth: Int) throws(Failure) -> JSONText {
            guard depth < 32 else { throw failure("it is nested too deeply") }
            skipBlanks()
            let start = index
            let value: Value
            switch next {
            case UInt8(ascii: "{"): value = try object(depth: depth)
            case UInt8(ascii: "["): value = try array(depth: depth)
            case UInt8(ascii: "\""): value = .string(try string())
            case nil: throw failure("it ends too early")
            default: value = try word()
            }
            return JSONText(value: value, range: ByteRange(start, index))
        }

        mutating func object(depth: Int) throws(Failure) -> Value {
            index += 1
            var members: [Member] = []
            if take("}") { return .object(members) }
            repeat {
                skipBlanks()
                let offset = index
                guard next == UInt8(ascii: "\"") else { throw failure("a name in quotation marks is missing") }
                let name = try string()
                guard take(":") else { throw failure("a colon is missing") }
                members.append(Member(name: name, offset: offset, value: try value(depth: depth + 1)))
            } while take(",")
            guard take("}") else { throw failure("a comma or `}` is missing") }
            return .object(members)
        }

        mutating func array(depth: Int) throws(Failure) -> Value {
            index += 1
            var items: [JSONText] = []
            if take("]") { return .array(items) }
            repeat { items.append(try value(depth: depth + 1)) } while take(",")
            guard take("]") else { throw failure("a comma or `]` is missing") }
            return .array(items)
        }

        mutating func word() throws(Failure) -> Value {
            let start = index
            while let byte = next, !" \t\r\n,:{}[]\"".utf8.contains(byte) { index += 1 }
            let text = String(decoding: bytes[start..<index], as: UTF8.self)
            switch text {
            case "null": return .null
            case "true": return .bool(true)
            case "false": return .bool(false)
            default:
                if Double(text) != nil { return .number(text) }
                index = start
                throw failure("a value is missing or lacks its quotation marks")
            }
        }

        mutating func string() throws(Failure) -> String {
            index += 1
            return String(decoding: try restOfString(), as: UTF8.self)
        }

        /// Reads on to the closing quotation mark, and past it.
        mutating func restOfString() throws(Failure) -> [UInt8] {
            var text: [UInt8] = []
            while let byte = next {
                let start = index
                switch byte {
                case UInt8(ascii: "\""):
                    index += 1
                    return text
                case UInt8(ascii: "\\"):
                    let letter = Array(String(try escape()).utf8)
                    text += letter
                    map.append(1, each: letter.count, at: start, eachThere: index - start)
                case 0..<0x20: throw failure("a text does not end on its line")
                default:
                    while let byte = next, byte >= 0x20, byte != UInt8(ascii: "\""), byte != UInt8(ascii: "\\") {
                        index += 1
                    }
                    text += bytes[start..<index]
                    map.append(index - start, at: start)
                }
            }
            throw failure("a text has no end")
        }

        mutating func escape() throws(Failure) -> Character {
            index += 1
            defer { index += 1 }
            switch next {
            case UInt8(ascii: "n"): return "\n"
            case UInt8(ascii: "t"): return "\t"
            case UInt8(ascii: "r"): return "\r"
            case UInt8(ascii: "b"): return "\u{8}"
            case UInt8(ascii: "f"): return "\u{C}"
            case UInt8(ascii: "u"): return Character(try unicodeEscape())
            case let byte? where "\"\\/".utf8.contains(byte): return Character(Unicode.Scalar(byte))
            default: throw failure("a backslash stands before nothing that it can")
            }
        }

        /// Reads the digits after `\u`, with the second half of a pair; stays on the last digit.
        mutating func unicodeEscape() throws(Failure) -> Unicode.Scalar {
            let first = try fourDigits()
            if let scalar = Unicode.Scalar(first) { return scalar }
            guard first < 0xDC00, index + 2 < bytes.count, bytes[index + 1] == UInt8(ascii: "\\"),
                bytes[index + 2] == UInt8(ascii: "u")
            else { return "\u{FFFD}" }
            index += 2
            let second = try fourDigits()
            guard (0xDC00...0xDFFF).contains(second) else { return "\u{FFFD}" }
            return Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00)) ?? "\u{FFFD}"
        }

        mutating func fourDigits() throws(Failure) -> UInt32 {
            guard index + 4 < bytes.count,
                let number = UInt32(String(decoding: bytes[(index + 1)...(index + 4)], as: UTF8.self), radix: 16)
            else { throw failure("four digits are missing after `\\u`") }
            index += 4
            return number
        }
    }
}
