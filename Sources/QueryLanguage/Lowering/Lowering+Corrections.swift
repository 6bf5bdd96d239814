extension Lowering {
    /// The typed form of a statement that changes the editorial layer; nil where an error leaves none.
    mutating func edit(_ node: Int) -> Statement.Edit? {
        let parts = children(node)
        switch keyword(node) {
        case "correct": return correction(node, parts).map { .correct($0) }
        case "reject": return parts.first.flatMap(reference).map { .reject($0, isForAll: isForAll(parts)) }
        case "merge": return names(parts).map { .merge($0, into: $1) }
        case "split": return names(parts).map { .split($0, from: $1) }
        case "undo":
            let number = parts.first.map { Int(text($0)) ?? .max }
            return .undo(number, tree.range(of: parts.first ?? node))
        default: return nil
        }
    }

    private func isForAll(_ parts: [Int]) -> Bool { parts.contains { kind($0) == .property } }

    private mutating func names(_ parts: [Int]) -> (Value, Value)? {
        guard parts.count == 2, let first = value(parts[0], of: .speaker), let second = value(parts[1], of: .speaker)
        else { return nil }
        return (first, second)
    }

    private mutating func correction(_ node: Int, _ parts: [Int]) -> Statement.Correction? {
        guard let reference = parts.first.flatMap(reference), let test = tree.child(of: node, .test) else { return nil }
        let pieces = children(test)
        guard pieces.count >= 3, let field = Field(rawValue: keyword(pieces[0])) else { return nil }
        // `date` is what one reads; what is put right is when it was said.
        let corrected = field == .date ? .said : field
        guard Field.correctable.contains(corrected) else {
            report(.notCorrectable(field), pieces[0])
            return nil
        }
        let sign = lexemes(pieces[1]).map { $0.keyword.isEmpty ? $0.text : $0.keyword }.joined(separator: " ")
        guard sign == "=" || sign == "is", pieces.count == 3 else {
            let edit = Finding.Edit(range: tree.range(of: pieces[1]), replacement: "=")
            report(.correctionIsNoTest(sign, edit: pieces.count == 3 ? edit : nil), pieces[1])
            return nil
        }
        let others = parts.drop { $0 != test }.dropFirst()
        if let other = others.first, corrected != .speaker {
            report(.onlySpeakersAreJoint(corrected), other)
            return nil
        }
        var values: [Value] = []
        if kind(pieces[2]) == .property {
            guard keyword(pieces[2]) == "unknown" else {
                report(.correctionIsNoTest("is \(keyword(pieces[2]))", edit: nil), pieces[2])
                return nil
            }
        } else {
            for piece in [pieces[2]] + others {
                guard let value = value(piece, of: corrected) else { return nil }
                values.append(value)
            }
        }
        return Statement.Correction(
            reference: reference, isForAll: isForAll(parts), field: corrected, values: values,
            range: tree.range(of: test))
    }
}
