/// Finds the noun phrases at a place, by word classes alone.
extension Document {
    /// The noun phrase that begins at `index`: pronoun, or determiner, modifiers and head, with what `of`, `for` … attach to it;
    /// nil where none begins.
    /// - Parameter isLong: whether prepositional phrases are taken in.
    func nounPhrase(from index: Int, before end: Int, isLong: Bool = true) -> Range<Int>? {
        guard index < end else { return nil }
        if tokens[index].isPronoun { return index..<(index + 1) }
        var position = index
        if WordClass.determiners.contains(tokens[position].lower) { position += 1 }
        if WordClass.determiners.contains(lower(position)), position < end { position += 1 }
        let head = position
        while position < end, isNominal(position, after: index) { position += 1 }
        if position == head {
            // `both of them`, `some of the men`.
            guard position > index, lower(position) == "of", isLong else {
                return position > index ? index..<position : nil
            }
        }
        guard isLong, position + 1 < end,
            ["of", "for", "from", "at", "in", "with", "and", "on"].contains(lower(position)),
            !isQuoted(position), let attached = nounPhrase(from: position + 1, before: end, isLong: true),
            !tokens[position + 1].isWeekday
        else { return index..<position }
        return index..<attached.upperBound
    }

    /// Whether a token can go on a noun phrase that began at `start`.
    private func isNominal(_ index: Int, after start: Int) -> Bool {
        let token = tokens[index]
        guard !isQuoted(index), !token.isWeekday else { return false }
        if token.lower == "'s" || token.lower == "&" { return index > start }
        if joinsNames(index) { return index > start }
        guard token.isOpenClass else { return false }
        // After a name a word in lower case is its verb, unless it is a noun that the name modifies.
        if index > start, token.kind == .word, tokens[index - 1].isCapitalized, looksLikeVerb(index) { return false }
        // Past forms after a determiner or an adjective are participles: `the exiled group`.
        let isModifier = index > start && WordClass.determiners.contains(lower(index - 1))
        return !(index > start && token.kind == .word && looksLikePast(token.lower) && !isModifier)
    }

    /// The noun phrase that ends just before `end`, not before `floor`: what a verb at `end` has as its subject.
    func nounPhrase(endingBefore end: Int, floor: Int) -> Range<Int>? {
        guard end > floor, !isQuoted(end - 1) else { return nil }
        if tokens[end - 1].isPronoun {
            // `both of them`
            if end - 3 >= floor, lower(end - 2) == "of", WordClass.determiners.contains(lower(end - 3)) {
                return (end - 3)..<end
            }
            return (end - 1)..<end
        }
        var start = end
        while start > floor, !isQuoted(start - 1) {
            let token = tokens[start - 1]
            if start < end, token.kind == .word, isVerbBeforeSubject(start - 1, floor) { break }
            if token.isWeekday || WordClass.months.contains(token.lower) && token.isCapitalized && start < end { break }
            if token.isOpenClass || token.lower == "'s" || token.lower == "&" || joinsNames(start - 1) {
                start -= 1
            } else if WordClass.determiners.contains(token.lower) {
                start -= 1
                if attaches(start - 1, floor) || joins(start - 1, floor) {
                    start -= 1
                } else if !["all", "both"].contains(lower(start - 1)) {
                    break
                }
            } else if start < end, attaches(start - 1, floor) {
                start -= 1
            } else if start < end, joins(start - 1, floor) {
                start -= 1
            } else {
                break
            }
        }
        while start < end, !startsNounPhrase(start) { start += 1 }
        // `one brigade after another`
        if end - start == 1, lower(start) == "another", lower(start - 1) == "after", start - 2 > floor,
            let first = nounPhrase(endingBefore: start - 1, floor: floor)
        {
            return first.lowerBound..<end
        }
        return start < end ? start..<end : nil
    }

    /// Whether a token is the stroke between two names: `Daily News/River Times poll`.
    private func joinsNames(_ index: Int) -> Bool {
        lower(index) == "/" && index > 0 && tokens.indices.contains(index + 1) && !tokens[index].isSpacedBefore
            && tokens[index - 1].isCapitalized && tokens[index + 1].isCapitalized
    }

