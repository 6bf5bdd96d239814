package import Text

/// Where a text stands in the file that it was made from, when a source is not the bytes of a file as they are: a web page, an item of a
/// feed, a text in another character set.
package struct Origin: Hashable, Sendable {
    /// The path of the file.
    package var file: String
    /// The number of the item, from 1, in a file that holds several.
    package var item: Int?
    /// The bytes of the item in the file, once that is unpacked.
    package var range: ByteRange
    /// The bytes of the file in that range, as they are there.
    package var bytes: [UInt8]
    /// The character set of the file: `UTF-8`, `Windows-1252`.
    package var characterSet: String
    /// The steps from the text back to the file, the last one made by the reader first.
    package var steps: [OffsetMap]

    package init(
        file: String, item: Int? = nil, range: ByteRange, bytes: [UInt8], characterSet: String, steps: [OffsetMap]
    ) {
        self.file = file
        self.item = item
        self.range = range
        self.bytes = bytes
        self.characterSet = characterSet
        self.steps = steps
    }

    /// The bytes of the unpacked file from which a range of the text was made.
    package func place(of range: ByteRange) -> ByteRange { steps.reduce(range) { $1.original($0) } }
}
