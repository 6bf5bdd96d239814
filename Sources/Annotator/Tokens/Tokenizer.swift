import Text

/// Cuts paragraphs into tokens.
///
/// A possessive `'s` is a token of its own, so are sentence dots; dots inside acronyms (`U.S.`) and hyphens inside words
/// (`cease-fire`) are not.
struct Tokenizer {
    private let bytes: [UInt8]
    private let paragraph: Int
    private let end: Int
    private var index: Int
    private var tokens: [Token] = []
    private let start: Int

    /// The tokens of the bytes in `range`.
    static func tokens(of bytes: [UInt8], in range: ByteRange, paragraph: Int) -> [Token] {
        var tokenizer = Tokenizer(bytes: bytes, range: range, paragraph: paragraph)
        return tokenizer.run()
    }

    private init(bytes: [UInt8], range: ByteRange, paragraph: Int) {
        self.bytes = bytes
        self.paragraph = paragraph
        start = range.lower
        index = range.lower
        end = range.upper
    }

    private mutating func run() -> [Token] {
        while index < end {
            let byte = bytes[index]
            if byte <= 0x20 {
                index += 1
                continue
            }
            if Tokenizer.isASCIILetter(byte) {
                scanWord()
                continue
            }
            let (scalar, length) = UTF8Decoding.scalar(in: bytes, at: index, end: end)
            if scalar.properties.isWhitespace {
                index += length
            } else if Tokenizer.isDigit(scalar) {
                scanNumber()
            } else if scalar.properties.isAlphabetic {
                scanWord()
            } else {
                scanMark(scalar, length)
            }
        }
        return tokens
    }

    private mutating func append(_ lower: String, _ kind: Token.Kind, from lowerBound: Int) {
        tokens.append(
            Token(
                range: ByteRange(lowerBound, index), lower: lower, kind: kind,
                classes: kind == .punctuation ? [] : WordClasses.of(lower), paragraph: paragraph,
                isSpacedBefore: lowerBound == start || isSpace(before: lowerBound),
                isSpacedAfter: index >= end || isSpace(at: index)))
    }

    private mutating func scanNumber() {
        let first = index
        while index < end {
            let (scalar, length) = scalarHere()
            let isInner =
                (scalar == "," || scalar == "." || scalar == ":") && index + 1 < end && isDigit(at: index + 1)
            guard Tokenizer.isDigit(scalar) || isInner || scalar.properties.isAlphabetic || isHyphenInside(scalar)
            else {
                break
            }
            index += length
        }
        append(bytes.text(ByteRange(first, index)).lowercased(), .number, from: first)
    }

    private mutating func scanWord() {
        let first = index
        var lower: [UInt8] = []
        var letters = 0
        var capitals = 0
        var hasLowerCase = false
        while index < end {
            // Most letters are of ASCII, and need no look into the tables of Unicode.
            if Tokenizer.isASCIILetter(bytes[index]) {
                letters += 1
                if bytes[index] & 0x20 == 0 { capitals += 1 } else { hasLowerCase = true }
                lower.append(bytes[index] | 0x20)
                index += 1
                continue
            }
            let (scalar, length) = scalarHere()
            if scalar.properties.isAlphabetic || Tokenizer.isDigit(scalar) || scalar.properties.isDiacritic {
                letters += 1
                if scalar.properties.isUppercase { capitals += 1 } else { hasLowerCase = true }
                lower += scalar.properties.lowercaseMapping.utf8
                index += length
            } else if Tokenizer.isApostrophe(scalar), isLetter(at: index + length) {
                if isPossessive(after: index + length) { break }
                lower.append(UInt8(ascii: "'"))
                index += length
            } else if isHyphenInside(scalar) {
                lower.append(UInt8(ascii: "-"))
                index += length
            } else if scalar == ".", isAcronymDot(first) {
                lower.append(UInt8(ascii: "."))
                index += 1
            } else {
                break
            }
        }
        let word = String(decoding: lower, as: UTF8.self)
        if isTitleDot(after: word) { index += 1 }
        let startsWithCapital =
            bytes[first] < 0x80
            ? bytes[first] & 0x20 == 0
            : UTF8Decoding.scalar(in: bytes, at: first, end: end).scalar.properties.isUppercase
        let isAcronym = capitals >= 2 && (!hasLowerCase || capitals * 2 > letters)
        append(word, isAcronym ? .acronym : startsWithCapital ? .capitalized : .word, from: first)
        if index < end, Tokenizer.isApostrophe(scalarHere().scalar), isPossessive(after: index + scalarHere().length) {
            let apostrophe = index
            index += scalarHere().length + 1
            append("'s", .word, from: apostrophe)
        }
    }

