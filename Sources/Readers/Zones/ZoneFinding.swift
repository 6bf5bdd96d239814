import Articles
import Text

/// The part that each paragraph plays on its page.
///
/// A page is a head (title, deck, caption and credit, byline), a body of running text with subheadings, and a tail of
/// other things. The body begins with the first running text that is no caption or deck. It ends where running text does:
/// after a label such as *Related*, or two lines that are no sentences, one sentence more is a teaser, and only two
/// paragraphs of running text side by side take the body up again.
///
/// - Returns: one kind for each of `paragraphs`.
func zoneKinds(_ paragraphs: [Paragraph]) -> [Zone.Kind] {
    var finding = ZoneFinding(paragraphs)
    finding.run()
    return finding.kinds
}

/// The zones of some paragraphs, by their kinds.
func zones(of paragraphs: [Paragraph], _ kinds: [Zone.Kind]) -> [Zone] {
    zip(paragraphs, kinds).map { Zone($1, $0.range) }
}

private struct ZoneFinding {
    let paragraphs: [Paragraph]
    private(set) var kinds: [Zone.Kind]
    private let furniture: [Furniture.Reach?]
    private let isCredit: [Bool]
    /// Whether empty lines stand between paragraphs, so that lines without one between them belong together.
    private let isSpaced: Bool

    init(_ paragraphs: [Paragraph]) {
        self.paragraphs = paragraphs
        kinds = Array(repeating: .boilerplate, count: paragraphs.count)
        furniture = paragraphs.map(Furniture.reach)
        isCredit = paragraphs.map(Credits.isPhotoCredit)
        isSpaced = paragraphs.count { $0.followsBlank } * 2 > paragraphs.count
    }

    mutating func run() {
        guard let start = paragraphs.indices.first(where: isBodyStart) else {
            markHead(upTo: paragraphs.count)
            markLinesWithoutBody()
            return
        }
        markHead(upTo: start)
        let end = bodyEnd(from: start)
        for index in start...end { kinds[index] = bodyKind(index, end: end) }
        markTail(after: end)
    }
}

// MARK: - Head

extension ZoneFinding {
    private func isBodyStart(_ index: Int) -> Bool {
        let paragraph = paragraphs[index]
        guard paragraph.isProse, furniture[index] == nil, !isCredit[index], !Credits.isSourceLine(paragraph) else {
            return false
        }
        return !isLeadCaption(index) && !isSentenceDeck(index)
    }

    /// A caption stands just above its credit, carries it, or says who is where in the picture.
    private func isLeadCaption(_ index: Int) -> Bool {
        if index + 1 < paragraphs.count, isCredit[index + 1] { return true }
        let paragraph = paragraphs[index]
        guard index + 1 < paragraphs.count, index > 0, paragraph.wordCount <= 60 else { return false }
        let marks = [
            ", left,", ", right,", ", centre,", ", center,", " (L)", " (R)", " (C)", "(left)", "(right)", "File photo",
        ]
        return Credits.hasPhotoCredit(paragraph) || marks.contains { paragraph.text.contains($0) }
    }

    /// One sentence between the title and the byline, the date or the buttons of the head is a deck.
    private func isSentenceDeck(_ index: Int) -> Bool {
        guard index > 0, index + 1 < paragraphs.count, !paragraphs[index].hasInnerSentence,
            paragraphs[index].wordCount <= 50, isTitle(index - 1)
        else { return false }
        let next = paragraphs[index + 1]
        return Credits.isByline(next) || isDateline(next) || furniture[index + 1] == .line
    }

    private func isTitle(_ index: Int) -> Bool {
        let paragraph = paragraphs[index]
        return !paragraph.isProse && (1...25).contains(paragraph.wordCount) && specialKind(index) == nil
    }

    /// What a line is for sure, wherever in the head or the tail it stands.
    private func specialKind(_ index: Int) -> Zone.Kind? {
        let paragraph = paragraphs[index]
        if furniture[index] != nil { return .boilerplate }
        if isCredit[index] { return .credit }
        if Credits.isByline(paragraph) { return .byline }
        if Credits.isSourceLine(paragraph) { return .sourceLine }
        return isDateline(paragraph) ? .dateline : nil
    }

    private func isDateline(_ paragraph: Paragraph) -> Bool {
        guard !paragraph.isProse, paragraph.wordCount <= 14, !paragraph.text.isEmpty else { return false }
        let bytes = Array(paragraph.text.utf8)
        return PrintedDate.find(in: bytes, ByteRange(0, bytes.count))?.fillsItsLine(of: bytes) ?? false
    }

