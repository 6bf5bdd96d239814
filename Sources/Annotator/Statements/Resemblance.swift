import Articles

/// How much of a quote's words the fullest report of an utterance has, and whether that makes it another report of it.
///
/// What is compared is containment, not likeness: whoever shortens a quote leaves out much and changes little.
struct Resemblance {
    /// The number of common terms, of terms of the quote, and of terms of the fuller report.
    let common: Int
    let count: Int
    let fullerCount: Int
    /// What the common terms and all terms of the quote tell.
    let commonWeight: Int
    let weight: Int
    /// Whether one is negated and the other is not, where that cannot stand in what only the fuller one has.
    let differsInNegation: Bool

    var share: Double { weight == 0 ? 0 : Double(commonWeight) / Double(weight) }
    /// Whether the two have the same terms.
    private var isEqual: Bool { common == count && common == fullerCount }

    init(of quote: Int, in fuller: Int, _ terms: StatementTerms, weight: Int) {
        let (few, many) = (terms.terms(quote), terms.terms(fuller))
        var (common, commonWeight) = (0, 0)
        var position = many.startIndex
        for term in few {
            while position < many.endIndex, many[position] < term { position += 1 }
            guard position < many.endIndex else { break }
            if many[position] == term {
                common += 1
                commonWeight += terms.weights[Int(term)]
            }
        }
        (self.common, self.commonWeight) = (common, commonWeight)
        (count, fullerCount, self.weight) = (few.count, many.count, weight)
        let isNegated = (few.first == StatementTerms.negation, many.first == StatementTerms.negation)
        differsInNegation = isNegated.0 != isNegated.1 && (isNegated.0 || many.count <= few.count + 4)
    }

    /// How much must be common, by how the words are reported and by whom.
    enum Demand: CaseIterable {
        /// The same words, be they ever so few.
        case sameWords
        /// Two quotations of somebody's own words: the same words in the same order, as far as both go.
        case ownWords
        /// A paraphrase beside anything.
        case paraphrase
        /// Two quotes of one text: only a repetition is one utterance.
        case repetition
    }

    /// Whether the quote reports the utterance; order is looked at elsewhere.
    func meets(_ demand: Demand) -> Bool {
        switch demand {
        case .sameWords: return isEqual && common >= 2 && commonBits >= 12
        case .ownWords: return common >= 3 && commonBits >= 16 && share >= 0.7
        case .paraphrase:
            if differsInNegation, share < 0.9 { return false }
            return commonBits >= 20 && (common >= 4 && share >= 0.5 || common >= 5 && share >= 0.42)
        case .repetition: return common >= 4 && share >= 0.9
        }
    }

    /// What the common terms tell, in bits: a few words that everybody uses tell little even where they are all.
    private var commonBits: Int { commonWeight / 16 }

    /// Whether enough neighbours of a quotation are neighbours in the fuller one too.
    static func isInOrder(_ quote: Int, in fuller: Int, _ terms: StatementTerms) -> Bool {
        func pairs(_ index: Int) -> [UInt64] {
            let sequence = terms.sequence(index)
            return zip(sequence, sequence.dropFirst()).map { UInt64($0) << 32 | UInt64($1) }
        }
        let wanted = pairs(quote)
        guard !wanted.isEmpty else { return true }
        let present = Set(pairs(fuller))
        return wanted.count { present.contains($0) } * 2 >= wanted.count
    }
}
