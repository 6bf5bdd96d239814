import ArticleStore
import Articles
import LineEditor
import Text
import WhoSaidKit

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Opens a quote's source in the user's editor, at the line where the quote begins.
enum SourceEditor {
    /// The editor that the user has named; nil where there is none.
    static var command: String? {
        [Terminal.environment("VISUAL"), Terminal.environment("EDITOR")].compactMap(\.self).first { !$0.isEmpty }
    }

    /// Opens a quote's source. Where the file is no more, a copy of what the archive has kept of it is opened.
    /// - Returns: whether the editor could be run.
    static func open(_ quote: QuoteRecord, of archive: Archive, with command: String) -> Bool {
        let source = quote.article.source
        if access(source, R_OK) == 0 { return ChildProcess.run(command, arguments(source, quote.line, command)) }
        guard let kept = kept(quote, of: archive) else { return false }
        var folder = TemporaryPath.template
        guard mkdtemp(&folder) != nil else { return false }
        var name = source.split(separator: "/").last.map(String.init) ?? "source.txt"
        // What was packed is kept unpacked.
        if name.hasSuffix(".gz") { name.removeLast(3) }
        let folderPath = String(decoding: folder.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
        let path = folderPath + "/" + name.withoutControls()
        defer {
            unlink(path)
            rmdir(folderPath)
        }
        guard (try? TextFile.replace(path, with: String(decoding: kept, as: UTF8.self))) != nil else {
            return false
        }
        return ChildProcess.run(command, arguments(path, quote.line, command))
    }

    /// What the archive has kept of a quote's source: the page, if the quote's place is one there, or else the text.
    private static func kept(_ quote: QuoteRecord, of archive: Archive) -> [UInt8]? {
        let (article, version) = (quote.article.id, quote.version)
        if let origin = try? archive.store.origin(ofArticle: article, version: version),
            origin.file == quote.article.source, origin.range.lower == 0
        {
            return origin.bytes
        }
        return (try? archive.store.text(ofArticle: article, version: version))?.bytes
    }

    /// How the editors are told a line.
    static func arguments(_ path: String, _ line: Int, _ command: String) -> [String] {
        // A name that begins with a dash is no option.
        let path = path.hasPrefix("-") ? "./" + path : path
        let program = command.split(separator: " ").first?.split(separator: "/").last.map(String.init) ?? ""
        switch program {
        case "code", "codium", "code-insiders", "cursor": return ["--goto", "\(path):\(line)"]
        case "subl", "hx", "zed": return ["\(path):\(line)"]
        case "ed", "cat": return [path]
        default: return ["+\(line)", path]
        }
    }
}
