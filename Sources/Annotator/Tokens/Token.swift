package import Text

/// A word, a number or a mark of one paragraph.
package struct Token {
    /// Its bytes in the source.
    package let range: ByteRange
    /// Its letters in lower case, with apostrophes straight; a mark as it is printed.
    package let lower: String
    package let kind: Kind
    /// The closed classes of its letters.
    let classes: WordClasses
    /// The index of its paragraph among those that are searched.
    package let paragraph: Int
    /// Whether white space, or the start of the paragraph, stands before it.
    package let isSpacedBefore: Bool
    /// Whether white space, or the end of the paragraph, stands after it.
    package let isSpacedAfter: Bool

    /// The sorts of tokens.
    package enum Kind {
        /// A word in lower case.
        case word
        /// A word whose first letter is a capital.
        case capitalized
        /// A word of two or more letters, all capital: `AFP`, `U.S.`.
        case acronym
        case number
        case punctuation
        /// A quotation mark that can only open, only close, or do either.
        case openingMark, closingMark, eitherMark
        /// A single quotation mark or an apostrophe at the edge of a word.
        case singleMark
    }

    /// Whether it is written with a capital letter.
    var isCapitalized: Bool { kind == .capitalized || kind == .acronym }
    /// Whether it has letters.
    package var isWord: Bool { kind == .word || isCapitalized }
    /// Whether it is a double quotation mark, or stands for one.
    var isMark: Bool { kind == .openingMark || kind == .closingMark || kind == .eitherMark }
}
