import Text

/// A quote as both sides of a comparison have it: words of the text, and where its source and its cue stand.
struct ComparedQuote {
    /// The indices of its words; punctuation, marks and white space never matter.
    let words: Set<Int>
    /// What names the source; nil where nothing does.
    let source: ByteRange?
    let cue: ByteRange?
    let content: [ByteRange]
    let kind: Kind

    enum Kind: String, CaseIterable {
        case direct, mixed, indirect
    }

    /// - Parameter words: the words of the text.
    init(_ content: [ByteRange], source: ByteRange?, cue: ByteRange?, in text: ComparedText) {
        self.content = content
        self.source = source
        self.cue = cue
        let held = content.flatMap(text.words)
        words = Set(held)
        let quoted = held.count { text.isQuoted[$0] }
        let touchesMark = content.contains(where: text.touchesMark)
        kind = !touchesMark ? .indirect : quoted == held.count ? .direct : .mixed
    }
}
