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
            let search = ByteSearch(Array(" \(word) ".utf8))
            var start = 0
            while let found = search.first(in: bytes, from: start) {
                let place = place(of: found)
                places.insert(place)
                start = ends[place]
            }
        }
        return places.sorted()
    }

    /// The speaker among whose words a byte is.
    private func place(of byte: Int) -> Int { ends.partitioningIndex { $0 > byte } }
}
