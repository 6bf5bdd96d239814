import Annotator
package import ArticleStore
import Articles
import Exchange
package import Readers
import Text

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// The archive of some folders and files that is kept between runs.
///
/// Its name holds two fingerprints: of the paths that were named, and of everything that was read there (names, bytes, metadata). So a
/// change asks for another file, and the one before it, which has the same first half, is removed.
package struct ArchiveCache {
    private let folder: String
    /// The first half of the name.
    private let paths: String
    private let reading: Reading.Result

    /// The archive itself.
    private let file: String

    /// The user's folder for archives that can be made anew; nil where the system names none.
    package static var userFolder: String? {
        let environment = ProcessInfo.processInfo.environment
        let base = environment["XDG_CACHE_HOME"] ?? environment["HOME"].map { $0 + "/.cache" }
        return base.flatMap { $0.isEmpty ? nil : $0 + "/whosaid" }
    }

    /// The place for an archive of exactly what was read, as this version annotates it; nil where the folder cannot be made.
    package init?(folder: String, paths: [String], _ reading: Reading.Result) {
        do {
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        } catch {
            return nil
        }
        var named = Fingerprint()
        for path in paths { named.combine("\(URL(filePath: path).standardizedFileURL.path)\0".utf8) }
        var content = Fingerprint("annotator \(Annotator.version)".utf8)
        for article in reading.articles {
            let metadata = article.metadata
            let known = [
                article.source.name, metadata.outlet, metadata.title, metadata.byline, metadata.url, metadata.language,
                metadata.published.map { "\($0.value) \($0.basis.rawValue)" },
            ]
            for value in known { content.combine((value.map { "=\($0)\0" } ?? "-\0").utf8) }
            content.combine(article.source.fingerprint.hex.utf8)
            if article.found != nil { content.combine(ExchangeLine.article(article.annotated).written.utf8) }
        }
        for record in reading.decisions { content.combine(ExchangeLine.decision(record).written.utf8) }
        for speaker in reading.aliases ?? [] {
            let roles = speaker.roles.flatMap { [$0.name, $0.days.map { "\($0)" }] }
            let known = [speaker.name, speaker.kind?.rawValue, speaker.organisation] + roles + [nil] + speaker.names
            for value in known { content.combine((value.map { "=\($0)\0" } ?? "-\0").utf8) }
        }
        self.folder = folder
        self.paths = named.hex
        self.reading = reading
        file = "\(folder)/\(named.hex)-\(content.hex).whosaid"
    }

    /// Opens the archive, and fills it first where it is not there or is damaged.
    package func store(progress: (Archive.Progress) -> Void) throws -> ArticleStore {
        if FileManager.default.fileExists(atPath: file) {
            if let store = try? ArticleStore.open(at: file, creating: false) { return store }
            remove(file)
        }
        // Under another name until it is whole, so that nobody ever opens half of one.
        let unfinished = "\(file).\(ProcessInfo.processInfo.processIdentifier).new"
        remove(unfinished)
        let store = try ArticleStore.open(at: unfinished, creating: true)
        _ = try Filling.add(
            reading.articles, decisions: reading.decisions, aliases: reading.aliases, to: store, progress: progress)
        try store.close()
        removeOlder()
        if FileManager.default.fileExists(atPath: file) {
            // Another process filled the same archive meanwhile, and was as right as this one.
            remove(unfinished)
        } else {
            try FileManager.default.moveItem(atPath: unfinished, toPath: file)
            remove(unfinished)
        }
        return try ArticleStore.open(at: file, creating: false)
    }

    /// Removes the archives of earlier states of the same paths.
    private func removeOlder() {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        for name in names where name.hasPrefix(paths) && name.hasSuffix(".whosaid") && "\(folder)/\(name)" != file {
            remove("\(folder)/\(name)")
        }
    }

    /// Removes a file of SQLite with what belongs to it: a log that outlives its file would spoil the next one of that name.
    private func remove(_ path: String) {
        for ending in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: path + ending) }
    }
}
