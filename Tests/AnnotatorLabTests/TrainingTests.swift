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
            learned += Comparison(article, in: ComparedText(article.text), scope: .sayings, model: model).wholes
        }
        #expect(learned.gold > 40)
        #expect(learned.right * 10 > learned.gold * 9)
        #expect(learned.right * 10 > learned.found * 9)
    }

    @Test func validationCountsWhatWasMarked() throws {
        let (_, validation) = try MadeUpCorpus.model(8, seed: 5)
        let marked = try (0..<8).map { try MadeUpCorpus.article($0).quotes.count }.reduce(0, +)
        #expect(validation.gold == marked)
        #expect(validation.right <= validation.found)
    }
}
