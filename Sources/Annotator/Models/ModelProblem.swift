/// Why some bytes are no model for this annotator.
package enum ModelProblem: Error, Hashable, Sendable {
    /// They do not begin as a model does.
    case notAModel
    /// They are of another format than this program reads.
    case otherFormat(found: String)
    /// A line of the header is missing or says something impossible.
    case badHeader(line: String)
    /// There are fewer or more bytes than the header announces.
    case wrongLength(found: Int, announced: Int)
    /// The bytes were changed.
    case damaged
}
