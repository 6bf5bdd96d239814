#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// The scripts that a user names by their files and folders.
package enum ScriptFiles {
    /// Files as they are named; of a folder all files `*.ask` in it and below, in the byte order of their paths. Hidden
    /// files and folders are passed over, and links to folders are not followed.
    /// - Throws: where a folder cannot be read or has no script.
    package static func find(_ paths: [String]) throws(TextFileError) -> [String] {
        var files: [String] = []
        for path in paths {
            guard kind(of: path, followsLinks: true) == .typeDirectory else {
                files.append(path)
                continue
            }
            files += try find(inFolder: path)
        }
        return files
    }

    /// The scripts in a folder and below it; at least one.
    package static func find(inFolder path: String) throws(TextFileError) -> [String] {
        let found = try scripts(in: path)
        guard !found.isEmpty else { throw TextFileError(path, .holdsNoScript) }
        return found
    }

    private static func scripts(in folder: String) throws(TextFileError) -> [String] {
        let names: [String]
        do {
            names = try FileManager.default.contentsOfDirectory(atPath: folder)
        } catch {
            let isMissing = TextFile.realPath(folder) == nil
            throw TextFileError(folder, isMissing ? .missing : .unreadable("it is no folder that can be listed"))
        }
        var scripts: [String] = []
        for name in names.sorted(by: { $0.utf8.lexicographicallyPrecedes($1.utf8) }) where !name.hasPrefix(".") {
            let path = TextFile.resolve(name, in: folder.hasSuffix("/") ? String(folder.dropLast()) : folder)
            if kind(of: path, followsLinks: false) == .typeDirectory {
                scripts += try self.scripts(in: path)
            } else if name.hasSuffix(".ask"), kind(of: path, followsLinks: true) != .typeDirectory {
                scripts.append(path)
            }
        }
        return scripts
    }

    private static func kind(of path: String, followsLinks: Bool) -> FileAttributeType? {
        let path = followsLinks ? TextFile.realPath(path) ?? path : path
        return (try? FileManager.default.attributesOfItem(atPath: path))?[.type] as? FileAttributeType
    }
}
