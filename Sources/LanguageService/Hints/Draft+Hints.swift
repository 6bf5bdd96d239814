package import Dates
import QueryLanguage
package import Text

/// Something short that an editor shows beside the text, which is not in it.
package struct Hint: Hashable, Sendable {
    /// Where it is shown.
    package var offset: Int
    package var label: String
    /// One sentence more.
    package var detail: String
}

extension LanguageService {
    /// What words mean that do not say it themselves: the days of `last month`, the one speaker of a last name.
    package func hints(in draft: Draft, _ range: ByteRange, today: CalendarDay) -> [Hint] {
        // A script asks about the same few people, and an archive may know many.
        var people: [String: [Vocabulary.Entry]] = [:]
        return draft.pieces(in: range).flatMap { piece in
            let tree = piece.tree
            return tree.nodes.indices.compactMap { node -> Hint? in
                let place = piece.absolute(tree.range(of: node))
                guard range.contains(place) else { return nil }
                let text = tree.text(of: node)
                switch tree.nodes[node].kind {
                case .date:
                    guard let date = DateExpression(written: text), date.isRelative else { return nil }
                    let days = date.interval(today: today)
                    return Hint(offset: place.upper, label: "= \(days)", detail: days.words)
                case .subject, .name, .word:
                    guard tree.isPerson(node) else { return nil }
                    let found = people[text] ?? speakersCalled(text)
                    people[text] = found
                    return Self.hint(text, found, at: place.upper)
                default: return nil
                }
            }
        }
    }

    private static func hint(_ name: String, _ found: [Vocabulary.Entry], at offset: Int) -> Hint? {
        guard found.count == 1, let speaker = found.first, speaker.name != name else { return nil }
        return Hint(offset: offset, label: "= \(speaker.name)", detail: speaker.role ?? speaker.name)
    }
}

extension DateExpression {
    /// Whether it depends on the day on which it is asked.
    fileprivate var isRelative: Bool {
        if case .interval = self { false } else { true }
    }
}

extension SyntaxTree {
    /// Whether a name stands where a speaker does: the subject of a question, or what `speaker`, `by`, `to` are compared with.
    fileprivate func isPerson(_ node: Int) -> Bool {
        if nodes[node].kind == .subject { return true }
        return nodes.indices.contains { outer in
            guard outer < node, node < nodes[outer].end else { return false }
            switch nodes[outer].kind {
            case .byClause, .toClause: return true
            case .test:
                return child(of: outer, .field).map {
                    [Field.speaker.rawValue, Field.to.rawValue].contains(text(of: $0))
                }
                    ?? false
            default: return false
            }
        }
    }
}
