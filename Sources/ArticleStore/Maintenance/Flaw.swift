/// Something in an archive that is not as it should be.
package struct Flaw: Hashable, Sendable {
    /// What is wrong and where, as one sentence.
    package let message: String
    package let remedy: Remedy

    /// What would mend it.
    package enum Remedy: Hashable, Sendable {
        /// It harms nothing: something to know.
        case none
        /// An index of the database is made anew.
        case reindexing
        /// Rows that lead nowhere are taken away.
        case removing
        /// The index over the words, the counts and the linking are made anew.
        case rebuilding
        /// What copies of a text are found by is made anew.
        case comparing
        /// The article is annotated anew from its text, which is whole.
        case annotating(article: Int64)
        /// Nothing in the archive: its source, or a copy of the archive, is needed.
        case elsewhere
    }

    init(_ message: String, _ remedy: Remedy) {
        self.message = message
        self.remedy = remedy
    }
}