    /// Whether a preposition at `index` attaches a phrase to a noun before it.
    private func attaches(_ index: Int, _ floor: Int) -> Bool {
        guard index > floor, ["of", "for", "from", "at", "in", "with", "on"].contains(lower(index)) else {
            return false
        }
        return tokens[index - 1].isOpenClass && !looksLikePast(lower(index - 1))
            || ["some", "many", "one", "both", "all", "most", "several"].contains(lower(index - 1))
    }

    /// Whether `and` at `index` joins two names, or two nouns in the plural: `Russia and the US`, `officials and analysts`.
    private func joins(_ index: Int, _ floor: Int) -> Bool {
        guard index > floor, lower(index) == "and", tokens[index - 1].isOpenClass, tokens.indices.contains(index + 2)
        else { return false }
        let next = tokens[index + 1]
        if tokens[index - 1].isCapitalized {
            return next.isCapitalized || next.lower == "the" && tokens[index + 2].isCapitalized
        }
        return lower(index - 1).hasSuffix("s") && next.kind == .word && next.isOpenClass
    }

    /// Whether a word before a noun phrase is the verb of the clause around it: `said Damascus had …`.
    private func isVerbBeforeSubject(_ index: Int, _ floor: Int) -> Bool {
        let isModifier = index > floor && (WordClass.determiners.contains(lower(index - 1)) || lower(index - 1) == "'s")
        return !isModifier && (looksLikePast(lower(index)) || CueFinder.isQuotingVerb(lower(index)))
    }

    private func startsNounPhrase(_ index: Int) -> Bool {
        let token = tokens[index]
        return token.isOpenClass && token.lower != "'s" || WordClass.determiners.contains(token.lower)
    }

    /// Whether a word reads as a finite verb rather than as a noun: known, or by its ending.
    func looksLikeVerb(_ index: Int) -> Bool {
        let word = lower(index)
        return tokens[index].isVerbal || looksLikePast(word) || Document.commonVerbs.contains(word)
    }

    /// Whether a word reads as a past form.
    func looksLikePast(_ word: String) -> Bool {
        word.hasSuffix("ed") && word.utf8.count > 4 && !word.contains("-") && !Document.nounsInEd.contains(word)
            || Document.irregularPasts.contains(word)
    }

    /// Whether some tokens hold a finite verb outside of quotations, so that they can be a clause.
    func hasFiniteVerb(_ range: Range<Int>) -> Bool {
        range.contains { index in
            looksLikeVerb(index)
                || tokens[index].isOpenClass && tokens[index].kind == .word && index > range.lowerBound
                    && lower(index).hasSuffix("s") && !lower(index).hasSuffix("ss")
                    && (tokens[index - 1].isCapitalized
                        || ["he", "she", "it", "that", "who", "which"].contains(lower(index - 1)))
                || index > range.lowerBound && ["they", "we", "i", "you"].contains(lower(index - 1))
                    && tokens[index].isOpenClass
        }
    }

    private static let nounsInEd: Set<String> = [
        "united", "hundred", "sacred", "indeed", "need", "speed", "unnamed", "retired", "armed", "alleged", "wicked",
    ]

    private static let irregularPasts: Set<String> = Set(
        ("began became broke brought built bought came caught chose cut did drew drove ate fell felt fought found flew forgot gave "
            + "got grew had heard held hit hurt kept knew laid led left lent let lost made meant met paid put ran rang read rose said "
            + "sang sat saw sent set shook shot showed shut slept sold spent spoke stole stood struck swore took taught told thought "
            + "threw understood was went were woke won wore wrote").split(separator: " ").map(String.init))

    private static let commonVerbs: Set<String> = Set(
        ("is are was were has have had does do goes go makes make takes take comes come gets get gives give wants want needs need "
            + "plans plan faces face shows show says say thinks think knows know sees see believes believe means mean keeps keep "
            + "looks look seems seem remains remain continues continue includes include leads lead runs run works work lives live "
            + "happens happen appears appear becomes become allows allow supports holds hold stands stand helps help tries try "
            + "starts start turns turn calls call uses use finds find feels feel brings bring begins begin writes write provides "
            + "expects expect agrees agree hopes hope").split(separator: " ").map(String.init))
}
