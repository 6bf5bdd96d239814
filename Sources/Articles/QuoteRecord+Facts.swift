package import Dates

extension QuoteRecord {
    /// When the words were spoken, from its own report or else from another of the statement; nil where nothing is known.
    /// The publication date, which some reports have for want of better, is no knowledge of that.
    package var saidEvidence: DatedEvidence? {
        if isUnknownByCorrection(.said) { return nil }
        return [quote.said, statement.said].compactMap { $0 }.first { $0.basis != .publication }
    }

    /// The field `date`: when it was said, or, where nothing is known of that, when the article appeared.
    package var date: (days: DateInterval, isPublication: Bool)? {
        if let said = saidEvidence { return (said.value, false) }
        return (article.metadata.published?.value ?? quote.said?.value).map { ($0, true) }
    }

    /// Where the words were spoken, as far as any report of the statement tells.
    package var placeEvidence: PlaceEvidence? {
        quote.place ?? (isUnknownByCorrection(.place) ? nil : statement.place)
    }

    /// Whether a person decided that nobody knows it; then another report does not tell it either.
    private func isUnknownByCorrection(_ property: Decision.Property) -> Bool {
        if case .correct(_, _, .unknown)? = correction(of: property)?.decision { true } else { false }
    }
}
