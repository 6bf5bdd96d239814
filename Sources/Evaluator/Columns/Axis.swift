import ArticleStore
import Articles
import Dates
import QueryLanguage
import SpeechVerbs
import Text

/// One field as a column: a number for each row, and for each number a quote that has just that, so that what is made to test, to group and
/// to order quotes does the same with a column, once for each of its values.
struct Axis {
    /// The number of each row; -1 where the field is unknown.
    let numbers: [Int32]
    /// How many different numbers there are, without -1.
    let count: Int
    private let standIn: (Int) -> QuoteRecord

    /// The quote that stands for a number.
    func quote(_ number: Int32) -> QuoteRecord {
        (0..<count).contains(Int(number)) ? standIn(Int(number)) : .blank
    }

    /// The column of a field; nil where there is none.
    init?(_ field: Field, _ table: QuoteTable, _ names: NameBook) throws {
        switch field {
        case .kind:
            self.init(try table.column(.kinds), Quote.Kind.allCases) { $0.quote.kind = $1 }
        case .cue:
            self.init(try table.column(.cues), try table.cues()) { quote, cue in
                quote.quote.cue = SpeechAct(rawValue: cue.act).map { act in
                    Cue(range: ByteRange(0, 0), lemma: cue.lemma, act: act)
                }
                quote.printed.cue = cue.print
            }
        case .said, .date:
            self.init(try table.column(field == .said ? .said : .dates), try table.days()) { quote, days in
                quote.quote.said = DatedEvidence(days, .explicit)
            }
        case .published:
            self.init(try table.column(.published), try table.days()) { quote, days in
                quote.article.metadata.published = DatedEvidence(days, .metadata)
            }
        case .place:
            self.init(try table.column(.places), try table.texts(of: .places)) { quote, place in
                quote.quote.place = PlaceEvidence(place, .explicit)
            }
        case .occasion:
            self.init(try table.column(.occasions), try table.texts(of: .occasions)) { $0.printed.occasion = $1 }
        case .medium:
            self.init(try table.column(.mediums), try table.texts(of: .mediums)) { $0.printed.medium = $1 }
        case .outlet:
            self.init(try table.column(.outlets), try table.outlets()) { $0.article.metadata.outlet = $1 }
        case .voices:
            self.init(try table.column(.voices), try table.numbers(of: .voices)) { quote, count in
                quote.quote.speakers = Array(repeating: Mention(range: nil, speaker: nil), count: Int(count))
            }
        case .paragraphs:
            self.init(try table.column(.paragraphs), try table.numbers(of: .paragraphs)) {
                $0.quote.paragraphs = Int($1)
            }
        case .confidence:
            self.init(try table.column(.confidences), try table.numbers(of: .confidences)) { $0.quote.confidence = $1 }
        case .version:
            self.init(try table.column(.versions), try table.numbers(of: .versions)) { $0.version = Int($1) }
        case .reports:
            self.init(try table.column(.reports), try table.numbers(of: .reports)) { $0.statement.reports = Int($1) }
        case .speaker, .role, .organisation:
            let people = names.speakersByNumber
            let ids = try table.speakerIDs()
            let lists = try table.speakerLists()
            self.init(numbers: try table.column(.speakers), count: lists.count) { number in
                QuoteRecord(standingFor: lists[number].compactMap { people[ids[$0]] })
            }
        case .article, .title, .byline, .url:
            let articles = Dictionary(names.articles.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
            let ids = try table.articleIDs()
            self.init(numbers: try table.column(.articles), count: ids.count) { number in
                articles[ids[number]].map { QuoteRecord(standingFor: $0) } ?? .blank
            }
        case .words:
            self.init(try table.column(.words), try table.numbers(of: .words)) {
                $0.segmentTexts = Array(repeating: "a", count: Int($1))
            }
        case .to, .via:
            let ids = try table.speakerIDs()
            let lists = try table.mentionLists()
            self.init(numbers: try table.column(field == .to ? .addressees : .vias), count: lists.count) { number in
                let mentions = lists[number].map { mention in
                    (mention.speaker.flatMap { names.speakersByNumber[ids[$0]] }, mention.text)
                }
                return QuoteRecord(standingFor: mentions, areAddressees: field == .to)
            }
        case .corrected:
            // It is tested, and has no value to be grouped or ordered by.
            self.init(numbers: Array(repeating: -1, count: table.count), count: 0) { _ in .blank }
        case .text, .about, .mentions:
            return nil
        }
    }

    private init(numbers: [Int32], count: Int, standIn: @escaping (Int) -> QuoteRecord) {
        self.numbers = numbers
        self.count = count
        self.standIn = standIn
    }

    /// A column of values, each put into a quote by `put`.
    private init<Value>(_ numbers: [Int32], _ values: [Value], put: @escaping (inout QuoteRecord, Value) -> Void) {
        self.init(numbers: numbers, count: values.count) { number in
            var quote = QuoteRecord.blank
            put(&quote, values[number])
            return quote
        }
    }
}

extension Field {
    /// The column of a date; nil for any other field.
    var dates: QuoteTable.Column? {
        switch self {
        case .said: .said
        case .date: .dates
        case .published: .published
        default: nil
        }
    }
}
