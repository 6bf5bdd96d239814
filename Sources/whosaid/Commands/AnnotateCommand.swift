import Annotator
import ArgumentParser
import Articles
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
            Without files, reads JSON Lines from standard input, {"id":"1","text":"…"} each. Writes one line of
            JSON a text; offsets count Unicode code points.
            """)

    @Argument(help: "Text files; each is one article.", completion: .file())
    var files: [String] = []

    @Flag(help: "Leave out quotes that stand inside another one's words.")
    var outermost = false

    @Flag(help: "Find also what people think, want or find, besides what they say.")
    var beliefs = false

    func run() throws {
        guard files.isEmpty else {
            for file in files { annotate(Source(name: file, bytes: try TextFile.bytes(of: file)), id: .text(file)) }
            return
        }
        var number = 0
        var failures = 0
        while let line = readLine() {
            number += 1
            if line.allSatisfy(\.isWhitespace) { continue }
            guard let input = try? JSONDecoder().decode(InputLine.self, from: Data(line.utf8)) else {
                failures += 1
                Output.error.line(
                    "whosaid: line \(number) of standard input is not {\"id\":…,\"text\":\"…\"}; it was left out")
                continue
            }
            annotate(Source(name: "line \(number)", bytes: Array(input.text.utf8)), id: input.id)
        }
        guard failures == 0 else {
            throw Failure(message: "\(failures) of \(number) lines were left out", status: Failure.scriptStatus)
        }
    }

    private func annotate(_ source: Source, id: AnnotationLine.Identifier) {
        let annotated = Annotator.annotate(Reading.read(source), scope: beliefs ? .everything : .sayings)
        guard var latest = annotated.annotations.last else { return }
        if outermost { latest.quotes.removeAll { $0.outer != nil } }
        Output.standard.line(AnnotationLine.write(id: id, latest, in: source))
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
