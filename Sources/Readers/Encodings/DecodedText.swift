import Text

/// A text in UTF-8, made from bytes in whatever encoding they were found to be.
///
/// A byte order mark decides, then zeros as only UTF-16 has them, then validity: what is valid UTF-8 and more than ASCII is hardly
/// anything else. Only then is heeded what the text says of itself. Whatever is assumed is told in `note`.
struct DecodedText {
    /// The text.
    private(set) var bytes: [UInt8]
    /// Where it stands in the bytes; nil where it is these bytes.
    private(set) var map: OffsetMap?
    let encoding: TextEncoding
    /// What was assumed or lost; nil where nothing was.
    private(set) var note: Note?

    /// Something that a reader should know of how a text was decoded.
    enum Note: Hashable {
        /// Nothing tells the encoding.
        case assumed(TextEncoding)
        /// The text says one encoding of itself and is in another.
        case misdeclared(String, TextEncoding)
        /// So many bytes, the first one at an offset, stand for nothing.
        case broken(count: Int, first: Int)
        /// The text says an encoding of itself that nobody knows here.
        case unknown(String)
    }

    /// Takes bytes as they are.
    init(asItIs original: [UInt8]) {
        bytes = original
        encoding = .utf8
    }

    /// Decodes bytes.
    /// - Parameters:
    ///   - declared: the encoding that the text, or who sent it, says it is in.
    ///   - told: the one that the user says it is in, who knows better.
    init(_ original: [UInt8], declared: String? = nil, told: String? = nil) {
        let declared = told ?? declared
        let label = declared.flatMap { TextEncoding(label: $0) }
        if original.starts(with: [0xFF, 0xFE]) || original.starts(with: [0xFE, 0xFF]) {
            encoding = original[0] == 0xFF ? .utf16LittleEndian : .utf16BigEndian
            (bytes, map) = UTF16Decoding.decode(original, from: 2, isBigEndian: original[0] == 0xFE)
            return
        }
        if let guess = UTF16Decoding.byteOrder(of: original) {
            encoding = guess
            (bytes, map) = UTF16Decoding.decode(original, from: 0, isBigEndian: guess == .utf16BigEndian)
            if label != .utf16LittleEndian, label != .utf16BigEndian { note = .assumed(guess) }
            return
        }
        let survey = UTF8Survey(original)
        let isUTF8 = survey.broken == 0 || survey.broken * 10 < survey.characters
        // Who can read of UTF-16 in bytes of ASCII is told nothing by it.
        let isPlain = [nil, .utf8, .windows1252, .utf16LittleEndian, .utf16BigEndian].contains(label)
        if isUTF8, survey.characters > 0 || isPlain {
            encoding = .utf8
            bytes = original
            if survey.broken > 0, let first = survey.firstBroken {
                (bytes, map) = survey.mended(original)
                note = .broken(count: survey.broken, first: first)
            } else if survey.characters > 0, let label, label != .utf8, let declared, told == nil {
                note = .misdeclared(declared, .utf8)
            }
            return
        }
        if case .other(let name) = label, let (text, map) = SystemDecoding.decode(original, name: name) {
            encoding = .other(name)
            bytes = text
            self.map = map
            return
        }
        encoding = .windows1252
        (bytes, map) = Windows1252.decode(original)
        switch label {
        case .windows1252: note = nil
        case .other(let name): note = .unknown(name)
        case nil: note = .assumed(.windows1252)
        default: note = .misdeclared(declared ?? "", .windows1252)
        }
    }
}

/// How much of some bytes is UTF-8 beyond ASCII, and how much is broken.
private struct UTF8Survey {
    private(set) var characters = 0
    private(set) var broken = 0
    private(set) var firstBroken: Int?

    init(_ bytes: [UInt8]) {
        var index = 0
        while index < bytes.count {
            if bytes[index] < 0x80 {
                index += 1
                continue
            }
            let (scalar, length) = UTF8Decoding.scalar(in: bytes, at: index, end: bytes.count)
            if scalar == "\u{FFFD}", length == 1 {
                broken += 1
                firstBroken = firstBroken ?? index
            } else {
                characters += 1
            }
            index += length
        }
    }

