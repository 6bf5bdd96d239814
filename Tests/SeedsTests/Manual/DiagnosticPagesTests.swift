import Dates
import Evaluator
import Foundation
import QueryLanguage
import Testing
import WhoSaidKit

/// Every message has a page: a wrong statement with what is printed, what to do, and the right statement, which
/// `ManualTests` runs.
@Suite struct DiagnosticPagesTests {
    /// Codes that no statement of a page can show: one is too long, the other is met by programs only.
    static let unshown: Set<String> = ["E0107", "E0502"]

    @Test func everyCodeHasAPage() {
        let pages = ManualPage.all.filter { $0.file.deletingLastPathComponent().lastPathComponent == "Diagnostics" }
        #expect(Set(pages.map(\.name)) == Set(DiagnosticCode.all.map(\.code)))
    }

    @Test(arguments: DiagnosticCode.all)
    func thePageIsAboutItsCode(code: DiagnosticCode) throws {
        let page = try #require(ManualPage.named(code.code))
        #expect(page.text.hasPrefix("# \(code.code): \(code.title)\n\n"))
        #expect(page.text.contains("\n\(code.advice)\n"))
    }

    /// The wrong lines of the page are answered with the code; what a command of the shell prints is compared as text.
    @Test(arguments: DiagnosticCode.all.filter { !unshown.contains($0.code) })
    func thePageShowsTheMessage(code: DiagnosticCode) throws {
        let page = try #require(ManualPage.named(code.code))
        let isShown = page.text.contains("\(code.severity.rawValue)[\(code.code)]: ")
        #expect(try page.renewal.codes.contains(code.code) || isShown)
    }

    /// Every fix that a page shows is applied; nothing wrong is left.
    @Test(arguments: ManualPage.all)
    func everyFixMends(page: ManualPage) {
        for block in page.blocks("console") {
            var definitions: [String: Statement.Definition.Value] = [:]
            for exchange in Transcript(block).exchanges where !exchange.isShell {
                let script = Script(parsing: exchange.typed, definitions: definitions)
                for fix in script.diagnostics.compactMap(\.fix) {
                    let mended = Script(parsing: fix.applied(to: exchange.typed), definitions: definitions)
                    #expect(mended.diagnostics.map(\.message) == [], "\(page.name): \(exchange.typed)")
                }
                definitions = script.definitions
            }
        }
    }
}
