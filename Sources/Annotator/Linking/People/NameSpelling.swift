/// The spellings of one name in Latin letters: `Sergey`, `Sergei`; `Mohammad`, `Muhammad`.
enum NameSpelling {
    /// Whether two folded names are spellings of one.
    ///
    /// They differ in one letter, and not as names of a man and a woman do (`Daniel`, `Daniela`; `Mario`, `Maria`), nor as two common
    /// names do (`Martin`, `Marvin`).
    static func areOne(_ a: String, _ b: String) -> Bool {
        if let family = families[a], family == families[b] { return true }
        if let isFemale = GivenNames.isFemale(a), let other = GivenNames.isFemale(b), isFemale != other { return false }
        let (a, b) = (Array(a.utf8), Array(b.utf8))
        guard min(a.count, b.count) >= 4, abs(a.count - b.count) <= 1, a != b else { return false }
        let head = zip(a, b).prefix { $0 == $1 }.count
        let tail = min(
            zip(a.reversed(), b.reversed()).prefix { $0 == $1 }.count, min(a.count, b.count) - head)
        guard head >= (max(a.count, b.count) >= 6 ? 1 : 2), head + tail >= max(a.count, b.count) - 1 else {
            return false
        }
        let (left, right) = (a[head..<(a.count - tail)], b[head..<(b.count - tail)])
        guard let one = left.first, let other = right.first else {
            let more = left.isEmpty ? b : a
            return isSilent((left.first ?? right.first) ?? 0, at: head, of: more)
        }
        if vowels.contains(one), vowels.contains(other) {
            return tail > 0 || endings.contains(one) && endings.contains(other)
        }
        return equals.contains { $0.contains(one) && $0.contains(other) }
    }

    /// What all spellings of a name have in common: its consonants, as they sound.
    static func skeleton(_ name: String) -> [UInt8] {
        if let family = families[name] { return Array("\(family)".utf8) }
        var skeleton: [UInt8] = []
        for (index, byte) in name.utf8.enumerated() {
            // A first letter is always heard.
            if index > 0, silent.contains(byte) { continue }
            let letter: UInt8 =
                switch byte {
                case UInt8(ascii: "c"), UInt8(ascii: "q"), UInt8(ascii: "g"): UInt8(ascii: "k")
                case UInt8(ascii: "z"): UInt8(ascii: "s")
                case UInt8(ascii: "w"), UInt8(ascii: "f"): UInt8(ascii: "v")
                default: byte
                }
            if skeleton.last != letter { skeleton.append(letter) }
        }
        return skeleton
    }

    /// Whether a letter that one spelling has and another has not changes no name: a doubled one, an `h`, a vowel inside a long name.
    private static func isSilent(_ letter: UInt8, at index: Int, of name: [UInt8]) -> Bool {
        if index > 0, name[index - 1] == letter || index + 1 < name.count && name[index + 1] == letter { return true }
        if letter == UInt8(ascii: "h") { return index > 0 }
        return vowels.contains(letter) && index + 1 < name.count && name.count >= 6
    }

    private static let vowels = Array("aeiouy".utf8)
    private static let silent = Array("aeiouyhj".utf8)
    private static let endings = Array("iy".utf8)
    private static let equals = ["ckq", "sz", "vwf", "ijy"].map { Array($0.utf8) }

    /// Names whose spellings differ in more than one letter, a line each.
    private static let families: [String: Int] = {
        let lines = """
            mohammed muhammad mohamed mohammad muhammed mohamad mohamud muhamed
            hussein hussain husayn hossein hussien
            yevgeny evgeny yevgeni evgeni evgeniy
            alexander aleksandr aleksander alexandr
            steven stephen
            geoffrey jeffrey
            dmitry dmitri dmitriy dimitri
            sergei sergey serguei
            yuri yury iouri yuriy
            yusuf yousef youssef yousuf yusef
            abdullah abdallah abdulla
            ibrahim ebrahim ibraheem
            catherine katherine kathryn katharine
            """
        var families: [String: Int] = [:]
        for (number, line) in lines.split(separator: "\n").enumerated() {
            for name in line.split(separator: " ") { families[String(name)] = number }
        }
        return families
    }()
}
