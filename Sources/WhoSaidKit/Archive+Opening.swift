import ArticleStore
import Readers

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

extension Archive {
    /// Opens what a user named: an archive file, or folders and files, which are read and annotated into an archive that is kept in the
    /// user's cache folder and made anew when a source, a manifest or a table of names changes.
    /// - Parameters:
    ///   - aliases: a table of names in the place of those in the folders; an archive keeps its own.
    ///   - cache: the folder for such archives; nil keeps them in memory.
    package static func open(
        _ paths: [String], aliases: String? = nil, cache: String? = ArchiveCache.userFolder,
        progress: (Progress) -> Void = { _ in }
    ) throws -> Archive {
        if paths.count == 1, isArchive(paths[0]) {
            if let aliases { throw OpeningError.hasOwnAliases(paths[0], aliases) }
            return try Archive(at: paths[0])
        }
        for path in paths where path != "-" && !FileManager.default.fileExists(atPath: path) {
            throw OpeningError.missing(path)
        }
        let reading = Reading.read(paths: paths, aliases: aliases)
        let problems = reading.problems.map(\.sentence)
        guard !reading.articles.isEmpty else { throw OpeningError.nothingToRead(paths, problems) }
        if let cache, let kept = ArchiveCache(folder: cache, paths: paths, reading) {
            return Archive(store: try kept.store(progress: progress), problems: problems, isMadeAnew: true)
        }
        let store = try ArticleStore.inMemory()
        _ = try Filling.add(
            reading.articles, decisions: reading.decisions, aliases: reading.aliases, to: store, progress: progress)
        return Archive(store: store, problems: problems, isMadeAnew: true)
    }

    /// Whether a path names an archive: by its ending, or by the first bytes of every SQLite file.
    private static func isArchive(_ path: String) -> Bool {
        path.hasSuffix(".whosaid") || FirstBytes.of(path, count: 16) == Array("SQLite format 3\0".utf8)
    }
}

/// Why nothing could be opened.
package enum OpeningError: Error, Hashable, Sendable, CustomStringConvertible {
    /// There is no such file or folder.
    case missing(String)
    /// There is nothing in it that can be read.
    case nothingToRead([String], [String])
    /// A table of names is given for an archive, which keeps its own.
    case hasOwnAliases(String, String)

    /// What is wrong and what to do, in one or more lines.
    package var description: String {
        switch self {
        case .missing(let path):
            "there is no file or folder \(path); name an archive (NAME.whosaid), a folder of articles, or text files"
        case .nothingToRead(let paths, let problems):
            (["found no article in \(paths.joined(separator: ", ")); put text files (.txt) there"] + problems)
                .joined(separator: "\n")
        case .hasOwnAliases(let archive, let aliases):
            "\(archive) keeps a table of names: put another one in its place by "
                + "`whosaid add FOLDER --to \(archive) --aliases \(aliases)`"
        }
    }
}
