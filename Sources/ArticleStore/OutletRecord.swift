/// An outlet of an archive.
package struct OutletRecord: Hashable, Sendable {
    /// The name as its articles give it.
    package let name: String
    /// How many articles it has.
    package let articles: Int

    package init(name: String, articles: Int) {
        self.name = name
        self.articles = articles
    }
}
