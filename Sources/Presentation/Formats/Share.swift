import Evaluator
import Text

/// The part that a counted row has in the distinct total. Joint speakers are counted in several rows, so that the parts of all rows may
/// come to more than the whole.
struct Share: Hashable, Sendable {
    private let count: Int
    private let total: Int

    /// The share of a row of `how many … per`; nil for every other row, and where there is nothing to have a part in.
    init?(_ row: Answer.Row, of answer: Answer) {
        guard case .group(_, let count) = row.subject, !answer.grouping.isEmpty, answer.total > 0 else { return nil }
        self.count = count
        total = answer.total
    }

    /// For eyes: `24 %`; what is more than nothing is never `0 %`, and what is less than all never `100 %`.
    var percent: String {
        let rounded = Share.rounded(count * 100, total)
        if count > 0, rounded == 0 { return "<1 %" }
        if count < total, rounded == 100 { return ">99 %" }
        return "\(rounded) %"
    }

    /// For machines: 0…1 with four decimals at most.
    var fraction: JSON { .real(Double(Share.rounded(count * 10_000, total)) / 10_000) }

    /// The quotient rounded half up, in whole numbers, so that every machine rounds alike.
    private static func rounded(_ dividend: Int, _ divisor: Int) -> Int { (dividend * 2 + divisor) / (divisor * 2) }
}
