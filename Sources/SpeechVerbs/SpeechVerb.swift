/// A verb that attributes words to somebody, with its inflected forms and the complements by which it reports.
package struct SpeechVerb: Hashable, Sendable {
    /// The infinitive: `say`, `tell`.
    package let lemma: String
    /// What is done by it.
    package let act: SpeechAct
    /// How it takes the words that it reports.
    package let complements: Complements
    /// The word that belongs to it (`to` of `object to`, `out` of `point out`); nil for most.
    package let particle: String?
    /// All forms, the infinitive first, then those of `Inflection`'s order without repeats.
    package let forms: [String]

    /// The kinds of complement that a verb takes.
    package struct Complements: OptionSet, Hashable, Sendable {
        package let rawValue: Int
        package init(rawValue: Int) { self.rawValue = rawValue }

        /// A finite clause, with or without `that`: *said he was tired*.
        package static let clause = Complements(rawValue: 1)
        /// A finite clause after `that` only: *noted that …*.
        package static let thatClause = Complements(rawValue: 2)
        /// An indirect question: *asked whether …*, *wondered what …*.
        package static let question = Complements(rawValue: 4)
        /// A noun phrase that names what was said: *stressed the importance of …*.
        package static let nominal = Complements(rawValue: 8)
        /// A person and what is held against or thought of them: *accused Iran of …*, *described it as …*.
        package static let target = Complements(rawValue: 16)
        /// An infinitive: *promised to …*, *urged them to …*.
        package static let infinitive = Complements(rawValue: 32)
        /// A person who is addressed, before the words: *told reporters that …*.
        package static let person = Complements(rawValue: 64)
        /// Quoted words, before or after: *“…,” she added*.
        package static let quoted = Complements(rawValue: 128)
        /// A thought, not an utterance: *believe*, *think*.
        package static let thought = Complements(rawValue: 256)
    }

    /// The form in which a verb is printed.
    package enum Inflection: Hashable, Sendable {
        case base, thirdPerson, past, participle, gerund
    }

    /// Every verb of the catalogue, in the order of its table.
    package static let all: [SpeechVerb] = table.split(separator: "\n").compactMap { SpeechVerb(row: String($0)) }

    /// The verbs that have `form` (lower case) among their forms, with the inflections it can be; empty for other words.
    package static func readings(ofForm form: String) -> [Reading] { index[form] ?? [] }

    /// One way to read a printed form.
    package struct Reading: Hashable, Sendable {
        /// The verb.
        package let verb: SpeechVerb
        /// Its form.
        package let inflection: Inflection
    }

    private static let index: [String: [Reading]] = {
        var index: [String: [Reading]] = [:]
        for verb in all {
            for entry in verb.inflected {
                index[entry.form, default: []].append(Reading(verb: verb, inflection: entry.inflection))
            }
        }
        return index
    }()

    private let inflected: [Inflected]

    private struct Inflected: Hashable, Sendable {
        let form: String
        let inflection: Inflection
    }
}

extension SpeechVerb {
    /// Reads a row of the table: lemma (with its particle after `+`), act, letters of complements, irregular past and
    /// participle where there are any.
    private init?(row: String) {
        let cells = row.split(separator: " ").map(String.init)
        guard cells.count >= 3, let act = SpeechAct(rawValue: cells[1]) else { return nil }
        let parts = cells[0].split(separator: "+").map(String.init)
        lemma = parts[0]
        particle = parts.count > 1 ? parts[1] : nil
        self.act = act
        complements = cells[2].reduce(into: []) { set, letter in set.formUnion(Complements(letter: letter)) }
        let past = cells.count > 3 ? cells[3] : SpeechVerb.regular(lemma, "ed")
        let participle = cells.count > 4 ? cells[4] : past
        inflected = [
            Inflected(form: lemma, inflection: .base),
            Inflected(form: SpeechVerb.thirdPerson(lemma), inflection: .thirdPerson),
            Inflected(form: past, inflection: .past),
            Inflected(form: participle, inflection: .participle),
            Inflected(form: SpeechVerb.regular(lemma, "ing"), inflection: .gerund),
        ]
        forms = inflected.map(\.form).reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
    }

    private static func thirdPerson(_ lemma: String) -> String {
        if let last = lemma.last, last == "y", let before = lemma.dropLast().last, !"aeiou".contains(before) {
            return lemma.dropLast() + "ies"
        }
        return ["s", "x", "z", "ch", "sh", "o"].contains { lemma.hasSuffix($0) } ? lemma + "es" : lemma + "s"
    }

    /// The regular past or gerund: `deny` + `ed` → `denied`, `beg` + `ing` → `begging`.
    private static func regular(_ lemma: String, _ ending: String) -> String {
        let letters = Array(lemma)
        let isVowel = { (letter: Character) in "aeiou".contains(letter) }
        if lemma.hasSuffix("e"), !(ending == "ing" && (lemma.hasSuffix("ee") || lemma.hasSuffix("oe"))) {
            return lemma.dropLast() + ending
        }
        if lemma.hasSuffix("y"), letters.count > 1, !isVowel(letters[letters.count - 2]), ending == "ed" {
            return lemma.dropLast() + "ied"
        }
        let doubles: Set = [
            "admit", "quip", "beg", "rebut", "regret", "refer", "sum", "blog", "chat", "nod", "submit", "rap", "slam",
            "pan", "tip",
        ]
        return doubles.contains(lemma) ? lemma + String(letters[letters.count - 1]) + ending : lemma + ending
    }
}

extension SpeechVerb.Complements {
    fileprivate init(letter: Character) {
        switch letter {
        case "c": self = .clause
        case "t": self = .thatClause
        case "w": self = .question
        case "n": self = .nominal
        case "o": self = .target
        case "i": self = .infinitive
        case "p": self = .person
        case "d": self = .quoted
        case "b": self = .thought
        default: self = []
        }
    }
}
