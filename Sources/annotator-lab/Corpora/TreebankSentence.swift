import Annotator
import Articles
import Text

/// A sentence of a treebank as the tagger sees it: our tokens, each with the part of speech that people gave it.
struct TreebankSentence {
    let tokens: [Token]
    let tags: [PartOfSpeech]
    /// For each token, whether the treebank has it as one word too.
    let isWhole: [Bool]

    /// The sentences of a file in CoNLL-U.
    /// - Parameter isIncluded: whether the document of a name is wanted.
    static func read(_ path: String, isIncluded: (String) -> Bool = { _ in true }) throws -> [TreebankSentence] {
        read(try CorpusFile.bytes(path), isIncluded: isIncluded)
    }

    /// The sentences of the bytes of such a file.
    static func read(_ bytes: [UInt8], isIncluded: (String) -> Bool = { _ in true }) -> [TreebankSentence] {
        var sentences: [TreebankSentence] = []
        var text = ""
        var words: [(range: Range<Int>, form: String, tag: PartOfSpeech)] = []
        var document = ""
        func finish() {
            if !words.isEmpty, isIncluded(document) { sentences.append(aligned(text, words)) }
            text = ""
            words = []
        }
        for line in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
            guard !line.isEmpty else {
                finish()
                continue
            }
            let line = String(decoding: line, as: UTF8.self)
            if line.hasPrefix("# newdoc id = ") { document = String(line.dropFirst(14)) }
            guard !line.hasPrefix("#") else { continue }
            let cells = line.split(separator: "\t", omittingEmptySubsequences: false)
            guard cells.count == 10, !cells[0].contains("."), !cells[0].contains("-") else { continue }
            let start = text.utf8.count
            text += cells[1]
            words.append((start..<text.utf8.count, String(cells[1]), PartOfSpeech(pennTag: cells[4])))
            if !cells[9].contains("SpaceAfter=No") { text += " " }
        }
        finish()
        return sentences
    }

    /// Gives each of our tokens the tag of the treebank's words that it covers: of the last, and of the first where the last is only
    /// a contraction (`did` + `n't`).
    static func aligned(
        _ text: String, _ words: [(range: Range<Int>, form: String, tag: PartOfSpeech)]
    ) -> TreebankSentence {
        let bytes = Array(text.utf8)
        let zone = Zone(.body, ByteRange(0, bytes.count))
        let document = Document(bytes: bytes, version: Version(number: 0, zones: [zone]))
        let tags = document.tokens.map { token -> PartOfSpeech in
            let covered = words.filter { $0.range.overlaps(token.range.indices) }
            guard let first = covered.first, let last = covered.last else { return .other }
            let isContraction = last.form.contains("'") || last.form.contains("’")
            return isContraction && covered.count > 1 ? first.tag : last.tag
        }
        let isWhole = document.tokens.map { token in words.contains { $0.range == token.range.indices } }
        return TreebankSentence(tokens: document.tokens, tags: tags, isWhole: isWhole)
    }
}
