/// What a sentence says of a quote, to be joined with others by `and` and `or`.
indirect enum Predication: Hashable {
    case plain(Verb, String, isNegated: Bool)
    case all([Predication])
    case any([Predication])

    /// The verbs of a quote.
    enum Verb: String, Hashable {
        case has, mentions, prints, matches, stands, runs
        case `is`
        case wasSaid = "was said"
        case wasPublished = "was published"
        case wasPrinted = "was printed"

        var negated: String {
            switch self {
            case .has: "does not have"
            case .mentions: "does not mention"
            case .prints: "does not print"
            case .matches: "does not match"
            case .stands: "does not stand"
            case .runs: "does not run"
            case .is: "is not"
            case .wasSaid: "was not said"
            case .wasPublished: "was not published"
            case .wasPrinted: "was not printed"
            }
        }
    }

    /// The words of it; inside of others, what is more than one thing is held together by `both` or `either`.
    func words(isInner: Bool = false) -> String {
        switch self {
        case .plain(let verb, let complement, let isNegated):
            return (isNegated ? verb.negated : verb.rawValue) + " " + complement
        case .all(let parts):
            let parts = Predication.gathered(parts).map { $0.words(isInner: true) }
            return (isInner && parts.count > 1 ? "both " : "") + English.list(parts, "and")
        case .any(let parts):
            let parts = parts.map { $0.words(isInner: true) }
            return (isInner && parts.count > 1 ? "either " : "") + English.list(parts, "or")
        }
    }

    /// How many things it says at once.
    var count: Int {
        if case .all(let parts) = self { Predication.gathered(parts).count } else { 1 }
    }

    /// `was said by Kerry` and `was said in Paris` as `was said by Kerry in Paris`, where the first of them stands.
    private static func gathered(_ parts: [Predication]) -> [Predication] {
        var result: [Predication] = []
        var place: Int?
        for part in parts {
            guard case .plain(.wasSaid, let complement, isNegated: false) = part else {
                result.append(part)
                continue
            }
            if let place, case .plain(_, let before, _) = result[place] {
                result[place] = .plain(.wasSaid, before + " " + complement, isNegated: false)
            } else {
                place = result.count
                result.append(part)
            }
        }
        return result
    }
}

/// Small parts of English sentences.
enum English {
    /// `a`, `a and b`, `a, b and c`.
    static func list(_ parts: [String], _ word: String) -> String {
        guard parts.count > 1, let last = parts.last else { return parts.first ?? "" }
        return parts.dropLast().joined(separator: ", ") + " \(word) " + last
    }

    /// The first few of a list, and how many more there are.
    static func list(_ parts: [String], _ word: String, atMost limit: Int) -> String {
        guard parts.count > limit else { return list(parts, word) }
        return list(Array(parts.prefix(limit)) + ["\(parts.count - limit) more"], word)
    }

    /// A text in quotation marks.
    static func quoted(_ text: String) -> String { "\"\(text)\"" }
}
