import Articles

/// Pairs quotation marks, paragraph by paragraph.
///
/// A quotation that is open at the end of a paragraph stays open when the next one opens it again, or holds a closing mark
/// without an opening one; otherwise it ends with its paragraph, so that one missing mark never turns the rest of an
/// article inside out.
enum QuotationMarks {
    /// The quotations of some tokens, in order and without overlap.
    static func quotations(in tokens: [Token], paragraphs: [Zone]) -> [Quotation] {
        var found: [Quotation] = []
        var open: Quotation?
        var start = 0
        while start < tokens.count {
            var end = start
            while end < tokens.count, tokens[end].paragraph == tokens[start].paragraph { end += 1 }
            let carried = open.flatMap { continues($0, tokens, start..<end, paragraphs) ? $0 : nil }
            if let unfinished = open, carried == nil { found.append(unfinished) }
            open = scan(tokens, start..<end, carried, &found)
            start = end
        }
        if let unfinished = open { found.append(unfinished) }
        return (found + singles(in: tokens, outside: found)).sorted { $0.start < $1.start }
    }

    /// Reads the double marks of one paragraph; gives the quotation that is open at its end.
    private static func scan(
        _ tokens: [Token], _ paragraph: Range<Int>, _ carried: Quotation?, _ found: inout [Quotation]
    ) -> Quotation? {
        var open = carried
        var inner = paragraph.lowerBound
        var index = paragraph.lowerBound
        if open != nil, tokens[index].isMark, direction(tokens, index) != .closingMark {
            index += 1
            inner = index
        }
        while index < paragraph.upperBound {
            guard tokens[index].isMark else {
                index += 1
                continue
            }
            let direction = direction(tokens, index)
            if var quotation = open, direction != .openingMark {
                if inner < index { quotation.parts.append(inner..<index) }
                quotation.isClosed = true
                if !quotation.parts.isEmpty { found.append(quotation) }
                open = nil
            } else if open == nil, direction != .closingMark {
                open = Quotation(parts: [], isSingle: false, isClosed: false)
                inner = index + 1
            }
            index += 1
        }
        guard var quotation = open else { return nil }
        if inner < paragraph.upperBound { quotation.parts.append(inner..<paragraph.upperBound) }
        return quotation.parts.isEmpty ? nil : quotation
    }

    /// Whether an open quotation goes on in the next paragraph.
    private static func continues(
        _ open: Quotation, _ tokens: [Token], _ paragraph: Range<Int>, _ paragraphs: [Zone]
    ) -> Bool {
        let last = tokens[open.end - 1]
        guard paragraphs[last.paragraph].kind == paragraphs[tokens[paragraph.lowerBound].paragraph].kind else {
            return false
        }
        guard let mark = paragraph.first(where: { tokens[$0].isMark }) else { return false }
        if mark == paragraph.lowerBound { return direction(tokens, mark) != .closingMark }
        return direction(tokens, mark) == .closingMark
    }

    /// Which way a mark looks: straight ones by the white space around them.
    private static func direction(_ tokens: [Token], _ index: Int) -> Token.Kind {
        let token = tokens[index]
        guard token.kind == .eitherMark else {
            // A mark that looks the wrong way: a closing one before a word after a space, an opening one after a word.
            if token.kind == .closingMark, token.isSpacedBefore, !token.isSpacedAfter { return .openingMark }
            if token.kind == .openingMark, !token.isSpacedBefore, token.isSpacedAfter { return .closingMark }
            return token.kind
        }
        let opensAfterPunctuation = index > 0 && ["(", "[", "--", "/"].contains(tokens[index - 1].lower)
        switch (token.isSpacedBefore || opensAfterPunctuation, token.isSpacedAfter) {
        case (true, false): return .openingMark
        case (false, true): return .closingMark
        case (true, true): return .eitherMark
        case (false, false):
            return index + 1 < tokens.count && tokens[index + 1].kind == .punctuation ? .closingMark : .eitherMark
        }
    }

    /// Quotations in single marks: both marks in one paragraph, outside of double marks, each at the edge of a word.
    private static func singles(in tokens: [Token], outside found: [Quotation]) -> [Quotation] {
        var taken = [Bool](repeating: false, count: tokens.count)
        for quotation in found { for part in quotation.parts { for token in part { taken[token] = true } } }
        var singles: [Quotation] = []
        var open: Int?
        for (index, token) in tokens.enumerated() where token.kind == .singleMark && !taken[index] {
            if let start = open, tokens[start].paragraph == token.paragraph, closes(tokens, index, openedAt: start) {
                singles.append(Quotation(parts: [(start + 1)..<index], isSingle: true, isClosed: true))
                open = nil
            } else if token.isSpacedBefore || index > 0 && tokens[index - 1].lower == "(", !token.isSpacedAfter,
                token.lower != "’"
            {
                open = index
            }
        }
        return singles
    }

    private static func closes(_ tokens: [Token], _ index: Int, openedAt start: Int) -> Bool {
        let token = tokens[index]
        guard index > start + 1, !token.isSpacedBefore else { return false }
        let isAfterWordEnd = token.isSpacedAfter || index + 1 < tokens.count && tokens[index + 1].kind == .punctuation
        // The apostrophe of a plural possessive (`editors' picks`) closes nothing while a later mark does.
        guard tokens[index - 1].lower.hasSuffix("s"), token.isSpacedAfter else { return isAfterWordEnd }
        let rest = tokens[(index + 1)...].prefix { $0.paragraph == token.paragraph && $0.kind != .singleMark }
        let next = index + 1 + rest.count
        let closesLater =
            next < tokens.count && tokens[next].kind == .singleMark && tokens[next].paragraph == token.paragraph
            && !tokens[next].isSpacedBefore
        return isAfterWordEnd && !closesLater
    }
}
