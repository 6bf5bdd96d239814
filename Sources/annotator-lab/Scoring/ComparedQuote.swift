import Text

/// A quote as both sides of a comparison have it: words of the text, and where its source and its cue stand.
struct ComparedQuote {
    /// The indices of its words; punctuation, marks and white space never matter.
    let words: Set<Int>
    /// What names the source; nil where nothing does.
    let source: ByteRange?
    let cues: [ByteRange]
    let content: [ByteRange]
    let kind: Kind
    /// Whether somebody says it: it has quotation marks, or its cue is one of saying.
    let isSpeech: Bool

    enum Kind: String, CaseIterable {
        case direct, mixed, indirect
    }

    /// - Parameter words: the words of the text.
    init(_ content: [ByteRange], source: ByteRange?, cues: [ByteRange] = [], in text: ComparedText) {
        self.content = content
        self.source = source
        self.cues = cues
        let held = content.flatMap(text.words)
        words = Set(held)
        let quoted = held.count { text.isQuoted[$0] }
        let touchesMark = content.contains(where: text.touchesMark)
        kind = !touchesMark ? .indirect : quoted == held.count ? .direct : .mixed
        isSpeech = touchesMark || SayingCue.isSaying(cues.map(text.bytes.text).joined(separator: " "))
    }
}
