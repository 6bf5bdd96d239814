import Readers

extension Archive {
    /// Reads files and folders into this archive; sources that have not changed are left as they are.
    /// - Parameters:
    ///   - paths: files and folders.
    ///   - progress: told how far it has come.
    /// - Returns: what was added, and what could not be read or was read on an assumption.
    /// - Throws: `StoreError`, `AddingError`.
    package func add(
        paths: [String], settings: AddingSettings = AddingSettings(), progress: (Progress) -> Void = { _ in }
    ) throws -> Addition {
        func pieces() -> Reading.Pieces {
            Reading.Pieces(
                paths: paths, manifest: settings.manifest, aliases: settings.aliases, columns: settings.columns,
                characterSet: settings.characterSet)
        }
        if settings.isStrict {
            if paths.contains("-") { throw AddingError.readOnlyOnce }
            let trial = try Archive.read(pieces())
            if trial.failures > 0 { return trial }
        }
        var pieces = pieces()
        var addition = try Filling.add(
            pieces: { pieces.next() }, aliases: pieces.aliases, of: Progress(pieces: pieces.count, bytes: pieces.size),
            to: store,
            settings: settings, progress: progress)
        addition.take(pieces.problems)
        return addition
    }

    /// Reads everything and keeps nothing but what is wrong with it.
    private static func read(_ pieces: Reading.Pieces) throws -> Addition {
        var pieces = pieces
        var trial = Addition()
        try OrderedWork.run(
            next: { pieces.next().map { ($0, $0.size) } }, work: { $0.read().problems },
            deliver: { trial.take($0) })
        trial.take(pieces.problems)
        return trial
    }
}

/// Why nothing could be added.
package enum AddingError: Error, Hashable, Sendable, CustomStringConvertible {
    /// What can be read only once was to be read twice.
    case readOnlyOnce

    package var description: String {
        "--strict reads everything before it adds anything, and standard input can be read only once: put it into a file"
    }
}
