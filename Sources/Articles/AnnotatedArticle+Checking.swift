import Text

extension AnnotatedArticle {
    /// What in this article contradicts itself, so that it cannot be kept; nil where nothing does.
    package var contradiction: String? {
        if article.source.bytes.count > Source.limit { return "it is larger than \(Source.limit >> 20) MiB" }
        if article.versions.isEmpty { return "it has no version" }
        if annotations.count != article.versions.count {
            return "it has \(article.versions.count) versions, but \(annotations.count) annotations"
        }
        let length = article.source.bytes.count
        for (version, annotation) in zip(article.versions, annotations) {
            if version.number < 0 || version.number > Int(Int32.max) {
                return "\(version.number) is no version's number"
            }
            if version.zones.contains(where: { !$0.range.lies(in: length) }) { return "a zone lies outside its text" }
            for (index, quote) in annotation.quotes.enumerated() {
                if let contradiction = quote.contradiction(length: length, speakers: annotation.speakers.count) {
                    return "quote \(index + 1): \(contradiction)"
                }
                if let outer = quote.outer, outer == index || !annotation.quotes.indices.contains(outer) {
                    return "quote \(index + 1): it is a part of a quote that there is not"
                }
            }
        }
        return nil
    }
}

extension Quote {
    /// What keeps it from being a quote of a text with `length` bytes and so many speakers; nil where nothing does.
    fileprivate func contradiction(length: Int, speakers count: Int) -> String? {
        if segments.isEmpty { return "it has no words" }
        let mentions = speakers + via + [addressee].compactMap(\.self)
        let ranges =
            segments + quotedParts + mentions.compactMap(\.range)
            + [cue?.range, said?.range, place?.range, occasion, medium, antecedent].compactMap(\.self)
        if ranges.contains(where: { !$0.lies(in: length) }) { return "a span lies outside the text" }
        if mentions.contains(where: { $0.speaker.map { !(0..<count).contains($0) } ?? false }) {
            return "it names a speaker that there is not"
        }
        if !(0...Int(Int32.max)).contains(paragraphs) { return "\(paragraphs) is no number of paragraphs" }
        return confidence.isFinite ? nil : "its confidence is no number"
    }
}

extension ByteRange {
    /// Whether it is a stretch of a text with so many bytes.
    fileprivate func lies(in length: Int) -> Bool { 0 <= lower && upper <= length }
}
