import Testing

@testable import Evaluator

@Suite struct WordDiffTests {
    @Test(arguments: [
        ("a b c", "a b c", "=a b c"), ("in the midst of", "in the middle of", "=in the -midst +middle =of"),
        ("And the opposition", "the Syrian opposition,", "-And =the -opposition +Syrian opposition,"),
        ("", "new words", "+new words"),
        ("old words", "", "-old words"), ("", "", ""),
    ]) func pieces(old: String, new: String, expected: String) {
        let text = Answer.Change.Piece.pieces(from: old, to: new).map { piece in
            switch piece {
            case .kept(let words): "=" + words
            case .dropped(let words): "-" + words
            case .added(let words): "+" + words
            }
        }
        #expect(text.joined(separator: " ") == expected)
    }
}
