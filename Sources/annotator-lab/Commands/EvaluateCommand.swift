import ArgumentParser

/// `annotator-lab eval`: how good a model is.
struct EvaluateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "eval", abstract: "Score what is found against what people marked.",
        discussion: "Words count as right with at least half of all words in common.")

    @OptionGroup var options: ModelOptions

    func run() throws {
        let comparisons = try options.comparisons().map(\.comparison)
        for (name, kinds) in [
            ("quoted", [.direct, .mixed]), ("indirect", [.indirect]), ("all", Set(ComparedQuote.Kind.allCases)),
        ] as [(String, Set<ComparedQuote.Kind>)] {
            var words = Figures()
            var wholes = Figures()
            for comparison in comparisons.map({ $0.only(kinds) }) {
                words += comparison.words
                wholes += comparison.wholes
            }
            print("\(name): words \(words)")
            print(
                "\(name): words and source \(wholes); source of right words \(Percent.text(wholes.right, of: words.right))"
            )
        }
    }
}
