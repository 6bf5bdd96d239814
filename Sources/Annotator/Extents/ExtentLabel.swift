/// What a unit near a cue is to its attribution.
package enum ExtentLabel: UInt8, CaseIterable, Sendable {
    /// Nothing.
    case other
    /// A part of the phrase that names the source.
    case source
    /// A part of the words that are attributed.
    case content

    /// The number of labels.
    package static let count = 3
}
