package import Articles

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// The tables of names that tell of the sources that are read.
package enum AliasFiles {
    /// The name of a table that is found by itself.
    static let name = "aliases.tsv"

    /// What all tables together tell; the one that was named stands in the place of those in `folders`.
    /// - Returns: nil where there is no table.
    static func read(explicit path: String?, folders: [String]) -> (told: [KnownSpeaker]?, problems: [Reading.Problem])
    {
        var seen: Set<String> = []
        let found = folders.map { PathName.join($0, name) }.filter {
            access($0, F_OK) == 0 && seen.insert(PathName.absolute($0)).inserted
        }
        let paths = path.map { [$0] } ?? found
        var told: [KnownSpeaker]?
        var problems: [Reading.Problem] = []
        for path in paths {
            switch FileBytes.read(path) {
            case .failure(let problem): problems.append(problem)
            case .success(let bytes):
                let table = AliasTable(path: path, bytes: bytes)
                told = (told ?? []) + table.speakers
                problems += table.problems
            }
        }
        return (told, problems)
    }

    /// Reads a table that is named.
    package static func read(_ path: String) -> (told: [KnownSpeaker]?, problems: [Reading.Problem]) {
        read(explicit: path, folders: [])
    }
}
