import Text

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// The state of a file or of a folder with all that is below it, as far as names, sizes and dates tell.
struct FileStamp: Hashable {
    private let fingerprint: Fingerprint
    /// Whether there is something.
    let exists: Bool

    /// No more files of a folder are looked at, nor deeper folders.
    private static let (countLimit, depthLimit) = (20_000, 16)

    /// The state now; of a folder itself alone, unless what is below it counts.
    init(_ path: String, withFolders: Bool = true) {
        var fingerprint = Fingerprint()
        var left = Self.countLimit
        exists = Self.look(at: path, depth: withFolders ? 0 : Self.depthLimit, &left, &fingerprint)
        // What is written to an archive lies in its log for a while.
        if path.hasSuffix(".whosaid") { _ = Self.look(at: path + "-wal", depth: 0, &left, &fingerprint) }
        self.fingerprint = fingerprint
    }

    private static func look(
        at path: String, depth: Int, _ left: inout Int, _ fingerprint: inout Fingerprint
    ) -> Bool {
        var status = stat()
        guard left > 0, stat(path, &status) == 0 else { return false }
        left -= 1
        #if canImport(Glibc)
            let changed = status.st_mtim
        #else
            let changed = status.st_mtimespec
        #endif
        fingerprint.combine("\(path)\0\(status.st_ino) \(status.st_size) \(changed.tv_sec) \(changed.tv_nsec)\0".utf8)
        if status.st_mode & S_IFMT == S_IFDIR, depth < depthLimit {
            for name in names(in: path) { _ = look(at: path + "/" + name, depth: depth + 1, &left, &fingerprint) }
        }
        return true
    }

    private static func names(in folder: String) -> [String] {
        guard let stream = opendir(folder) else { return [] }
        defer { closedir(stream) }
        var names: [String] = []
        while let entry = readdir(stream), names.count < countLimit {
            let name = withUnsafeBytes(of: entry.pointee.d_name) {
                String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
            }
            if !name.hasPrefix(".") { names.append(name) }
        }
        return names.sorted()
    }
}
