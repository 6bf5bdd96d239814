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

extension RegexSyntax {
    /// The stretches of characters, in UTF-8, that are in every text with a match: of `al-?Nusrah?`, `al` and `Nusra`.
    var literals: [[UInt8]] {
        var found: [[UInt8]] = []
        var open: [UInt8] = []
        func close() {
            if !open.isEmpty { found.append(open) }
            open = []
        }
        func read(_ syntax: RegexSyntax) {
            switch syntax {
            case .empty, .lineStart, .lineEnd, .wordBoundary: break
            case .scalar(let set):
                if let scalar = set.only { open += Array(String(scalar).utf8) } else { close() }
            case .sequence(let parts): parts.forEach(read)
            case .repeated(let inner, let lower, _, _):
                close()
                if lower > 0 { read(inner) }
                close()
            case .alternatives: close()
            }
        }
        read(self)
        close()
        return found
    }
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

    /// The one code point that is in the set; nil where there are others, or none.
    var only: Unicode.Scalar? {
        guard !isNegated, classes.isEmpty, ranges.count == 1, ranges[0].count == 1 else { return nil }
        return Unicode.Scalar(ranges[0].lowerBound)
    }

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
