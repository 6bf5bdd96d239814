/// The names of an archive as completion looks through them at every key: bytes that are folded to small letters already, and of them only
/// the places that begin with the first byte that is typed.
package struct NameTable: Hashable, Sendable {
    /// More names than this are not offered; what is typed next makes them fewer.
    private static let limit = 200

    private let entries: [Vocabulary.Entry]
    /// For each entry its name and its aliases, in small letters, each ended by `end`.
    private let bytes: [UInt8]
    /// Where each entry's name begins in `bytes`; one more for the end.
    private let starts: [Int]

    /// The places at which what is typed can begin, by the byte that stands there: of a name each of its words, an alias itself.
    private let places: [UInt8: [Place]]

    /// The words of all names and aliases, by what they hash to: a clash only colours a word.
    private let words: Set<UInt64>

    /// A place in `bytes` and the entry that it belongs to.
    private struct Place: Hashable {
        let entry: Int32
        let byte: Int32
    }

    private static let end: UInt8 = 0
    private static let blank = UInt8(ascii: " ")

    /// A table of entries, most frequent first.
    package init(_ entries: [Vocabulary.Entry]) {
        self.entries = entries
        var bytes: [UInt8] = []
        var starts: [Int] = []
        var words: Set<UInt64> = []
        for entry in entries {
            starts.append(bytes.count)
            for name in [entry.name] + entry.aliases {
                bytes += Array(name.lowercased().utf8)
                bytes.append(NameTable.end)
            }
            let names = bytes[(starts.last ?? 0)...]
            for word in names.split(whereSeparator: { $0 == NameTable.end || $0 == NameTable.blank }) {
                words.insert(NameTable.hash(word))
            }
        }
        self.words = words
        places = NameTable.places(bytes, starts)
        self.bytes = bytes
        self.starts = starts + [bytes.count]
    }

    /// Whether some name has this word, whatever its case.
    package func hasWord(_ word: String) -> Bool { words.contains(NameTable.hash(word.lowercased().utf8)) }

    /// FNV-1a.
    private static func hash(_ bytes: some Sequence<UInt8>) -> UInt64 {
        bytes.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
    }

    private static func places(_ bytes: [UInt8], _ starts: [Int]) -> [UInt8: [Place]] {
        var places: [UInt8: [Place]] = [:]
        for (entry, start) in starts.enumerated() {
            let upper = entry + 1 < starts.count ? starts[entry + 1] : bytes.count
            var isInName = true
            var isAtStart = true
            for place in start..<upper {
                let byte = bytes[place]
                if isAtStart { places[byte, default: []].append(Place(entry: Int32(entry), byte: Int32(place))) }
                if byte == end { isInName = false }
                isAtStart = byte == end || isInName && byte == blank
            }
        }
        return places
    }

    /// The entries that fit what is typed: those whose name begins so, then those of which a word or an alias does; where there are
    /// none, those that have its letters in order. Within each the most frequent come first.
    package func entries(for typed: String) -> [Vocabulary.Entry] {
        let typed = Array(typed.lowercased().utf8)
        guard let first = typed.first else { return Array(entries.prefix(NameTable.limit)) }
        let places = places[first] ?? []
        var found: (byName: [Int], byWord: [Int]) = ([], [])
        var last: Int32 = -1
        for place in places where place.entry != last && matches(typed, at: Int(place.byte)) {
            last = place.entry
            if isName(place) { found.byName.append(Int(last)) } else { found.byWord.append(Int(last)) }
            if found.byName.count + found.byWord.count >= NameTable.limit { break }
        }
        if found.byName.isEmpty, found.byWord.isEmpty, typed.count >= 2 { found.byName = scattered(typed, places) }
        return (found.byName + found.byWord).map { entries[$0] }
    }

    /// Whether a name begins there, and not another of its words or an alias.
    private func isName(_ place: Place) -> Bool { starts[Int(place.entry)] == Int(place.byte) }

    /// What is typed holds no end, so that it cannot match beyond the name.
    private func matches(_ typed: [UInt8], at place: Int) -> Bool {
        guard place + typed.count <= bytes.count else { return false }
        for offset in typed.indices where bytes[place + offset] != typed[offset] { return false }
        return true
    }

    private func scattered(_ typed: [UInt8], _ places: [Place]) -> [Int] {
        var found: [Int] = []
        for place in places where isName(place) {
            var next = 0
            var byte = Int(place.byte)
            while bytes[byte] != NameTable.end, next < typed.count {
                if bytes[byte] == typed[next] { next += 1 }
                byte += 1
            }
            if next == typed.count { found.append(Int(place.entry)) }
            if found.count == NameTable.limit { break }
        }
        return found
    }
}
