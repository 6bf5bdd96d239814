/// How well the quotes of a group were found in some articles.
struct Score {
    let group: QuoteGroup
    /// At least half of all words in common.
    private(set) var words = Figures()
    /// The right source too.
    private(set) var wholes = Figures()
    /// Of the right words whose source people marked: how many there are, and how many have the right one.
    private(set) var sourced = 0
    private(set) var rightSources = 0

    init(_ group: QuoteGroup, of comparisons: [Comparison]) {
        self.group = group
        for comparison in comparisons.map(group.part) {
            words += comparison.words
            wholes += comparison.wholes
            for index in comparison.matches.keys where comparison.gold[index].source != nil {
                sourced += 1
                if comparison.hasRightSource(index) { rightSources += 1 }
            }
        }
    }

    /// The share of right sources among right words, in per cent.
    var speaker: String { Percent.text(rightSources, of: sourced) }
}
