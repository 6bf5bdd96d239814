import ArgumentParser

/// Where the corpora are.
struct CorpusOptions: ParsableArguments {
    @Option(help: "The folder of the articles with attributions marked by hand.")
    var polnear: String

    @Option(help: "The folder of the treebanks.")
    var ud: String

    /// The documents of GUM that the treebank's authors keep for testing and development among its news: they train nothing.
    private static let keptForTests: Set = [
        "GUM_news_nasa", "GUM_news_sensitive", "GUM_news_homeopathic", "GUM_news_iodine",
    ]

    /// The sentences that train the tagger: those that people tagged, and those of the articles, which a machine did.
    func taggedSentences(_ articles: [HandAnnotatedArticle]) throws -> [TreebankSentence] {
        var training = try TreebankSentence.read("\(ud)/ewt-train.conllu")
        for genre in ["news", "interview", "academic", "court", "speech"] {
            training += try TreebankSentence.read("\(ud)/gum-\(genre).conllu") {
                !CorpusOptions.keptForTests.contains($0)
            }
        }
        return training + (try SilverSentences.read("\(polnear)/silver.conll", of: articles))
    }

    /// The sentences that test the tagger, by what they are from.
    /// - Parameter folder: the folder of the treebanks.
    static func treebankTests(in folder: String) throws -> [(name: String, sentences: [TreebankSentence])] {
        [
            ("UD English EWT, test", try TreebankSentence.read("\(folder)/ewt-test.conllu")),
            (
                "GUM, four news texts kept apart",
                try TreebankSentence.read("\(folder)/gum-news.conllu") { keptForTests.contains($0) }
            ),
        ]
    }

    /// The articles of a part of the corpus of attributions: `train`, `dev`.
    func articles(_ part: String) throws -> [HandAnnotatedArticle] {
        try HandAnnotatedArticle.read("\(polnear)/\(part).jsonl")
    }
}
