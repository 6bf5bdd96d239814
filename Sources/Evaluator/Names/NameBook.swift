package import Articles
import Gazetteer
import Text

/// The names of an archive: what a plan resolves a question's names with.
package struct NameBook: Sendable {
    /// Every speaker.
    package let speakers: [SpeakerRecord]
    /// Every article.
    package let articles: [ArticleRecord]

    package init(speakers: [SpeakerRecord], articles: [ArticleRecord]) {
        self.speakers = speakers
        self.articles = articles
    }

    /// The speakers that go by a name, most quoted first as in the archive.
    func speakers(named pattern: NamePattern) -> [SpeakerRecord] { speakers.filter { pattern.matches($0.speaker) } }

    /// The names of the outlets, each once, in byte order.
    var outlets: [String] { Set(articles.compactMap(\.metadata.outlet)).sorted(by: Order.byBytes) }

    /// Further forms under which a word of an `about` goes: a country's capital and people, a person's last name.
    func otherForms(of name: String) -> [String] {
        if let country = Country.named(name) { return country.words.filter { $0 != name } }
        guard name.first?.isUppercase ?? false else { return [] }
        var forms: [String] = []
        let pattern = NamePattern(name)
        for record in speakers where record.speaker.isNamed && pattern.isPart(of: record.speaker.name) {
            forms += NameBook.names(of: record.speaker)
        }
        return Set(forms).subtracting([name]).sorted(by: Order.byBytes)
    }

    /// The up to three names nearest to one that is not known, nearest first.
    static func nearest(_ name: String, among names: [String]) -> [String] {
        let wanted = Array(Folding.key(name).unicodeScalars)
        guard !wanted.isEmpty else { return [] }
        let limit = max(1, wanted.count / 3)
        var found: [(distance: Int, name: String)] = []
        for candidate in names {
            let words = Folding.words(in: candidate).map(\.form)
            let distance =
                ([words.joined(separator: " ")] + words).map { form in
                    EditDistance.between(wanted, Array(form.unicodeScalars), limit: limit)
                }.min() ?? limit + 1
            if distance <= limit { found.append((distance, candidate)) }
        }
        found.sort { $0.distance != $1.distance ? $0.distance < $1.distance : Order.byBytes($0.name, $1.name) }
        return Array(found.prefix(3).map(\.name))
    }

    /// The name proper, the last name of a person, and aliases that hold it.
    private static func names(of speaker: Speaker) -> [String] {
        let words = Folding.words(in: speaker.name)
        guard speaker.kind == .person, let last = words.last else {
            return [speaker.name] + speaker.aliases.filter { $0.first?.isUppercase ?? false }
        }
        return [speaker.name, Array(speaker.name.utf8).text(last.range)]
    }
}
