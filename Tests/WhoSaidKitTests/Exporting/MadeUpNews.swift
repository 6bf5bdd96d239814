import ArticleStore
import Articles
import Dates
import Exchange
import Foundation
import Text

@testable import WhoSaidKit

/// Archives of made-up stories, the same for a seed on every run: accents, emoji, Windows line ends, two versions, sources that changed, shared statements, and
/// decisions of every sort.
struct MadeUpNews {
    private var random: Noise

    init(seed: UInt64) { random = Noise(state: seed) }

    struct Noise: RandomNumberGenerator {
        var state: UInt64

        mutating func next() -> UInt64 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return state >> 16
        }
    }

    private mutating func pick(_ values: [String]) -> String { values[Int(random.next() % UInt64(values.count))] }

    private static let names = [
        "Ann Lee", "Bjørn Åsen", "Zoë O’Brien-Díaz", "Boris Tern", "the harbour board", "officials",
    ]
    private static let things = [
        "the bridge is safe", "the ferry to Sørøya would not sail before Monday", "nobody asked the fishermen",
        "3.5 % of the quays are gone 🚢", "a cease-fire on the quays was near", "it was “a lie”, and a bad one",
    ]
    private static let verbs = [
        "said", "warned", "told reporters in Paris", "denied on Monday that", "claimed last month",
    ]

    private mutating func sentence() -> String {
        let name = pick(MadeUpNews.names)
        let thing = pick(MadeUpNews.things)
        switch random.next() % 4 {
        case 0: return "“\(thing.prefix(1).uppercased() + thing.dropFirst()),” \(name) said on Monday."
        case 1: return "\(name) \(pick(MadeUpNews.verbs)) that \(thing)."
        case 2: return "The Harbour Wire reported that \(name) had said \(thing)."
        default: return "According to \(name), \(thing). He denied an accusation that \(pick(MadeUpNews.things))."
        }
    }

    /// An archive of some stories with decisions about them.
    mutating func archive() throws -> Archive {
        let ends = ["\n\n", "\r\n\r\n"]
        var texts: [Archive.Text] = []
        for number in 0..<(3 + Int(random.next() % 4)) {
            let paragraphs = (0..<(2 + Int(random.next() % 4))).map { _ in sentence() + " " + sentence() }
            texts.append(
                Archive.Text(
                    name: "news/\(number) é.txt", text: paragraphs.joined(separator: pick(ends)),
                    outlet: random.next() % 4 == 0 ? nil : pick(["The Paper", "Ærlig \"Post\"", "=cmd()"]),
                    published: random.next() % 4 == 0 ? nil : "2014-01-1\(random.next() % 9)"))
        }
        texts.append(
            Archive.Text(
                name: "news/changed.txt",
                text: """
                    This article is from the source 'gazette' and was first published or seen on .

                    Version 0 Version 1
                    Tern warns of a long strike Tern warns of a long strike
                    (35 minutes later)
                    Boris Tern warned the dockers could not win. Boris Tern warned the dockers would not win.
                    \(sentence())
                    """, published: "2014-01-20"))
        let archive = try Archive(texts: texts)
        // One source changes once, another one twice, and has its first text again in some archives.
        let first = texts[1].text
        for (number, isBack) in [(0, false), (1, false), (1, random.next() % 2 == 0)] {
            texts[number].text = isBack ? first : "Corrected. \(texts[number].text)\n\n\(sentence())"
            try archive.add([texts[number]])
        }
        for number in 0..<8 { try decide(number, in: archive) }
        return archive
    }

    private mutating func decide(_ number: Int, in archive: Archive) throws {
        let quotes = try archive.ask("quotes in any version").rows.flatMap(\.quotes)
        guard let quote = quotes.randomElement(using: &random) else { return }
        let statement =
            switch number {
            case 0: "correct \(quote.reference) speaker = \"Iris Bell\" and \"Boris Tern\""
            case 1: "correct \(quote.reference) said = 2014-01-0\(1 + random.next() % 9)"
            case 2: "correct \(quote.reference) place is unknown"
            case 3: "correct \(quote.reference) outlet = \"The Øther\""
            case 4: "reject \(quote.reference)"
            case 5: "merge \"Boris Tern\" into \"Ann Lee\""
            case 6: "correct \(quote.reference) role = \"minister\""
            default: "undo \(1 + random.next() % 4)"
            }
        _ = try? archive.correct(statement, by: "ann", at: "2026-11-21T06:31:2\(number)Z")
    }
}
