package import Articles

/// Finds who said what in articles, and who and what is the same across articles.
///
/// No I/O, no clock, no chance: the same article gives the same annotation on every machine. The stages stand in folders of their
/// own: `Tokens` → `Marks` → `Attribution` → `Speakers` → `Circumstances`, then, across articles, `Linking`.
package enum Annotator {
    /// Grows with every change that changes what is found, so that what an older version found can be found anew.
    package static let version = 2

    /// The quotes and the speakers of each version of an article.
    package static func annotate(_ article: Article) -> AnnotatedArticle {
        AnnotatedArticle(article: article, annotations: article.versions.map { annotate($0, of: article) })
    }

    private static func annotate(_ version: Version, of article: Article) -> Annotation {
        let document = Document(bytes: article.source.bytes, version: version)
        let attributions = AttributionFinder.attributions(in: document)
        var builder = QuoteBuilder(document: document, attributions: attributions)
        let circumstances = Circumstances(document: document, published: article.metadata.published?.value)
        return builder.annotation(circumstances)
    }
}
