/// Reads a regular expression: `RegexParser.parse("al-?Nusrah?")`.
struct RegexParser {
    /// How many parentheses may stand inside one another.
    static let depthLimit = 64
    /// The largest number in `{m,n}`.
    static let countLimit = 1000

    private let scalars: [Unicode.Scalar]
    private var index = 0
    private var depth = 0

    /// The syntax of `pattern`.
    static func parse(_ pattern: String) throws(RegexError) -> RegexSyntax {
        var parser = RegexParser(scalars: Array(pattern.unicodeScalars))
        let syntax = try parser.alternatives()
        if let rest = parser.peek { throw .unexpected(Character(rest)) }
        return syntax
    }

    private init(scalars: [Unicode.Scalar]) { self.scalars = scalars }

    private var peek: Unicode.Scalar? { index < scalars.count ? scalars[index] : nil }

    private mutating func take() -> Unicode.Scalar? {
        guard let scalar = peek else { return nil }
        index += 1
        return scalar
    }

    private mutating func alternatives() throws(RegexError) -> RegexSyntax {
        var arms = [try sequence()]
        while peek == "|" {
            index += 1
            arms.append(try sequence())
        }
        return arms.count == 1 ? arms[0] : .alternatives(arms)
    }

    private mutating func sequence() throws(RegexError) -> RegexSyntax {
        var parts: [RegexSyntax] = []
        while let next = peek, next != "|", next != ")" {
            index += 1
            parts.append(try repetition(of: try atom(next)))
        }
        return parts.count == 1 ? parts[0] : parts.isEmpty ? .empty : .sequence(parts)
    }

    private mutating func atom(_ scalar: Unicode.Scalar) throws(RegexError) -> RegexSyntax {
        switch scalar {
        case "(":
            depth += 1
            if depth > RegexParser.depthLimit { throw .tooDeep(limit: RegexParser.depthLimit) }
            if peek == "?", index + 1 < scalars.count, scalars[index + 1] == ":" { index += 2 }
            let inner = try alternatives()
            guard take() == ")" else { throw .unclosed("(") }
            depth -= 1
            return inner
        case "[": return .scalar(try set())
        case ".": return .scalar(.any)
        case "^": return .lineStart
        case "$": return .lineEnd
        case "*", "+", "?": throw .nothingToRepeat(Character(scalar))
        case "\\": return try escape()
        default: return .scalar(.one(scalar))
        }
    }

    private mutating func escape() throws(RegexError) -> RegexSyntax {
        guard let scalar = take() else { throw .badEscape("\\") }
        if scalar == "b" { return .wordBoundary(isNegated: false) }
        if scalar == "B" { return .wordBoundary(isNegated: true) }
        return .scalar(try escapedSet(scalar))
    }

    private func escapedSet(_ scalar: Unicode.Scalar) throws(RegexError) -> ScalarSet {
        switch scalar {
        case "d": return ScalarSet(classes: [.digit(true)])
        case "D": return ScalarSet(classes: [.digit(false)])
        case "w": return ScalarSet(classes: [.word(true)])
        case "W": return ScalarSet(classes: [.word(false)])
        case "s": return ScalarSet(classes: [.space(true)])
        case "S": return ScalarSet(classes: [.space(false)])
        case "n": return .one("\n")
        case "t": return .one("\t")
        case "r": return .one("\r")
        default:
            // A letter or digit after a backslash is some other dialect's command: better an error than a silent no.
            if scalar.isWordPart { throw .badEscape("\\\(Character(scalar))") }
            return .one(scalar)
        }
    }

    private mutating func set() throws(RegexError) -> ScalarSet {
        var set = ScalarSet()
        if peek == "^" {
            index += 1
            set.isNegated = true
        }
        var isFirst = true
        while let scalar = take() {
            if scalar == "]", !isFirst { return set }
            isFirst = false
            var single = ScalarSet.one(scalar)
            if scalar == "\\" {
                guard let escaped = take() else { throw .unclosed("[") }
                single = try escapedSet(escaped)
            }
            set.classes += single.classes
            guard let low = single.ranges.first?.lowerBound else { continue }
            guard peek == "-", index + 1 < scalars.count, scalars[index + 1] != "]" else {
                set.ranges.append(low...low)
                continue
            }
            index += 1
            var high = take() ?? "-"
            if high == "\\", let escaped = take() {
                guard let value = try escapedSet(escaped).ranges.first?.lowerBound,
                    let plain = Unicode.Scalar(value)
                else { throw .badRange("-\\\(Character(escaped))") }
                high = plain
            }
            guard low <= high.value, let first = Unicode.Scalar(low) else {
                throw .badRange("\(Character(Unicode.Scalar(low) ?? "?"))-\(Character(high))")
            }
            set.ranges.append(first.value...high.value)
        }
        throw .unclosed("[")
    }

    private mutating func repetition(of atom: RegexSyntax) throws(RegexError) -> RegexSyntax {
        var result = atom
        var count = 0
        while let bounds = try bounds() {
            count += 1
            if count > 1 { throw .nothingToRepeat("*") }
            var isGreedy = true
            if peek == "?" {
                index += 1
                isGreedy = false
            }
            result = .repeated(result, lower: bounds.lower, upper: bounds.upper, isGreedy: isGreedy)
        }
        return result
    }

    private mutating func bounds() throws(RegexError) -> (lower: Int, upper: Int?)? {
        switch peek {
        case "*":
            index += 1
            return (0, nil)
        case "+":
            index += 1
            return (1, nil)
        case "?":
            index += 1
            return (0, 1)
        case "{":
            return try braces()
        default:
            return nil
        }
    }

    /// Reads `{2}`, `{2,}` and `{2,3}`; any other brace is an ordinary character.
    private mutating func braces() throws(RegexError) -> (lower: Int, upper: Int?)? {
        let start = index
        index += 1
        guard let lower = try number() else {
            index = start
            return nil
        }
        var upper: Int? = lower
        if peek == "," {
            index += 1
            upper = try number()
        }
        guard take() == "}" else {
            index = start
            return nil
        }
        if let upper, upper < lower { throw .badRange("{\(lower),\(upper)}") }
        return (lower, upper)
    }

    private mutating func number() throws(RegexError) -> Int? {
        var value: Int?
        while let scalar = peek, ("0"..."9").contains(scalar) {
            index += 1
            value = (value ?? 0) * 10 + Int(scalar.value - 48)
            if value ?? 0 > RegexParser.countLimit { throw .tooLarge(limit: RegexParser.countLimit) }
        }
        return value
    }
}
