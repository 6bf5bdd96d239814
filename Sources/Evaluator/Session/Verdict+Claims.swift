import Articles
import QueryLanguage

extension Session.Verdict {
    /// Whether an expectation holds on the rows of an answer.
    init(of expectation: Statement.Expectation, on answer: Answer, _ context: FilterContext) throws {
        func passing(_ condition: Condition) throws -> [(row: Answer.Row, some: Bool, all: Bool)] {
            let filter = try Filter(condition, context)
            return answer.rows.map { row in
                let passes = row.quotes.map { filter.verdict(ReadQuote($0.record)).passes }
                return (row, passes.contains(true), !passes.isEmpty && passes.allSatisfy { $0 })
            }
        }
        let count = answer.rows.count
        let found = count == 1 ? "1 row" : "\(count) rows"
        switch expectation.claim {
        case .rows(let bound, let number):
            let (holds, words) =
                switch bound {
                case .exactly: (count == number, "")
                case .atLeast: (count >= number, "at least ")
                case .atMost: (count <= number, "at most ")
                }
            let wanted = number == 0 && bound == .exactly ? "no rows" : "\(words)\(number) row\(number == 1 ? "" : "s")"
            self.init(holds: holds, message: "expected \(wanted), found \(found)", rows: holds ? [] : answer.rows)
        case .some(let condition):
            let holds = try passing(condition).contains(where: \.some)
            let message =
                "expected some row where \(Wording.of(condition)); " + (holds ? "there is" : "none of \(found) is")
            self.init(holds: holds, message: message, rows: holds ? [] : answer.rows)
        case .every(let condition):
            let broken = try passing(condition).filter { !$0.all }.map(\.row)
            let fault = count == 0 ? "there are no rows" : "\(broken.count) of \(found) are not"
            self.init(
                holds: count > 0 && broken.isEmpty,
                message: "expected every row where \(Wording.of(condition)); "
                    + (count > 0 && broken.isEmpty ? "all \(found) are" : fault), rows: broken)
        case .no(let condition):
            let broken = try passing(condition).filter(\.some).map(\.row)
            self.init(
                holds: broken.isEmpty,
                message: "expected no row where \(Wording.of(condition)); "
                    + (broken.isEmpty ? "none is" : "\(broken.count) of \(found) are"), rows: broken)
        case .first(let condition):
            let first = try passing(condition).first
            let holds = first?.some ?? false
            self.init(
                holds: holds,
                message: "expected the first row where \(Wording.of(condition)); "
                    + (holds ? "it is" : first == nil ? "there are no rows" : "it is not"),
                rows: holds ? [] : first.map { [$0.row] } ?? [])
        }
    }
}
