/// A part of a quote that an archive can list.
package enum PrintedPart: String, CaseIterable, Hashable, Sendable {
    case place, occasion, medium, addressee, via
}

/// Something that quotes have as a part, as it is printed.
package struct PrintedValue: Hashable, Sendable {
    /// The printed words.
    package let text: String
    /// How many quotes have it.
    package let quotes: Int

    package init(text: String, quotes: Int) {
        self.text = text
        self.quotes = quotes
    }
}
