package import Articles
import Text

/// Reads files and folders into articles.
package enum Reading {
    /// What was read of some paths: the articles, in the order of their names, and what could not be read.
    package struct Result: Sendable {
        package var articles: [Article] = []
        /// What people decided about articles, where the files tell that.
        package var decisions: [DecisionRecord] = []
        package var problems: [Problem] = []
        /// What the user tells of people, in the order of the tables; nil where there is no table, nor an archive that tells it.
        package var aliases: [KnownSpeaker]?

        package init(articles: [Article] = [], problems: [Problem] = []) {
            self.articles = articles
            self.problems = problems
        }
    }

    /// Something that was not read or was read on an assumption, and why; the rest is.
    package struct Problem: Error, Hashable, Sendable {
        /// The path.
        package var source: String
        /// The line, from 1, where there is one.
        package var line: Int?
        /// One sentence: what is wrong, and what to do.
        package var message: String
        package var severity: Severity

        package init(source: String, line: Int? = nil, message: String, severity: Severity = .failure) {
            self.source = source
            self.line = line
            self.message = message
            self.severity = severity
        }

        /// How much a problem matters.
        package enum Severity: Hashable, Sendable {
            /// Everything was read, and something was assumed.
            case note
            /// Something was not read.
            case failure
        }
    }

    /// Reads files, and folders with all that is below them; a `manifest.json` or `manifest.tsv` in a folder tells of its
    /// files, an `aliases.tsv` of the people in them. `-` is the standard input.
    /// - Parameters:
    ///   - manifest: a manifest that comes before those in the folders.
    ///   - aliases: a table of names in the place of those in the folders.
    ///   - columns: what the columns of tables and the fields of JSON are, where their own names do not tell.
    ///   - characterSet: in what the texts are written that are not UTF-8, whatever they say themselves.
    package static func read(
        paths: [String], manifest: String? = nil, aliases: String? = nil, columns: [String: RecordField] = [:],
        characterSet: String? = nil
    ) -> Result {
        var pieces = Pieces(
            paths: paths, manifest: manifest, aliases: aliases, columns: columns, characterSet: characterSet)
        var result = Result()
        while let piece = pieces.next() { result.append(piece.read()) }
        // The texts of one source keep their order.
        result.articles = result.articles.enumerated().sorted { one, other in
            let (a, b) = (one.element.source.name.utf8, other.element.source.name.utf8)
            return a.elementsEqual(b) ? one.offset < other.offset : a.lexicographicallyPrecedes(b)
        }.map(\.element)
        if let told = pieces.aliases { result.aliases = KnownSpeaker.joined(result.aliases ?? [], with: told) }
        result.problems = pieces.problems + result.problems
        return result
    }

    /// Whether texts in a character set of this name can be read.
    package static func knows(characterSet name: String) -> Bool {
        switch TextEncoding(label: name) {
        case nil: false
        case .other(let name): SystemDecoding.knows(name)
        default: true
        }
    }

    /// Reads the bytes of one file: unpacks and decodes them, and finds out what format they are in.
    /// - Parameters:
    ///   - columns: what the columns of a table are, where people said so.
    ///   - characterSet: in what it is written where it is no UTF-8, where people said so.
    ///   - standoff: what people marked in it, where that lies beside it.
    static func read(
        _ bytes: [UInt8], of file: String, metadata: Metadata, columns: [String: RecordField] = [:],
        characterSet: String? = nil, standoff: [UInt8]? = nil
    ) -> Result {
        var result = Result()
        let name = file == "-" ? "standard input" : file
        var bytes = bytes
        if Gunzip.isPacked(bytes) {
            do {
                bytes = try Gunzip.unpack(bytes, limit: FileBytes.limit)
            } catch {
                result.problems.append(Problem(source: name, message: error.message))
                return result
            }
        }
        if let objection = ForeignFormat.objection(to: bytes) {
            result.problems.append(Problem(source: name, message: objection))
            return result
        }
        // The pages of a web archive are each in an encoding of their own.
        let decoded =
            Crawl.isCrawl(bytes)
            ? DecodedText(asItIs: bytes)
            : DecodedText(bytes, declared: Page.declaredEncoding(bytes), told: characterSet)
        var material = Material(name: name, file: name, decoded: decoded, original: bytes, metadata: metadata)
        material.columns = columns
        material.standoff = standoff
        result = Format.of(material).read(material)
        if let note = decoded.note, !result.articles.isEmpty {
            let line = note.offset.map { LineTable(bytes).line(at: $0) }
            result.problems.append(Problem(source: name, line: line, message: note.message, severity: .note))
        }
        return result
    }

    /// Reads one text that is already in memory: finds its zones, or its versions where it is a revision page.
    package static func read(_ source: Source, metadata: Metadata = Metadata()) -> Article {
        let paragraphs = Paragraph.all(in: source.bytes)
        let page = RevisionPage(paragraphs, in: source.bytes)
        let versions =
            page?.versions ?? [Version(number: 0, zones: zones(of: paragraphs, zoneKinds(paragraphs)))]
        var metadata = metadata
        if let page { metadata.complete(with: page.metadata) }
        metadata.complete(from: versions[versions.count - 1], in: source.bytes)
        return Article(source: source, metadata: metadata, versions: versions)
    }
}

extension Reading.Result {
    /// Puts what was read elsewhere after this.
    mutating func append(_ other: Reading.Result) {
        articles += other.articles
        decisions += other.decisions
        problems += other.problems
        if let told = other.aliases { aliases = KnownSpeaker.joined(aliases ?? [], with: told) }
    }
}
