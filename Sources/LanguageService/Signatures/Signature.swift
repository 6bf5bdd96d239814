package import Text

/// How a clause, a question or a command is written, and which part of it is being written.
package struct Signature: Hashable, Sendable {
    /// All of it: `between DATE and DATE`.
    package let label: String
    /// One line about it, and an example.
    package let summary: String
    /// The bytes of `label` that are parts to be filled in.
    package let parameters: [ByteRange]
    /// The part that is being written.
    package let active: Int

    /// A form whose parts are its words in capitals.
    init(_ label: String, summary: String, active: Int) {
        self.label = label
        self.summary = summary
        var parameters: [ByteRange] = []
        var start: Int?
        let bytes = Array(label.utf8)
        for (index, byte) in (bytes + [0x20]).enumerated() {
            let isCapital = (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte)
            if isCapital, start == nil { start = index }
            if !isCapital, let first = start {
                parameters.append(ByteRange(first, index))
                start = nil
            }
        }
        self.parameters = parameters
        self.active = min(active, max(0, parameters.count - 1))
    }
}
