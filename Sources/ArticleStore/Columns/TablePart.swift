/// The columns of a `QuoteTable` and the lists of values that their numbers lead to.
enum TablePart: String, CaseIterable, Sendable {
    // One number a quote, in the order of rule 3 of the language.
    case ids, flags, articles, speakers, dates, kinds, statements, cues, places, occasions, mediums
    case confidences, versions, paragraphs, voices, reports, words, addressees, vias
    // One number an article, in the order of publication, outlet and source.
    case articleIDs, articleOutlets, articleDates
    // Values: what the numbers above stand for.
    case dateValues, speakerIDs, speakerLists
    case confidenceValues, versionValues, paragraphsValues, voicesValues, reportsValues, wordsValues
    /// Mentions of one quote: how many there are, and of each the speaker, counted from 0, and the number of what is printed; -1 for none.
    case mentionLists
    // What is told first of an archive: its `Summary`, and the numbers of the named speakers who are quoted most.
    case counts, mostQuoted

    /// The column that has as many numbers as this one; nil for lists of values.
    var measure: TablePart? {
        switch self {
        case .ids, .flags, .articles, .speakers, .dates, .kinds, .statements, .cues, .places, .occasions, .mediums,
            .confidences, .versions, .paragraphs, .voices, .reports, .words, .addressees, .vias:
            .ids
        case .articleIDs, .articleOutlets, .articleDates: .articleIDs
        default: nil
        }
    }
}

/// The lists of texts that the numbers of a `QuoteTable` lead to.
enum TableTexts: String, CaseIterable, Sendable {
    /// Names, at the number of the outlet, the place, the occasion, the medium, the speaker.
    case outlets, placeNames, occasionNames, mediumNames, speakerNames
    /// The lemma, the act and the print of a cue, one after the other.
    case cueForms
    /// The words of a speaker's name, aliases and role, by form and by stem, with a blank before and after each.
    case speakerWords
    /// What is printed of those to whom, or through whom, something was said.
    case mentionTexts
}
