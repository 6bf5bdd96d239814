import Gazetteer

/// What one noun phrase names, before it is known who that is.
struct SourcePhrase {
    /// Its tokens.
    let tokens: Range<Int>
    let kind: Kind

    enum Kind {
        /// `he`, `they`, `both of them`.
        case pronoun(String)
        /// A person: the tokens of the name, and those of the role or the title before it.
        case person(name: Range<Int>, role: Range<Int>?)
        /// An organisation, a country or a place that stands for one: the tokens of its name.
        case organisation(name: Range<Int>)
        /// A described source: the tokens without its article.
        case described(Range<Int>)
    }

    /// The persons, organisations or groups that a source names: several where it joins people by `and`.
    static func phrases(in range: Range<Int>, of document: Document, people: PeopleOfArticle) -> [SourcePhrase] {
        for index in range
        where document.lower(index) == "and" && index > range.lowerBound && index + 1 < range.upperBound {
            let left = phrase(trimmed(range.lowerBound..<index, document), document, people)
            let right = phrase((index + 1)..<range.upperBound, document, people)
            if case .person = left.kind, case .person = right.kind { return [left, right] }
        }
        return [phrase(range, document, people)]
    }

    /// A range without the commas and position words at its end: `John Kerry, left,`.
    private static func trimmed(_ range: Range<Int>, _ document: Document) -> Range<Int> {
        var end = range.upperBound
        while end > range.lowerBound + 1,
            document.tokens[end - 1].kind == .punctuation
                || document.tokens[end - 1].kind == .word && WordClass.positions.contains(document.lower(end - 1))
        {
            end -= 1
        }
        return range.lowerBound..<end
    }

    private static func phrase(_ range: Range<Int>, _ document: Document, _ people: PeopleOfArticle) -> SourcePhrase {
        let first = document.tokens[range.lowerBound]
        if first.isPronoun, range.count == 1 { return SourcePhrase(tokens: range, kind: .pronoun(first.lower)) }
        if range.count == 3, document.lower(range.lowerBound + 1) == "of",
            document.tokens[range.lowerBound + 2].isPronoun
        {
            return SourcePhrase(tokens: range, kind: .pronoun(first.lower))
        }
        let range = trimmed(range, document)
        if let (name, role) = personName(in: range, document, people) {
            return SourcePhrase(tokens: range, kind: .person(name: name, role: role))
        }
        if let name = organisationName(in: range, document) {
            return SourcePhrase(tokens: range, kind: .organisation(name: name))
        }
        let start =
            ["a", "an", "the"].contains(first.lower) && range.count > 1 ? range.lowerBound + 1 : range.lowerBound
        return SourcePhrase(tokens: range, kind: .described(start..<range.upperBound))
    }

    /// The name of a person at the end of a phrase, and the role before it.
    static func personName(
        in range: Range<Int>, _ document: Document, _ people: PeopleOfArticle?
    ) -> (name: Range<Int>, role: Range<Int>?)? {
        let end = nameEnd(range, document)
        guard end > range.lowerBound, document.tokens[end - 1].isCapitalized else { return nil }
        var start = end
        while start > range.lowerBound, PeopleOfArticle.isNamePart(document, start - 1, in: range) { start -= 1 }
        let hasComma = start > range.lowerBound && document.lower(start - 1) == ","
        var name = start
        while name < end,
            name + 1 < end && isTitle(document, name) || document.tokens[name].kind == .acronym && name + 2 < end
                || name + 1 < end && WordClass.persuasions.contains(document.lower(name))
        {
            name += 1
        }
        // Whatever stands before the last title of the run belongs to the role: `US Secretary of State`, `Russian Foreign Minister`.
        if let lastTitle = (start..<max(start, end - 1)).last(where: { isTitle(document, $0) }) {
            name = max(name, afterTitle(lastTitle, end, document))
        }
        guard name < end, !(name + 1 == end && name == start && isTitle(document, name)) else { return nil }
        let hasTitle =
            name > start || start > range.lowerBound && !hasComma && isTitle(document, start - 1)
            || hasComma && (range.lowerBound..<start).contains { isTitle(document, $0) }
        let last = document.lower(end - 1)
        let isKnown = people?.person(lastName: last, before: nil) != nil && end - name == 1
        let startsWithThe = document.lower(range.lowerBound) == "the" && start == range.lowerBound + 1 && !hasTitle
        guard !startsWithThe, hasTitle || isKnown || (2...4).contains(end - name),
            !isOrganisation(name..<end, document) || hasTitle
        else { return nil }
        guard end - name <= 4, Country.meant(by: document.text(name..<end)) == nil || hasTitle else { return nil }
        let roleEnd = hasComma ? start - 1 : name
        let roleStart =
            ["a", "an", "the"].contains(document.lower(range.lowerBound)) ? range.lowerBound + 1 : range.lowerBound
        return (name..<end, roleStart < roleEnd ? roleStart..<roleEnd : nil)
    }

