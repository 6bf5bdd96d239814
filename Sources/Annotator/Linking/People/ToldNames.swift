import Articles
import Dates
import Text

/// The names that the user told, to be looked up as articles print them.
struct ToldNames {
    private var byName: [String: Int] = [:]
    private var byRole: [String: [(known: Int, days: DateInterval?)]] = [:]

    /// Of a name that is told twice the first one counts.
    init(_ known: [KnownSpeaker]) {
        for (index, speaker) in known.enumerated() {
            for name in [speaker.name] + speaker.names {
                let key = ToldNames.key(name)
                if byName[key] == nil { byName[key] = index }
            }
            for role in speaker.roles {
                byRole[ToldNames.key(role.name), default: []].append((index, role.days))
            }
        }
    }

    /// Who goes by a name; nil for nobody.
    func speaker(named name: String) -> Int? { byName.isEmpty ? nil : byName[ToldNames.key(name)] }

    /// Who had a role on the days of an article; nil for nobody, and for several.
    func speaker(inRole role: String, on published: DateInterval?) -> Int? {
        guard !byRole.isEmpty else { return nil }
        let holders = (byRole[ToldNames.key(role)] ?? []).filter { _, days in
            guard let days else { return true }
            return published.map { days.contains($0) } ?? false
        }.map(\.known)
        return Set(holders).count == 1 ? holders[0] : nil
    }

    /// The folded words without an article before them.
    private static func key(_ name: String) -> String {
        let words = Folding.words(in: name).map(\.form)
        return (words.count > 1 && ["the", "a", "an"].contains(words[0]) ? Array(words.dropFirst()) : words)
            .joined(separator: " ")
    }
}
