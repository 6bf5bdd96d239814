import Articles
import Exchange
import Text

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// A text that people annotated with brat: what they marked in `story.ann` is what is found in `story.txt`, and no annotator runs over it.
enum BratText {
    /// No text has more annotations; what has would cost their square.
    private static let limit = 2_000

    /// The annotations that lie beside a text; nil where there are none.
    static func annotations(beside file: String) -> Result<[UInt8], Reading.Problem>? {
        guard file.hasSuffix(".txt") else { return nil }
        let path = file.dropLast("txt".count) + "ann"
        return access(String(path), F_OK) == 0 ? FileBytes.read(String(path)) : nil
    }

    /// Reads a text with its annotations.
    static func read(_ material: Material) -> Reading.Result {
        var result = Format.plainText.read(material)
        let standoff = Standoff(material.standoff ?? [])
        let name = material.name.hasSuffix(".txt") ? material.name.dropLast("txt".count) + "ann" : material.name
        func report(_ message: String, line: Int? = nil, _ severity: Reading.Problem.Severity) {
            result.problems.append(
                Reading.Problem(source: String(name), line: line, message: message, severity: severity))
        }
        if standoff.spans.isEmpty, !standoff.objections.isEmpty {
            report("this is no file of brat's annotations: it was passed over", .note)
            return result
        }
        for (line, detail) in standoff.objections.prefix(20) {
            report("this annotation was passed over: \(detail.printable)", line: line, .failure)
        }
        guard standoff.spans.count <= limit, standoff.links.count <= limit else {
            report("this file has more than \(limit) annotations: cut the text into articles", .failure)
            return result
        }
        guard standoff.hasQuotes, let article = result.articles.first else { return result }
        let misplaced = standoff.misplaced(in: article.source.bytes)
        if misplaced > 0 {
            report("\(misplaced) annotations lie outside the text: is it the one that was annotated?", .failure)
        }
        result.articles[0].found = standoff.findings(in: article)
        return result
    }
}
