/// The words in the `class` and `id` of an element: `article-body__relatedLinks` is `article`, `body`, `related`, `links`.
struct ClassWords {
    let words: [String]

    init(_ tree: PageTree, _ node: Int) {
        var words: [String] = []
        for value in [tree.value(.classes, of: node), tree.value(.id, of: node), tree.value(.dataComponent, of: node)] {
            if let value { ClassWords.split(value, into: &words) }
        }
        self.words = words
    }

    private static func split(_ value: String, into words: inout [String]) {
        var word: [UInt8] = []
        var wasSmall = false
        func flush() {
            if word.count > 1 { words.append(String(decoding: word, as: UTF8.self)) }
            word = []
        }
        for byte in value.utf8 {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"):
                word.append(byte)
                wasSmall = true
            case UInt8(ascii: "A")...UInt8(ascii: "Z"):
                if wasSmall { flush() }
                word.append(byte | 0x20)
                wasSmall = false
            default:
                flush()
                wasSmall = false
            }
        }
        flush()
    }

    /// Whether two words follow each other, or stand as one: `article` and `body` in `article-body` and `articlebody`.
    func hold(_ first: Set<String>, then second: Set<String>) -> Bool {
        for (index, word) in words.enumerated() {
            if index + 1 < words.count, first.contains(word), second.contains(words[index + 1]) { return true }
            for start in first where word.hasPrefix(start) && second.contains(String(word.dropFirst(start.count))) {
                return true
            }
        }
        return false
    }
}
