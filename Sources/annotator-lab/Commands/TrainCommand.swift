import Annotator
import ArgumentParser

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// `annotator-lab train`: corpora → a model.
struct TrainCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "train", abstract: "Train a model and write it to a file.",
        discussion: "The same corpora and the same seed give the same bytes on every machine.")

    @OptionGroup var corpora: CorpusOptions

    @Option(help: "The file that the model is written to.")
    var output: String

    @Option(help: "The number from which the order of the examples follows.")
    var seed: UInt64 = 1

    func run() throws {
        let hand = try corpora.articles("train")
        let tagger = TaggerTraining.table(try corpora.taggedSentences(hand), seed: seed)
        for (name, test) in try CorpusOptions.treebankTests(in: corpora.ud) {
            let (right, all) = TaggerTraining.accuracy(of: tagger, on: test)
            print("parts of speech, \(name): \(Percent.text(right, of: all)) of \(all) words")
        }
        let articles = hand.map { LabArticle($0, tagging: tagger) }
        let (model, validation) = ModelTraining.model(articles, tagger: tagger, seed: seed)
        for group in QuoteGroup.allCases {
            let score = Score(group, of: validation.map(\.comparison))
            print("cross-validated on the training articles, \(group.rawValue): \(score.wholes)")
        }
        try Data(model.bytes).write(to: URL(filePath: output))
        print("wrote \(output), \(model.bytes.count) bytes")
    }
}
