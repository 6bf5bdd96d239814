import Annotator
import Text

@testable import annotator_lab

/// A small corpus that nobody printed: sentences of a few patterns, with what they attribute.
enum MadeUpCorpus {
    private static let people = ["Ann Lee", "Bob Roe", "the mayor", "a farmer", "Mr. Kim", "she"]
    private static let verbs = ["said", "warned", "denied", "insisted", "announced", "noted"]
    private static let clauses = [
        "the road was closed", "the river would rise", "nobody had paid", "the bridge is old", "it rained for a week",
    ]
    private static let silences = ["The road goes to the sea.", "It rained.", "The bridge opened in spring."]

    /// An article of some sentences, all that it attributes marked.
    static func article(_ number: Int) throws -> HandAnnotatedArticle {
        var text = ""
        var quotes: [String] = []
        func append(_ words: String) -> String {
            let start = text.unicodeScalars.count
            text += words
            return "[\(start),\(text.unicodeScalars.count)]"
        }
        for sentence in 0..<6 {
            let pick = number &* 31 &+ sentence &* 17
            let person = people[pick % people.count]
            let (verb, clause) = (verbs[pick / 3 % verbs.count], clauses[pick / 7 % clauses.count])
            switch (pick / 2) % 4 {
            case 0:
                _ = append(silences[pick % silences.count])
            case 1:
                let source = append(person)
                _ = append(" ")
                let cue = append(verb)
                _ = append(" that ")
                let content = append(clause)
                quotes.append(#"{"content":[\#(content)],"speaker":\#(source),"cue":\#(cue)}"#)
                _ = append(".")
            default:
                let content = append("“\(clause),”")
                _ = append(" ")
                let source = append(person)
                _ = append(" ")
                let cue = append(verb)
                quotes.append(#"{"content":[\#(content)],"speaker":\#(source),"cue":\#(cue)}"#)
                _ = append(".")
            }
            _ = append(" ")
        }
        let line = #"{"id":"\#(number)","text":"\#(text)","quotes":[\#(quotes.joined(separator: ","))]}"#
        return try HandAnnotatedArticle(line: Array(line.utf8))
    }

    /// Sentences with the parts of speech of their words, in the format of the treebanks.
    static let treebank: String = {
        var lines = ""
        for (person, tags) in [("Ann Lee", ["NNP", "NNP"]), ("The mayor", ["DT", "NN"]), ("She", ["PRP"])] {
            for verb in verbs {
                for (clause, own) in [
                    ("the road was closed", ["DT", "NN", "VBD", "VBN"]), ("nobody had paid", ["NN", "VBD", "VBN"]),
                ] {
                    let words = (person + " " + verb + " that " + clause).split(separator: " ")
                    for (index, (word, tag)) in zip(words, tags + ["VBD", "IN"] + own).enumerated() {
                        lines += "\(index + 1)\t\(word)\t_\t_\t\(tag)\t_\t_\t_\t_\t_\n"
                    }
                    lines += "\n"
                }
            }
        }
        return lines
    }()

    /// The model that so many articles teach.
    static func model(_ count: Int, seed: UInt64) throws -> (model: AnnotatorModel, validation: [AnnotatedComparison]) {
        let tagger = TaggerTraining.table(TreebankSentence.read(Array(treebank.utf8)), bits: 8, seed: seed)
        let articles = try (0..<count).map { LabArticle(try article($0), tagging: tagger) }
        return ModelTraining.model(
            articles, tagger: tagger, sizes: TableSizes(tagger: 8, cues: 12, extents: 10, decisions: 12), seed: seed)
    }
}
