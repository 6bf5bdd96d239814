import Articles
import Dates
import Text

/// The quotes of an archive as their joining into statements needs them: a column for each fact, numbers in the place of words.
struct JoinableQuotes {
    private(set) var ids: [Int64] = []
    private(set) var articles: [Int64] = []
    private(set) var versions: [Int64] = []
    /// The quote that each is a part of; nil of none.
    private(set) var outers: [Int64?] = []
    /// Whether each is a quotation of somebody's own words.
    private(set) var isDirect: [Bool] = []
    /// The speakers of each, by number.
    private(set) var speakers = FlatLists<UInt32>()
    private(set) var speakerCount = 0
    private(set) var days: [Days] = []
    /// The places of each in `placeValues`; -1 of none.
    private(set) var places: [Int32] = []
    private(set) var placeValues: [PlaceEvidence] = []
    /// For each of `placeValues` a number of its own for what is not the same place; nil where the print does not tell it.
    private(set) var placeKeys: [Int32?] = []
    /// What tells texts apart.
    private(set) var textMarks: [UInt64] = []
    private(set) var terms = StatementTerms(FlatLists(), keys: [0], frequencies: [0], quotes: 0)
    /// What all terms of each quote tell together.
    private(set) var totals: [Int] = []
    /// How many of the terms of each, from the rarest on, lead to reports of its utterance: what shares none of these shares not enough.
    private(set) var telling: [Int32] = []
    /// A mark of the terms of each in the order of the print.
    private(set) var sequenceMarks: [UInt64] = []
    /// How many quotes of the archive have each term.
    private(set) var frequencies = TermFrequencies()

    /// When a quote was printed and said.
    struct Days: Hashable {
        var published: DateInterval?
        var said: DateInterval?
        var basis: DatedEvidence.Basis?

        init(published: DateInterval?, said: DatedEvidence?) {
            self.published = published
            self.said = said?.value
            basis = said?.basis
        }

        /// The date as evidence; nil of none.
        var evidence: DatedEvidence? {
            guard let said, let basis else { return nil }
            return DatedEvidence(said, basis)
        }
    }

    var count: Int { ids.count }

    /// - Parameter frequencies: how many quotes of the archive have the terms of some keys, where `quotes` are a part of it.
    init(_ quotes: LinkableQuotes, frequencies: ((Set<UInt64>) throws -> TermFrequencies)? = nil) throws {
        var reader = TermReader()
        var printed = FlatLists<UInt32>()
        var numbers: [Int64: UInt32] = [:]
        var placeNumbers: [PlaceEvidence: Int32] = [:]
        var foldedPlaces: [String: Int32] = [:]
        try quotes.forEach { quote in
            ids.append(quote.id)
            articles.append(quote.article)
            versions.append(quote.version)
            outers.append(quote.outer)
            isDirect.append(quote.kind == .direct)
            for speaker in quote.speakers {
                let number = numbers[speaker] ?? UInt32(numbers.count)
                numbers[speaker] = number
                speakers.append(number)
            }
            speakers.end()
            days.append(Days(published: quote.published, said: quote.said))
            if let place = quote.place.map({ PlaceEvidence($0.name, $0.basis) }) {
                let number = placeNumbers[place] ?? Int32(placeNumbers.count)
                if placeNumbers.updateValue(number, forKey: place) == nil {
                    placeValues.append(place)
                    let key = Folding.key(place.name)
                    let folded = foldedPlaces[key] ?? Int32(foldedPlaces.count)
                    foldedPlaces[key] = folded
                    placeKeys.append(place.basis == .explicit ? folded : nil)
                }
                places.append(number)
            } else {
                places.append(-1)
            }
            textMarks.append(reader.read(quote, into: &printed))
        }
        speakerCount = numbers.count
        if let order = quotes.order() {
            put(in: order)
            printed = printed.inOrder(order)
        }
        let keys = reader.keys
        if let frequencies {
            self.frequencies = try frequencies(Set(keys))
        } else {
            let counts = StatementTerms.frequencies(printed, terms: keys.count)
            self.frequencies = TermFrequencies(
                quotes: count, counts: Dictionary(zip(keys, counts).map { ($0, $1) }, uniquingKeysWith: +))
        }
        let counts = keys.map { self.frequencies.counts[$0] ?? 0 }
        terms = StatementTerms(printed, keys: keys, frequencies: counts, quotes: self.frequencies.quotes)
        totals = ids.indices.map { [terms] in terms.weight($0) }
        telling = ids.indices.map { [terms] in Int32(terms.telling($0)) }
        sequenceMarks = ids.indices.map { [terms] in terms.sequenceMark($0) }
    }

    /// Puts all columns but the terms into an order.
    private mutating func put(in order: [Int32]) {
        func ordered<Value>(_ column: [Value]) -> [Value] { order.map { column[Int($0)] } }
        ids = ordered(ids)
        articles = ordered(articles)
        versions = ordered(versions)
        outers = ordered(outers)
        isDirect = ordered(isDirect)
        speakers = speakers.inOrder(order)
        days = ordered(days)
        places = ordered(places)
        textMarks = ordered(textMarks)
    }

    /// The place of a quote; nil of none.
    func place(_ index: Int) -> PlaceEvidence? { places[index] < 0 ? nil : placeValues[Int(places[index])] }

    /// Whether two quotes tell two places where they were said.
    func placesDiffer(_ a: Int, _ b: Int) -> Bool {
        guard places[a] >= 0, places[b] >= 0, let first = placeKeys[Int(places[a])],
            let second = placeKeys[Int(places[b])]
        else { return false }
        return first != second
    }
}