    private mutating func scanMark(_ scalar: Unicode.Scalar, _ length: Int) {
        let first = index
        index += length
        switch scalar {
        case "\"": append("\"", .eitherMark, from: first)
        case "“", "„", "«", "‟": append(String(scalar), .openingMark, from: first)
        case "”", "»": append(String(scalar), .closingMark, from: first)
        case "'", "’", "‘", "`", "‚", "‹", "›":
            if let pair = doubled(scalar) {
                append(pair == .openingMark ? "``" : "''", pair, from: first)
            } else {
                append(scalar == "‘" || scalar == "`" ? "‘" : scalar == "’" ? "’" : "'", .singleMark, from: first)
            }
        case "-" where index < end && bytes[index] == UInt8(ascii: "-"):
            while index < end, bytes[index] == UInt8(ascii: "-") { index += 1 }
            append("--", .punctuation, from: first)
        case "." where index + 1 < end && bytes[index] == UInt8(ascii: ".") && bytes[index + 1] == UInt8(ascii: "."):
            while index < end, bytes[index] == UInt8(ascii: ".") { index += 1 }
            append("…", .punctuation, from: first)
        case "–", "—", "―": append("--", .punctuation, from: first)
        default: append(String(scalar), .punctuation, from: first)
        }
    }

    /// `''` and double backquotes stand for double marks; steps over the second half.
    private mutating func doubled(_ scalar: Unicode.Scalar) -> Token.Kind? {
        guard index < end, scalar == "'" || scalar == "`" || scalar == "’" || scalar == "‘" else { return nil }
        let (next, length) = scalarHere()
        guard next == scalar else { return nil }
        index += length
        return scalar == "'" ? .eitherMark : scalar == "’" ? .closingMark : .openingMark
    }
}

extension Tokenizer {
    private func scalarHere() -> (scalar: Unicode.Scalar, length: Int) {
        UTF8Decoding.scalar(in: bytes, at: index, end: end)
    }

    private static func isASCIILetter(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
    }

    private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }

    private static func isApostrophe(_ scalar: Unicode.Scalar) -> Bool {
        scalar == "'" || scalar == "’" || scalar == "\u{02BC}"
    }

    private func isDigit(at offset: Int) -> Bool {
        offset < end && (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(bytes[offset])
    }

    private func isLetter(at offset: Int) -> Bool {
        guard offset < end else { return false }
        return bytes[offset] < 0x80
            ? Tokenizer.isASCIILetter(bytes[offset])
            : UTF8Decoding.scalar(in: bytes, at: offset, end: end).scalar.properties.isAlphabetic
    }

    private func isSpace(at offset: Int) -> Bool {
        bytes[offset] < 0x80
            ? bytes[offset] == 0x20 || (0x09...0x0D).contains(bytes[offset])
            : UTF8Decoding.scalar(in: bytes, at: offset, end: end).scalar.properties.isWhitespace
    }

    private func isSpace(before offset: Int) -> Bool {
        var lower = offset - 1
        while lower > start, bytes[lower] & 0xC0 == 0x80 { lower -= 1 }
        return lower >= start && isSpace(at: lower)
    }

    /// Whether the word ends with the `s` at `offset`, which follows an apostrophe.
    private func isPossessive(after offset: Int) -> Bool {
        offset < end && bytes[offset] | 0x20 == UInt8(ascii: "s") && !isLetter(at: offset + 1)
            && !isDigit(at: offset + 1)
    }

    private func isHyphenInside(_ scalar: Unicode.Scalar) -> Bool {
        guard scalar == "-" || scalar == "\u{2010}" || scalar == "\u{2011}" else { return false }
        let next = index + scalar.utf8.count
        return isLetter(at: next) || isDigit(at: next)
    }

    /// Forms of address that are written with a dot, which belongs to them.
    private static let titles: Set<String> = [
        "mr", "mrs", "ms", "dr", "prof", "sen", "sens", "rep", "reps", "gov", "gen", "lt", "col", "maj", "capt", "sgt",
        "rev", "st", "hon",
        "jr", "sr",
    ]

    /// Whether the dot at `index` belongs to the title before it.
    private func isTitleDot(after word: String) -> Bool {
        index < end && bytes[index] == UInt8(ascii: ".") && Tokenizer.titles.contains(word)
    }

    /// Whether the dot at `index` belongs to a word of single letters: `U.S.`, `J.` before a name.
    private func isAcronymDot(_ first: Int) -> Bool {
        let isSingle = index == first + 1 || (index >= 2 && bytes[index - 2] == UInt8(ascii: "."))
        guard isSingle, isLetter(at: index - 1) else { return false }
        if isLetter(at: index + 1) { return index + 2 >= end || !isLetter(at: index + 2) }
        return index > first + 1 || (65...90).contains(bytes[index - 1])
    }
}

extension Unicode.Scalar {
    fileprivate var utf8: String.UTF8View { String(self).utf8 }
}
