import ArgumentParser
import ArticleStore
import LineEditor
import WhoSaidKit

/// `whosaid verify ARCHIVE`: whether everything in it is as it should be.
struct VerifyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify", abstract: "Look for damage in an archive, and mend what can be mended.",
        discussion: """
            Looks at the database, the texts and their checksums, every span, the index, the counts, what copies of a
            text are found by, and the corrections.
            With --repair, makes anew what follows from what is whole: the index, the counts, the linking, and what the
            annotator found in texts whose checksum is right. The exit status is 3 where something stays damaged.
            """)

    @Argument(help: "An archive (NAME.whosaid).")
    var archive: String

    @Flag(help: "Mend what can be mended.")
    var repair = false

    func run() throws {
        var progress = ProgressLine()
        defer { progress.clear() }
        Interrupts.catchEndings()
        let archive = try Failure.ofArchive { try Archive(at: self.archive) }
        let total = (try? archive.store.summary().articles) ?? 0
        func look() throws -> [Flaw] {
            defer { progress.clear() }
            return try Failure.ofArchive {
                try archive.verify { done in
                    try Failure.checkInterrupts()
                    progress.show("looking at", done, of: total)
                }
            }
        }
        var flaws = try look()
        for flaw in flaws { Output.standard.line(flaw.message.withoutControls()) }
        if repair, flaws.contains(where: \.canBeMended) {
            try Failure.ofArchive { try archive.repair(flaws) }
            let before = flaws.count(where: \.isDamage)
            flaws = try look()
            let left = flaws.filter(\.isDamage)
            Output.standard.line("repaired: \(before - left.count) of \(before)")
            for flaw in left { Output.standard.line("left: \(flaw.message)".withoutControls()) }
        }
        let damage = flaws.filter(\.isDamage)
        guard damage.isEmpty else {
            let advice =
                damage.contains(where: \.canBeMended) && !repair
                ? "mend it with --repair, or use a copy" : "use a copy, or build it again from its sources"
            throw Failure(
                message:
                    "\(self.archive) is damaged in \(damage.count) place\(damage.count == 1 ? "" : "s"): \(advice)",
                status: Failure.archiveStatus)
        }
        let summary = try Failure.ofArchive { try archive.store.summary() }
        Output.standard.line(
            "\(self.archive) is sound: \(summary.articles) articles, \(summary.quotes) quotes".withoutControls())
    }
}

extension Flaw {
    /// Whether it is more than something to know.
    fileprivate var isDamage: Bool { remedy != .none }
    /// Whether `--repair` can mend it.
    fileprivate var canBeMended: Bool { remedy != .none && remedy != .elsewhere }
}
