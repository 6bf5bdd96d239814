import QueryLanguage
import Text

extension ReadBack {
    /// What a condition says of a quote. `not` is carried inwards to the single tests, where English has it.
    func predication(_ condition: Condition, isNegated: Bool = false) -> Predication {
        if let test = condition.alternatives { return predication(test, isNegated: isNegated) }
        switch condition {
        case .test(let test): return predication(test, isNegated: isNegated)
        case .not(let inner): return predication(inner, isNegated: !isNegated)
        case .all(let parts) where isNegated: return .any(parts.map { predication($0, isNegated: true) })
        case .any(let parts) where isNegated: return .all(parts.map { predication($0, isNegated: true) }.flattened)
        case .all(let parts): return .all(gathered(parts))
        case .any(let parts): return .any(parts.map { predication($0) })
        }
    }

    /// The parts of a conjunction: two speakers of one quote spoke jointly, and a known one who is not named is unnamed.
    private func gathered(_ parts: [Condition]) -> [Predication] {
        var result: [Predication] = []
        let speakers = parts.compactMap { part -> Value? in
            if case .test(let test) = part, test.field == .speaker, case .equals(let value) = test.predicate {
                return value
            }
            return nil
        }
        var isTold = false
        var hasTime = false
        var index = 0
        while index < parts.count {
            let part = parts[index]
            index += 1
            if speakers.count > 1, case .test(let test) = part, test.field == .speaker, case .equals = test.predicate {
                if !isTold {
                    result.append(.plain(.wasSaid, "jointly by " + people(speakers, "and"), isNegated: false))
                }
                isTold = true
            } else if index < parts.count, let field = ReadBack.unnamed(part, parts[index]) {
                index += 1
                result.append(.plain(.has, "\(article(field.noun)) who is not named", isNegated: false))
            } else if hasTime, case .test(let test) = part,
                case .plain(.wasSaid, let time, let isNegated) = predication(part),
                test.field.type == .date
            {
                result.append(.plain(.wasSaid, "and " + time, isNegated: isNegated))
            } else {
                if case .test(let test) = part, test.field == .said || test.field == .date { hasTime = true }
                result.append(predication(part))
            }
        }
        return result.flattened
    }

    /// The field of `F is known` and `not F is named`, which is what `F is unnamed` means.
    private static func unnamed(_ first: Condition, _ second: Condition) -> Field? {
        guard case .test(let known) = first, known.predicate == .isKnown, case .not(.test(let named)) = second,
            named.predicate == .isNamed, named.field == known.field
        else { return nil }
        return known.field
    }
}

extension Condition {
    /// `F = a or F = b` as `F in (a, b)`; nil for anything else.
    fileprivate var alternatives: Test? {
        guard case .any(let parts) = self else { return nil }
        var field: Field?
        var values: [Value] = []
        for part in parts {
            guard case .test(let test) = part, case .equals(let value) = test.predicate,
                field == nil || field == test.field
            else { return nil }
            field = test.field
            values.append(value)
        }
        return field.map { Test($0, .isOneOf(values), parts.compactMap(\.range).first ?? ByteRange(0, 0)) }
    }
}

extension [Predication] {
    /// Conjunctions inside of a conjunction as parts of it.
    fileprivate var flattened: [Predication] {
        flatMap { part -> [Predication] in
            if case .all(let inner) = part { inner } else { [part] }
        }
    }
}