    /// The text with U+FFFD for each broken byte.
    func mended(_ bytes: [UInt8]) -> (text: [UInt8], map: OffsetMap) {
        var text: [UInt8] = []
        var map = OffsetMap()
        var index = 0
        var start = 0
        func isBroken() -> Bool {
            guard bytes[index] >= 0x80 else { return false }
            let (scalar, length) = UTF8Decoding.scalar(in: bytes, at: index, end: bytes.count)
            if scalar == "\u{FFFD}", length == 1 { return true }
            index += length - 1
            return false
        }
        while index < bytes.count {
            if isBroken() {
                text += bytes[start..<index]
                map.append(index - start, at: start)
                text += Array("\u{FFFD}".utf8)
                map.append(1, each: 3, at: index)
                start = index + 1
            }
            index += 1
        }
        text += bytes[start...]
        map.append(bytes.count - start, at: start)
        return (text, map)
    }
}

/// UTF-16, of either byte order.
private enum UTF16Decoding {
    /// The byte order of what is no text in single bytes, because it has zeros or control characters, and is one in pairs of them: of the
    /// orders in which no pair is a control character or stands for nothing, the one in which more are letters, blanks and marks that
    /// everybody uses.
    static func byteOrder(of bytes: [UInt8]) -> TextEncoding? {
        let head = bytes.prefix(4096)
        guard head.count >= 4, head.count % 2 == 0 || bytes.count > 4096, head.contains(where: \.isControl) else {
            return nil
        }
        let pairs = stride(from: 0, to: head.count - 1, by: 2).lazy.map { (head[$0], head[$0 + 1]) }
        let little = commonUnits(pairs.map { UInt16($1) << 8 | UInt16($0) })
        let big = commonUnits(pairs.map { UInt16($0) << 8 | UInt16($1) })
        guard let most = [little, big].compactMap(\.self).max(), most * 50 >= head.count / 2 else { return nil }
        return most == little ? .utf16LittleEndian : .utf16BigEndian
    }

    /// How many units are ASCII or marks of East Asia; nil where hardly a text has such units.
    private static func commonUnits(_ units: some Sequence<UInt16>) -> Int? {
        var (all, common, strange) = (0, 0, 0)
        for unit in units {
            all += 1
            switch unit {
            case 0x09, 0x0A, 0x0D, 0x20..<0x7F, 0x3000...0x3002, 0xFF0C: common += 1
            case 0..<0x20, 0x7F..<0xA0, 0xE000..<0xF900, 0xFFF0...0xFFFF: strange += 1
            default: break
            }
        }
        return strange * 100 <= all ? common : nil
    }

    static func decode(_ bytes: [UInt8], from start: Int, isBigEndian: Bool) -> ([UInt8], OffsetMap) {
        var text: [UInt8] = []
        var map = OffsetMap()
        var index = start
        func unit(at index: Int) -> UInt32? {
            guard index + 1 < bytes.count else { return nil }
            let (first, second) = (UInt32(bytes[index]), UInt32(bytes[index + 1]))
            return isBigEndian ? first << 8 | second : second << 8 | first
        }
        while index < bytes.count {
            var width = min(2, bytes.count - index)
            var scalar = unit(at: index).flatMap { Unicode.Scalar($0) }
            if let high = unit(at: index), (0xD800..<0xDC00).contains(high), let low = unit(at: index + 2),
                (0xDC00..<0xE000).contains(low)
            {
                scalar = Unicode.Scalar(0x10000 + (high - 0xD800) << 10 + (low - 0xDC00))
                width = 4
            }
            let letter = Array(String(scalar ?? "\u{FFFD}").utf8)
            text += letter
            map.append(1, each: letter.count, at: index, eachThere: width)
            index += width
        }
        return (text, map)
    }
}

/// The code page of western Windows.
private enum Windows1252 {
    /// What 0x80...0x9F stand for; all else is Latin-1.
    private static let upper = Array(
        "€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8D}Ž\u{8F}\u{90}‘’“”•–—˜™š›œ\u{9D}žŸ".unicodeScalars)

    static func decode(_ bytes: [UInt8]) -> ([UInt8], OffsetMap) {
        var text: [UInt8] = []
        text.reserveCapacity(bytes.count + bytes.count / 16)
        var map = OffsetMap()
        for (index, byte) in bytes.enumerated() {
            if byte < 0x80 {
                text.append(byte)
                map.append(1, at: index)
            } else {
                let scalar = byte < 0xA0 ? upper[Int(byte) - 0x80] : Unicode.Scalar(byte)
                let letter = UTF8.encode(scalar).map(Array.init) ?? []
                text += letter
                map.append(1, each: letter.count, at: index)
            }
        }
        return (text, map)
    }
}

extension UInt8 {
    /// Whether it is a control character that no text has: no blank, no line end, and no `ESC`, with which some character sets switch.
    var isControl: Bool { self < 0x09 || (0x0E..<0x20).contains(self) && self != 0x1B }
}
