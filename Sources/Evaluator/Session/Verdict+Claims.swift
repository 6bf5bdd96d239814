import Articles
import QueryLanguage

extension Session.Verdict {
    /// Whether an expectation holds on the rows of an answer.
    init(of expectation: Statement.Expectation, on answer: Answer, _ context: FilterContext) throws {
        let filter = try expectation.claim.condition.map { try Filter($0, context) }
        let passing = answer.rows.map { row in
            row.quotes.map { quote in filter.map { $0.verdict(ReadQuote(quote.record)).passes } ?? true }
        }
        let count = answer.rows.count
        let found = count == 1 ? "1 row" : "\(count) rows"
        /// The numbers of the rows whose quotes pass in a certain way.
        func rows(_ isMeant: ([Bool]) -> Bool) -> [Int] {
            passing.indices.filter { isMeant(passing[$0]) }.map { $0 + 1 }
        }
        let all = Array(passing.indices.map { $0 + 1 })
        let holds: Bool
        let message: String
        let broken: [Int]
        switch expectation.claim {
        case .rows(let bound, let number):
            let words: String
            switch bound {
            case .exactly: (holds, words) = (count == number, "")
            case .atLeast: (holds, words) = (count >= number, "at least ")
            case .atMost: (holds, words) = (count <= number, "at most ")
            }
            let wanted = number == 0 && bound == .exactly ? "no rows" : "\(words)\(number) row\(number == 1 ? "" : "s")"
            message = "expected \(wanted), found \(found)"
            broken = all
        case .some(let condition):
            holds = !rows { $0.contains(true) }.isEmpty
            message =
                "expected some row where \(Wording.of(condition)); " + (holds ? "there is" : "none of \(found) is")
            broken = all
        case .every(let condition):
            broken = rows { $0.isEmpty || $0.contains(false) }
            holds = count > 0 && broken.isEmpty
            let fault = count == 0 ? "there are no rows" : "\(broken.count) of \(found) are not"
            message = "expected every row where \(Wording.of(condition)); " + (holds ? "all \(found) are" : fault)
        case .no(let condition):
            broken = rows { $0.contains(true) }
            holds = broken.isEmpty
            message =
                "expected no row where \(Wording.of(condition)); "
                + (holds ? "none is" : "\(broken.count) of \(found) are")
        case .first(let condition):
            holds = passing.first?.contains(true) ?? false
            message =
                "expected the first row where \(Wording.of(condition)); "
                + (holds ? "it is" : count == 0 ? "there are no rows" : "it is not")
            broken = Array(all.prefix(1))
        }
        self.init(holds: holds, message: message, answer: answer, broken: holds ? [] : broken)
    }
}

extension Statement.Expectation.Claim {
    /// What it says of rows, where that is more than their number.
    fileprivate var condition: Condition? {
        switch self {
        case .rows: nil
        case .some(let condition), .every(let condition), .no(let condition), .first(let condition): condition
        }
    }
}
