import ArgumentParser
import Text

/// `annotator-lab errors`: what is wrong, by class, with its surroundings.
struct ErrorsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "errors",
        abstract: "List what was missed, cut wrongly, given to the wrong source, or found for nothing.")

    @OptionGroup var options: ModelOptions

    @Option(help: "Only this class: missed, boundary, source or alarm.")
    var only: MistakeClass?

    @Option(help: "Print every n-th of a class alone.")
    var every = 1

    func run() throws {
        let mistakes = try options.comparisons().flatMap { Mistake.all($0.comparison, in: $0.text) }
        for kind in MistakeClass.allCases {
            for quote in ComparedQuote.Kind.allCases {
                print("\(kind.rawValue) \(quote.rawValue): \(mistakes.count { $0.kind == kind && $0.quote == quote })")
            }
        }
        print("\nThe most frequent, by what is behind them:")
        let kinds = Dictionary(grouping: mistakes) { "\($0.kind.rawValue) \($0.quote.rawValue): \($0.cause.rawValue)" }
        // Equal numbers in the order of their names, on every run.
        for (name, all) in kinds.sorted(by: { (-$0.value.count, $0.key) < (-$1.value.count, $1.key) }).prefix(10) {
            print("\(all.count) \(name)")
        }
        print("")
        let listed = mistakes.filter { only == nil || $0.kind == only }
        for (index, mistake) in listed.enumerated() where index % max(1, every) == 0 { print(mistake) }
    }
}

extension MistakeClass: ExpressibleByArgument {}
