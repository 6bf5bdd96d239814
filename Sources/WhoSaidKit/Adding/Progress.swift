extension Archive {
    /// How far an `add` has come.
    package struct Progress: Hashable, Sendable {
        /// The articles that are done, those that were there already among them.
        package private(set) var articles = 0
        /// The pieces that are done (a piece is a file, or a record of a large one), and all of them where their number is known.
        package private(set) var done = 0
        package private(set) var pieces: Int?
        /// The bytes of the files that are read, and all of them where their number is known.
        package private(set) var bytesDone = 0
        package private(set) var bytes: Int?
        /// Whether everything is stored, and what the articles share is looked for.
        package var isLinking = false

        package init(pieces: Int?, bytes: Int?) {
            self.pieces = pieces
            self.bytes = bytes
        }

        /// The share of the work that is done, from 0 to 1; nil where nobody can know it.
        package var share: Double? {
            if let pieces, pieces > 0 { return min(1, Double(done) / Double(pieces)) }
            if let bytes, bytes > 0 { return min(1, Double(bytesDone) / Double(bytes)) }
            return nil
        }

        mutating func advance(by piece: ReadPiece) {
            done += 1
            bytesDone += piece.size
            articles += piece.articles.count + piece.unchanged
        }
    }
}
