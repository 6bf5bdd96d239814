import Text

/// How a client counts the columns of a line.
enum PositionEncoding: String {
    case utf8 = "utf-8"
    case utf16 = "utf-16"

    /// The encoding to use with a client that knows some, in its order of liking; UTF-16, which all know, where it names none.
    init(offered: [String]) { self = offered.lazy.compactMap(PositionEncoding.init(rawValue:)).first ?? .utf16 }

    /// The number of units that some bytes of valid UTF-8 take.
    func units(in bytes: ArraySlice<UInt8>) -> Int {
        switch self {
        case .utf8: bytes.count
        case .utf16:
            // A code point has one first byte; one of four bytes is a pair of surrogates.
            bytes.reduce(0) { $0 + ($1 & 0xC0 != 0x80 ? 1 : 0) + ($1 >= 0xF0 ? 1 : 0) }
        }
    }

    /// The offset of a unit in a line; inside a letter its start, beyond the line its end.
    func offset(of unit: Int, in line: ArraySlice<UInt8>) -> Int {
        var index = line.startIndex
        var left = unit
        while index < line.endIndex, left > 0 {
            let first = line[index]
            let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : first >= 0xC0 ? 2 : 1
            left -= self == .utf8 ? length : length == 4 ? 2 : 1
            if left < 0 { return index }
            index = min(index + length, line.endIndex)
        }
        return index
    }
}
