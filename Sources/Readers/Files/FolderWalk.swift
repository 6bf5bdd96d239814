#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// The files that some paths stand for, folders with all that is below them, in the byte order of names.
///
/// Hidden files, manifests, tables of names, the parts of saved pages and the program's own files are passed over. A link is followed only where its end lies in the
/// folder that is read; every file and folder is visited once, so links in a circle do no harm.
struct FolderWalk {
    private(set) var files: [File] = []
    /// The folders that were read, for their manifests.
    private(set) var folders: [String] = []
    private(set) var problems: [Reading.Problem] = []
    private var visited: Set<Identity> = []

    /// One file.
    struct File {
        let path: String
        /// In bytes; nil for the standard input.
        let size: Int?
    }

    private struct Identity: Hashable {
        let device: UInt64
        let file: UInt64
    }

    /// Adds what `path` stands for.
    mutating func visit(_ path: String) {
        if path == "-" {
            if !files.contains(where: { $0.path == "-" }) { files.append(File(path: "-", size: nil)) }
            return
        }
        let path = PathName.tidied(path)
        var status = stat()
        guard stat(path, &status) == 0 else {
            let found = PathName.matching(path)
            if !found.isEmpty {
                for path in found { visit(path) }
                return
            }
            report(path, errno == ENOENT ? "there is no such file or folder: check the path" : cannotRead())
            return
        }
        guard isFolder(status) else {
            if isFirstVisit(status) { add(file: path, status) }
            return
        }
        guard let root = realPath(path) else {
            report(path, cannotRead())
            return
        }
        var waiting = isFirstVisit(status) ? [path] : []
        var links: [String] = []
        while let folder = waiting.popLast() {
            folders.append(folder)
            waiting.append(contentsOf: visit(folder: folder, &links).reversed())
            // Links come last, so that a file goes under its own name where it has one in this folder.
            if waiting.isEmpty { waiting = links.reversed().compactMap { follow($0, root: root) }; links = [] }
        }
    }

    /// Adds the files of one folder.
    /// - Returns: the folders in it.
    private mutating func visit(folder: String, _ links: inout [String]) -> [String] {
        guard let names = entries(of: folder) else {
            report(folder, cannotRead())
            return []
        }
        var below: [String] = []
        for name in names where !isPassedOver(name) && !holdsParts(name, ofPageAmong: names) {
            let path = PathName.join(folder, name)
            var status = stat()
            guard lstat(path, &status) == 0 else {
                report(path, cannotRead())
                continue
            }
            if status.st_mode & S_IFMT == S_IFLNK {
                links.append(path)
            } else if isFirstVisit(status) {
                if isFolder(status) { below.append(path) } else { add(file: path, status) }
            }
        }
        return below
    }

    /// Adds the file to which a link leads.
    /// - Returns: the folder to which it leads instead.
    private mutating func follow(_ link: String, root: String) -> String? {
        guard let target = realPath(link) else {
            report(link, "this link leads nowhere: it was passed over")
            return nil
        }
        guard root == "/" || target == root || target.hasPrefix(root + "/") else {
            report(link, "this link leads out of the folder: name its end itself to read it")
            return nil
        }
        var status = stat()
        guard stat(link, &status) == 0, isFirstVisit(status) else { return nil }
        if isFolder(status) { return link }
        add(file: link, status)
        return nil
    }

    private mutating func add(file: String, _ status: stat) {
        if status.st_mode & S_IFMT != S_IFREG {
            report(file, "this is neither a file nor a folder: it was passed over")
        } else if Int(status.st_size) > FileBytes.limit, !PieceStream.isNamed(file) {
            report(file, "this file is larger than \(FileBytes.limit >> 20) MiB: cut it into articles")
        } else {
            files.append(File(path: file, size: Int(status.st_size)))
        }
    }

    private mutating func isFirstVisit(_ status: stat) -> Bool {
        visited.insert(Identity(device: UInt64(status.st_dev), file: UInt64(status.st_ino))).inserted
    }

    private mutating func report(_ path: String, _ message: String) {
        problems.append(Reading.Problem(source: path, message: message))
    }

    private func cannotRead() -> String { "this cannot be read: \(FileBytes.lastError())" }

    private func isFolder(_ status: stat) -> Bool { status.st_mode & S_IFMT == S_IFDIR }

    private func isPassedOver(_ name: String) -> Bool {
        name.hasPrefix(".") || Manifests.names.contains(name) || name == AliasFiles.name || name.hasSuffix(".ask")
            || [".whosaid", ".whosaid-wal", ".whosaid-shm"].contains { name.hasSuffix($0) }
            // The annotations of brat lie beside their texts, with which they are read.
            || name.hasSuffix(".ann") || name == "annotation.conf"
    }

    /// Whether a folder holds the pictures and scripts of a page that was saved beside it: `story_files` of `story.html`.
    private func holdsParts(_ name: String, ofPageAmong names: [String]) -> Bool {
        guard name.hasSuffix("_files") else { return false }
        let page = name.dropLast("_files".count)
        return names.contains("\(page).html") || names.contains("\(page).htm")
    }

    private func realPath(_ path: String) -> String? {
        guard let resolved = realpath(path, nil) else { return nil }
        defer { free(resolved) }
        return String(cString: resolved)
    }

    /// The names in a folder, in the order of their bytes.
    private func entries(of folder: String) -> [String]? {
        guard let stream = opendir(folder) else { return nil }
        defer { closedir(stream) }
        var names: [String] = []
        while let entry = readdir(stream) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if name != ".", name != ".." { names.append(name) }
        }
        return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }
}
