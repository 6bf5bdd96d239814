import Articles
import Gazetteer
import Text

/// Says who the sources of an article are: last names, roles, pronouns, metonyms and joint sources, in the order of the text.
struct SpeakerResolver {
    private let document: Document
    private var people: PeopleOfArticle
    private let shortNames: ShortNames
    /// The speakers so far, and those of each attribution.
    private(set) var speakers: [Speaker] = []
    private var indexOfName: [String: Int] = [:]
    /// The latest speakers that were named or spoke, with the token of the mention, in the order of the text.
    private var recent: [(token: Int, speaker: Int)] = []
    /// The first sentence whose subject is not among them yet.
    private var nextSentence = 0

    init(_ document: Document) {
        self.document = document
        people = PeopleOfArticle(document)
        shortNames = ShortNames(document)
    }

    /// A source and where it stands.
    struct Named {
        /// Nil where nobody knows for whom the words stand.
        var speaker: Int?
        var tokens: Range<Int>?
    }

    /// The speakers of an attribution; attributions are given in the order of their cues.
    /// - Parameter outer: the speakers of the attribution whose words this one is a part of.
    mutating func sources(of attribution: Attribution, outer: [Named], previous: [Named]) -> [Named] {
        guard let source = attribution.source else { return previous }
        noteSubjects(before: source.lowerBound)
        let phrases = SourcePhrase.phrases(in: source, of: document, people: people)
        var named: [Named] = []
        for phrase in phrases {
            let speakers = resolve(phrase, outer: outer, previous: previous)
            for speaker in speakers { named.append(Named(speaker: speaker, tokens: phrase.tokens)) }
            if speakers.isEmpty { named.append(Named(speaker: nil, tokens: phrase.tokens)) }
        }
        for speaker in named.compactMap(\.speaker) { note(speaker, at: source.lowerBound) }
        return named
    }

    /// The person addressed; nil where it is nobody in particular.
    mutating func addressee(_ tokens: Range<Int>, of speaker: Int?) -> Int? {
        let phrases = SourcePhrase.phrases(in: tokens, of: document, people: people)
        guard let phrase = phrases.first else { return nil }
        switch phrase.kind {
        case .pronoun(let word):
            let isFemale = word == "her" ? true : word == "him" ? false : nil
            return recent.last { $0.speaker != speaker && fits($0.speaker, isFemale) }?.speaker
        case .person, .organisation: return resolve(phrase, outer: [], previous: []).first
        case .described: return nil
        }
    }

    // MARK: One phrase

    private mutating func resolve(_ phrase: SourcePhrase, outer: [Named], previous: [Named]) -> [Int] {
        switch phrase.kind {
        case .pronoun(let word):
            return antecedents(of: word, at: phrase.tokens.lowerBound, outer: outer, previous: previous)
        case .person(let name, let role):
            return [person(name, role)]
        case .organisation(let name):
            if name.count == 1, let known = people.person(lastName: document.lower(name.lowerBound), before: nil) {
                return [speaker(ofPerson: known)]
            }
            return [organisation(name)]
        case .described(let words):
            let lower = words.filter { document.tokens[$0].isWord }.map { document.lower($0) }
            if document.lower(phrase.tokens.lowerBound) == "the"
                || words.allSatisfy({ document.tokens[$0].isCapitalized }),
                let known = people.person(inRole: lower, before: phrase.tokens.lowerBound)
            {
                return [speaker(ofPerson: known)]
            }
            return [described(words)]
        }
    }

    private mutating func person(_ name: Range<Int>, _ role: Range<Int>?) -> Int {
        let last = document.lower(name.upperBound - 1)
        let first = document.lower(name.lowerBound)
        let known =
            name.count > 1
            ? people.person(firstName: first, lastName: last)
            : people.person(lastName: last, before: name.lowerBound) ?? people.person(firstName: last)
        if let known {
            let index = speaker(ofPerson: known)
            addAlias(document.text(name), to: index)
            return index
        }
        // `Neither Lee`: a word that only begins its sentence before a name that the article gives in full.
        if name.count == 2, document.isCapitalDoubtful(name.lowerBound), GivenNames.isFemale(first) == nil,
            let known = people.person(lastName: last, before: nil)
        {
            return speaker(ofPerson: known)
        }
        return add(Speaker(name: document.text(name), kind: .person, role: role.map(document.text)))
    }

    private mutating func speaker(ofPerson index: Int) -> Int {
        let person = people.people[index]
        return add(
            Speaker(
                name: person.name, kind: .person, role: person.roles.first ?? person.title,
                organisation: person.roles.first.flatMap(country)?.names.first))
    }

    private mutating func organisation(_ name: Range<Int>) -> Int {
        let text = document.text(name)
        guard let country = country(text) else {
            let full = shortNames.fullName(of: text) ?? text
            let index = add(Speaker(name: full, kind: .organisation))
            if let short = shortNames.shortName(of: full) { addAlias(short, to: index) }
            return index
        }
        // A capital, and `X government`, stand for the government; a country for itself.
        let isCountry = Country.named(text)?.names.contains { Folding.key($0) == Folding.key(text) } ?? false
        let canonical = isCountry ? country.names[0] : "\(country.peoples[0]) government"
        let index = add(Speaker(name: canonical, kind: .organisation, organisation: country.names[0]))
        addAlias(text, to: index)
        return index
    }

    /// The country that a name, a role or `X government` speaks of.
    private func country(_ text: String) -> Country? {
        if let country = Country.meant(by: text) { return country }
        return Folding.words(in: text).lazy.compactMap { Country.meant(by: $0.form) }.first { _ in
            text.contains(" ") && WordClass.titles.contains(String(text.split(separator: " ").last ?? "").lowercased())
        }
    }

