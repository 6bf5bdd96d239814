extension Unicode.Scalar {
    /// Whether the code point could move the cursor, change colours, or reorder what stands around it.
    ///
    /// Articles come from strangers: none of these may ever reach a terminal.
    package var isControl: Bool {
        switch value {
        case 0..<0x20, 0x7F...0x9F: true
        case 0x061C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: true
        case 0x2028, 0x2029, 0xFEFF, 0xFFF9...0xFFFB, 0xE0000...0xE007F: true
        default: false
        }
    }
}
