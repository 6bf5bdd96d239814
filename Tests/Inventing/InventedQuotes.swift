package import Articles
import Dates

/// Quotes of an archive that nobody said, with the utterance that each reports.
///
/// Utterances are reported one to six times: word for word, spelled otherwise, cut short, with an ellipsis, with words left out or put in,
/// two sentences as one, in the reporter's words. Between them stand others that are like them: of the same speaker about the same
/// matter on the same day, the same words of another speaker, the same words a year later.
package struct InventedQuotes {
    /// The quotes in the order of the archive.
    package private(set) var quotes: [LinkableQuote] = []
    /// The number of the utterance that each reports.
    package private(set) var utterances: [Int] = []

    /// - Parameters:
    ///   - count: how many quotes there are.
    ///   - seed: other numbers give other quotes.
    package init(count: Int, seed: UInt64 = 1) {
        var numbers = SeededNumbers(seed: seed)
        quotes.reserveCapacity(count)
        utterances.reserveCapacity(count)
        var utterance = 0
        while quotes.count < count {
            let topic = InventedSpeech.Topic(&numbers)
            let (speaker, day) = (1 + numbers.lowBelow(max(8, count / 25)), 14_000 + numbers.below(2000))
            let speech = InventedSpeech(by: speaker, on: day, about: topic, &numbers)
            var speeches = [speech]
            if numbers.happens(40) {
                speeches.append(InventedSpeech(by: speaker, on: day + numbers.below(2), about: topic, &numbers))
            }
            if numbers.happens(6) {
                speeches.append(InventedSpeech(speaker: speaker + 1, day: day, sentences: speech.sentences))
            }
            if numbers.happens(6) {
                speeches.append(InventedSpeech(speaker: speaker, day: day + 365, sentences: speech.sentences))
            }
            for speech in speeches {
                for _ in 0..<(1 + numbers.lowBelow(6)) { report(speech, utterance, &numbers) }
                utterance += 1
            }
        }
        quotes.removeLast(quotes.count - count)
        utterances.removeLast(utterances.count - count)
        // An archive has its articles in the order of their names, not of what they report.
        var order = Array(quotes.indices)
        order.shuffle(using: &numbers)
        quotes = order.map { quotes[$0] }
        utterances = order.map { utterances[$0] }
    }

    private mutating func report(_ speech: InventedSpeech, _ utterance: Int, _ numbers: inout SeededNumbers) {
        let id = Int64(quotes.count + 1)
        let (words, kind) = Reporting.report(speech.sentences, &numbers)
        let isDated = numbers.happens(50)
        let day = DateInterval(CalendarDay(number: speech.day))
        let published = DateInterval(CalendarDay(number: speech.day + numbers.below(3)))
        var speakers = [Int64(speech.speaker)]
        if numbers.happens(4) { speakers.append(Int64(speech.speaker + 7)) }
        quotes.append(
            LinkableQuote(
                id: id, article: id, version: id, isLatest: true, outlet: "outlet \(numbers.below(50))",
                published: numbers.happens(97) ? published : nil, text: words.joined(separator: " "), kind: kind,
                speakers: speakers, said: isDated ? DatedEvidence(day, .weekday) : nil, place: nil))
        utterances.append(utterance)
    }
}
