package import Articles

extension Reading {
    /// What some paths stand for, piece by piece, in the byte order of the files and in that of each file.
    ///
    /// A file is one piece, and is read where the piece is; a large table, file of JSON Lines or web archive is read record by
    /// record, so that no more than one record of it is ever in memory.
    package struct Pieces: IteratorProtocol {
        private var files: ArraySlice<FolderWalk.File>
        private let folders: [String]
        private var manifests: Manifests
        private let columns: [String: RecordField]
        private let characterSet: String?
        private let limit: Int
        private var stream: PieceStream?
        private var isOpen = true

        /// What could not be read of the paths themselves, and then of their manifests; whole when there is no piece any more.
        package private(set) var problems: [Problem]
        /// What the user tells of people, in the order of the tables; nil where there is no table.
        package let aliases: [KnownSpeaker]?
        /// The bytes of all files on the disk; nil where the standard input is among them.
        package let size: Int?
        /// The number of pieces; nil where a file holds several.
        package let count: Int?

        /// Looks at files, and folders with all that is below them, without reading them; `-` is the standard input.
        /// - Parameters:
        ///   - manifest: a file that tells of them, besides a `manifest.json` or `manifest.tsv` in a folder.
        ///   - aliases: a table of names in the place of each `aliases.tsv` in a folder.
        ///   - columns: what the columns of tables and the fields of JSON are, where their own names do not tell.
        ///   - characterSet: in what the texts are written that are not UTF-8, whatever they say themselves.
        package init(
            paths: [String], manifest: String? = nil, aliases: String? = nil, columns: [String: RecordField] = [:],
            characterSet: String? = nil
        ) {
            self.init(
                paths: paths, manifest: manifest, aliases: aliases, columns: columns, characterSet: characterSet,
                limit: PieceStream.limit)
        }

        /// - Parameter limit: the bytes beyond which a file of records is several pieces.
        init(
            paths: [String], manifest: String? = nil, aliases: String? = nil, columns: [String: RecordField] = [:],
            characterSet: String? = nil, limit: Int
        ) {
            var walk = FolderWalk()
            for path in paths { walk.visit(path) }
            files = walk.files[...]
            folders = walk.folders
            let tables = AliasFiles.read(
                explicit: aliases,
                folders: walk.folders + walk.files.map(\.path).filter { $0 != "-" }.map(PathName.folder))
            self.aliases = tables.told
            problems = walk.problems + tables.problems
            manifests = Manifests(explicit: manifest, roots: paths)
            self.columns = columns
            self.characterSet = characterSet
            self.limit = limit
            let sizes = files.map(\.size)
            size = sizes.contains(nil) ? nil : sizes.reduce(0) { $0 + ($1 ?? 0) }
            let isSeveral = files.contains { PieceStream.isWanted($0, limit: limit) }
            count = isSeveral ? nil : files.count
        }

        /// The next piece; nil after the last one.
        package mutating func next() -> Piece? {
            while true {
                if let piece = stream?.next() { return piece }
                stream = nil
                guard let file = files.popFirst() else { break }
                let metadata = manifests.metadata(of: file.path)
                guard PieceStream.isWanted(file, limit: limit) else { return piece(file, metadata) }
                switch PieceStream.open(file, metadata: metadata, columns: columns, characterSet: characterSet) {
                case .pieces(let stream): self.stream = stream
                case .whole: return piece(file, metadata)
                case .bytes(let bytes): return piece(file, bytes, metadata)
                case .failure(let problem): return piece(file, problem)
                }
            }
            if isOpen {
                isOpen = false
                problems += manifests.finish(folders: folders)
            }
            return nil
        }

        private func piece(_ file: FolderWalk.File, _ metadata: Metadata) -> Piece {
            let (path, columns, characterSet) = (file.path, columns, characterSet)
            return Piece(file: path, size: file.size ?? 0) {
                switch FileBytes.read(path) {
                case .failure(let problem): return Result(problems: [problem])
                case .success(let bytes):
                    let marked = BratText.annotations(beside: path)
                    let standoff = try? marked?.get()
                    var result = Reading.read(
                        bytes, of: path, metadata: metadata, columns: columns, characterSet: characterSet,
                        standoff: standoff)
                    if case .failure(let problem)? = marked { result.problems.append(problem) }
                    return result
                }
            }
        }

        private func piece(_ file: FolderWalk.File, _ bytes: [UInt8], _ metadata: Metadata) -> Piece {
            let (path, columns, characterSet) = (file.path, columns, characterSet)
            return Piece(file: path, size: file.size ?? bytes.count) {
                Reading.read(bytes, of: path, metadata: metadata, columns: columns, characterSet: characterSet)
            }
        }

        private func piece(_ file: FolderWalk.File, _ problem: Problem) -> Piece {
            Piece(file: file.path, size: file.size ?? 0) { Result(problems: [problem]) }
        }
    }
}
