import Annotator
import Testing
import Text

@testable import annotator_lab

@Suite struct TrainingTests {
    @Test func trainingTwiceGivesTheSameBytes() throws {
        let first = try MadeUpCorpus.model(8, seed: 5).model.bytes
        #expect(try MadeUpCorpus.model(8, seed: 5).model.bytes == first)
        #expect(try MadeUpCorpus.model(8, seed: 6).model.bytes != first)
    }

    /// What is taught on some articles is found in others, better than the rules alone find it.
    @Test func whatIsTaughtIsFound() throws {
        let model = try AnnotatorModel(bytes: MadeUpCorpus.model(24, seed: 1).model.bytes)
        var learned = Figures()
        for number in 100..<115 {
            let article = try MadeUpCorpus.article(number)
            let quotes = AnnotatedComparison.quotes(of: article, scope: .sayings, model: model)
            learned += AnnotatedComparison(article, quotes).comparison.wholes
        }
        #expect(learned.gold > 40)
        #expect(learned.right * 10 > learned.gold * 9)
        #expect(learned.right * 10 > learned.found * 9)
    }

    @Test func validationReadsEveryArticle() throws {
        let (_, validation) = try MadeUpCorpus.model(8, seed: 5)
        let marked = try (0..<8).map { try MadeUpCorpus.article($0).quotes.count }.reduce(0, +)
        let score = Score(.all, of: validation.map(\.comparison))
        #expect(score.wholes.gold == marked)
        #expect(score.wholes.right <= score.words.right)
    }

    /// Nearly all that is found in this corpus is right, and the model says so.
    @Test func whatIsRightIsStatedToBe() throws {
        let model = try MadeUpCorpus.model(24, seed: 1).model
        var reliability = Reliability()
        for number in 100..<115 {
            let article = try MadeUpCorpus.article(number)
            reliability.count(
                AnnotatedComparison(article, AnnotatedComparison.quotes(of: article, scope: .sayings, model: model)))
        }
        #expect(reliability.count > 40)
        #expect(reliability.bins[8].count + reliability.bins[9].count > reliability.count / 2)
    }
}
