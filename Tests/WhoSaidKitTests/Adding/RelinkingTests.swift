import Annotator
import Articles
import GRDB
import Synchronization
import Testing

@testable import ArticleStore
@testable import WhoSaidKit

/// An archive that grew in pieces, and was corrected in between, is what linking everything from nothing makes of it.
@Suite struct RelinkingTests {
    /// Numbers that look random and are the same on every run.
    private struct Dice {
        var state: UInt64

        mutating func below(_ count: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % count
        }

        mutating func pick<Value>(_ values: [Value]) -> Value { values[below(values.count)] }
    }

    private static let people = [
        "Foreign Minister Sergey Lavrov", "Sergei Lavrov", "Lavrov", "Mayor Ann Lee", "Ann Lee", "Ann B. Lee",
        "Police chief Tom Brown", "Tom Brown, a farmer,", "the Free Syrian Army (FSA)", "FSA", "the rebels", "rebels",
        "Russian officials", "Russia's officials",
    ]
    private static let words = [
        "the harbour budget will be spent on bridges, schools and the new railway before the winter",
        "the harbor budget would be spent on bridges and the new rail-way",
        "the harbour budget will not be spent on bridges, schools and the new railway before the winter",
        "the ferries to the islands would sail again within a month",
        "ferries to the islands sail again within a month from the northern quay",
        "nobody will pay for the tunnel twice", "the ceasefire in the northern district must be respected by all sides",
        "a cease-fire in the district must be respected", "the council rejected the embargo on timber and copper",
        "the vote on the tariff and the treaty is postponed until the spring",
    ]
    private static let days = ["2014-01-13", "2014-01-14", "2014-01-15", "2014-03-02", "2015-01-13"]
    private static let outlets = ["The Post", "The Herald", "ANI"]

    private static func text(_ number: Int, _ dice: inout Dice, isDated: Bool = false) -> Archive.Text {
        var text = ""
        for _ in 0..<(1 + dice.below(4)) {
            let (words, who) = (dice.pick(words), dice.pick(people))
            switch dice.below(4) {
            case 0: text += "“\(words.prefix(1).uppercased() + words.dropFirst()),” \(who) said on Monday.\n\n"
            case 1: text += "\(who.prefix(1).uppercased() + who.dropFirst()) said that \(words).\n\n"
            case 2: text += "According to \(who), \(words).\n\n"
            default: text += "“\(words.prefix(1).uppercased() + words.dropFirst()),” said \(who) in Paris.\n\n"
            }
        }
        return Archive.Text(
            name: "news/\(number).txt", text: text, outlet: dice.below(5) == 0 ? nil : dice.pick(outlets),
            published: dice.below(4) == 0 && !isDated ? nil : dice.pick(days))
    }

    /// A correction of something that the archive has.
    private static func correction(_ archive: Archive, _ dice: inout Dice) throws -> String {
        let quotes = try archive.ask("quotes").rows.flatMap(\.quotes).map(\.reference)
        guard !quotes.isEmpty else { return "undo" }
        let reference = dice.pick(quotes)
        switch dice.below(10) {
        case 0: return "correct \(reference) speaker = \"Ann Lee\""
        case 1: return "correct \(reference) speaker = \"Zoe Ash\""
        case 2: return "correct \(reference) said = 2014-01-12"
        case 3: return "correct \(reference) published = 2014-01-14"
        case 4: return "correct \(reference) outlet = \"The Times\""
        case 5: return "correct \(reference) place = \"London\""
        case 6: return "reject \(reference)"
        case 7: return "merge \"Tom Brown\" into \"Ann Lee\""
        case 8: return "split \"Lavrov\" from \"Sergey Lavrov\""
        default: return "undo"
        }
    }

    private static func isAsFromNothing(_ archive: Archive) throws -> Bool {
        let whole = Archive(store: try ArticleStore.inMemory())
        _ = try whole.merge([("it", archive)])
        let (before, after) = (try RoundTripTests.answers(of: archive), try RoundTripTests.answers(of: whole))
        for (one, other) in zip(before, after) where one != other {
            Issue.record("linked in pieces:\n\(one)\nlinked at once:\n\(other)")
            return false
        }
        return try before.count == after.count && RoundTripTests.lines(of: archive) == RoundTripTests.lines(of: whole)
            && archive.store.summary() == whole.store.summary()
    }

