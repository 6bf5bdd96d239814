/// One thing that TAB can put into the line.
package struct Choice: Hashable, Sendable {
    /// The bytes of the line that it replaces.
    package var range: Range<Int>
    /// What is inserted.
    package var insertion: String
    /// What a list shows.
    package var label: String
    /// One line about it.
    package var detail: String

    package init(range: Range<Int>, insertion: String, label: String, detail: String = "") {
        self.range = range
        self.insertion = insertion
        self.label = label
        self.detail = detail
    }

    /// What all choices begin with, case and all: `["Kerry", "Kenya"]` → `Ke`; whole characters only.
    static func commonPrefix(_ choices: [Choice]) -> String {
        guard let first = choices.first?.insertion else { return "" }
        return choices.dropFirst().reduce(first) { prefix, choice in
            String(zip(prefix, choice.insertion).prefix { $0 == $1 }.map(\.0))
        }
    }
}
