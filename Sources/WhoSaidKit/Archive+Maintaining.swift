import Annotator
package import ArticleStore
import Articles
import Readers

extension Archive {
    /// Looks at everything in the archive.
    /// - Parameter progress: told after each article how many were looked at.
    package func verify(progress: (Int) throws -> Void = { _ in }) throws -> [Flaw] {
        try store.verify(progress: progress)
    }

    /// Mends what can be made anew: articles are read and annotated again from their texts, where these are whole.
    package func repair(_ flaws: [Flaw]) throws {
        try store.repair(flaws, Annotator.linker) { source, metadata in
            Annotator.annotate(Reading.read(source, metadata: metadata))
        }
    }
}
