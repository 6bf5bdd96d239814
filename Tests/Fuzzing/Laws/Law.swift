/// The rooms that any bytes may enter, each with the laws that hold there; fuzzer and tests run over this one table.
package enum Law: String, CaseIterable, Sendable {
    /// Any bytes are read as a script.
    case script
    /// What the formatter writes means the same.
    case formatter
    /// What is read is answered, the same way each time, and its answer can be printed.
    case evaluator
    /// An editor can ask about any place of any text.
    case service
    /// The bytes choose a script of the grammar, which is read without an error, formatted and answered.
    case grammar
    /// Any bytes are the value of a name, and remain one value.
    case binding
    /// Any bytes are read as an article, and annotated.
    case article

    /// Holds the laws of the room to `bytes`.
    /// - Throws: the first `Breach`.
    package func check(_ bytes: [UInt8]) throws {
        let text = String(decoding: bytes, as: UTF8.self)
        switch self {
        case .script:
            try ScriptLaws.check(tokensOf: bytes)
            try ScriptLaws.check(text)
        case .formatter: try FormatterLaws.check(text)
        case .evaluator: try EvaluatorLaws.check(text)
        case .service: try ServiceLaws.check(text)
        case .grammar: try GrammarLaws.check(ScriptWriter.script(by: Dice(bytes)))
        case .binding: try BindingLaws.check(text)
        case .article: try ArticleLaws.check(bytes)
        }
    }
}
