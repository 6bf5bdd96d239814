#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

extension Reading {
    /// The files that some paths stand for, as `read` finds them.
    package static func files(of paths: [String]) -> [String] {
        var walk = FolderWalk()
        for path in paths { walk.visit(path) }
        return walk.files.map(\.path)
    }

    /// The manifest that lies in a folder; nil where there is none.
    package static func manifest(in folder: String) -> String? {
        Manifests.names.map { PathName.join(folder, $0) }.first { access($0, F_OK) == 0 }
    }
}
