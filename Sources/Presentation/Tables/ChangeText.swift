import Articles
import Evaluator
import Text

/// A paragraph that differs between versions: dropped words struck out, added ones green; `[-old-]` and `{+new+}`
/// where there are no colours.
enum ChangeText {
    static func lines(_ change: Answer.Change, isColored: Bool, _ room: Int?) -> [[Run]] {
        let place = "\(RowWords.outlet(change.article)), version \(change.from) to \(change.to), line \(change.line)"
        return [Run(place, .dim)].wrapped(to: room) + pieces(change.pieces, isColored: isColored).wrapped(to: room)
    }

    static func pieces(_ pieces: [Answer.Change.Piece], isColored: Bool) -> [Run] {
        let runs = pieces.map { piece -> Run in
            switch piece {
            case .kept(let text): Run(text.printable)
            case .dropped(let text): Run(isColored ? text.printable : "[-\(text.printable)-]", .dropped)
            case .added(let text): Run(isColored ? text.printable : "{+\(text.printable)+}", .added)
            }
        }
        return Array(runs.map { [$0] }.joined(separator: [Run(" ")]))
    }
}

/// All reports of one statement below one another; where one differs from the best report, its own words are marked.
enum Wordings {
    static func lines(_ row: Answer.Row, _ lead: Answer.MatchedQuote, isColored: Bool, _ room: Int?) -> [[Run]] {
        let leadWords = Folding.words(in: lead.record.text).map(\.form)
        return row.quotes.flatMap { quote -> [[Run]] in
            let text = quote.record.text
            let words = Folding.words(in: text)
            let own = WordDiff.steps(leadWords, words.map(\.form)).compactMap { step -> ByteRange? in
                if case .added(let index) = step { words[index].range } else { nil }
            }
            var runs = text.runs(marking: own, .match)
            if !isColored { runs = runs.map { Run($0.ink == .match ? "*\($0.text)*" : $0.text) } }
            return [Run(RowWords.outlet(quote.record), .dim)].wrapped(to: room)
                + runs.wrapped(to: room.map { $0 - 2 }).map { [Run("  ")] + $0 }
        }
    }
}
