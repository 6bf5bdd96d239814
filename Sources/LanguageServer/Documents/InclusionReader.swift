import LanguageService
import QueryLanguage
import Text
import WhoSaidKit

/// Reads the files that scripts include, for the names that they define: as they are in the editor where they are open
/// there, else as they are on the disk.
struct InclusionReader {
    /// More files inside one another are not read, nor more in all for one script.
    private static let (depthLimit, countLimit) = (16, 256)

    /// Files as they were read from the disk.
    private var kept: [String: (stamp: FileStamp, draft: Draft)] = [:]

    /// What a script includes, by the path as it is written.
    mutating func read(
        _ draft: Draft, at path: String?, open documents: [DocumentURI: Document]
    ) -> [String: Draft.Inclusion] {
        guard draft.includesFiles, let path else { return [:] }
        var visit = Visit(open: documents)
        return inclusions(of: draft, in: TextFile.folder(of: path), above: [TextFile.realPath(path) ?? path], &visit)
    }

    /// The files that a script includes, and those that they include, each by its real path and read where it is included.
    mutating func files(
        under draft: Draft, at path: String?, open documents: [DocumentURI: Document]
    ) -> [String: Draft] {
        guard draft.includesFiles, let path else { return [:] }
        var visit = Visit(open: documents)
        _ = inclusions(of: draft, in: TextFile.folder(of: path), above: [TextFile.realPath(path) ?? path], &visit)
        return visit.drafts
    }

    /// What was read for one script.
    private struct Visit {
        let open: [DocumentURI: Document]
        var count = 0
        var drafts: [String: Draft] = [:]
    }

    private mutating func inclusions(
        of draft: Draft, in folder: String, above: [String], _ visit: inout Visit
    ) -> [String: Draft.Inclusion] {
        var found: [String: Draft.Inclusion] = [:]
        for path in draft.inclusionPaths where found[path] == nil {
            found[path] = inclusion(path, in: folder, above: above, &visit)
        }
        return found
    }

    private mutating func inclusion(
        _ written: String, in folder: String, above: [String], _ visit: inout Visit
    ) -> Draft.Inclusion {
        let name = TextFile.resolve(written, in: folder)
        let real = TextFile.realPath(name) ?? name
        if let start = above.firstIndex(of: real) {
            return .init(problem: InclusionError.cycle(above[start...] + [real]))
        }
        guard above.count < Self.depthLimit else { return .init(problem: .tooDeep(limit: Self.depthLimit)) }
        guard visit.count < Self.countLimit else { return .init(problem: .tooMany(limit: Self.countLimit)) }
        visit.count += 1
        do throws(TextFileError) {
            var draft = try draft(of: real, visit)
            draft.include(inclusions(of: draft, in: TextFile.folder(of: name), above: above + [real], &visit))
            draft.read()
            visit.drafts[real] = draft
            var inclusion = Draft.Inclusion(definitions: draft.definitions())
            inclusion.questions = draft.questions(above: draft.pieces.count)
            for path in draft.inclusionPaths {
                inclusion.places.merge(draft.inclusions[path]?.places ?? [:]) { $1 }
            }
            for name in draft.names where name.isDefinition {
                inclusion.places[name.text] = .init(path: real, range: name.range)
            }
            return inclusion
        } catch {
            return .init(problem: .file(error))
        }
    }

    private mutating func draft(of path: String, _ visit: Visit) throws(TextFileError) -> Draft {
        let opened = visit.open.values.first { document in
            document.uri.path.map { $0 == path || TextFile.realPath($0) == path } ?? false
        }
        if let opened { return opened.draft }
        let stamp = FileStamp(path, withFolders: false)
        if let known = kept[path], known.stamp == stamp { return known.draft }
        let draft = Draft(try TextFile.text(of: path))
        kept[path] = (stamp, draft)
        return draft
    }
}

extension Draft.Inclusion {
    /// A file that cannot be included.
    fileprivate init(problem: InclusionError) {
        self.init(definitions: [:], problem: problem.diagnostic(at: ByteRange(0, 0)))
    }
}
