import Annotator

/// Trains the tagger on treebanks.
enum TaggerTraining {
    private static let passes = 5

    /// The table that tells the parts of speech of `sentences` best.
    static func table(_ sentences: [TreebankSentence], bits: Int = TableSizes().tagger, seed: UInt64) -> WeightTable {
        var weights = WholeWeights(width: Tagger.width, bits: bits)
        var rows: [UInt32] = []
        var scores = [Int32](repeating: 0, count: Tagger.width)
        let keys = sentences.map { TokenKeys($0.tokens) }
        for pass in 0..<passes {
            for index in Shuffle.order(sentences.count, seed: seed &+ UInt64(pass)) {
                let sentence = sentences[index]
                let whole = 0..<sentence.tokens.count
                // The tags so far are the tagger's own, as they will be when it is used.
                var tags = [PartOfSpeech](repeating: .other, count: whole.count)
                for token in whole {
                    if let certain = Tagger.certain(sentence.tokens[token]) {
                        tags[token] = certain
                        continue
                    }
                    for column in scores.indices { scores[column] = 0 }
                    Tagger.rows(at: token, in: whole, keys[index], tags, into: &rows)
                    weights.add(rows, to: &scores)
                    let guess = Tagger.best(scores)
                    let right = Int(sentence.tags[token].rawValue)
                    if guess != right {
                        weights.change(rows, right, by: 1)
                        weights.change(rows, guess, by: -1)
                    }
                    tags[token] = PartOfSpeech.allCases[guess]
                    weights.advance()
                }
            }
        }
        return weights.table
    }

    /// How many of the words have the right tag, and how many there are: those that both sides cut alike.
    static func accuracy(of table: WeightTable, on sentences: [TreebankSentence]) -> (right: Int, all: Int) {
        var right = 0
        var all = 0
        for sentence in sentences {
            let tags = Tagger.tags(
                of: sentence.tokens, keys: TokenKeys(sentence.tokens), sentences: [0..<sentence.tokens.count],
                with: table)
            for index in tags.indices where sentence.isWhole[index] && Tagger.certain(sentence.tokens[index]) == nil {
                all += 1
                if tags[index] == sentence.tags[index] { right += 1 }
            }
        }
        return (right, all)
    }
}
