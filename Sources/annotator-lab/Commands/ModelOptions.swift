import Annotator
import ArgumentParser

/// What annotates, and what it is compared with.
struct ModelOptions: ParsableArguments {
    @Option(help: "The folder of the articles with attributions marked by hand.")
    var polnear: String

    @Option(help: "The part of the corpus: train or dev.")
    var part = "dev"

    @Option(help: "A model to use instead of the one that the program is built with.")
    var model: String?

    @Flag(help: "Use the rules alone, without any model.")
    var rules = false

    @Flag(help: "Find also what people think, want or find, besides what they say.")
    var beliefs = false

    /// The articles of the corpus.
    func articles() throws -> [HandAnnotatedArticle] {
        try HandAnnotatedArticle.read("\(polnear)/\(part).jsonl")
    }

    /// What annotates; nil for the rules alone.
    func annotator() throws -> AnnotatorModel? {
        rules ? nil : try model.map { try AnnotatorModel(bytes: CorpusFile.bytes($0)) } ?? .shipped
    }

    /// What was found in each article beside what people marked.
    func comparisons() throws -> [AnnotatedComparison] {
        let model = try annotator()
        return try articles().map { article in
            AnnotatedComparison(
                article,
                AnnotatedComparison.quotes(of: article, scope: beliefs ? .everything : .sayings, model: model))
        }
    }
}
