import Annotator
import ArgumentParser
import Articles

/// `annotator-lab eval`: how good, how fast and how big a model is.
struct EvaluateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "eval", abstract: "Score what is found against what people marked, and measure what it costs.",
        discussion: """
            Prints the row of the table in the model card, the figures behind it, and how far confidences can be trusted.
            Words count as right with at least half of all words in common. With --ud, also parts of speech.
            """)

    @OptionGroup var options: ModelOptions

    @Option(help: "The folder of the treebanks, for the accuracy of the parts of speech.")
    var ud: String?

    func run() throws {
        let start = ProcessorTime()
        let model = try options.annotator()
        let loading = start.milliseconds
        let articles = try options.articles()
        let scope: Annotator.Scope = options.beliefs ? .everything : .sayings
        let (quotes, speed) = EvaluateCommand.annotated(articles, scope, model)
        let memory = ResidentMemory.megabytes
        let annotated = zip(articles, quotes).map { AnnotatedComparison($0, $1) }
        let scores = QuoteGroup.allCases.map { Score($0, of: annotated.map(\.comparison)) }
        let size = model.map { Percent.text($0.bytes.count, of: 100 << 20) } ?? "0"
        print(
            """
            | quoted e2e | speech e2e | all e2e | speech part | speaker on matched | articles a CPU second | start | memory | model |
            |---|---|---|---|---|---|---|---|---|
            | \(scores.map(\.wholes.f).joined(separator: " | ")) | \(scores[1].words.f) | \
            \(scores.map(\.speaker).joined(separator: "/")) | \(speed) | \(loading) ms | \(memory) MB | \(size) MB |

            """)
        for score in scores {
            print("\(score.group.rawValue): words \(score.words); words and source \(score.wholes)")
        }
        try printPartsOfSpeech(model)
        for kind in [nil] + ComparedQuote.Kind.allCases.map(Optional.some) {
            var reliability = Reliability()
            for comparison in annotated { reliability.count(comparison, kind: kind) }
            EvaluateCommand.printTable(of: reliability, kind?.rawValue ?? "every kind")
        }
        var sources = Reliability()
        for comparison in annotated { sources.countSources(comparison) }
        EvaluateCommand.printTable(of: sources, "sources of right words")
    }

    private static func printTable(of reliability: Reliability, _ title: String) {
        print("\n\(title), expected calibration error \(reliability.calibrationError)")
        print("| confidence | stated | observed | quotes |\n|---|---|---|---|")
        for row in reliability.rows { print(row) }
    }

    /// The quotes of some articles, and how many articles are read and annotated in a second of one processor: the best of five rounds,
    /// because a busy machine slows some of them.
    private static func annotated(
        _ articles: [HandAnnotatedArticle], _ scope: Annotator.Scope, _ model: AnnotatorModel?
    ) -> (quotes: [[Quote]], speed: Int) {
        var quotes: [[Quote]] = []
        var best = 0
        for _ in 0..<5 {
            let time = ProcessorTime()
            quotes = articles.map { AnnotatedComparison.quotes(of: $0, scope: scope, model: model) }
            best = max(best, articles.count * 1000 / max(1, time.milliseconds))
        }
        return (quotes, best)
    }

    private func printPartsOfSpeech(_ model: AnnotatorModel?) throws {
        guard let ud, let model else { return }
        for (name, test) in try CorpusOptions.treebankTests(in: ud) {
            let (right, all) = TaggerTraining.accuracy(of: model.tagger, on: test)
            print("parts of speech, \(name): \(Percent.text(right, of: all)) of \(all) words")
        }
    }
}
