/// The names of an archive as completion looks through them at every key: one run over bytes that are folded to small letters already.
package struct NameTable: Hashable, Sendable {
    /// More names than this are not offered; what is typed next makes them fewer.
    private static let limit = 200

    private let entries: [Vocabulary.Entry]
    /// For each entry its name and its aliases, in small letters, each ended by `end`.
    private let bytes: [UInt8]
    /// Where each entry's name begins in `bytes`; one more for the end.
    private let starts: [Int]

    /// The words of all names and aliases, by what they hash to: a clash only colours a word.
    private let words: Set<UInt64>

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
        self.bytes = bytes
        self.starts = starts + [bytes.count]
    }

    /// Whether some name has this word, whatever its case.
    package func hasWord(_ word: String) -> Bool { words.contains(NameTable.hash(word.lowercased().utf8)) }

    /// FNV-1a.
    private static func hash(_ bytes: some Sequence<UInt8>) -> UInt64 {
        bytes.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
    }

    /// The entries that fit what is typed: those whose name begins so, then those of which a word or an alias does; where there are
    /// none, those that have its letters in order. Within each the most frequent come first.
    package func entries(for typed: String) -> [Vocabulary.Entry] {
        let typed = Array(typed.lowercased().utf8)
        guard let first = typed.first else { return Array(entries.prefix(NameTable.limit)) }
        var found: [[Int]] = [[], []]
        for index in entries.indices {
            guard let rank = rank(index, typed, first) else { continue }
            found[rank].append(index)
            if found[0].count + found[1].count >= NameTable.limit { break }
        }
        if found[0].isEmpty, found[1].isEmpty, typed.count >= 2 { found[1] = scattered(typed, first) }
        return (found[0] + found[1]).map { entries[$0] }
    }

    /// 0 where the name begins so, 1 where another of its words or an alias does.
    private func rank(_ index: Int, _ typed: [UInt8], _ first: UInt8) -> Int? {
        var place = starts[index]
        let upper = starts[index + 1]
        var isInName = true
        var isFirstOfAll = true
        var isAtStart = true
        while place < upper {
            let byte = bytes[place]
            if isAtStart, byte == first, matches(typed, at: place, upper) { return isFirstOfAll ? 0 : 1 }
            if byte == NameTable.end { isInName = false }
            // An alias counts from its beginning, the name from each of its words.
            isAtStart = byte == NameTable.end || isInName && byte == NameTable.blank
            isFirstOfAll = false
            place += 1
        }
        return nil
    }

    private func matches(_ typed: [UInt8], at place: Int, _ upper: Int) -> Bool {
        guard place + typed.count <= upper else { return false }
        for offset in typed.indices where bytes[place + offset] != typed[offset] { return false }
        return true
    }

    private func scattered(_ typed: [UInt8], _ first: UInt8) -> [Int] {
        var found: [Int] = []
        for index in entries.indices where bytes[starts[index]] == first {
            var next = 0
            var place = starts[index]
            while bytes[place] != NameTable.end, next < typed.count {
                if bytes[place] == typed[next] { next += 1 }
                place += 1
            }
            if next == typed.count { found.append(index) }
            if found.count == NameTable.limit { break }
        }
        return found
    }
}
