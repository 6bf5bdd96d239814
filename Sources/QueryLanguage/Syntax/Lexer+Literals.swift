import Text

extension Lexer {
    /// A string up to one of its closers, or to the end of the line, which leaves it unclosed.
    mutating func scanString(closers: [Unicode.Scalar], length: Int) -> Token.Kind {
        index += length
        while !isLineEnd(index) {
            if bytes[index] == UInt8(ascii: "\\"), byte(1) == UInt8(ascii: "\"") || byte(1) == UInt8(ascii: "\\") {
                index += 2
                continue
            }
            let (scalar, length) = UTF8Decoding.scalar(in: bytes, at: index, end: bytes.count)
            index += length
            if closers.contains(scalar) { return .string }
        }
        while byte(-1) == 0x20 || byte(-1) == 0x09 { index -= 1 }
        return .unclosedString
    }

    /// `'…'`, which other languages read as a string; a lone apostrophe is unknown.
    mutating func scanForeignString(closer: Unicode.Scalar, length: Int) -> Token.Kind {
        var position = index + length
        while !isLineEnd(position) {
            let (scalar, width) = UTF8Decoding.scalar(in: bytes, at: position, end: bytes.count)
            position += width
            if scalar == closer, !isLetterOrDigit(position) {
                index = position
                return .foreignString
            }
        }
        index += length
        return .unknown
    }

    /// `/…/i`; `//` at the start of a line is a comment of other languages.
    mutating func scanSlash() -> Token.Kind {
        if byte(1) == UInt8(ascii: "/") { return scanLine(as: .foreignComment) }
        if isLetterOrDigit(index - 1) {
            index += 1
            return .unknown
        }
        index += 1
        while !isLineEnd(index) {
            if bytes[index] == UInt8(ascii: "\\"), !isLineEnd(index + 1) {
                index += 2
            } else if bytes[index] == UInt8(ascii: "/") {
                index += 1
                while Lexer.isLetter(byte(0)) { index += 1 }
                return .regex
            } else {
                index += 1
            }
        }
        return .unclosedRegex
    }

    /// `5`, `0.9`, `13th`, `2014-01-13`, `03/04/2014`; digits with letters are a word.
    mutating func scanNumber() -> Token.Kind {
        let start = index
        skipDigits()
        let digits = index - start
        if digits == 4, byte(0) == UInt8(ascii: "-"), Lexer.isDigit(byte(1)) {
            index += 1
            skipDigits()
            if byte(0) == UInt8(ascii: "-"), Lexer.isDigit(byte(1)) {
                index += 1
                skipDigits()
            }
            return .date
        }
        for separator in [UInt8(ascii: "/"), UInt8(ascii: ".")] where byte(0) == separator && digits <= 4 {
            if let end = slashDateEnd(separator) {
                index = end
                return .slashDate
            }
        }
        if byte(0) == UInt8(ascii: "."), Lexer.isDigit(byte(1)) {
            index += 1
            skipDigits()
        }
        for ending in ["st", "nd", "rd", "th"] where endsWord(ending) {
            index += 2
            return .number
        }
        return isLetterOrDigit(index) ? scanWord() : .number
    }

    /// The end of `/04/2014` at the current place; nil where there is no second and third number.
    private func slashDateEnd(_ separator: UInt8) -> Int? {
        var position = index
        for _ in 0..<2 {
            guard position < bytes.count, bytes[position] == separator else { return nil }
            let first = position + 1
            position = first
            while position < bytes.count, Lexer.isDigit(bytes[position]), position - first < 4 { position += 1 }
            if position == first { return nil }
        }
        return position
    }

    private func endsWord(_ ending: String) -> Bool {
        bytes[min(index, bytes.count)...].starts(with: ending.utf8) && !isLetterOrDigit(index + 2)
    }
}

// MARK: - Words

extension Lexer {
    /// Letters, marks and digits, with apostrophes, hyphens and dots between them; `near/5` and `q:7f3a` are one token.
    mutating func scanWord() -> Token.Kind {
        let start = index
        var dots = 0
        while index < bytes.count {
            let byte = bytes[index]
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"):
                index += 1
            case UInt8(ascii: "'"):
                guard isLetterOrDigit(index + 1) || isPluralPossessive(index + 1) else { return finish(start) }
                index += 1
            case UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "&"):
                guard index > start, isLetterOrDigit(index + 1) else { return finish(start) }
                index += 1
            case UInt8(ascii: "."):
                guard index > start, isLetterOrDigit(index + 1) || dots > 0 || !endsStatement(index + 1) else {
                    return finish(start)
                }
                if byte == self.byte(1) { return finish(start) }
                dots += 1
                index += 1
            case 0x80...:
                let (scalar, length) = UTF8Decoding.scalar(in: bytes, at: index, end: bytes.count)
                let isMark = scalar.properties.generalCategory == .nonspacingMark
                let isJoint = ["\u{2019}", "\u{2BC}", "\u{2010}", "\u{2011}"].contains(scalar)
                guard scalar.properties.isAlphabetic || isMark || isJoint && isLetterOrDigit(index + length) else {
                    return finish(start)
                }
                index += length
            default:
                return finish(start)
            }
        }
        return finish(start)
    }

    private mutating func finish(_ start: Int) -> Token.Kind {
        let word = bytes[start..<index]
        let isNear = word.elementsEqual("near".utf8) || word.elementsEqual("NEAR".utf8)
        if isNear, byte(0) == UInt8(ascii: "/"), Lexer.isDigit(byte(1)) {
            index += 1
            skipDigits()
            return .near
        }
        if byte(0) == UInt8(ascii: ":"), word.elementsEqual("q".utf8), isLetterOrDigit(index + 1) {
            index += 1
            while Lexer.isDigit(byte(0)) || Lexer.isLetter(byte(0)) { index += 1 }
            return .reference
        }
        return .word
    }

    /// Whether a letter or a digit starts at `position`, or ends there where it is before the current place.
    func isLetterOrDigit(_ position: Int) -> Bool {
        guard bytes.indices.contains(position) else { return false }
        let byte = bytes[position]
        if byte < 0x80 { return Lexer.isLetter(byte) || Lexer.isDigit(byte) }
        return UTF8Decoding.scalar(in: bytes, at: position, end: bytes.count).scalar.properties.isAlphabetic
    }

    /// `Workers' Party`: an apostrophe after `s` and before a blank and a letter.
    private func isPluralPossessive(_ position: Int) -> Bool {
        byte(-1) | 0x20 == UInt8(ascii: "s") && position < bytes.count && bytes[position] == 0x20
            && isLetterOrDigit(position + 1)
    }

    /// Whether nothing but blanks follows in the line: a dot there ends a sentence, and is no part of the word.
    private func endsStatement(_ position: Int) -> Bool {
        var position = position
        while position < bytes.count, bytes[position] == 0x20 || bytes[position] == 0x09 { position += 1 }
        return isLineEnd(position) || bytes[position] == UInt8(ascii: ";")
    }
}
