/// The parts of speech that the tagger tells apart: those of the Penn Treebank, without the degrees of comparison.
package enum PartOfSpeech: UInt8, CaseIterable, Sendable {
    case noun, nouns, name, pronoun, possessive
    case base, past, gerund, participle, present, thirdPerson, modal
    case preposition, to, determiner, adjective, adverb, conjunction, number, question, particle, ending
    case existential, interjection, punctuation, other

    /// The part of speech of a tag of the Penn Treebank: `VBD`, `NNS`.
    package init(pennTag tag: some StringProtocol) {
        switch tag {
        case "NN": self = .noun
        case "NNS": self = .nouns
        case "NNP", "NNPS": self = .name
        case "PRP": self = .pronoun
        case "PRP$": self = .possessive
        case "VB": self = .base
        case "VBD": self = .past
        case "VBG": self = .gerund
        case "VBN": self = .participle
        case "VBP": self = .present
        case "VBZ": self = .thirdPerson
        case "MD": self = .modal
        case "IN": self = .preposition
        case "TO": self = .to
        case "DT", "PDT": self = .determiner
        case "JJ", "JJR", "JJS": self = .adjective
        case "RB", "RBR", "RBS": self = .adverb
        case "CC": self = .conjunction
        case "CD": self = .number
        case "WDT", "WP", "WP$", "WRB": self = .question
        case "RP": self = .particle
        case "POS": self = .ending
        case "EX": self = .existential
        case "UH": self = .interjection
        case ".", ",", ":", "``", "''", "-LRB-", "-RRB-", "HYPH", "NFP", "#", "$", "SYM", "LS": self = .punctuation
        default: self = .other
        }
    }

    /// Whether it is a verb, and no modal.
    package var isVerb: Bool {
        switch self {
        case .base, .past, .gerund, .participle, .present, .thirdPerson: true
        default: false
        }
    }

    /// Whether a clause can have it as its verb.
    var isFinite: Bool {
        switch self {
        case .past, .present, .thirdPerson, .modal: true
        default: false
        }
    }

    /// Whether it is a noun or a name.
    var isNoun: Bool { self == .noun || self == .nouns || self == .name }
}
