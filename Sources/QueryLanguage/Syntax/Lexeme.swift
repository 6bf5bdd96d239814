import Text

/// A token as the parser reads it: with its text, and as a keyword where it can be one.
struct Lexeme {
    /// The index among all tokens.
    let index: Int
    let kind: Token.Kind
    let range: ByteRange
    let text: String
    /// The word in lower case where it is written in lower case or ALL CAPS; empty for everything else.
    let keyword: String

    init(index: Int, token: Token, bytes: [UInt8]) {
        self.index = index
        kind = token.kind
        range = token.range
        text = String(decoding: bytes[token.range.indices], as: UTF8.self)
        keyword = token.kind == .word ? Lexeme.keyword(bytes[token.range.indices], text) : ""
    }

    private static func keyword(_ bytes: ArraySlice<UInt8>, _ text: String) -> String {
        var lower = false
        var upper = false
        for byte in bytes {
            if byte >= 0x80 { return "" }
            if Lexer.isLetter(byte) {
                if byte & 0x20 == 0 { upper = true } else { lower = true }
            }
        }
        if lower == upper { return "" }
        return upper ? text.lowercased() : text
    }

    /// Whether it is a word that begins like a name: not in lower case.
    var isCapitalised: Bool {
        guard kind == .word, let first = text.unicodeScalars.first else { return false }
        if !first.properties.isLowercase { return first != "&" }
        // al-Nusrah, d'Estaing: a short particle that is joined to a capital.
        let parts = text.split(whereSeparator: { $0 == "-" || $0 == "'" || $0 == "’" })
        return parts.count > 1 && parts[0].count <= 2
            && parts[1].unicodeScalars.first?.properties.isUppercase == true
    }

    /// Whether it is written without a capital letter at its start.
    var isLowerCase: Bool { text.unicodeScalars.first?.properties.isLowercase == true }

    /// The characters between the quotation marks, with `\"` and `\\` undone.
    var stringContent: String {
        guard kind == .string || kind == .unclosedString || kind == .foreignString else { return text }
        var content = text.unicodeScalars.dropFirst()
        if kind != .unclosedString { content = content.dropLast() }
        guard content.contains("\\") else { return String(String.UnicodeScalarView(content)) }
        var result = String.UnicodeScalarView()
        var escaped = false
        for scalar in content {
            if escaped {
                if scalar != "\"" && scalar != "\\" { result.append("\\") }
                result.append(scalar)
                escaped = false
            } else if scalar == "\\" {
                escaped = true
            } else {
                result.append(scalar)
            }
        }
        if escaped { result.append("\\") }
        return String(result)
    }
}
