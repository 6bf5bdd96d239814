import Evaluator
import QueryLanguage

/// Counted groups: keys, counts and their shares flush right, and on a terminal a bar.
enum Bars {
    private static let longest = 40

    static func lines(_ answer: Answer, width: Int?) -> [[Run]] {
        let rows = answer.rows.compactMap { row -> (keys: [String], count: Int, share: String)? in
            guard case .group(let keys, let count) = row.subject else { return nil }
            return (keys.map(RowWords.key), count, Share(row, of: answer)?.percent ?? "")
        }
        guard !answer.grouping.isEmpty else {
            return rows.map { [Run(RowWords.count($0.count, Foot.noun(answer.query.question)), .bold)] }
        }
        if rows.isEmpty { return [] }
        let headings = answer.grouping.map { $0.unit?.rawValue ?? $0.field.rawValue }
        let counted = Foot.noun(answer.query.question) + "s"
        let columns = headings.indices.map { column in
            ([headings[column]] + rows.map { $0.keys[column] }).map(\.displayWidth).max() ?? 0
        }
        let countWidth = ([counted] + rows.map { String($0.count) }).map(\.displayWidth).max() ?? 0
        let shareWidth = (["share"] + rows.map(\.share)).map(\.displayWidth).max() ?? 0
        let most = rows.map(\.count).max() ?? 0
        let used = columns.reduce(0) { $0 + $1 + 2 } + countWidth + 2 + shareWidth
        let room = width.map { min(longest, $0 - used - 2) }
        func line(_ keys: [String], _ count: String, _ share: String, _ ink: Ink) -> [Run] {
            zip(keys, columns).map { Run($0.padded(to: $1 + 2), ink) } + [
                Run(count.paddedLeft(to: countWidth), ink), Run("  " + share.paddedLeft(to: shareWidth), .dim),
            ]
        }
        return [line(headings, counted, "share", .dim)]
            + rows.map { row in
                var runs = line(row.keys, String(row.count), row.share, .plain)
                if let room, room >= 8 { runs += [Run("  "), Run(bar(row.count, of: most, room), .speaker)] }
                return runs
            }
    }

    /// A bar in eighths of a column.
    private static func bar(_ count: Int, of most: Int, _ room: Int) -> String {
        guard most > 0, count > 0 else { return "" }
        let eighths = max(1, count * room * 8 / most)
        let parts = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"]
        return String(repeating: "█", count: eighths / 8) + parts[eighths % 8]
    }
}
