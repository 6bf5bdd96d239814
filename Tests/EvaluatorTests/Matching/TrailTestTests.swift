import QueryLanguage
import Testing
import Text

@testable import Evaluator

/// What the order of stems rules out does not hold in the print either.
@Suite struct TrailTestTests {
    private static let words = ["aid", "cease", "fire", "cease-fire", "ceasefires", "the", "convoys", "convoy"]
    private static let questions = [
        "\"cease fire\"", "\"aid\" near/1 \"ceasefire\"", "\"the convoy\" near/2 \"aid\"", "quoted \"the aid\"",
        "\"cease fire\" and \"the convoy\"", "\"cease fire\" or \"the convoy\"", "\"the convoy*\" and \"aid\"",
        "\"convoy\" near/3 \"cease fire\"",
    ]

    @Test(arguments: questions) func nothingIsLost(words: String) throws {
        let statement = try #require(Script(parsing: "quotes \(words)").statements.first?.statement)
        guard case .question(let query) = statement, case .test(let condition)? = query.conditions,
            case .says(let matcher) = condition.predicate
        else {
            Issue.record("\(words) is no test of words")
            return
        }
        let test = try WordTest(matcher)
        let ordered = try #require(TrailTest(test))
        var state: UInt64 = 5
        func next(_ count: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % count
        }
        var ruledOut = 0
        for _ in 0..<3_000 {
            let text = (0...next(8)).map { _ in Self.words[next(Self.words.count)] }.joined(separator: " ")
            var trail: [UInt8] = []
            StemTrail.add(Folding.words(in: text), to: &trail)
            let canHold = trail.withUnsafeBytes { ordered.canHold(in: $0) }
            if !canHold { ruledOut += 1 }
            let quote = QuoteText([text], printed: [ByteRange(0, text.utf8.count)], isQuoted: true, [])
            if test.find(in: quote).holds { #expect(canHold, "\(words) in \(text)") }
        }
        #expect(ruledOut > 0)
    }

    @Test(arguments: ["\"aid\"", "/aid/", "exactly \"the aid\"", "not \"the aid\""]) func otherTestsAreNotToldByIt(
        words: String
    ) throws {
        let statement = try #require(Script(parsing: "quotes \(words)").statements.first?.statement)
        guard case .question(let query) = statement, case .test(let condition)? = query.conditions,
            case .says(let matcher) = condition.predicate
        else { return }
        #expect(TrailTest(try WordTest(matcher)) == nil)
    }
}
