package import Articles

/// Finds who said what in articles, and who and what is the same across articles.
///
/// No I/O, no clock, no chance: the same article gives the same annotation on every machine. The stages stand in folders of their
/// own: `Tokens` → `Marks` → `Attribution` → `Speakers` → `Circumstances`, then, across articles, `Linking`.
package enum Annotator {
    /// Grows with every change that changes what is found, so that what an older version found can be found anew.
    package static let version = 6

    /// What is looked for.
    package enum Scope: Sendable {
        /// What somebody said.
        case sayings
        /// Also what somebody thinks, wants or finds.
        case everything
    }

    /// The quotes and the speakers of each version of an article.
    /// - Parameter model: what was learned; without it the rules alone decide.
    package static func annotate(
        _ article: Article, scope: Scope = .sayings, with model: AnnotatorModel? = .shipped
    ) -> AnnotatedArticle {
        AnnotatedArticle(
            article: article, annotations: article.versions.map { annotate($0, of: article, scope, model) },
            annotator: version)
    }

    private static func annotate(
        _ version: Version, of article: Article, _ scope: Scope, _ model: AnnotatorModel?
    ) -> Annotation {
        let document = Document(bytes: article.source.bytes, version: version)
        var builder = builder(document, scope, model)
        return builder.annotation(circumstances(document, of: article))
    }

    /// The quotes of an article's last version, each with what its confidences follow from.
    package static func grounds(
        _ article: Article, scope: Scope = .sayings, with model: AnnotatorModel
    ) -> [(quote: Quote, grounds: Calibration.Grounds)] {
        guard let version = article.versions.last else { return [] }
        let document = Document(bytes: article.source.bytes, version: version)
        var builder = builder(document, scope, model)
        let quotes = builder.annotation(circumstances(document, of: article)).quotes
        return quotes.indices.map { (quotes[$0], builder.grounds(of: $0, quotes[$0].kind)) }
    }

    private static func builder(_ document: Document, _ scope: Scope, _ model: AnnotatorModel?) -> QuoteBuilder {
        let attributions =
            model.map { LearnedAttributions.attributions(in: document, with: $0, scope: scope) }
            ?? AttributionFinder.attributions(in: document)
        return QuoteBuilder(
            document: document, attributions: attributions, calibrations: model?.calibrations ?? [:])
    }

    private static func circumstances(_ document: Document, of article: Article) -> Circumstances {
        Circumstances(document: document, published: article.metadata.published?.value)
    }
}
