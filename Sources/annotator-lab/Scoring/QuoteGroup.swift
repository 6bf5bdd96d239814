/// The quotes that are scored together.
enum QuoteGroup: String, CaseIterable {
    /// Those with quotation marks.
    case quoted
    /// These, and those that a cue of saying attributes; beliefs and intentions count on neither side.
    case speech
    case all

    /// The quotes of both sides that belong to the group.
    func part(of comparison: Comparison) -> Comparison {
        switch self {
        case .quoted:
            Comparison(
                gold: comparison.gold.filter { $0.kind != .indirect },
                found: comparison.found.filter { $0.kind != .indirect })
        case .speech:
            Comparison(
                gold: comparison.gold.filter(\.isSpeech),
                found: comparison.found.indices.filter { !comparison.isBelief($0) }.map { comparison.found[$0] })
        case .all: comparison
        }
    }
}

extension Comparison {
    /// Whether what was found is best matched by a belief or an intention that people marked.
    fileprivate func isBelief(_ found: Int) -> Bool {
        matches.contains { $0.value == found && !gold[$0.key].isSpeech }
    }
}
