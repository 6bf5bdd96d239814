import Articles
import Evaluator
import MadeUp

/// Makes questions of every form about an archive that is made up.
struct QuestionMaker {
    private var dice: Dice
    private let people: [String]
    private let outlets: [String]

    init(seed: UInt64, names: NameBook) {
        dice = Dice(seed: seed)
        people = names.speakers.map(\.speaker.name)
        outlets = Set(names.articles.compactMap(\.metadata.outlet)).sorted()
    }

    mutating func next() -> String {
        var text = head()
        if text.hasPrefix("how many"), !dice.one(in: 4) {
            text += " per " + group()
            if dice.one(in: 3) { text += " and " + group() }
        }
        for _ in 0..<dice.below(3) { text += " " + clause() }
        if dice.one(in: 3) { text += order(isCount: text.hasPrefix("how many")) }
        switch dice.below(6) {
        case 0: text += " top \(1 + dice.below(8))"
        case 1: text += " top \(1 + dice.below(4)) with ties"
        case 2: text += " sample \(1 + dice.below(8)) seed \(dice.below(4))"
        default: break
        }
        return text
    }

    private mutating func head() -> String {
        let noun = dice.pick(["quotes", "statements", "articles", "speakers", "outlets"])
        switch dice.below(8) {
        case 0: return "who said \(words())"
        case 1: return "what did \(quoted(person())) say"
        case 2: return "wordings of \(word())"
        case 3: return noun
        case 4: return "\(noun) \(words())"
        case 5: return "how many \(noun) \(words())"
        default: return "how many \(noun)"
        }
    }

    private mutating func clause() -> String {
        switch dice.below(9) {
        case 0: return "by \(quoted(person()))"
        case 1: return "since \(year())"
        case 2: return "between \(year()) and \(year())"
        case 3: return "in any version"
        case 4: return "about \(word())"
        case 5: return "\(dice.pick(["with", "without"])) \(word())"
        default:
            let (first, second) = (condition(), condition())
            switch dice.below(5) {
            case 0: return "where \(first) or \(second)"
            case 1: return "where \(first) and \(second)"
            case 2: return "where not (\(first) or not \(second))"
            case 3: return "where not \(first)"
            default: return "where \(first)"
            }
        }
    }

    private mutating func condition() -> String {
        let equals = dice.pick(["=", "!="])
        switch dice.below(22) {
        case 0: return "kind \(equals) \(dice.pick(["direct", "indirect", "mixed"]))"
        case 1: return "speaker \(equals) \(quoted(person()))"
        case 2: return "outlet \(equals) \(quoted(dice.pick(outlets)))"
        case 3: return "cue \(equals) \(dice.pick(["say", "warn", "exactly \"has said\"", "deny"]))"
        case 4: return "place = \(quoted(Vocabulary.place(dice.zipf(200))))"
        case 5: return "occasion = \"press conference\""
        case 6: return "medium = \(dice.pick(["statement", "interview"]))"
        case 7: return "\(dice.pick(["date", "said", "published"])) \(dice.pick(["=", "<", ">", "<=", ">="])) \(year())"
        case 8:
            return
                "\(dice.pick(["date", "said", "published", "place", "speaker", "outlet", "to", "cue", "role"])) is unknown"
        case 9: return "\(dice.pick(["speaker", "to", "via"])) is \(dice.pick(["named", "known"]))"
        case 10: return "words \(dice.pick(["<", ">"])) \(dice.below(30))"
        case 11: return "confidence >= 0.\(5 + dice.below(5))"
        case 12: return "\(dice.pick(["voices", "paragraphs", "reports"])) > \(dice.below(3))"
        case 13: return "text has \(words())"
        case 14: return "role \(equals) \(dice.pick(["minister", "\"police chief\"", "spokeswomen"]))"
        case 15: return "organisation \(dice.pick(["= \(quoted(person()))", "is known"]))"
        case 16: return "to = \(dice.pick(["reporters", quoted(person())]))"
        case 17: return "title has \(word())"
        case 18: return "version = \(dice.below(2))"
        case 19: return "corrected = \(dice.pick(["true", "false"]))"
        case 20: return "mentions = \(quoted(Vocabulary.word(dice.zipf(400))))"
        default: return "via = \(quoted(Vocabulary.speaker(8)))"
        }
    }

    private mutating func words() -> String {
        switch dice.below(9) {
        case 0: return "(\(word()) and \(word()))"
        case 1: return "(\(word()) or \(word()))"
        case 2: return "(\(word()) and not \(word()))"
        case 3: return quoted("\(Vocabulary.word(dice.zipf(60))) \(Vocabulary.word(dice.zipf(60)))")
        case 4: return "\(word()) near/3 \(word())"
        case 5: return "quoted \(word())"
        case 6:
            let words = "\(Vocabulary.word(dice.zipf(20))) \(Vocabulary.word(dice.zipf(20)))"
            return "exactly \(dice.one(in: 2) ? quoted(words) : word())"
        case 7: return "/\(Vocabulary.word(dice.zipf(60)).prefix(3))\(dice.pick(["", ".?\(Vocabulary.word(4))"]))/"
        default: return word()
        }
    }

    private mutating func word() -> String {
        let word = Vocabulary.word(dice.zipf(2_000))
        switch dice.below(6) {
        case 0: return quoted(String(word.prefix(3)) + "*")
        case 1: return quoted(word + "s")
        default: return quoted(word)
        }
    }

    private mutating func order(isCount: Bool) -> String {
        let keys =
            isCount
            ? ["count"]
            : [
                "date", "said", "published", "count", "speaker", "outlet", "kind", "words", "left", "confidence",
                "title", "text", "to", "via",
            ]
        let key = dice.pick(keys)
        return " order by \(key)" + dice.pick(["", " desc", " asc"])
            + (dice.one(in: 3) && !isCount ? ", \(dice.pick(["date desc", "outlet", "kind desc"]))" : "")
    }

    private mutating func group() -> String {
        dice.pick([
            "speaker", "outlet", "month", "year", "week", "kind", "cue", "place", "role", "organisation", "occasion",
            "to", "via", "words", "title", "voices", "reports", "confidence", "version", "month", "speaker", "outlet",
        ])
    }

    private mutating func person() -> String { dice.one(in: 12) ? "Nobody Known" : dice.pick(people) }
    private mutating func year() -> String {
        let year = 2004 + dice.below(20)
        return dice.one(in: 2) ? String(year) : "\(year)-0\(1 + dice.below(9))"
    }
    private func quoted(_ text: String) -> String { "\"\(text)\"" }
}
