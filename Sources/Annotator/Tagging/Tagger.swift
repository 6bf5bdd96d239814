/// Tells the part of speech of each token, from left to right.
package enum Tagger {
    /// The number of columns of the tagger's table.
    package static let width = 26

    /// The parts of speech of some tokens.
    package static func tags(of tokens: [Token], keys: TokenKeys, sentences: [Range<Int>], with table: WeightTable)
        -> [PartOfSpeech]
    {
        var tags = [PartOfSpeech](repeating: .other, count: tokens.count)
        var rows: [UInt32] = []
        var scores = [Int32](repeating: 0, count: width)
        for sentence in sentences {
            for index in sentence {
                if let certain = certain(tokens[index]) {
                    tags[index] = certain
                    continue
                }
                for column in scores.indices { scores[column] = 0 }
                Tagger.rows(at: index, in: sentence, keys, tags, into: &rows)
                table.add(rows, to: &scores)
                tags[index] = PartOfSpeech.allCases[best(scores)]
            }
        }
        return tags
    }

    /// The part of speech that a token's kind alone tells.
    package static func certain(_ token: Token) -> PartOfSpeech? {
        switch token.kind {
        case .punctuation, .openingMark, .closingMark, .eitherMark, .singleMark: .punctuation
        case .word, .capitalized, .acronym, .number: nil
        }
    }

    /// The column with the highest score, the first of equals.
    package static func best(_ scores: [Int32]) -> Int {
        var best = 0
        for column in scores.indices where scores[column] > scores[best] { best = column }
        return best
    }

    /// The features of one token, given the tags of those before it.
    package static func rows(
        at index: Int, in sentence: Range<Int>, _ keys: TokenKeys, _ tags: [PartOfSpeech], into rows: inout [UInt32]
    ) {
        func word(_ offset: Int) -> UInt64 { sentence.contains(index + offset) ? keys.words[index + offset] : 1 }
        func ending(_ offset: Int) -> UInt64 { sentence.contains(index + offset) ? keys.endings[index + offset] : 1 }
        func shape(_ offset: Int) -> UInt64 { sentence.contains(index + offset) ? keys.shapes[index + offset] : 99 }
        func tag(_ offset: Int) -> UInt64 {
            sentence.contains(index + offset) ? UInt64(tags[index + offset].rawValue) : 99
        }
        let isFirst: UInt64 = index == sentence.lowerBound ? 1 : 0
        rows.removeAll(keepingCapacity: true)
        rows.append(FeatureHash.row(0, word(0)))
        rows.append(FeatureHash.row(1, word(0), shape(0), isFirst))
        rows.append(FeatureHash.row(2, ending(0), shape(0)))
        rows.append(FeatureHash.row(3, keys.words[index] == 0 ? 0 : ending(0), tag(-1)))
        rows.append(FeatureHash.row(4, shape(0), isFirst, shape(1)))
        rows.append(FeatureHash.row(5, tag(-1)))
        rows.append(FeatureHash.row(6, tag(-1), tag(-2)))
        rows.append(FeatureHash.row(7, tag(-1), word(0)))
        rows.append(FeatureHash.row(8, word(-1)))
        rows.append(FeatureHash.row(9, word(-2)))
        rows.append(FeatureHash.row(10, word(1)))
        rows.append(FeatureHash.row(11, word(2)))
        rows.append(FeatureHash.row(12, ending(1), shape(1)))
        rows.append(FeatureHash.row(13, word(0), word(1)))
        rows.append(FeatureHash.row(14, word(-1), word(0)))
        rows.append(FeatureHash.row(15, tag(-1), ending(1), shape(0)))
        rows.append(FeatureHash.row(16, shape(-1), shape(0), shape(1)))
        rows.append(FeatureHash.row(17, ending(2)))
    }
}
