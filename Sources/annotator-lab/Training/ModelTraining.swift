import Annotator
import Articles
import Readers

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

    /// A model of some articles, and what models of a part of them find in the others.
    static func model(
        _ articles: [LabArticle], tagger: WeightTable, sizes: TableSizes = TableSizes(), seed: UInt64
    ) -> (model: AnnotatorModel, validation: [AnnotatedComparison]) {
        var examples = [[BinaryTraining.Example]](repeating: [], count: folds)
        var stages: [Stage] = []
        for fold in 0..<folds {
            let stage = Stage(articles.indices.filter { $0 % folds != fold }.map { articles[$0] }, sizes, seed: seed)
            for index in articles.indices where index % folds == fold {
                examples[fold] += stage.examples(articles[index])
            }
            stages.append(stage)
        }
        func decisions(_ examples: [BinaryTraining.Example]) -> WeightTable {
            BinaryTraining.weights(examples, bits: sizes.decisions, seed: seed).table(scale: BinaryTraining.scale)
        }
        func model(
            _ stage: Stage, _ decisions: WeightTable, _ calibrations: [Calibration.Group: Calibration] = [:]
        ) -> AnnotatorModel {
            AnnotatorModel(
                tagger: tagger, cues: stage.cues, emissions: stage.emissions, transitions: stage.transitions,
                decisions: decisions, cueFloor: cueFloor, decisionFloor: decisionFloor, calibrations: calibrations,
                origin: [
                    "corpora: PolNeAR train (attributions, parts of speech); UD English EWT train and UD English GUM (parts of speech)",
                    "licences: PolNeAR none stated; UD English EWT CC BY-SA 4.0; UD English GUM CC BY 4.0",
                    "seed: \(seed)",
                ])
        }
        var validation: [AnnotatedComparison] = []
        var outcomes: [CalibrationTraining.Example] = []
        for fold in 0..<folds {
            let others = examples.indices.filter { $0 != fold }.flatMap { examples[$0] }
            let reader = model(stages[fold], decisions(others))
            for index in articles.indices where index % folds == fold {
                let compared = articles[index].compared(by: reader)
                validation.append(compared.comparison)
                outcomes += compared.outcomes
            }
        }
        return (
            model(
                Stage(articles, sizes, seed: seed), decisions(examples.flatMap(\.self)),
                CalibrationTraining.calibrations(outcomes)),
            validation
        )
    }
}

extension LabArticle {
    /// What a model finds, beside what people marked; and with which evidence right and wrong quotes were found.
    fileprivate func compared(
        by model: AnnotatorModel
    ) -> (comparison: AnnotatedComparison, outcomes: [CalibrationTraining.Example]) {
        let read = Reading.read(Source(name: article.id, bytes: Array(article.text.utf8)))
        let found = Annotator.grounds(read, with: model).filter { $0.quote.outer == nil }
        let compared = AnnotatedComparison(article, found.map(\.quote))
        let right = compared.rightlyFound
        let quotes = found.indices.map {
            CalibrationTraining.Example(evidence: found[$0].grounds.quote, isRight: right.contains($0))
        }
        let sources = compared.withRightWords.map {
            CalibrationTraining.Example(evidence: found[$0].grounds.source, isRight: right.contains($0))
        }
        return (compared, quotes + sources)
    }

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
