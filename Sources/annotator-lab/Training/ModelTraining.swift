import Annotator

/// Trains a whole model: cues, extents, and on what these find in articles that they have not seen, the decisions.
enum ModelTraining {
    /// Words are looked at up to odds of about 1 to 6 against them.
    private static let cueFloor: Int32 = -56
    /// What is found is kept where the balance of what is found and what is right is best: at odds of about 1 to 2.
    private static let decisionFloor: Int32 = -24
    /// The number of parts of the articles, each of which is read by what the others taught.
    private static let folds = 4

    /// What was learned from some articles before the decisions.
    private struct Stage {
        let cues: WeightTable
        let emissions: WeightTable
        let transitions: WeightTable

        init(_ articles: [LabArticle], _ sizes: TableSizes, seed: UInt64) {
            cues = BinaryTraining.weights(articles.flatMap(CueExamples.examples), bits: sizes.cues, seed: seed)
                .table(scale: BinaryTraining.scale)
            (emissions, transitions) = ExtentTraining.tables(articles, bits: sizes.extents, seed: seed)
        }

        /// The candidates of an article as examples for the decision.
        func examples(_ article: LabArticle) -> [BinaryTraining.Example] {
            let candidates = CandidateFinder.candidates(
                in: article.text, cues: cues, emissions: emissions, transitions: transitions, floor: cueFloor)
            let features = DecisionFeatures(candidates, in: article.text)
            var rows: [UInt32] = []
            return candidates.indices.map { index in
                features.rows(index, into: &rows)
                return BinaryTraining.Example(rows: rows, isTrue: article.has(candidates[index]))
            }
        }
    }

    /// A model of some articles, and how good its decisions are on articles that taught it nothing.
    static func model(
        _ articles: [LabArticle], tagger: WeightTable, sizes: TableSizes = TableSizes(), seed: UInt64
    ) -> (model: AnnotatorModel, validation: Figures) {
        var examples = [[BinaryTraining.Example]](repeating: [], count: folds)
        for fold in 0..<folds {
            let stage = Stage(articles.indices.filter { $0 % folds != fold }.map { articles[$0] }, sizes, seed: seed)
            for index in articles.indices where index % folds == fold {
                examples[fold] += stage.examples(articles[index])
            }
        }
        func decisions(_ examples: [BinaryTraining.Example]) -> WeightTable {
            BinaryTraining.weights(examples, bits: sizes.decisions, seed: seed).table(scale: BinaryTraining.scale)
        }
        var validation = Figures(gold: articles.reduce(0) { $0 + $1.gold.count })
        for fold in 0..<folds {
            let table = decisions(examples.indices.filter { $0 != fold }.flatMap { examples[$0] })
            for example in examples[fold] where table.sum(example.rows) >= decisionFloor {
                validation.found += 1
                if example.isTrue { validation.right += 1 }
            }
        }
        let stage = Stage(articles, sizes, seed: seed)
        let model = AnnotatorModel(
            tagger: tagger, cues: stage.cues, emissions: stage.emissions, transitions: stage.transitions,
            decisions: decisions(examples.flatMap(\.self)), cueFloor: cueFloor, decisionFloor: decisionFloor,
            origin: [
                "corpora: PolNeAR train (attributions); UD English EWT train and UD English GUM (parts of speech)",
                "licences: PolNeAR none stated; UD English EWT CC BY-SA 4.0; UD English GUM CC BY 4.0",
                "seed: \(seed)",
            ])
        return (model, validation)
    }
}

extension LabArticle {
    /// Whether people marked a candidate: at least half of all words in common, and the source.
    fileprivate func has(_ candidate: AttributionCandidate) -> Bool {
        let content = Set(candidate.content.joined())
        return gold.contains { gold in
            let common = content.intersection(gold.content).count
            return common * 2 >= content.count + gold.content.count - common
                && !gold.source.isDisjoint(with: candidate.source)
        }
    }
}
