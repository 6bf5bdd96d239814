package import Articles

/// Finds who said what in articles, and who and what is the same across articles. No I/O, no clock, no chance: the same article gives
/// the same annotation on every machine.
package enum Annotator {
    /// The quotes and the speakers of each version of an article.
    package static func annotate(_ article: Article) -> AnnotatedArticle { fatalError("contract") }

    /// For every speaker as found in one article, the number of the person, organisation or group it is in the archive.
    package static func people(_ speakers: [Speaker]) -> [Int] { fatalError("contract") }

    /// Which quotes of an archive report one utterance.
    package static func statements(_ quotes: [LinkableQuote]) -> [LinkedStatement] { fatalError("contract") }
}
