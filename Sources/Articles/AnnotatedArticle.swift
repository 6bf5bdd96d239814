/// An article with what was found in each of its versions: what the archive takes in.
package struct AnnotatedArticle: Hashable, Sendable {
    package var article: Article
    /// One for each version, in the same order.
    package var annotations: [Annotation]
    /// The version of the annotator that found them; a later one finds more.
    package var annotator: Int

    package init(article: Article, annotations: [Annotation], annotator: Int = 0) {
        self.article = article
        self.annotations = annotations
        self.annotator = annotator
    }
}
