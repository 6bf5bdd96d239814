import Annotator
import Testing
import Text

@testable import annotator_lab

@Suite struct CorpusTests {
    @Test func aTreebanksWordsBecomeOurTokens() {
        let text = """
            # newdoc id = a
            1\tShe\t_\t_\tPRP\t_\t_\t_\t_\t_
            2\tdid\t_\t_\tVBD\t_\t_\t_\t_\tSpaceAfter=No
            3\tn't\t_\t_\tRB\t_\t_\t_\t_\t_
            4\tspeak\t_\t_\tVB\t_\t_\t_\t_\tSpaceAfter=No
            5\t.\t_\t_\t.\t_\t_\t_\t_\t_

            """
        let sentences = TreebankSentence.read(Array((text + "\n").utf8))
        #expect(sentences.map { $0.tokens.map(\.lower) } == [["she", "didn't", "speak", "."]])
        #expect(sentences.map(\.tags) == [[.pronoun, .past, .base, .punctuation]])
        #expect(sentences.map(\.isWhole) == [[true, false, true, true]])
        #expect(TreebankSentence.read(Array((text + "\n").utf8), isIncluded: { $0 != "a" }).isEmpty)
    }

    @Test func aMachinesTagsStandAtTheirWordsInTheArticle() throws {
        let article = try HandAnnotatedArticle(
            line: Array(#"{"id":"a-1","text":"“Né”, she didn't say.","quotes":[]}"#.utf8))
        let lines = [
            "# article train a-1", "1\t0\t1\t``\t``\t``\tO\t2\tpunct", "2\t1\t3\tNé\tNé\tNNP\tO\t0\troot",
            "3\t3\t4\t''\t''\t''\tO\t2\tpunct", "4\t4\t5\t,\t,\t,\tO\t2\tpunct", "",
            "1\t6\t9\tshe\tshe\tPRP\tO\t4\tnsubj", "2\t10\t13\tdid\tdo\tVBD\tO\t4\taux",
            "3\t13\t16\tn't\tnot\tRB\tO\t4\tneg", "4\t17\t20\tsay\tsay\tVB\tO\t0\troot", "", "# article dev b",
            "1\t0\t1\tx\tx\tNN\tO\t0\troot", "2\t0\t99\tx\tx\tNN\tO\t0\troot", "",
        ]
        let sentences = SilverSentences.read(Array(lines.joined(separator: "\n").utf8), of: [article])
        #expect(sentences.map { $0.tokens.map(\.lower) } == [["“", "né", "”", ","], ["she", "didn't", "say"]])
        #expect(
            sentences.map(\.tags) == [[.punctuation, .name, .punctuation, .punctuation], [.pronoun, .past, .base]])
    }

    @Test(arguments: [
        #"{"id":"1","text":"He spoke.","quotes":[{"content":[[3,99]],"speaker":[0,2],"cue":[3,8]}]}"#,
        #"{"id":"1","text":"He spoke.","quotes":[{"content":[[8,3]]}]}"#,
        #"{"id":"1","quotes":[]}"#, "not JSON",
    ])
    func badLinesAreRefused(line: String) {
        #expect(throws: (any Error).self) { try HandAnnotatedArticle(line: Array(line.utf8)) }
    }

    @Test func aMissingFileIsAnError() {
        #expect(throws: CorpusProblem.unreadable(path: "/nowhere/train.jsonl")) {
            try CorpusFile.bytes("/nowhere/train.jsonl")
        }
        #expect(
            CorpusProblem.badLine(path: "a.jsonl", number: 3).description
                == "a.jsonl:3: this line is no article with its attributions in JSON")
    }

    @Test func offsetsCountCodePoints() throws {
        let article = try HandAnnotatedArticle(line: Array(#"{"id":"1","text":"“é”x","quotes":[]}"#.utf8))
        #expect(article.byteOffsets == [0, 3, 5, 8, 9])
    }
}
