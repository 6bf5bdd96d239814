package import Articles
import Dates
import Text

/// An archive as a folder that brat opens: a text and its annotations for each article, `annotation.conf`, and a manifest from which
/// outlet and date come back when the folder is added to an archive.
///
/// The names of sources are strangers' texts: of each only letters, digits and a few marks are left, behind a number that makes it
/// the only one.
package struct BratFolder {
    private var count = 0

    /// One file of the folder: its name, which is no path, and what is in it.
    package struct File: Hashable, Sendable {
        package let name: String
        package let text: String
    }

    package init() {}

    /// What the folder holds before any article.
    package static let files = [File(name: "annotation.conf", text: Standoff.configuration)]
    /// The name of the manifest, and its first line.
    package static let (manifestName, manifestHead) = (
        "manifest.tsv", "file\toutlet\tpublished\ttitle\tbyline\turl\tlanguage\n"
    )

    /// The files of an article, and its line in the manifest.
    package mutating func add(_ article: ReportedArticle) -> (files: [File], manifestLine: String) {
        count += 1
        let digits = String(count)
        let name =
            String(repeating: "0", count: max(0, 4 - digits.count)) + digits + "_"
            + BratFolder.stem(of: article.record.source)
        // Broken bytes would be counted otherwise by brat than by us.
        let text = String(decoding: article.bytes, as: UTF8.self)
        let annotations = text.utf8.elementsEqual(article.bytes) ? Standoff(article).written(about: article.bytes) : ""
        let metadata = article.record.metadata
        let cells = [
            "\(name).txt", metadata.outlet, metadata.published?.value.description, metadata.title, metadata.byline,
            metadata.url, metadata.language,
        ]
        return (
            [File(name: "\(name).txt", text: text), File(name: "\(name).ann", text: annotations)],
            cells.map { BratFolder.cell($0 ?? "") }.joined(separator: "\t") + "\n"
        )
    }

    /// What can stand in the name of a file anywhere, of the last part of a source's name without its ending.
    static func stem(of source: String) -> String {
        let last = source.utf8.split(separator: UInt8(ascii: "/")).last.map { Array($0) } ?? []
        let stem = last.lastIndex(of: UInt8(ascii: ".")).map { $0 > 0 ? Array(last[..<$0]) : last } ?? last
        let safe = stem.prefix(80).map { byte -> Character in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"):
                Character(Unicode.Scalar(byte))
            default: "_"
            }
        }
        return safe.isEmpty ? "article" : String(safe)
    }

    private static func cell(_ text: String) -> String {
        String(String.UnicodeScalarView(text.unicodeScalars.map { $0.isControl ? " " : $0 }))
    }
}
