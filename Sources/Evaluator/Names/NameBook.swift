package import ArticleStore
package import Articles
import Gazetteer
import Text

/// The names of an archive: what a plan resolves a question's names with. Those of a large archive are read when a question needs them.
package struct NameBook: Sendable {
    private let known: Deferred<[SpeakerRecord]>
    private let byNumber: Deferred<[Int64: SpeakerRecord]>
    private let stories: Deferred<[ArticleRecord]>
    private let papers: Deferred<[String]>
    private let storiesOf: @Sendable (_ outlets: Set<String>, _ limit: Int) throws -> [Int64]?
    /// At least the speakers whose name, alias or role has one of some words, in the order of all.
    private let speakersByWords: Remembered<[String], [SpeakerRecord]>
    private let namesNear: Remembered<String, [String]>
    private let outletsNear: Remembered<String, [String]>

    package init(speakers: [SpeakerRecord], articles: [ArticleRecord]) {
        let known = Deferred { speakers }
        self.known = known
        byNumber = Deferred { try NameBook.byNumber(speakers) }
        let words = Deferred { try NameBook.placesByWord(speakers) }
        speakersByWords = Remembered { NameBook.speakers(withAnyOf: $0, speakers, try words.result.get()) }
        stories = Deferred { articles }
        let papers = Deferred { NameBook.outlets(of: articles) }
        self.papers = papers
        namesNear = NameBook.namesNear(known)
        outletsNear = Remembered { NameBook.nearest($0, among: try papers.result.get()) }
        storiesOf = { outlets, limit in NameBook.stories(articles, of: outlets, limit) }
    }

    /// The names of an archive.
    package init(_ store: ArticleStore) {
        let known = Deferred { try store.speakers() }
        self.known = known
        byNumber = Deferred { try NameBook.byNumber(try known.result.get()) }
        let words = Deferred { try NameBook.placesByWord(try known.result.get()) }
        speakersByWords = Remembered { wanted in
            // The columns tell a few speakers without reading all.
            if let table = try? store.table(), let found = try? table.speakers(withAnyOf: wanted) {
                return try store.speakers(found)
            }
            return NameBook.speakers(withAnyOf: wanted, try known.result.get(), try words.result.get())
        }
        let stories = Deferred { try store.articles() }
        self.stories = stories
        let papers = Deferred {
            if let outlets = try? store.table()?.outlets() { return outlets.sorted(by: Order.byBytes) }
            return NameBook.outlets(of: try stories.result.get())
        }
        self.papers = papers
        namesNear = NameBook.namesNear(known)
        outletsNear = Remembered { NameBook.nearest($0, among: try papers.result.get()) }
        storiesOf = { outlets, limit in
            if let table = try? store.table() { return try table.articles(ofOutlets: outlets, atMost: limit) }
            return NameBook.stories(try stories.result.get(), of: outlets, limit)
        }
    }

    /// Every speaker; none where they could not be read, see `check`.
    package var speakers: [SpeakerRecord] { (try? known.result.get()) ?? [] }

    /// Every speaker by its number in the archive.
    var speakersByNumber: [Int64: SpeakerRecord] { (try? byNumber.result.get()) ?? [:] }

    /// Every article; none where they could not be read, see `check`.
    package var articles: [ArticleRecord] { (try? stories.result.get()) ?? [] }

    /// Sees to it that all names that were asked for could be read.
    package func check() throws {
        if let error = known.failure ?? speakersByWords.failure ?? stories.failure ?? papers.failure { throw error }
    }

    /// The names of the outlets, each once, in byte order.
    var outlets: [String] { (try? papers.result.get()) ?? [] }

    /// The articles of some outlets; nil where there are more than `limit`.
    func articles(ofOutlets outlets: Set<String>, atMost limit: Int) -> Set<Int64>? {
        (try? storiesOf(outlets, limit)).flatMap { $0.map(Set.init) }
    }

    private static func byNumber(_ speakers: [SpeakerRecord]) throws -> [Int64: SpeakerRecord] {
        var byNumber: [Int64: SpeakerRecord] = [:]
        byNumber.reserveCapacity(speakers.count)
        var givingUp = GivingUp()
        for speaker in speakers {
            try givingUp.step()
            byNumber[speaker.id] = speaker
        }
        return byNumber
    }

    private static func outlets(of articles: [ArticleRecord]) -> [String] {
        Set(articles.compactMap(\.metadata.outlet)).sorted(by: Order.byBytes)
    }

    private static func stories(_ articles: [ArticleRecord], of outlets: Set<String>, _ limit: Int) -> [Int64]? {
        let found = articles.filter { $0.metadata.outlet.map(outlets.contains) ?? false }
        return found.count <= limit ? found.map(\.id) : nil
    }

    /// The speakers that go by a name, most quoted first as in the archive.
    func speakers(named pattern: NamePattern) -> [SpeakerRecord] {
        guard let first = pattern.decisiveWord else { return speakers.filter { pattern.matches($0.speaker) } }
        let candidates = speakersByWords[[first.form, first.stem].unique] ?? []
        return candidates.filter { pattern.matches($0.speaker) }
    }

    private static func speakers(
        withAnyOf words: [String], _ speakers: [SpeakerRecord], _ places: [String: [Int32]]
    ) -> [SpeakerRecord] {
        Set(words.flatMap { places[$0] ?? [] }).sorted().map { speakers[Int($0)] }
    }

    /// The places in `speakers` of those whose name, alias or role has a word, by its form and its stem.
    private static func placesByWord(_ speakers: [SpeakerRecord]) throws -> [String: [Int32]] {
        var places: [String: [Int32]] = [:]
        var givingUp = GivingUp()
        for (place, record) in speakers.enumerated() {
            try givingUp.step()
            let speaker = record.speaker
            for text in [speaker.name] + speaker.aliases + [speaker.role].compactMap(\.self) {
                for word in Folding.words(in: text) {
                    for key in [word.form, word.stem] where places[key]?.last != Int32(place) {
                        places[key, default: []].append(Int32(place))
                    }
                }
            }
        }
        return places
    }

    /// Further forms under which a word of an `about` goes: a country's capital and people, a person's last name.
    func otherForms(of name: String) -> [String] {
        if let country = Country.named(name) { return country.words.filter { $0 != name } }
        guard name.first?.isUppercase ?? false else { return [] }
        var forms: [String] = []
        let pattern = NamePattern(name)
        let candidates = pattern.decisiveWord.map { speakersByWords[[$0.form]] ?? [] } ?? speakers
        for record in candidates where record.speaker.isNamed && pattern.isPart(of: record.speaker.name) {
            forms += NameBook.names(of: record.speaker)
        }
        return Set(forms).subtracting([name]).sorted(by: Order.byBytes)
    }

    /// The up to three names of speakers nearest to one that is not known, nearest first.
    func names(near name: String) -> [String] { namesNear[name] ?? [] }

    /// The up to three outlets nearest to one that is not known, nearest first.
    func outlets(near name: String) -> [String] { outletsNear[name] ?? [] }

    private static func namesNear(_ speakers: Deferred<[SpeakerRecord]>) -> Remembered<String, [String]> {
        Remembered { name in
            let named = try speakers.result.get().filter(\.speaker.isNamed)
            return nearest(name, among: named.flatMap { [$0.speaker.name] + $0.speaker.aliases })
        }
    }

    /// The up to three of some names nearest to one, nearest first.
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