    private mutating func markHead(upTo end: Int) {
        let titles = (0..<end).filter(isTitle)
        let title = titles.first { paragraphs[$0].wordCount >= 4 } ?? titles.first
        var decks = 0
        for index in 0..<end {
            if let kind = specialKind(index) {
                kinds[index] = kind
            } else if index == title {
                kinds[index] = .title
            } else if isLeadCaption(index) {
                kinds[index] = .caption
            } else if let title, index > title, decks < 3, paragraphs[index].wordCount >= 5,
                kinds[title..<index].allSatisfy({ $0 == .title || $0 == .deck || $0 == .byline || $0 == .dateline })
            {
                kinds[index] = .deck
                decks += 1
            }
        }
    }

    /// A text without a single sentence: its first line is a title, and long lines are text.
    private mutating func markLinesWithoutBody() {
        for index in paragraphs.indices where kinds[index] == .boilerplate || kinds[index] == .deck {
            if specialKind(index) == nil { kinds[index] = paragraphs[index].wordCount >= 8 ? .body : .boilerplate }
        }
    }
}

// MARK: - Body

extension ZoneFinding {
    /// The last paragraph of the body that begins at `start`.
    private func bodyEnd(from start: Int) -> Int {
        var end = start
        var linesBetween = 0
        var isAfterLabel = false
        for index in paragraphs.indices.dropFirst(start + 1) {
            let paragraph = paragraphs[index]
            if furniture[index] == .rest { break }
            if furniture[index] == .block || Credits.isSourceLine(paragraph) {
                isAfterLabel = true
            } else if paragraph.isProse, furniture[index] == nil {
                if (isAfterLabel || linesBetween > 1) && !isResumed(at: index) { continue }
                end = index
                linesBetween = 0
                isAfterLabel = false
            } else if furniture[index] == nil, !isCredit[index], paragraph.wordCount <= 20, !isAnnouncement(index) {
                linesBetween += 1
            }
        }
        return end
    }

    private func isResumed(at index: Int) -> Bool {
        guard index + 1 < paragraphs.count, paragraphs[index + 1].isProse, furniture[index + 1] == nil else {
            return false
        }
        return paragraphs[index].wordCount + paragraphs[index + 1].wordCount >= 30
    }

    private func bodyKind(_ index: Int, end: Int) -> Zone.Kind {
        let paragraph = paragraphs[index]
        if furniture[index] != nil { return .boilerplate }
        if isCredit[index] { return .credit }
        if Credits.isSourceLine(paragraph) { return .sourceLine }
        if isBodyCaption(index) { return .caption }
        if paragraph.isProse || isAnnouncement(index) { return .body }
        if isInRunOfLines(index, end: end) { return .boilerplate }
        if isDateline(paragraph) { return .dateline }
        return paragraph.wordCount <= 10 ? .subheading : .body
    }

    /// Whether a short line announces the quotation below it: `Lee added:`.
    private func isAnnouncement(_ index: Int) -> Bool {
        guard paragraphs[index].ending == .colon, index + 1 < paragraphs.count else { return false }
        let next = paragraphs[index + 1]
        return paragraphs[index].wordCount > 1 && next.hasQuotationMarks && next.isProse && furniture[index + 1] == nil
    }

    /// Within the body a caption stands just above its credit, apart from the paragraph before it.
    private func isBodyCaption(_ index: Int) -> Bool {
        if Credits.hasPhotoCredit(paragraphs[index]) { return true }
        guard index + 1 < paragraphs.count, isCredit[index + 1] else { return false }
        if !paragraphs[index].isProse { return true }
        return isSpaced && paragraphs[index].followsBlank && !paragraphs[index + 1].followsBlank
    }

    /// Three short lines side by side are a list of other articles, and not subheadings.
    private func isInRunOfLines(_ index: Int, end: Int) -> Bool {
        func isLine(_ index: Int) -> Bool {
            !paragraphs[index].isProse && paragraphs[index].wordCount <= 20 && !isCredit[index]
                && furniture[index] == nil
        }
        var first = index
        while first > 0, index - first < 2, isLine(first - 1) { first -= 1 }
        var last = index
        while last < end, last - index < 2, isLine(last + 1) { last += 1 }
        if last - first >= 2 { return true }
        // A line below a label such as *Read more* belongs to it.
        return first > 0 && furniture[first - 1] == .block
    }

    private mutating func markTail(after end: Int) {
        for index in paragraphs.indices.dropFirst(end + 1).prefix(4) {
            if let kind = specialKind(index), kind != .boilerplate, kind != .credit { kinds[index] = kind }
        }
    }
}
