import Evaluator
import QueryLanguage

/// Counted groups: keys, counts and their shares flush right, and on a terminal a bar.
enum Bars {
    private static let longest = 40

    static func lines(_ answer: Answer, width: Int?) -> [[Run]] {
        var all: [[Run]] = []
        write(answer, width: width) { all += $0 }
        return all
    }

    /// Writes the lines one by one; nothing, now and then, while their columns are measured.
    static func write(_ answer: Answer, width: Int?, _ put: ([[Run]]) throws -> Void) rethrows {
        let rows = try answer.rows.compactMap { row -> (keys: [String], count: Int, share: String)? in
            try put([])
            guard case .group(let keys, let count) = row.subject else { return nil }
            return (keys.map(RowWords.key), count, Share(row, of: answer)?.percent ?? "")
        }
        guard !answer.grouping.isEmpty else {
            return try put(rows.map { [Run(RowWords.count($0.count, Foot.noun(answer.query.question)), .bold)] })
        }
        if rows.isEmpty { return }
        let headings = answer.grouping.map { $0.unit?.rawValue ?? $0.field.rawValue }
        let counted = Foot.noun(answer.query.question) + "s"
        var columns = headings.map(\.displayWidth)
        var (countWidth, shareWidth, most) = (counted.displayWidth, "share".displayWidth, 0)
        for row in rows {
            try put([])
            for (column, key) in row.keys.enumerated() { columns[column] = max(columns[column], key.displayWidth) }
            countWidth = max(countWidth, String(row.count).displayWidth)
            shareWidth = max(shareWidth, row.share.displayWidth)
            most = max(most, row.count)
        }
        let used = columns.reduce(0) { $0 + $1 + 2 } + countWidth + 2 + shareWidth
        let room = width.map { min(longest, $0 - used - 2) }
        func line(_ keys: [String], _ count: String, _ share: String, _ ink: Ink) -> [Run] {
            zip(keys, columns).map { Run($0.padded(to: $1 + 2), ink) } + [
                Run(count.paddedLeft(to: countWidth), ink), Run("  " + share.paddedLeft(to: shareWidth), .dim),
            ]
        }
        try put([line(headings, counted, "share", .dim)])
        for row in rows {
            var runs = line(row.keys, String(row.count), row.share, .plain)
            if let room, room >= 8 { runs += [Run("  "), Run(bar(row.count, of: most, room), .speaker)] }
            try put([runs])
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