    private mutating func described(_ words: Range<Int>) -> Int {
        let isGovernment =
            WordClass.organisationHeads.contains(document.lower(words.upperBound - 1))
            && words.contains { document.tokens[$0].isCapitalized || document.lower($0) == "'s" }
        return add(Speaker(name: description(words), kind: isGovernment ? .organisation : .unnamed))
    }

    /// The printed description, without the capital that only the start of its sentence gives it.
    private func description(_ words: Range<Int>) -> String {
        let text = document.text(words)
        let first = words.lowerBound
        guard document.isCapitalDoubtful(first), Country.meant(by: document.text(first..<(first + 1))) == nil
        else { return text }
        return text.prefix(1).lowercased() + text.dropFirst()
    }

    private mutating func add(_ speaker: Speaker) -> Int {
        let key = Folding.key(speaker.name)
        if let index = indexOfName[key] { return index }
        indexOfName[key] = speakers.count
        speakers.append(speaker)
        return speakers.count - 1
    }

    private mutating func addAlias(_ alias: String, to index: Int) {
        let alias = alias.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        if speakers[index].name != alias, !speakers[index].aliases.contains(alias) {
            speakers[index].aliases.append(alias)
        }
    }

    // MARK: Pronouns

    private mutating func antecedents(of word: String, at token: Int, outer: [Named], previous: [Named]) -> [Int] {
        switch word {
        case "he", "she":
            let isFemale = word == "she"
            let inSentence = previous.last { name in
                name.tokens.map { document.sentenceOf[$0.lowerBound] == document.sentenceOf[token] } ?? false
                    && name.speaker.map { fits($0, isFemale) } ?? false
            }
            let chosen =
                inSentence?.speaker ?? outer.lazy.compactMap(\.speaker).first { fits($0, isFemale) }
                ?? recent.last { $0.token < token && fits($0.speaker, isFemale) }?.speaker
            guard let chosen else { return [] }
            tell(chosen, isFemale)
            return [chosen]
        case "they":
            let group = recent.last { speakers[$0.speaker].kind != .person && $0.token < token }?.speaker
            if previous.count > 1 { return previous.compactMap(\.speaker) }
            return group.map { [$0] } ?? []
        case "both":
            // The speaker of the words around, and whom he names beside himself (`Sergei and I`), else whoever is named last.
            // Nobody means somebody who was named pages ago.
            let nearest = max(0, token - 400)
            var pair = outer.compactMap(\.speaker)
            for isBesideSpeaker in [true, false] {
                var index = token - 1
                while pair.count < 2, index >= nearest {
                    let besideSpeaker =
                        document.lower(index + 1) == "and" && ["i", "me"].contains(document.lower(index + 2))
                    if besideSpeaker || !isBesideSpeaker, let named = personNamed(by: index), !pair.contains(named) {
                        pair.append(named)
                    }
                    index -= 1
                }
            }
            return pair
        case "it":
            return recent.last { speakers[$0.speaker].kind == .organisation && $0.token < token }.map { [$0.speaker] }
                ?? []
        default: return []
        }
    }

    /// The person of the article whose first or last name a token is.
    private mutating func personNamed(by token: Int) -> Int? {
        guard document.tokens[token].isCapitalized else { return nil }
        let word = document.lower(token)
        return (people.person(lastName: word, before: nil) ?? people.person(firstName: word)).map {
            speaker(ofPerson: $0)
        }
    }

    /// Whether a pronoun of a gender can stand for a speaker.
    private func fits(_ speaker: Int, _ isFemale: Bool?) -> Bool {
        let candidate = speakers[speaker]
        guard let isFemale else { return candidate.kind == .person }
        if candidate.kind == .organisation { return false }
        if candidate.kind == .unnamed { return !candidate.name.hasSuffix("s") }
        guard let known = people.person(named: candidate.name).flatMap({ people.people[$0].isFemale }) else {
            return true
        }
        return known == isFemale
    }

    private mutating func tell(_ speaker: Int, _ isFemale: Bool) {
        guard let index = people.person(named: speakers[speaker].name) else { return }
        people.tell(index, isFemale: isFemale)
    }

    /// Adds the people with whom sentences begin up to `token`: a name inside reported words is a poor antecedent, a subject a good one.
    private mutating func noteSubjects(before token: Int) {
        let last = document.sentenceOf[token]
        guard nextSentence <= last else { return }
        // The last sentence is looked at again: its subject may stand behind this token.
        defer { nextSentence = last }
        for sentence in document.sentences[nextSentence...last] where sentence.lowerBound < token {
            if recent.reversed().prefix(while: { $0.token >= sentence.lowerBound }).contains(where: {
                $0.token == sentence.lowerBound
            }) {
                continue
            }
            guard !document.isQuoted(sentence.lowerBound), document.tokens[sentence.lowerBound].isCapitalized else {
                continue
            }
            var end = sentence.lowerBound + 1
            while end < sentence.upperBound, PeopleOfArticle.isNamePart(document, end, in: sentence) { end += 1 }
            guard end <= token,
                let (name, role) = SourcePhrase.personName(in: sentence.lowerBound..<end, document, people),
                !document.looksLikeVerb(sentence.lowerBound)
            else { continue }
            // A single word is a person only where the article names that person in full.
            if name.count == 1, people.person(lastName: document.lower(name.lowerBound), before: nil) == nil {
                continue
            }
            note(person(name, role), at: sentence.lowerBound)
        }
    }

    /// Keeps a mention in the order of the text.
    private mutating func note(_ speaker: Int, at token: Int) {
        var index = recent.count
        while index > 0, recent[index - 1].token > token { index -= 1 }
        recent.insert((token, speaker), at: index)
        // An antecedent is never further away.
        if recent.count > 200 { recent.removeFirst(100) }
    }
}
