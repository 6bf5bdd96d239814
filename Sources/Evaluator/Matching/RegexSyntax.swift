/// A regular expression as it was written, parsed: `a|b`, `x{2,3}`, `[^0-9]`.
indirect enum RegexSyntax: Hashable, Sendable {
    case empty
    case scalar(ScalarSet)
    case lineStart, lineEnd
    case wordBoundary(isNegated: Bool)
    case sequence([RegexSyntax])
    case alternatives([RegexSyntax])
    /// At least `lower` and at most `upper` times (nil: without limit), as many as possible where it is greedy.
    case repeated(RegexSyntax, lower: Int, upper: Int?, isGreedy: Bool)
}

/// Which code points one step of a regular expression takes.
struct ScalarSet: Hashable, Sendable {
    var ranges: [ClosedRange<UInt32>] = []
    var classes: [Class] = []
    var isNegated = false

    /// The named sets `\d`, `\w` and `\s`, and their opposites.
    enum Class: Hashable, Sendable {
        case digit(Bool), word(Bool), space(Bool)

        func contains(_ scalar: Unicode.Scalar) -> Bool {
            switch self {
            case .digit(let isIn): (scalar.properties.numericType == .decimal) == isIn
            case .word(let isIn): scalar.isWordPart == isIn
            case .space(let isIn): scalar.properties.isWhitespace == isIn
            }
        }
    }

    /// One code point.
    static func one(_ scalar: Unicode.Scalar) -> ScalarSet { ScalarSet(ranges: [scalar.value...scalar.value]) }
    /// All but line ends.
    static let any = ScalarSet(ranges: [10...10, 13...13], isNegated: true)

    /// Whether the set holds `scalar`, or another case of it where `ignoringCase`.
    func contains(_ scalar: Unicode.Scalar, ignoringCase: Bool) -> Bool {
        var isIn = holds(scalar)
        if !isIn, ignoringCase {
            isIn =
                scalar.single(\.lowercaseMapping).map(holds) ?? false
                || scalar.single(\.uppercaseMapping).map(holds) ?? false
        }
        return isIn != isNegated
    }

    private func holds(_ scalar: Unicode.Scalar) -> Bool {
        ranges.contains { $0.contains(scalar.value) } || classes.contains { $0.contains(scalar) }
    }
}

extension Unicode.Scalar {
    /// Whether it is a letter, a mark, a digit or `_`.
    var isWordPart: Bool {
        properties.isAlphabetic || properties.numericType == .decimal || self == "_"
            || properties.generalCategory == .nonspacingMark
    }

    fileprivate func single(_ mapping: KeyPath<Unicode.Scalar.Properties, String>) -> Unicode.Scalar? {
        let scalars = properties[keyPath: mapping].unicodeScalars
        return scalars.count == 1 ? scalars.first : nil
    }
}

/// What is wrong with a regular expression; the words are in `RegexError+Message.swift`.
enum RegexError: Error, Hashable, Sendable {
    case unclosed(Character)
    case nothingToRepeat(Character)
    case badEscape(String)
    case badRange(String)
    case unexpected(Character)
    case tooDeep(limit: Int)
    case tooLarge(limit: Int)
}
