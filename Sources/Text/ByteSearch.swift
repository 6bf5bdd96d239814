extension [UInt8] {
    /// Whether some bytes stand in these, side by side; none always do.
    package func contains(_ part: [UInt8]) -> Bool {
        guard let first = part.first else { return true }
        var index = 0
        while index + part.count <= count {
            if self[index] == first, part.indices.dropFirst().allSatisfy({ self[index + $0] == part[$0] }) {
                return true
            }
            index += 1
        }
        return false
    }
}