    /// The end of the name in a phrase: before what `of`, `for` … attach.
    private static func nameEnd(_ range: Range<Int>, _ document: Document) -> Int {
        guard
            document.tokens[range.lowerBound].isCapitalized || range.contains(where: { document.lower($0) == "," })
                || isTitle(document, range.lowerBound)
        else { return range.upperBound }
        let preposition = range.first {
            ["of", "for", "from", "at", "in", "with", "on"].contains(document.lower($0))
                && !["secretary", "leader", "head", "speaker", "chief", "director", "house", "minister", "chairman"]
                    .contains(document.lower($0 - 1))
        }
        return preposition ?? range.upperBound
    }

    private static func isTitle(_ document: Document, _ index: Int) -> Bool {
        let word = document.lower(index)
        return WordClass.titles.contains(word)
            || word.hasSuffix("man") && word.utf8.count > 7 && document.tokens[index].kind == .word
            || word.contains("-") && WordClass.titles.contains(String(word.split(separator: "-").last ?? ""))
    }

    /// The first token after a title: `Secretary of State` is one title of three words, `Mr.` has a dot.
    private static func afterTitle(_ title: Int, _ end: Int, _ document: Document) -> Int {
        var index = title + 1
        if document.lower(index) == ".", index < end { index += 1 }
        if document.lower(index) == "of", index + 1 < end { index += 2 }
        return index
    }

    private static func isOrganisation(_ name: Range<Int>, _ document: Document) -> Bool {
        name.contains { document.tokens[$0].kind == .acronym && document.lower($0).utf8.count > 2 && name.count < 3 }
            || WordClass.organisationWords.contains(document.lower(name.upperBound - 1))
            || name.contains { ["of", "for", "&"].contains(document.lower($0)) }
    }

    /// The name of an organisation: capital words, or capital words before a noun such as `government`.
    private static func organisationName(in range: Range<Int>, _ document: Document) -> Range<Int>? {
        var start = range.lowerBound
        if WordClass.determiners.contains(document.lower(start)), start + 1 < range.upperBound { start += 1 }
        let end =
            range.first { $0 > start && ["in", "on", "at", "from", "with", "and"].contains(document.lower($0)) }
            ?? range.upperBound
        guard start < end else { return nil }
        // `top diplomats for Russia` are described by their head, not named.
        if let preposition = (start..<end).first(where: { WordClass.prepositions.contains(document.lower($0)) }),
            preposition > start, document.tokens[preposition - 1].kind == .word,
            !WordClass.organisationHeads.contains(document.lower(preposition - 1))
        {
            return nil
        }
        let names = (start..<end).filter { document.tokens[$0].isCapitalized }
        guard let lastName = names.last else { return nil }
        if lastName == end - 1 {
            let isSentenceStart = start == document.sentence(of: start).lowerBound
            // One word at a sentence's start may be any noun: `Powers`, `Police`.
            if isSentenceStart, end - start == 1, document.tokens[start].kind == .capitalized,
                Country.meant(by: document.text(start..<end)) == nil,
                document.lower(start).hasSuffix("s") || WordClass.titles.contains(document.lower(start))
                    || WordClass.organisationHeads.contains(document.lower(start))
            {
                return nil
            }
            return start..<end
        }
        guard WordClass.organisationHeads.contains(document.lower(end - 1)) else { return nil }
        // `AFP news agency` is AFP; a government is named with its noun.
        return ["agency", "newspaper", "channel", "network", "magazine", "website"].contains(document.lower(end - 1))
            ? start..<(lastName + 1) : start..<end
    }
}
