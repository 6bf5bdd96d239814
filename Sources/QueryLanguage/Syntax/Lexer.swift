import Text

/// Cuts bytes into tokens, without gaps and in linear time; any bytes will do.
///
///     Lexer.tokens(in: Array("who said".utf8)).map(\.kind)   // [.word, .whitespace, .word]
package struct Lexer {
    let bytes: [UInt8]
    var index = 0
    /// Whether only blanks stand before `index` in its line.
    private var isAtLineStart = true

    private init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// The tokens of a text, which lie end to end.
    package static func tokens(in bytes: [UInt8]) -> [Token] {
        var lexer = Lexer(bytes)
        var tokens: [Token] = []
        tokens.reserveCapacity(bytes.count / 4)
        while lexer.index < bytes.count {
            let start = lexer.index
            let kind = lexer.scan()
            lexer.index = max(lexer.index, start + 1)
            if kind == .newline {
                lexer.isAtLineStart = true
            } else if kind != .whitespace {
                lexer.isAtLineStart = false
            }
            tokens.append(Token(kind: kind, range: ByteRange(start, lexer.index)))
        }
        return tokens
    }

    private mutating func scan() -> Token.Kind {
        let current = bytes[index]
        switch current {
        case UInt8(ascii: " "), 0x09, 0x0B, 0x0C: return scanWhitespace()
        case 0x0A, 0x0D: return scanNewline()
        case UInt8(ascii: "\""): return scanString(closers: ["\""], length: 1)
        case UInt8(ascii: "'"): return scanForeignString(closer: "'", length: 1)
        case UInt8(ascii: "0")...UInt8(ascii: "9"): return scanNumber()
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): return scanWord()
        case UInt8(ascii: "/"): return scanSlash()
        case UInt8(ascii: "-") where byte(1) == current && startsComment: return scanLine(as: .comment)
        case UInt8(ascii: "#"): return scanHash()
        case UInt8(ascii: "$"): return scanVariable()
        case UInt8(ascii: ".") where isAtLineStart && Lexer.isLetter(byte(1)): return scanLine(as: .dotCommand)
        case 0x80...: return scanNonAscii()
        default: return scanPunctuation(current)
        }
    }

    /// The byte `distance` after the current one; 0 past the end.
    func byte(_ distance: Int) -> UInt8 {
        index + distance < bytes.count && index + distance >= 0 ? bytes[index + distance] : 0
    }

    /// After `;` too: the formatter puts a blank there, and what is no comment must not become one.
    private var startsComment: Bool { isAtLineStart || [0x20, 0x09, 0xA0, UInt8(ascii: ";")].contains(byte(-1)) }

    private mutating func take(_ count: Int, _ kind: Token.Kind) -> Token.Kind {
        index += count
        return kind
    }

    private mutating func scanPunctuation(_ byte: UInt8) -> Token.Kind {
        let next = self.byte(1)
        switch (byte, next) {
        case (UInt8(ascii: "("), _): return take(1, .openParenthesis)
        case (UInt8(ascii: ")"), _): return take(1, .closeParenthesis)
        case (UInt8(ascii: ","), _): return take(1, .comma)
        case (UInt8(ascii: ";"), _): return take(1, .semicolon)
        case (UInt8(ascii: "?"), _): return take(1, .questionMark)
        case (UInt8(ascii: "."), _): return take(1, .fullStop)
        case (UInt8(ascii: "_"), _): return take(1, .underscore)
        case (UInt8(ascii: "!"), UInt8(ascii: "=")): return take(2, .notEqual)
        case (UInt8(ascii: "<"), UInt8(ascii: "=")): return take(2, .atMost)
        case (UInt8(ascii: ">"), UInt8(ascii: "=")): return take(2, .atLeast)
        case (UInt8(ascii: "="), UInt8(ascii: "=")), (UInt8(ascii: "="), UInt8(ascii: "~")),
            (UInt8(ascii: "<"), UInt8(ascii: ">")), (UInt8(ascii: "&"), UInt8(ascii: "&")),
            (UInt8(ascii: "|"), UInt8(ascii: "|")):
            return take(2, .foreignOperator)
        case (UInt8(ascii: "="), _): return take(1, .equal)
        case (UInt8(ascii: "<"), _): return take(1, .less)
        case (UInt8(ascii: ">"), _): return take(1, .greater)
        case (UInt8(ascii: "!"), _), (UInt8(ascii: "|"), _), (UInt8(ascii: ":"), _), (UInt8(ascii: "~"), _):
            return take(1, .foreignOperator)
        case (UInt8(ascii: "&"), _): return take(1, .word)
        default: return take(1, .unknown)
        }
    }

    private mutating func scanWhitespace() -> Token.Kind {
        while index < bytes.count {
            switch bytes[index] {
            case 0x20, 0x09, 0x0B, 0x0C: index += 1
            default: return .whitespace
            }
        }
        return .whitespace
    }

    private mutating func scanNewline() -> Token.Kind {
        index += bytes[index] == 0x0D && byte(1) == 0x0A ? 2 : 1
        return .newline
    }

    /// Everything up to the end of the line.
    mutating func scanLine(as kind: Token.Kind) -> Token.Kind {
        while index < bytes.count, !isLineEnd(index) { index += 1 }
        return kind
    }

    func isLineEnd(_ position: Int) -> Bool {
        position >= bytes.count || bytes[position] == 0x0A || bytes[position] == 0x0D
    }

    private mutating func scanHash() -> Token.Kind {
        if index == 0, byte(1) == UInt8(ascii: "!") { return scanLine(as: .shebang) }
        guard Lexer.isDigit(byte(1)) else {
            return isAtLineStart ? scanLine(as: .foreignComment) : take(1, .unknown)
        }
        index += 1
        skipDigits()
        if bytes.indices.contains(index), bytes[index] == UInt8(ascii: "."), Lexer.isDigit(byte(1)) {
            index += 1
            skipDigits()
        }
        return .reference
    }

    private mutating func scanVariable() -> Token.Kind {
        index += 1
        guard Lexer.isLetter(byte(0)) else { return .unknown }
        while Lexer.isLetter(byte(0)) || Lexer.isDigit(byte(0)) || byte(0) == UInt8(ascii: "_")
            || byte(0) == UInt8(ascii: "-") && Lexer.isLetter(byte(1))
        {
            index += 1
        }
        return .variable
    }

    private mutating func scanNonAscii() -> Token.Kind {
        let (scalar, length) = UTF8Decoding.scalar(in: bytes, at: index, end: bytes.count)
        switch scalar {
        case "\u{201C}": return scanString(closers: ["\u{201D}", "\u{201C}", "\""], length: length)
        case "\u{201D}", "\u{201E}", "\u{201F}":
            return scanString(closers: ["\u{201C}", "\u{201D}", "\""], length: length)
        case "\u{AB}": return scanString(closers: ["\u{BB}"], length: length)
        case "\u{2018}": return scanForeignString(closer: "\u{2019}", length: length)
        case "\u{FEFF}", "\u{200B}": return take(length, .whitespace)
        case "\u{85}", "\u{2028}", "\u{2029}": return take(length, .whitespace)
        default:
            if scalar.properties.isWhitespace { return take(length, .whitespace) }
            return scalar.properties.isAlphabetic ? scanWord() : take(length, .unknown)
        }
    }
}

extension Lexer {
    /// Whether a byte is an ASCII letter.
    static func isLetter(_ byte: UInt8) -> Bool { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20) }

    /// Whether a byte is an ASCII digit.
    static func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }

    mutating func skipDigits() {
        while Lexer.isDigit(byte(0)) { index += 1 }
    }
}
