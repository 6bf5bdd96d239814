import SpeechVerbs

/// What features say about each token of a text: numbers that stand for its letters.
package struct TokenKeys {
    /// For each token, the number of its lower-case form.
    let words: [UInt64]
    /// For each token, the number of its last three letters.
    let endings: [UInt64]
    /// For each token, how it is written.
    let shapes: [UInt64]

    /// The numbers of some tokens.
    package init(_ tokens: [Token]) {
        var words: [UInt64] = []
        var endings: [UInt64] = []
        var shapes: [UInt64] = []
        words.reserveCapacity(tokens.count)
        for token in tokens {
            let letters = token.lower.utf8
            words.append(token.kind == .number ? UInt64(1000 + letters.count) : FeatureHash.key(letters))
            endings.append(FeatureHash.key(letters.suffix(3)))
            let hasHyphen: UInt64 = letters.contains(UInt8(ascii: "-")) ? 1 : 0
            shapes.append(token.kind.code << 1 | hasHyphen)
        }
        self.words = words
        self.endings = endings
        self.shapes = shapes
    }
}

extension Token.Kind {
    /// A number for each kind; the three sorts of marks count as one.
    var code: UInt64 {
        switch self {
        case .word: 0
        case .capitalized: 1
        case .acronym: 2
        case .number: 3
        case .punctuation: 4
        case .openingMark, .closingMark, .eitherMark: 5
        case .singleMark: 6
        }
    }
}
