package import ArticleStore
package import Articles
package import Dates
import SpeechVerbs
import Text

/// An archive of quotes that nobody ever said: as many as are asked for, four an article, over twenty years, with words, speakers and outlets
/// as frequent as Zipf's law has them. The same seed gives the same archive.
package struct MadeUpArchive: Sendable {
    /// The number of quotes in the latest versions.
    package let quotes: Int
    private let seed: UInt64

    package init(quotes: Int, seed: UInt64 = 1) {
        self.quotes = quotes
        self.seed = seed
    }

    /// The number of articles.
    package var articles: Int { (quotes + 3) / 4 }
    /// The number of people and organisations that speak.
    package var speakers: Int { max(8, quotes / 50) }
    package var outlets: Int { min(400, max(6, quotes / 500)) }
    package static let firstDay = CalendarDay(iso: "2004-01-01") ?? CalendarDay(number: 0)
    package static let days = 7_300

    /// Fills an archive, and links it.
    /// - Parameter adding: told of the number of the first article of each batch, and adds the batch when it calls what it is given.
    package func fill(_ store: ArticleStore, adding: (Int, () throws -> Void) throws -> Void = { try $1() }) throws {
        for start in stride(from: 0, to: articles, by: 2_000) {
            let batch = (start..<min(start + 2_000, articles)).map(article)
            try adding(start) { _ = try store.add(batch) }
        }
        try store.link(MadeUpArchive.linker)
    }

    /// One article, by its number.
    package func article(_ number: Int) -> AnnotatedArticle {
        // Neighbours in the archive are no neighbours in time.
        var dice = Dice(seed: seed &* 0x1000_0000 &+ UInt64(number))
        let writer = MadeUpText(
            archive: self, published: MadeUpArchive.firstDay.adding(days: dice.below(MadeUpArchive.days)))
        let isDated = !dice.one(in: 20)
        let metadata = Metadata(
            outlet: dice.one(in: 25) ? nil : Vocabulary.outlet(dice.zipf(outlets)),
            title: dice.one(in: 4) ? nil : "\(Vocabulary.place(dice.below(40))) \(Vocabulary.word(dice.zipf(2_000)))",
            byline: dice.one(in: 3) ? Vocabulary.speaker(dice.below(90) * 9) : nil,
            published: isDated ? DatedEvidence(DateInterval(writer.published), .metadata) : nil)
        return writer.article(named: "made/\(number).txt", metadata, versions: dice.one(in: 20) ? 2 : 1, &dice)
    }

    /// One person a name, and one statement where the same people said the same words.
    package static let linker = Linker(
        people: { speakers, _ in
            var numbers: [String: Int] = [:]
            return LinkedPeople(
                numbers: speakers.map { found in
                    let number = numbers[found.speaker.name] ?? numbers.count
                    numbers[found.speaker.name] = number
                    return number
                })
        },
        statements: { quotes in
            struct Key: Hashable {
                let text: String
                let speakers: [Int64]
            }
            var places: [Key: Int] = [:]
            var statements: [LinkedStatement] = []
            for quote in quotes {
                let key = Key(text: quote.text, speakers: quote.speakers)
                if let place = places[key] {
                    statements[place].quotes.append(quote.id)
                    if statements[place].said == nil { statements[place].said = quote.said }
                    if statements[place].place == nil { statements[place].place = quote.place }
                } else {
                    places[key] = statements.count
                    statements.append(LinkedStatement(quotes: [quote.id], said: quote.said, place: quote.place))
                }
            }
            return statements
        })
}
