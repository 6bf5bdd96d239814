import Gazetteer
import Text

/// A printed role in words that can be compared: `the U.S. Secretary of State` → `united states`, `secretary`, `state`.
struct RoleWords: Hashable {
    let words: Set<String>
    /// The word that says what the role is: `secretary`.
    let head: String

    /// Nil for a role that tells nothing: `Mr`.
    init?(_ role: String) {
        let folded = Folding.words(in: role).map(\.form)
        let end = folded.dropFirst().firstIndex { RoleWords.attaching.contains($0) } ?? folded.endIndex
        let known = folded.map { RoleWords.abbreviations[$0] ?? $0 }
        let words = known.filter { !RoleWords.idle.contains($0) }
        guard !words.isEmpty, let head = known[..<end].last(where: { !RoleWords.idle.contains($0) }) else { return nil }
        self.head = head
        self.words = Set(words.map { word in Country.meant(by: word).map { Folding.key($0.names[0]) } ?? word })
    }

    /// Whether two roles are one: all words of one are among the other's. A single word must be an office that few hold.
    func agrees(with other: RoleWords) -> Bool {
        guard head == other.head else { return false }
        let (fewer, more) = words.count <= other.words.count ? (words, other.words) : (other.words, words)
        return (fewer.count > 1 || RoleWords.offices.contains(head)) && fewer.isSubset(of: more)
    }

    /// Whether it is said enough of one person to tell it from others of the last name.
    var isTelling: Bool { words.count > 1 || RoleWords.offices.contains(head) }

    private static let attaching: Set = ["of", "for", "at", "in", "to", "from", "with", "on", "and"]
    private static let idle = attaching.union([
        "a", "an", "the", "mr", "mrs", "ms", "miss", "sir", "dame", "former", "then", "ex", "late", "now", "current",
        "longtime", "first", "deceased",
    ])
    private static let abbreviations = [
        "sen": "senator", "gov": "governor", "rep": "representative", "gen": "general", "prof": "professor",
        "col": "colonel", "capt": "captain", "sgt": "sergeant", "pres": "president", "lt": "lieutenant",
        "congressman": "representative", "congresswoman": "representative", "dr": "doctor", "us": "united states",
    ]
    private static let offices: Set = [
        "president", "premier", "chancellor", "pope", "king", "queen", "senator", "governor", "secretary",
        "representative", "ambassador", "ayatollah",
    ]
}
