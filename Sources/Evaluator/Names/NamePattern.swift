import Articles
import Gazetteer
import Text

/// A name as a question gives it, compared with the names of the archive by whole parts, never by substrings.
///
///     NamePattern("Kerry").matches(johnKerry)   // true: a part of the name
///     NamePattern("Russia").matches(lavrov)     // false: a country is not its officials
struct NamePattern: Hashable, Sendable {
    /// The name as written.
    let text: String
    private let words: [FoldedWord]
    private let isExact: Bool
    private let country: Int?

    init(_ text: String, isExact: Bool = false) {
        self.text = text
        self.isExact = isExact
        words = NamePattern.words(text)
        country = Country.named(text).flatMap { country in Country.all.firstIndex(of: country) }
    }

    /// A word without which no speaker goes by this name, in its form or its stem; nil where there is none, since a country goes by many.
    var decisiveWord: FoldedWord? { country == nil ? words.first : nil }

    /// Whether a speaker goes by this name, in full, in part, by an alias or by a role.
    func matches(_ speaker: Speaker) -> Bool {
        let forms = [speaker.name] + speaker.aliases
        if isExact { return forms.contains(text) }
        guard !words.isEmpty else { return false }
        if let country {
            return forms.contains { Country.meant(by: $0) == Country.all[country] }
        }
        if isPart(of: speaker.name, stemmed: !speaker.isNamed) { return true }
        if speaker.aliases.contains(where: { isPart(ofAlias: $0, speaker) }) { return true }
        return speaker.role.map(isRole) ?? false
    }

    /// Whether the words stand next to one another in `name`, or, of a person's name, in its order with others between.
    func isPart(of name: String, stemmed: Bool = false) -> Bool {
        let parts = NamePattern.words(name)
        return isRun(in: parts, stemmed: stemmed) || words.count > 1 && isSubsequence(of: parts)
    }

    /// Whether the words are a noun phrase's head, its last words: `press conference` of `a joint press conference`.
    func isHead(of phrase: String) -> Bool {
        let head = HeadPhrase.words(of: phrase).map(\.stem)
        let own = words.map(\.stem)
        if !own.isEmpty, head.count >= own.count, Array(head.suffix(own.count)) == own { return true }
        return !own.isEmpty && NamePattern.words(phrase).map(\.stem) == own
    }

    /// An alias is a longer print of the same name, perhaps with title and role before it, so one word must be its last,
    /// and one that is a country's must be the whole.
    private func isPart(ofAlias alias: String, _ speaker: Speaker) -> Bool {
        let parts = NamePattern.words(alias)
        if words.count > 1 { return isRun(in: parts, stemmed: false) }
        guard let last = parts.last, Folding.words(in: alias).last?.form == last.form else { return false }
        if parts.count == 1 || speaker.kind == .organisation { return isRun(in: parts, stemmed: false) }
        return last.form == words[0].form && NamePattern.isCapitalised(alias, last)
    }

    private func isRole(_ role: String) -> Bool {
        let parts = NamePattern.words(role)
        if words.count > 1 { return isRun(in: parts, stemmed: true) }
        return HeadPhrase.words(of: role).last?.stem == words[0].stem
    }

    private func isRun(in parts: [FoldedWord], stemmed: Bool) -> Bool {
        guard parts.count >= words.count else { return false }
        return (0...(parts.count - words.count)).contains { start in
            words.indices.allSatisfy {
                words[$0].form == parts[start + $0].form || stemmed && words[$0].stem == parts[start + $0].stem
            }
        }
    }

    private func isSubsequence(of parts: [FoldedWord]) -> Bool {
        var rest = words[...]
        for part in parts where part.form == rest.first?.form { rest.removeFirst() }
        return rest.isEmpty
    }

    private static func isCapitalised(_ text: String, _ word: FoldedWord) -> Bool {
        let bytes = Array(text.utf8)
        return bytes.text(word.range).first?.isUppercase ?? false
    }

    /// The words without a leading article.
    private static func words(_ text: String) -> [FoldedWord] {
        let words = Folding.words(in: text)
        return words.count > 1 && words[0].form == "the" ? Array(words.dropFirst()) : words
    }
}

/// The head of a printed noun phrase, without article and without what hangs on it.
enum HeadPhrase {
    /// The words of the head: of `a press conference after the meeting`, `press conference`.
    static func words(of phrase: String) -> [FoldedWord] {
        var words = Folding.words(in: phrase)[...]
        while words.count > 1, let first = words.first, determiners.contains(first.form) { words.removeFirst() }
        let end = words.dropFirst().firstIndex { ends.contains($0.form) } ?? words.endIndex
        return Array(words[words.startIndex..<end])
    }

    /// The head as printed.
    static func text(of phrase: String) -> String {
        let words = words(of: phrase)
        guard let first = words.first, let last = words.last else { return phrase }
        return Array(phrase.utf8).text(ByteRange(first.range.lower, last.range.upper))
    }

    private static let determiners: Set<String> = [
        "a", "an", "the", "this", "that", "these", "those", "his", "her", "its", "their", "our", "my", "your", "some",
        "another", "one",
    ]
    private static let ends: Set<String> = [
        "after", "before", "during", "with", "in", "at", "on", "for", "by", "from", "that", "which", "who", "of", "to",
        "about", "between", "where", "when", "following", "alongside", "while", "over", "as",
    ]
}
