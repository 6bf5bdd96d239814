import WhoSaidKit

/// A script file as the argument of a test.
///
///     @Test(arguments: scripts(in: "Queries")) func holds(_ script: Script) throws {
///         try expectScript(script, in: archive, today: "2024-05-15")
///     }
public struct Script: Sendable, Hashable, CustomStringConvertible {
    /// The path of the file.
    public let path: String
    /// Why there is none, where a folder of scripts cannot be read.
    let problem: String?

    /// A script of a path.
    public init(_ path: String) {
        self.path = path
        problem = nil
    }

    init(_ path: String, problem: String) {
        self.path = path
        self.problem = problem
    }

    /// The path, by which a test's report names it.
    public var description: String { path }
}

/// The scripts (`*.ask`) in a folder and below it, in the order of their paths; without those that are hidden.
///
/// A folder that cannot be read, or in which there is none, gives one script that fails: a test without arguments would
/// pass unseen.
/// - Parameters:
///   - folder: a path, seen from the folder of the test's own file.
///   - file: the test's file, which need not be given.
public func scripts(in folder: String, file: String = #filePath) -> [Script] {
    let path = TextFile.resolve(folder, in: TextFile.folder(of: file))
    do {
        return try ScriptFiles.find(inFolder: path).map { Script($0) }
    } catch {
        return [Script(path, problem: error.description)]
    }
}
