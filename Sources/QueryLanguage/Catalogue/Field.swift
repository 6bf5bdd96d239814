/// A field of a quote, its speaker, its article or its statement, by the name under which questions ask for it.
package enum Field: String, CaseIterable, Hashable, Sendable {
    case kind, cue, to, via, text, about, mentions, said, date, place, occasion, medium, voices, paragraphs, words
    case confidence, version, corrected
    case speaker, role, organisation
    case outlet, article, title, byline, url, published
    case reports

    /// What values it has, which decides the tests that fit.
    package enum ValueType: String, CaseIterable, Hashable, Sendable {
        /// One of a few words: `kind`.
        case choice
        /// A name, matched by whole name parts: `speaker`.
        case name
        /// A noun phrase, matched by its head: `occasion`.
        case phrase
        /// Words, tested by `has`, `matches` and `=`.
        case text
        case date
        case number
        /// A speech verb, matched by its act; printed form with `exactly`.
        case verb
        case truth
    }
}
