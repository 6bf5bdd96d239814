import Annotator
import ArticleStore
import Articles
import Readers
import Text

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

extension Archive {
    /// Opens what a user named: an archive file, or folders and files, which are read and annotated into an archive that is kept in the
    /// user's cache folder and made anew when a source or a manifest changes.
    package static func open(_ paths: [String], progress: (Progress) -> Void = { _ in }) throws -> Archive {
        if paths.count == 1, isArchive(paths[0]) { return try Archive(at: paths[0]) }
        for path in paths where path != "-" && !FileManager.default.fileExists(atPath: path) {
            throw OpeningError.missing(path)
        }
        let reading = Reading.read(paths: paths)
        let problems = reading.problems.map(\.sentence)
        guard !reading.articles.isEmpty else { throw OpeningError.nothingToRead(paths, problems) }
        guard let cache = cacheFile(for: reading.articles) else {
            let store = try ArticleStore.inMemory()
            _ = try Filling.add(reading.articles, to: store, progress: progress)
            return Archive(store: store, problems: problems)
        }
        if FileManager.default.fileExists(atPath: cache), let store = try? ArticleStore.open(at: cache, creating: false)
        {
            return Archive(store: store, problems: problems)
        }
        return Archive(store: try fill(cache, with: reading.articles, progress), problems: problems)
    }

    /// Whether a path names an archive: by its ending, or by the first bytes of every SQLite file.
    private static func isArchive(_ path: String) -> Bool {
        if path.hasSuffix(".whosaid") { return true }
        guard let file = FileHandleBytes.first(16, of: path) else { return false }
        return file.elementsEqual(Array("SQLite format 3\0".utf8))
    }

    /// The file for an archive of exactly these articles, as this version annotates them; nil where there is no cache folder.
    ///
    /// The name holds a fingerprint of names, bytes and metadata, so a change of any of them asks for another file.
    private static func cacheFile(for articles: [Article]) -> String? {
        var fingerprint = Fingerprint("annotator \(Annotator.version)".utf8)
        for article in articles {
            fingerprint.combine("\(article.source.name)\0\(article.metadata)\0".utf8)
            fingerprint.combine(article.source.fingerprint.hex.utf8)
        }
        let environment = ProcessInfo.processInfo.environment
        guard let base = environment["XDG_CACHE_HOME"] ?? environment["HOME"].map({ $0 + "/.cache" }), !base.isEmpty
        else { return nil }
        let folder = base + "/whosaid"
        do {
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        } catch {
            return nil
        }
        return "\(folder)/\(fingerprint.hex).whosaid"
    }

    /// Fills a new archive under another name and moves it to its place, so that nobody ever opens half of one.
    private static func fill(
        _ cache: String, with articles: [Article], _ progress: (Progress) -> Void
    ) throws -> ArticleStore {
        let unfinished = "\(cache).\(ProcessInfo.processInfo.processIdentifier).new"
        try? FileManager.default.removeItem(atPath: unfinished)
        do {
            let store = try ArticleStore.open(at: unfinished, creating: true)
            _ = try Filling.add(articles, to: store, progress: progress)
            try store.close()
        }
        // The other process that filled the same archive was as right as this one.
        if !FileManager.default.fileExists(atPath: cache) {
            try FileManager.default.moveItem(atPath: unfinished, toPath: cache)
        } else {
            try FileManager.default.removeItem(atPath: unfinished)
        }
        return try ArticleStore.open(at: cache, creating: false)
    }
}

/// Why nothing could be opened.
package enum OpeningError: Error, Hashable, Sendable, CustomStringConvertible {
    /// There is no such file or folder.
    case missing(String)
    /// There is nothing in it that can be read.
    case nothingToRead([String], [String])

    /// What is wrong and what to do, in one or more lines.
    package var description: String {
        switch self {
        case .missing(let path):
            "there is no file or folder \(path); name an archive (NAME.whosaid), a folder of articles, or text files"
        case .nothingToRead(let paths, let problems):
            (["found no article in \(paths.joined(separator: ", ")); put text files (.txt) there"] + problems)
                .joined(separator: "\n")
        }
    }
}
