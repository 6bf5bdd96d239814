import Articles
import Dates
import SpeechVerbs
import Text

/// Writes one article with its annotations, so that every span leads to what it says.
struct MadeUpText {
    let archive: MadeUpArchive
    let published: CalendarDay
    private var bytes: [UInt8] = []

    init(archive: MadeUpArchive, published: CalendarDay) {
        self.archive = archive
        self.published = published
    }

    private static let cues: [(print: String, lemma: String, act: SpeechAct)] = [
        ("said", "say", .say), ("has said", "say", .say), ("told", "tell", .tell), ("warned", "warn", .warn),
        ("denied", "deny", .deny), ("rejected", "reject", .reject), ("according to", "according to", .say),
    ]
    private static let occasions = ["a press conference", "the summit", "a joint press conference after the talks"]
    private static let mediums = ["a statement", "an interview with the paper"]
    private static let roles = ["Foreign Minister", "police chief", "spokeswoman"]
    private static let bases: [DatedEvidence.Basis] = [.explicit, .weekday, .context, .publication]

    /// An article in some versions, of which each but the last lacks a quote or has another one.
    func article(named name: String, _ metadata: Metadata, versions count: Int, _ dice: inout Dice) -> AnnotatedArticle
    {
        var text = self
        let quotes = (0..<4).map { _ in MadeUpQuote(archive, &dice) }
        var versions: [Version] = []
        var annotations: [Annotation] = []
        for number in 0..<count {
            let start = text.bytes.count
            var annotation = Annotation()
            for (index, quote) in quotes.enumerated() where number == count - 1 || index != 1 {
                text.write(quote, &annotation)
            }
            versions.append(Version(number: number, zones: [Zone(.body, ByteRange(start, text.bytes.count))]))
            annotations.append(annotation)
        }
        return AnnotatedArticle(
            article: Article(source: Source(name: name, bytes: text.bytes), metadata: metadata, versions: versions),
            annotations: annotations, annotator: 1)
    }

    /// Writes a quote as a paragraph.
    private mutating func write(_ made: MadeUpQuote, _ annotation: inout Annotation) {
        var quote = Quote(segments: [append(made.words)], kind: made.kind, zone: .body, confidence: made.confidence)
        if let more = made.more {
            append(" … ")
            quote.segments.append(append(more))
        }
        append(", ")
        quote.speakers = made.speakers.map { mention($0, &annotation) }
        if made.kind == .mixed { quote.quotedParts = [ByteRange(quote.segments[0].lower, quote.segments[0].lower + 8)] }
        if let cue = made.cue {
            let form = MadeUpText.cues[cue]
            quote.cue = Cue(range: append(form.print), lemma: form.lemma, act: form.act)
            append(" ")
        }
        if let addressee = made.addressee {
            quote.addressee =
                addressee < 0
                ? Mention(range: append("reporters"), speaker: nil) : mention(addressee, &annotation)
        }
        if let via = made.via { quote.via = [mention(via, &annotation)] }
        if let occasion = made.occasion { quote.occasion = append(MadeUpText.occasions[occasion]) }
        if let medium = made.medium { quote.medium = append(MadeUpText.mediums[medium]) }
        if let antecedent = made.antecedent { quote.antecedent = append(antecedent) }
        if let place = made.place {
            append(" in ")
            let name = Vocabulary.place(place)
            quote.place = PlaceEvidence(name, .explicit, append(name))
        }
        if let basis = made.basis {
            let day = published.adding(days: -made.daysBefore)
            let days =
                made.isMonth
                ? DateInterval(year: day.components.year, month: day.components.month) ?? DateInterval(day)
                : DateInterval(day)
            quote.said = DatedEvidence(days, MadeUpText.bases[basis])
        }
        quote.paragraphs = made.paragraphs
        append(".\n\n")
        annotation.quotes.append(quote)
    }

    @discardableResult private mutating func append(_ text: String) -> ByteRange {
        let start = bytes.count
        bytes.append(contentsOf: text.utf8)
        return ByteRange(start, bytes.count)
    }

    /// Prints a speaker; a negative number is a source without a name.
    private mutating func mention(_ rank: Int, _ annotation: inout Annotation) -> Mention {
        let name = rank < 0 ? "\(Vocabulary.word(-rank)) officials" : Vocabulary.speaker(rank)
        let range = append(name)
        append(" ")
        if let known = annotation.speakers.firstIndex(where: { $0.name == name }) {
            return Mention(range: range, speaker: known)
        }
        let kind: Speaker.Kind = rank < 0 ? .unnamed : rank % 9 == 8 ? .organisation : .person
        let last = name.split(separator: " ").last.map(String.init) ?? name
        annotation.speakers.append(
            Speaker(
                name: name, kind: kind, aliases: kind == .person ? ["Mr \(last)"] : [],
                role: kind == .person && rank % 3 == 0 ? MadeUpText.roles[rank / 3 % 3] : nil,
                organisation: kind == .person && rank % 4 == 0 ? Vocabulary.speaker(rank / 4 * 9 + 8) : nil))
        return Mention(range: range, speaker: annotation.speakers.count - 1)
    }
}

/// What is said in one quote, and around it.
struct MadeUpQuote {
    let words: String
    let more: String?
    let kind: Quote.Kind
    let speakers: [Int]
    let (cue, addressee, via, occasion, medium, place): (Int?, Int?, Int?, Int?, Int?, Int?)
    let antecedent: String?
    let (basis, daysBefore, isMonth): (Int?, Int, Bool)
    let (paragraphs, confidence): (Int, Double)

    init(_ archive: MadeUpArchive, _ dice: inout Dice) {
        // Some quotes are printed by many: they come from a few dice of their own.
        if dice.one(in: 8) { dice = Dice(seed: UInt64(dice.zipf(max(4, archive.quotes / 40))) &+ 77) }
        words = MadeUpQuote.words(4 + dice.below(36), &dice)
        more = dice.one(in: 12) ? MadeUpQuote.words(3 + dice.below(8), &dice) : nil
        kind = dice.pick([.direct, .direct, .indirect, .indirect, .mixed])
        let first = dice.one(in: 10) ? -1 - dice.below(30) : dice.zipf(archive.speakers)
        speakers = dice.one(in: 15) ? [] : dice.one(in: 12) ? [first, dice.zipf(archive.speakers)] : [first]
        cue = dice.one(in: 12) ? nil : dice.zipf(7)
        addressee = dice.one(in: 10) ? dice.below(6) - 3 : nil
        via = dice.one(in: 20) ? 8 + 9 * dice.below(3) : nil
        occasion = dice.one(in: 10) ? dice.below(3) : nil
        medium = dice.one(in: 10) ? dice.below(2) : nil
        place = dice.one(in: 3) ? dice.zipf(200) : nil
        antecedent = dice.one(in: 20) ? MadeUpQuote.words(5, &dice) : nil
        basis = dice.one(in: 4) ? nil : dice.below(4)
        daysBefore = dice.zipf(40)
        isMonth = dice.one(in: 15)
        paragraphs = 1 + dice.below(12) / 10
        confidence = Double(50 + dice.below(51)) / 100
    }

    private static func words(_ count: Int, _ dice: inout Dice) -> String {
        var words: [String] = []
        for _ in 0..<count {
            let word = Vocabulary.word(dice.zipf(Vocabulary.words))
            switch dice.below(24) {
            case 0: words.append(word + "s")
            case 1: words.append(word + "ed")
            case 2: words.append("\(word)-\(Vocabulary.word(dice.zipf(Vocabulary.words)))")
            default: words.append(word)
            }
        }
        return words.joined(separator: " ")
    }
}
