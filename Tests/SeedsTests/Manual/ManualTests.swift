import Dates
import Evaluator
import Foundation
import QueryLanguage
import Testing
import Text
import WhoSaidKit

/// Every page of the manual is run over the seeds. `RECORD_GOLDEN=1` writes anew what is printed and what follows from
/// the catalogue; nobody sets it where the tests decide anything.
@Suite struct ManualTests {
    @Test(arguments: ManualPage.all)
    func saysWhatIsPrintedAndWhatTheCatalogueHolds(page: ManualPage) throws {
        let renewed = try page.renewal.text
        if ProcessInfo.processInfo.environment["RECORD_GOLDEN"] == "1" {
            try renewed.write(to: page.file, atomically: true, encoding: .utf8)
        } else {
            #expect(page.text == renewed, "\(page.file.path)")
        }
    }

    @Test(arguments: ManualPage.all)
    func everyExampleRuns(page: ManualPage) throws {
        for block in page.blocks("whosaid") {
            #expect(Script(parsing: block).diagnostics.map(\.message) == [], "\(page.name)")
            let folder = try Transcript.scratchFolder()
            defer { try? FileManager.default.removeItem(at: folder) }
            var runner = try Transcript.runner(for: block, in: folder)
            runner.run(ScriptText(block, .prompt)) { event in
                let text = Array(event.text.text.utf8).text(event.range)
                switch event.happening {
                // A file that is only there to be included in an example need not exist.
                case .diagnostic(let diagnostic) where diagnostic.code == "E0901": break
                case .diagnostic(let diagnostic), .outcome(.refused(let diagnostic)):
                    Issue.record("\(page.name): \(text): \(diagnostic.message)")
                case .outcome(.expectation(let verdict)):
                    #expect(verdict.holds, "\(page.name): \(text): \(verdict.message)")
                case .failure(let error): Issue.record("\(page.name): \(text): \(error)")
                case .outcome, .cancelled: break
                }
                return .goOn
            }
        }
    }

    @Test(arguments: ManualPage.all)
    func everyReferenceLeadsToAPage(page: ManualPage) {
        let names = Set(ManualPage.all.map(\.name))
        #expect(Set(page.references).subtracting(names) == [])
    }

    /// Code that embeds an archive is code of the examples, which are built and run.
    @Test func codeStandsInTheExamples() throws {
        let page = try #require(ManualPage.named("Embedding"))
        let folder = Gold.root.appending(path: "Examples")
        let files =
            FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)?.compactMap { $0 as? URL } ?? []
        let lines = try Set(
            files.filter { $0.pathExtension == "swift" }.flatMap { file in
                try String(contentsOf: file, encoding: .utf8).split(separator: "\n").map(\.trimmed)
            })
        #expect(!page.blocks("swift").isEmpty)
        for line in page.blocks("swift").joined().split(separator: "\n") {
            #expect(lines.contains(line.trimmed), "\(line)")
        }
    }

    /// A page that nothing leads to is read by nobody.
    @Test func everyPageIsFoundFromTheFirst() throws {
        var reached: Set<String> = []
        var open = [try #require(ManualPage.named("whosaid"))]
        while let page = open.popLast() {
            guard reached.insert(page.name).inserted else { continue }
            open += page.references.compactMap(ManualPage.named)
        }
        #expect(Set(ManualPage.all.map(\.name)).subtracting(reached) == [])
    }

    /// Every word of the language is in the page of its kind, with its example; the verbs stand in a table by act.
    @Test(arguments: Catalogue.entries.map { Word(entry: $0) })
    func everyWordOfTheLanguageIsThere(word: Word) {
        let pages = word.pages.compactMap(ManualPage.named)
        #expect(!pages.isEmpty)
        if case .verb = word.entry.kind {
            #expect(pages.contains { $0.text.contains(word.entry.name) })
        } else {
            #expect(pages.contains { $0.text.contains(word.entry.name) && $0.text.contains(word.entry.example) })
        }
    }

    /// An entry of the catalogue, and the pages in one of which it belongs.
    struct Word: Sendable, CustomStringConvertible {
        let entry: Catalogue.Entry
        var description: String { entry.name }
        var pages: [String] {
            switch entry.kind {
            case .form: ["Questions"]
            case .clause: ["Clauses"]
            case .field: ["Fields"]
            case .verb: ["Verbs"]
            case .format: ["Formats"]
            case .matcher: ["Words"]
            case .command: ["Scripts", "References", "Corrections"]
            case .dotCommand: ["Prompt"]
            }
        }
    }
}

extension Substring {
    fileprivate var trimmed: String { trimmingCharacters(in: .whitespaces) }
}
