import QueryLanguage
package import Text

extension Draft {
    /// A path in a text.
    package struct Link: Hashable, Sendable {
        /// Its bytes, without quotation marks.
        package let range: ByteRange
        /// The path as it is written, seen from the script's folder.
        package let path: String
        /// Whether it is another script, and not the archive.
        package let isInclusion: Bool
    }

    /// The paths in the text: of the archive in its first lines, and of included files.
    package var links: [Link] {
        let header = ScriptHeader.archive(in: bytes).map { Link(range: $0.range, path: $0.path, isInclusion: false) }
        return (header.map { [$0] } ?? [])
            + pieces.compactMap { piece in
                piece.inclusion.map { path, range in
                    Link(range: piece.absolute(range), path: path, isInclusion: true)
                }
            }
    }
}
