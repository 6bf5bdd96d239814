import Text

/// The words by which speakers are found, in one stretch of bytes, so that a look-up at a key goes through those of all speakers at once.
struct SpeakerSearch: Sendable {
    private var bytes: [UInt8] = []
    /// Where the words of each speaker end.
    private var ends: [Int] = []

    /// - Parameter texts: for each speaker its words, each between two spaces.
    init(_ texts: [String]) {
        for text in texts {
            bytes += text.utf8
            bytes.append(UInt8(ascii: "\n"))
            ends.append(bytes.count)
        }
    }

    /// The places of the speakers who have one of some words, in ascending order.
    func places(withAnyOf words: [String]) -> [Int] {
        var places: Set<Int> = []
        for word in words {
            let needle = Needle(" \(word) ")
            var start = 0
            while let found = needle.first(in: bytes, from: start) {
                let place = place(of: found)
                places.insert(place)
                start = ends[place]
            }
        }
        return places.sorted()
    }

    /// Horspool's search: what stands where a match would end tells how far the next one is at least.
    private struct Needle {
        private let text: [UInt8]
        private var shifts: [Int]

        init(_ text: String) {
            self.text = Array(text.utf8)
            shifts = Array(repeating: self.text.count, count: 256)
            for (index, byte) in self.text.dropLast().enumerated() { shifts[Int(byte)] = self.text.count - 1 - index }
        }

        /// The first match that begins at `start` or behind it.
        func first(in bytes: [UInt8], from start: Int) -> Int? {
            let last = text.count - 1
            var end = start + last
            while end < bytes.count {
                let byte = bytes[end]
                if byte == text[last], bytes[(end - last)...end].elementsEqual(text) { return end - last }
                end += shifts[Int(byte)]
            }
            return nil
        }
    }

    /// The speaker among whose words a byte is.
    private func place(of byte: Int) -> Int { ends.partitioningIndex { $0 > byte } }
}
