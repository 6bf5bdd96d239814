/// A format that is not read here, and how what is in it gets into one that is.
enum ForeignFormat {
    /// What a file that begins so is, and what to do; nil where it may be a text.
    static func objection(to bytes: [UInt8]) -> String? {
        if let known = all.first(where: { bytes.starts(with: $0.mark) }) {
            return "this is \(known.name), which is not read: \(known.advice)"
        }
        guard isSavedWhole(bytes) else { return nil }
        return "this is a page saved with its pictures (MHTML), which is not read: save it again as `HTML only`"
    }

    /// Whether it is a page with all that it shows, as browsers save it in one file.
    private static func isSavedWhole(_ bytes: [UInt8]) -> Bool {
        let head = String(decoding: bytes.prefix(4096), as: UTF8.self).lowercased()
        guard let end = head.firstRange(of: "\n\n") ?? head.firstRange(of: "\r\n\r\n") else { return false }
        let fields = head[..<end.lowerBound]
        return fields.contains("mime-version:") && fields.contains("multipart/related")
    }

    private static let (saveText, unpack) = ("save its text as plain text", "unpack it, or pack it with gzip")
    private static let takeAway = "take it away, or name the files that are articles"

    private static let all: [(mark: [UInt8], name: String, advice: String)] = [
        (Array("%PDF-".utf8), "a PDF", saveText), (Array("{\\rtf".utf8), "a rich text (RTF)", saveText),
        ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1], "a document of an office program", saveText),
        (
            [0x50, 0x4B, 0x03, 0x04], "a ZIP file, as documents of office programs are",
            "unpack it, or save the document's text as plain text"
        ),
        (Array("BZh".utf8), "packed with bzip2", unpack),
        ([0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00], "packed with xz", unpack),
        ([0x28, 0xB5, 0x2F, 0xFD], "packed with zstd", unpack),
        ([0x37, 0x7A, 0xBC, 0xAF], "packed with 7-Zip", unpack),
        (Array("bplist00".utf8), "a web archive of Safari", "save the page again as its source"),
        ([0x89, 0x50, 0x4E, 0x47], "a picture", takeAway), ([0xFF, 0xD8, 0xFF], "a picture", takeAway),
        (Array("GIF8".utf8), "a picture", takeAway), (Array("RIFF".utf8), "a picture or a sound", takeAway),
        (Array("SQLite format 3".utf8), "a database", takeAway),
    ]
}
