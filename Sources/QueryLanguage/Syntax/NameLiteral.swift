import Text

/// A name as it is written in a question: bare where it is read back as one name, else in quotation marks.
///
///     nameLiteral("John Kerry")     // John Kerry
///     nameLiteral("US diplomats")   // "US diplomats"
package func nameLiteral(_ name: String) -> String {
    let bytes = Array(name.utf8)
    let tokens = Lexer.tokens(in: bytes)
    let lexemes = SyntaxTree(bytes: bytes, tokens: tokens).lexemes(tokens.indices)
    let isBare =
        !lexemes.isEmpty && Parser(lexemes).bareNameLength() == lexemes.count && DateReading(lexemes[...]) == nil
        && lexemes.map(\.text).joined(separator: " ") == name
        && !lexemes.contains { Catalogue.clauseKeywords.contains($0.keyword) && $0.isCapitalised }
        && !lexemes.contains { SpokenVerb.isForm($0.keyword) }
    return isBare ? name : quotation(name)
}
