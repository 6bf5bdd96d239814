/// The folder that a script from a stranger is kept to.
package struct SafeFolder: Hashable, Sendable {
    /// The folder as it was named.
    package let name: String
    /// From the root on, links followed.
    private let realPath: String

    /// A folder; one that does not exist holds nothing.
    package init(_ name: String) {
        self.name = name
        realPath = TextFile.realPath(name) ?? name
    }

    /// Whether a path, as a text in `folder` writes it, stays inside once every link is followed. What does not exist
    /// stays inside where its name does; nothing is asked of the disk about names that lead out.
    package func holds(_ path: String, seenFrom folder: String) -> Bool {
        guard !path.hasPrefix("/") else { return false }
        let start = TextFile.realPath(folder) ?? folder
        var depth = start.split(separator: "/").count - realPath.split(separator: "/").count
        for part in path.split(separator: "/") where part != "." {
            depth += part == ".." ? -1 : 1
            if depth < 0 { return false }
        }
        guard let real = TextFile.realPath(TextFile.resolve(path, in: folder)) else { return true }
        return real == realPath || real.hasPrefix(realPath == "/" ? "/" : realPath + "/")
    }
}
