import Annotator
import ArgumentParser
import Articles
import LineEditor
import Presentation
import Readers
import WhoSaidKit

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// `whosaid annotate [FILE…]`: what is found in texts, without any archive.
struct AnnotateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "annotate", abstract: "Find the quotes of texts.",
        discussion: """
            Reads every format that `add` reads. Without files, reads JSON Lines from standard input,
            {"id":"1","text":"…"} each. Writes one line of JSON a text; offsets count its Unicode code points.
            """)

    @Argument(help: "Folders and files of articles; `-` is the standard input.", completion: .file())
    var files: [String] = []

    @OptionGroup var encoding: EncodingOption

    @Flag(help: "Leave out quotes that stand inside another one's words.")
    var outermost = false

    @Flag(help: "Find also what people think, want or find, besides what they say.")
    var beliefs = false

    func run() throws {
        if files.isEmpty { try annotateLines() } else { try annotateFiles() }
    }

    private func annotateFiles() throws {
        var pieces = Reading.Pieces(paths: files, characterSet: encoding.characterSet)
        var failures = 0
        func report(_ problems: [Reading.Problem]) {
            failures += problems.count { $0.severity == .failure }
            for problem in problems { Output.error.line("whosaid: \(problem.sentence.withoutControls())") }
        }
        try OrderedWork.run(
            next: { pieces.next().map { ($0, $0.size) } },
            work: { [self] piece in
                let result = piece.read()
                return (result.articles.map { line($0, id: .text($0.source.name)) }, result.problems)
            },
            deliver: { (lines, problems) in
                Output.standard.write(lines.joined())
                report(problems)
            })
        report(pieces.problems)
        guard failures == 0 else {
            throw Failure(
                message: "\(failures) of the sources could not be read; the rest is annotated",
                status: Failure.scriptStatus)
        }
    }

    private func annotateLines() throws {
        var number = 0
        var failures = 0
        try OrderedWork.run(
            next: {
                readLine(strippingNewline: false).map { text in
                    number += 1
                    return ((number, text), text.utf8.count)
                }
            },
            work: { [self] (number, text) -> (String?, Int) in
                if text.allSatisfy(\.isWhitespace) { return ("", number) }
                guard let input = try? JSONDecoder().decode(InputLine.self, from: Data(text.utf8)) else {
                    return (nil, number)
                }
                let source = Source(name: "line \(number)", bytes: Array(input.text.utf8))
                return (line(Reading.read(source), id: input.id), number)
            },
            deliver: { (line, number) in
                if let line { return Output.standard.write(line) }
                failures += 1
                Output.error.line(
                    "whosaid: line \(number) of standard input is not {\"id\":…,\"text\":\"…\"}; it was left out")
            })
        guard failures == 0 else {
            throw Failure(message: "\(failures) of \(number) lines were left out", status: Failure.scriptStatus)
        }
    }

    /// What is found in the latest version of an article, in one line.
    private func line(_ article: Article, id: AnnotationLine.Identifier) -> String {
        let annotated = Annotator.annotate(article, scope: beliefs ? .everything : .sayings)
        guard var latest = annotated.annotations.last else { return "" }
        if outermost { latest.quotes.removeAll { $0.outer != nil } }
        return AnnotationLine.write(id: id, latest, in: article.source) + "\n"
    }

    /// One line of the input.
    private struct InputLine: Decodable {
        let id: AnnotationLine.Identifier
        let text: String

        private enum Key: CodingKey { case id, text }

        init(from decoder: any Decoder) throws {
            let container = try decoder.container(keyedBy: Key.self)
            text = try container.decode(String.self, forKey: .text)
            if let number = try? container.decode(Int.self, forKey: .id) {
                id = .number(number)
            } else {
                id = .text(try container.decode(String.self, forKey: .id))
            }
        }
    }
}
