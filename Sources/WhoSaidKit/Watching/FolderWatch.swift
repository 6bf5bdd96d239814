#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Which files of a folder have appeared or changed since they were read, and are no longer being written.
///
///     var watch = FolderWatch(restSeconds: 5)
///     watch.settled(["a.txt": stamp], now: 100)   // [] where it was written at 98
///     watch.settled(["a.txt": stamp], now: 105)   // ["a.txt"]
///     watch.settled(["a.txt": stamp], now: 110)   // []
package struct FolderWatch: Sendable {
    /// A file counts as whole where it has not changed for so long.
    private let restSeconds: Int
    /// The files as they were at the look before.
    private var seen: [String: Stamp] = [:]
    /// The files as they were when they were read.
    private var read: [String: Stamp] = [:]

    /// A watch that has read nothing yet.
    package init(restSeconds: Int) { self.restSeconds = restSeconds }

    /// The state of a file, as far as its size and date tell.
    package struct Stamp: Hashable, Sendable {
        var file: UInt64
        var size: Int
        /// When it was changed, in seconds and the nanoseconds after them.
        var seconds: Int
        var nanoseconds: Int

        init(file: UInt64 = 0, size: Int, seconds: Int, nanoseconds: Int = 0) {
            self.file = file
            self.size = size
            self.seconds = seconds
            self.nanoseconds = nanoseconds
        }

        /// The state of a file now; nil where there is none.
        package init?(_ path: String) {
            var status = stat()
            guard stat(path, &status) == 0 else { return nil }
            #if canImport(Glibc)
                let changed = status.st_mtim
            #else
                let changed = status.st_mtimespec
            #endif
            self.init(
                file: UInt64(status.st_ino), size: Int(status.st_size), seconds: changed.tv_sec,
                nanoseconds: changed.tv_nsec)
        }
    }

    /// Looks at the files that are there now.
    /// - Parameter now: the time, in the seconds of the stamps.
    /// - Returns: those to be read, in the order of their names; they count as read from here on.
    package mutating func settled(_ files: [String: Stamp], now: Int) -> [String] {
        let ready = files.filter { path, stamp in
            guard read[path] != stamp else { return false }
            return seen[path] == stamp || stamp.seconds + restSeconds <= now
        }
        seen = files
        read = read.filter { files[$0.key] != nil }.merging(ready) { $1 }
        return ready.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }

    /// How many files have changed since they were read, and are still being written.
    package var unsettled: Int { seen.count { read[$0.key] != $0.value } }
}
