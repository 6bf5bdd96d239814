/// Something that could stand at the cursor.
struct Candidate {
    var insertion: String
    var label: String
    var detail: String
    /// Other spellings by which it is found.
    var aliases: [String] = []
    /// Whether it is a name of the archive, which can stand in quotation marks.
    var isName = false

    /// How well it fits what is typed: 0 begins so, 1 a word or an alias of it begins so, 2 has the letters in order;
    /// nil where it does not fit.
    func rank(_ typed: String) -> Int? {
        if typed.isEmpty { return 0 }
        let typed = Array(typed.lowercased().utf8)
        let label = Array(self.label.lowercased().utf8)
        if label.starts(with: typed) { return 0 }
        let blank = UInt8(ascii: " ")
        for index in label.indices.dropFirst() where label[index - 1] == blank {
            if label[index...].starts(with: typed) { return 1 }
        }
        if aliases.contains(where: { $0.lowercased().utf8.starts(with: typed) }) { return 1 }
        return typed.count >= 2 && label.first == typed.first && isSubsequence(typed, label) ? 2 : nil
    }

    private func isSubsequence(_ letters: [UInt8], _ text: [UInt8]) -> Bool {
        var next = 0
        for byte in text where next < letters.count && byte == letters[next] { next += 1 }
        return next == letters.count
    }
}
