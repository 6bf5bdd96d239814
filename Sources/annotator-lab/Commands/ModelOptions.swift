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

    /// Each article's text, and what was found in it beside what people marked.
    func comparisons() throws -> [(text: ComparedText, comparison: Comparison)] {
        let model =
            rules ? nil : try self.model.map { try AnnotatorModel(bytes: CorpusFile.bytes($0)) } ?? .shipped
        return try HandAnnotatedArticle.read("\(polnear)/\(part).jsonl").map { article in
            let text = ComparedText(article.text)
            return (
                text, Comparison(article, in: text, scope: beliefs ? .everything : .sayings, model: model)
            )
        }
    }
}
