package import Articles
import Text

/// Reads files and folders into articles.
package enum Reading {
    /// What was read of some paths: the articles, in the order of their names, and what could not be read.
    package struct Result: Sendable {
        package var articles: [Article] = []
        package var problems: [Problem] = []
        package init() {}
    }

    /// Something that was not read, and why; the rest is.
    package struct Problem: Error, Hashable, Sendable {
        /// The path.
        package var source: String
        /// The line, from 1, where there is one.
        package var line: Int?
        /// One sentence: what is wrong, and what to do.
        package var message: String

        package init(source: String, line: Int? = nil, message: String) {
            self.source = source
            self.line = line
            self.message = message
        }
    }

    /// Reads files, and folders with all that is below them; a `manifest.json` or `manifest.tsv` in a folder tells of its
    /// files. `-` is the standard input.
    package static func read(paths: [String], manifest: String? = nil) -> Result {
        var walk = FolderWalk()
        for path in paths { walk.visit(path) }
        var result = Result()
        var known = Manifests(explicit: manifest, roots: paths)
        for file in walk.files {
            switch FileBytes.read(file) {
            case .failure(let problem): result.problems.append(problem)
            case .success(let bytes):
                if let objection = objection(to: bytes) {
                    result.problems.append(Problem(source: file, line: objection.line, message: objection.message))
                } else {
                    let source = Source(name: file == "-" ? "standard input" : file, bytes: bytes)
                    result.articles.append(read(source, metadata: known.metadata(of: file)))
                }
            }
        }
        result.articles.sort { $0.source.name.utf8.lexicographicallyPrecedes($1.source.name.utf8) }
        result.problems = walk.problems + known.finish(folders: walk.folders) + result.problems
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

    /// Why bytes are no text that can be read; nil where they are.
    private static func objection(to bytes: [UInt8]) -> (line: Int?, message: String)? {
        if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
            return (nil, "this file is UTF-16, which is not read yet: save it as UTF-8")
        }
        if bytes.contains(0) { return (nil, "this file is not a text: it was passed over") }
        if let offset = firstBrokenByte(bytes) {
            return (LineTable(bytes).line(at: offset), "this file is not UTF-8 from this line on: save it as UTF-8")
        }
        let head = String(decoding: bytes.prefix(200), as: UTF8.self).lowercased().drop { $0.isWhitespace }
        if head.hasPrefix("<!doctype html") || head.hasPrefix("<html") {
            return (nil, "this file is a web page, which is not read yet: save it as plain text")
        }
        return Paragraph.all(in: bytes).isEmpty ? (nil, "this file holds no words: it was passed over") : nil
    }

    private static func firstBrokenByte(_ bytes: [UInt8]) -> Int? {
        var index = 0
        while index < bytes.count {
            if bytes[index] < 0x80 {
                index += 1
                continue
            }
            let (scalar, length) = UTF8Decoding.scalar(in: bytes, at: index, end: bytes.count)
            if scalar == "\u{FFFD}", length == 1 { return index }
            index += length
        }
        return nil
    }
}