    /// Counts how often a part of an archive was linked anew.
    private final class Parts: Sendable {
        private let linked = Mutex(0)
        var count: Int { linked.withLock { $0 } }

        /// The annotator's linker, counted.
        var linker: Linker {
            var linker = Annotator.linker
            linker.changedQuotes = { changes, archive in
                let part = try Annotator.relink(changes, archive)
                if part != nil { self.linked.withLock { $0 += 1 } }
                return part
            }
            return linker
        }
    }

    /// With undated articles, which can be dated by others, and without.
    @Test(arguments: [1, 2, 3, 4, 5, 6] as [UInt64], [false, true])
    func piecesAreLinkedAsTheWhole(seed: UInt64, isDated: Bool) throws {
        var dice = Dice(state: seed &* 0x9E37_79B9)
        let archive = Archive(store: try ArticleStore.inMemory())
        let parts = Parts()
        var corrections = 0
        for step in 0..<14 {
            if dice.below(3) < 2 || step == 0 {
                // Some of the names have been added before: their articles change.
                let texts = (0..<(1 + dice.below(5))).map { _ in Self.text(dice.below(16), &dice, isDated: isDated) }
                _ = try archive.store.add(texts.map(\.article.annotated))
                try archive.store.link(parts.linker)
            } else {
                let statement = try Self.correction(archive, &dice)
                let made = try? archive.correct(statement, by: "ann", at: "2026-01-01T00:00:\(10 + step)Z")
                if made != nil { corrections += 1 }
            }
            if step % 4 == 3 {
                #expect(try Self.isAsFromNothing(archive), "seed \(seed), after step \(step)")
                #expect(try archive.verify().isEmpty, "seed \(seed), after step \(step)")
            }
        }
        #expect(corrections > 0)
        #expect(parts.count > 0 || !isDated)
        #expect(try Self.isAsFromNothing(archive), "seed \(seed)")
        #expect(try archive.verify().isEmpty)
    }

    /// What an archive remembers of its linking can be damaged, or be of another state: then everything is linked.
    @Test(arguments: [
        "DELETE FROM quote_columns WHERE name = 'linkedTermCounts'",
        "UPDATE quote_columns SET bytes = x'0102' WHERE name = 'linkedTermLows'",
        "UPDATE quote_columns SET archive_state = 'another' WHERE name = 'speakers'",
        "UPDATE settings SET value = 'no list' WHERE name = 'unlinked_articles'",
        "DELETE FROM settings WHERE name = 'linked_state'",
    ]) func damagedMemoriesAreNotTrusted(damage: String) throws {
        var dice = Dice(state: 9)
        let archive = Archive(store: try ArticleStore.inMemory())
        let parts = Parts()
        _ = try archive.store.add((0..<8).map { Self.text($0, &dice, isDated: true).article.annotated })
        try archive.store.link(parts.linker)
        try archive.store.database.write { try $0.execute(sql: damage) }
        _ = try archive.store.add([Self.text(8, &dice, isDated: true).article.annotated])
        try archive.store.link(parts.linker)
        #expect(parts.count == 0)
        #expect(try Self.isAsFromNothing(archive))
        #expect(try archive.verify().isEmpty)
    }

    /// Linking that is given up leaves the archive as it was, and is made up for.
    @Test func linkingThatIsGivenUpIsMadeUpFor() throws {
        var dice = Dice(state: 5)
        let archive = Archive(store: try ArticleStore.inMemory())
        _ = try archive.add((0..<6).map { Self.text($0, &dice) })
        let store = archive.store
        _ = try store.add((6..<12).map { Self.text($0, &dice).article.annotated })
        #expect(try store.needsLinking)
        var interrupting = Annotator.linker
        interrupting.quotes = { quotes in
            var count = 0
            try quotes.forEach { _ in
                count += 1
                if count == 3 { store.interrupt() }
            }
            return QuoteLinking(statements: { _ in [] }, publications: { _ in [] })
        }
        let error = #expect(throws: StoreError.self) { try store.link(interrupting) }
        #expect(error?.reason == .interrupted)
        #expect(try store.needsLinking)
        #expect(try archive.verify().isEmpty)
        try store.link(Annotator.linker)
        #expect(try !store.needsLinking)
        #expect(try Self.isAsFromNothing(archive))
    }
}
