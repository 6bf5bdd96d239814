/// The neighbourhood of a cue in which its source and its words are looked for, in units: a token, or a whole quotation with its marks.
package struct ExtentWindow {
    /// Some tokens that are taken or left as one.
    package struct Unit {
        /// The tokens, marks included.
        package var tokens: Range<Int>
        /// The quotation that they are; nil for one token.
        var quotation: Int?
        /// Whether a sentence begins with it.
        var opensSentence: Bool
        /// How many sentences before or after the cue's it stands.
        var sentence: Int
    }

    package private(set) var units: [Unit] = []
    /// The unit of the cue.
    package private(set) var cue = 0
    /// The token of the cue.
    let verb: Int

    /// No attribution that anybody can follow runs over more.
    private static let longest = 160

    /// The sentence of a cue and its neighbours in the paragraph that hold quotations; after a colon also the next paragraph's first one.
    package init(around verb: Int, in document: Document) {
        self.verb = verb
        let own = document.sentenceOf[verb]
        let paragraph = document.tokens[verb].paragraph
        for offset in -1...1 {
            guard document.sentences.indices.contains(own + offset) else { continue }
            let sentence = document.sentences[own + offset]
            let isNext = offset == 1 && document.lower(document.sentences[own].upperBound - 1) == ":"
            guard document.tokens[sentence.lowerBound].paragraph == paragraph || isNext else { continue }
            guard offset == 0 || isNext || sentence.contains(where: document.isQuoted) else { continue }
            append(sentence, offset, document)
        }
        trim()
    }

    private mutating func append(_ sentence: Range<Int>, _ offset: Int, _ document: Document) {
        var index = sentence.lowerBound
        while index < sentence.upperBound {
            let start = index
            let isOpening =
                index + 1 < sentence.upperBound && !document.isQuoted(index) && document.isQuoted(index + 1)
                && (document.tokens[index].isMark || document.tokens[index].kind == .singleMark)
            if isOpening || document.isQuoted(index) {
                let quotation = document.quotationOf[isOpening ? index + 1 : index]
                index += isOpening ? 1 : 0
                while index < sentence.upperBound,
                    document.quotationOf[index] == quotation
                        || document.tokens[index].isMark && document.quotations[quotation].end > index
                { index += 1 }
                if index < sentence.upperBound, document.quotations[quotation].isClosed,
                    document.quotations[quotation].end == index
                {
                    index += 1
                }
                units.append(
                    Unit(
                        tokens: start..<index, quotation: quotation, opensSentence: start == sentence.lowerBound,
                        sentence: offset))
            } else {
                if index == verb { cue = units.count }
                index += 1
                units.append(
                    Unit(
                        tokens: start..<index, quotation: nil, opensSentence: start == sentence.lowerBound,
                        sentence: offset))
            }
        }
    }

    /// Leaves only the units around the cue.
    private mutating func trim() {
        let lower = max(0, cue - ExtentWindow.longest / 2)
        let upper = min(units.count, cue + ExtentWindow.longest / 2)
        units = Array(units[lower..<upper])
        cue -= lower
    }
}
