/// An article with what was found in each of its versions: what the archive takes in.
package struct AnnotatedArticle: Hashable, Sendable {
    package var article: Article
    /// One for each version, in the same order.
    package var annotations: [Annotation]

    package init(article: Article, annotations: [Annotation]) {
        self.article = article
        self.annotations = annotations
    }
}
