import Articles
import Dates

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// All manifests that tell of the files that are read: the one that was named, and those that lie in the folders.
struct Manifests {
    /// The names of manifests that are found by themselves.
    static let names = ["manifest.json", "manifest.tsv"]

    /// Where the way up from a file ends: the folders that are read, and those of files that are read by name.
    private let tops: Set<String>
    /// What the named manifest tells, by absolute path.
    private var told: [String: Metadata] = [:]
    /// What lies in each folder, by absolute path of the folder, then of the file.
    private var folders: [String: [String: Metadata]] = [:]
    private var problems: [Reading.Problem] = []

    /// Reads the named manifest; its file names are relative to it, or else to one of `roots`.
    init(explicit path: String?, roots: [String]) {
        tops = Set(roots.flatMap { [PathName.absolute($0), PathName.folder(of: PathName.absolute($0))] })
        guard let path else { return }
        switch FileBytes.read(path) {
        case .failure(let problem): problems.append(problem)
        case .success(let bytes):
            let manifest = Manifest(path: path, bytes: bytes)
            problems += manifest.problems
            for root in roots.reversed() + [PathName.folder(of: path)] {
                for entry in manifest.entries {
                    told[PathName.absolute(PathName.join(root, entry.file))] = entry.metadata
                }
            }
            for entry in manifest.entries
            where !(roots + [PathName.folder(of: path)]).contains(where: { exists(entry.file, in: $0) }) {
                problems.append(missing(entry, in: manifest))
            }
        }
    }

    /// What is told of a file; a nearer manifest comes before one further up, and the named one before all.
    mutating func metadata(of file: String) -> Metadata {
        guard file != "-" else { return Metadata() }
        let path = PathName.absolute(file)
        var metadata = told[path] ?? Metadata()
        var folder = PathName.folder(of: path)
        while true {
            if let found = entries(in: folder)[path] { metadata.complete(with: found) }
            if tops.contains(folder) || folder == "/" { break }
            folder = PathName.folder(of: folder)
        }
        if metadata.published == nil, let url = metadata.url, let date = AddressDate.find(in: url) {
            metadata.published = DatedEvidence(date.interval, .url)
        }
        return metadata
    }

    /// The problems of the manifests, those of entries without a file in the `folders` that were read among them.
    mutating func finish(folders read: [String]) -> [Reading.Problem] {
        for folder in read { _ = entries(in: PathName.absolute(folder)) }
        return problems
    }

    /// What the manifests in a folder tell, by absolute path.
    private mutating func entries(in folder: String) -> [String: Metadata] {
        if let known = folders[folder] { return known }
        var found: [String: Metadata] = [:]
        for name in Manifests.names {
            let path = PathName.join(folder, name)
            guard access(path, F_OK) == 0 else { continue }
            switch FileBytes.read(path) {
            case .failure(let problem): problems.append(problem)
            case .success(let bytes):
                let manifest = Manifest(path: path, bytes: bytes)
                problems += manifest.problems
                for entry in manifest.entries {
                    if !exists(entry.file, in: folder) { problems.append(missing(entry, in: manifest)) }
                    found[PathName.absolute(PathName.join(folder, entry.file)), default: Metadata()]
                        .complete(with: entry.metadata)
                }
            }
        }
        folders[folder] = found
        return found
    }

    private func exists(_ file: String, in folder: String) -> Bool { access(PathName.join(folder, file), F_OK) == 0 }

    private func missing(_ entry: Manifest.Entry, in manifest: Manifest) -> Reading.Problem {
        Reading.Problem(
            source: manifest.path, line: entry.line,
            message: "there is no file `\(manifest.shown(entry.file))`: mend its name, or take the entry away")
    }
}

extension Metadata {
    /// Puts what `other` knows where nothing is known yet.
    mutating func complete(with other: Metadata) {
        outlet = outlet ?? other.outlet
        title = title ?? other.title
        byline = byline ?? other.byline
        url = url ?? other.url
        language = language ?? other.language
        published = published ?? other.published
    }
}
