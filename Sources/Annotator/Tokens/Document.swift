package import Articles
import Text

/// One version of an article, cut into searched paragraphs, tokens, quotations and sentences.
package struct Document {
    let bytes: [UInt8]
    /// The paragraphs in which quotes are looked for.
    let paragraphs: [Zone]
    /// All of them, one paragraph after the other.
    package let tokens: [Token]
    /// What stands between quotation marks.
    let quotations: [Quotation]
    /// For each token, the index of the quotation it stands in (the marks are outside); -1 for none.
    let quotationOf: [Int]
    /// The sentences as ranges of tokens; a quotation is never cut by one.
    package let sentences: [Range<Int>]
    /// For each token, the index of its sentence.
    package let sentenceOf: [Int]
    /// The words, in lower case, that stand with a capital inside a sentence of the body: names, whatever begins a sentence.
    let properWords: Set<String>

    /// Cuts the searched paragraphs of a version into tokens, quotations and sentences.
    package init(bytes: [UInt8], version: Version) {
        self.bytes = bytes
        paragraphs = version.zones.filter(\.kind.isSearched)
        var tokens: [Token] = []
        for (index, zone) in paragraphs.enumerated() {
            tokens += Tokenizer.tokens(of: bytes, in: zone.range, paragraph: index)
        }
        self.tokens = tokens
        quotations = QuotationMarks.quotations(in: tokens, paragraphs: paragraphs)
        var quotationOf = [Int](repeating: -1, count: tokens.count)
        for (index, quotation) in quotations.enumerated() {
            for part in quotation.parts { for token in part { quotationOf[token] = index } }
        }
        self.quotationOf = quotationOf
        sentences = Sentences.ranges(of: tokens, quotationOf: quotationOf)
        var sentenceOf = [Int](repeating: 0, count: tokens.count)
        for (index, sentence) in sentences.enumerated() { for token in sentence { sentenceOf[token] = index } }
        self.sentenceOf = sentenceOf
        var properWords: Set<String> = []
        for (index, token) in tokens.enumerated()
        where token.kind == .capitalized && paragraphs[token.paragraph].kind != .title {
            let opensSentence = sentences[sentenceOf[index]].lowerBound == index
            if !opensSentence, !tokens[index - 1].isMark, tokens[index - 1].kind != .singleMark {
                properWords.insert(token.lower)
            }
        }
        self.properWords = properWords
    }

    /// The sentence that holds a token.
    func sentence(of token: Int) -> Range<Int> { sentences[sentenceOf[token]] }

    /// Whether a token stands between quotation marks.
    package func isQuoted(_ token: Int) -> Bool { quotationOf[token] >= 0 }

    /// Whether only the start of its sentence may have given a token its capital.
    func isCapitalDoubtful(_ token: Int) -> Bool {
        tokens[token].kind == .capitalized && sentence(of: token).lowerBound == token
            && !properWords.contains(tokens[token].lower)
    }

    /// The bytes from the first to the last of some tokens.
    func span(_ range: Range<Int>) -> ByteRange {
        ByteRange(tokens[range.lowerBound].range.lower, tokens[range.upperBound - 1].range.upper)
    }

    /// The printed words of some tokens.
    func text(_ range: Range<Int>) -> String { bytes.text(span(range)) }

    /// The lower-case form of the token at `index`; empty outside of the text.
    package func lower(_ index: Int) -> String { tokens.indices.contains(index) ? tokens[index].lower : "" }

    /// The zone of a token's paragraph.
    func zone(of token: Int) -> Zone.Kind { paragraphs[tokens[token].paragraph].kind }
}
