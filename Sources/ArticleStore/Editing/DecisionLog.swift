import Articles
import Dates
import GRDB
import Text

/// What a decision is, as the archive's rows name it.
private enum Action: String {
    case correct, reject, merge, split
}

extension Database {
    /// Every decision in the order in which it was made; those that were taken back only where `withUndone` is set.
    func decisions(withUndone: Bool) throws -> [DecisionRecord] {
        var anchors: [Int64: [QuoteAnchor]] = [:]
        let found = try rows(
            """
            SELECT decision_id, reference, source, fingerprint, version, segments, words, before FROM decision_quotes
            ORDER BY decision_id, position
            """
        ) { cells in (try cells.id(), try cells.anchor()) }
        for (decision, anchor) in found { anchors[decision, default: []].append(anchor) }
        return try rows(
            """
            SELECT id, action, property, value, name, other_name, editor, decided_at, undone_by, undone_at, reach
            FROM decisions WHERE \(withUndone ? "1" : "undone_at IS NULL") ORDER BY id
            """
        ) { cells in
            let id = try cells.id()
            let decision = try cells.decision(anchors[id] ?? [])
            let made = DecisionRecord.Mark(editor: try cells.text(), time: try cells.text())
            let (editor, time) = (try cells.optionalText(), try cells.optionalText())
            let undone: DecisionRecord.Mark? =
                if let editor, let time { .init(editor: editor, time: time) } else { nil }
            return DecisionRecord(id: id, decision: decision, made: made, undone: undone, reach: try cells.count())
        }
    }

    /// Writes a decision at the end of the log.
    /// - Returns: its number.
    func insert(_ decision: Decision, _ made: DecisionRecord.Mark) throws -> Int64 {
        let by: Columns = ["editor": made.editor, "decided_at": made.time]
        let id: Int64
        switch decision {
        case .correct(_, let property, let value):
            id = try insert(
                into: "decisions",
                [
                    ["action": Action.correct.rawValue, "property": property.rawValue, "value": value.stored], by,
                ])
        case .reject: id = try insert(into: "decisions", [["action": Action.reject.rawValue], by])
        case .merge(let name, let other):
            id = try insert(
                into: "decisions", [["action": Action.merge.rawValue, "name": name, "other_name": other], by])
        case .split(let name, let other):
            id = try insert(
                into: "decisions", [["action": Action.split.rawValue, "name": name, "other_name": other], by])
        }
        for (position, anchor) in decision.anchors.enumerated() {
            try insert(
                into: "decision_quotes",
                [
                    "decision_id": id, "position": position, "reference": anchor.reference, "source": anchor.source,
                    "fingerprint": anchor.fingerprint, "version": anchor.version,
                    "segments": anchor.segments.map { "\($0.lower)-\($0.upper)" }.joined(separator: " "),
                    "words": anchor.words, "before": anchor.before,
                ])
        }
        return id
    }
}

extension CorrectedValue {
    /// The value as one text: names one a line, days as the first and the last; nil for unknown.
    fileprivate var stored: String? {
        switch self {
        case .unknown: nil
        case .texts(let texts): texts.joined(separator: "\n")
        case .days(let days): "\(days.first)/\(days.last)"
        }
    }
}

extension Cells {
    fileprivate mutating func decision(_ anchors: [QuoteAnchor]) throws -> Decision {
        let action = try word(Action.self)
        let property = try optionalWord(Decision.Property.self)
        let value = try optionalText()
        let (name, other) = (try optionalText(), try optionalText())
        switch (action, property, name, other) {
        case (.correct, let property?, _, _): return .correct(anchors, property, try corrected(value, property))
        case (.reject, _, _, _): return .reject(anchors)
        case (.merge, _, let name?, let other?): return .merge(name, into: other)
        case (.split, _, let name?, let other?): return .split(name, from: other)
        default: throw Damage(detail: "a decision lacks its object")
        }
    }

    private func corrected(_ text: String?, _ property: Decision.Property) throws -> CorrectedValue {
        guard let text else { return .unknown }
        guard property.isDate else {
            return .texts(text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init))
        }
        let days = text.split(separator: "/").compactMap { CalendarDay(iso: String($0)) }
        guard days.count == 2, days[0] <= days[1] else { throw Damage(detail: "a corrected date is no date") }
        return .days(DateInterval(days[0], days[1]))
    }

    fileprivate mutating func anchor() throws -> QuoteAnchor {
        let (reference, source, fingerprint) = (try text(), try text(), try text())
        let version = try count()
        let segments = try text().split(separator: " ").map { pair in
            let ends = pair.split(separator: "-").compactMap { Int($0) }
            guard ends.count == 2, 0 <= ends[0], ends[0] <= ends[1] else {
                throw Damage(detail: "a decision's span is no span")
            }
            return ByteRange(ends[0], ends[1])
        }
        return QuoteAnchor(
            reference: reference, source: source, fingerprint: fingerprint, version: version, segments: segments,
            words: try text(), before: try optionalText())
    }
}
