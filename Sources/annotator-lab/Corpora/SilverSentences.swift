import Annotator

/// The sentences of the corpus of attributions with the parts of speech that its authors' machine gave them.
enum SilverSentences {
    /// The sentences of the articles that `articles` holds.
    static func read(_ path: String, of articles: [HandAnnotatedArticle]) throws -> [TreebankSentence] {
        read(try CorpusFile.bytes(path), of: articles)
    }

    /// The sentences of the bytes of such a file: a line `# article PART ID` before each article, then one line of tabs a word with its
    /// offsets in code points, its form, its lemma and its tag.
    static func read(_ bytes: [UInt8], of articles: [HandAnnotatedArticle]) -> [TreebankSentence] {
        let texts = Dictionary(articles.map { ($0.id, Array($0.text.unicodeScalars)) }) { first, _ in first }
        var sentences: [TreebankSentence] = []
        var scalars: [Unicode.Scalar]?
        var text = ""
        var words: [(range: Range<Int>, form: String, tag: PartOfSpeech)] = []
        var last = 0
        func finish() {
            if !words.isEmpty { sentences.append(TreebankSentence.aligned(text, words)) }
            text = ""
            words = []
        }
        for line in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
            let cells = String(decoding: line, as: UTF8.self).split(separator: "\t", omittingEmptySubsequences: false)
            if cells.count == 1 {
                finish()
                guard cells[0].hasPrefix("# article ") else { continue }
                scalars = cells[0].split(separator: " ").last.flatMap { texts[String($0)] }
                continue
            }
            guard let scalars, cells.count >= 6, let start = Int(cells[1]), let end = Int(cells[2]), start < end,
                start >= 0, end <= scalars.count
            else { continue }
            if !words.isEmpty, start > last { text += " " }
            last = end
            var form = String.UnicodeScalarView()
            form.append(contentsOf: scalars[start..<end])
            let lower = text.utf8.count
            text += String(form)
            words.append((lower..<text.utf8.count, String(form), PartOfSpeech(pennTag: cells[5])))
        }
        finish()
        return sentences
    }
}
