import Foundation
import Testing

@testable import QueryLanguage

@Suite struct DiagnosticCodeTests {
    static let sources = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Sources")

    /// The codes that stand in the sources of all rooms, outside the table itself, and those of the habits.
    static let used: Set<String> = {
        let files =
            FileManager.default.enumerator(at: sources, includingPropertiesForKeys: nil)?.compactMap { $0 as? URL }
            ?? []
        var codes = Set(Finding.Habit.allCases.map { Finding.habit($0, found: "", edit: nil).code })
        for file in files where file.pathExtension == "swift" && file.lastPathComponent != "DiagnosticCode+Table.swift"
        {
            guard let text = try? String(contentsOf: file, encoding: .utf8) else { continue }
            for match in text.matches(of: /"([EWN][0-9]{4})"/) { codes.insert(String(match.1)) }
        }
        return codes
    }()

    @Test func everyCodeIsInTheTable() {
        #expect(Self.used == Set(DiagnosticCode.all.map(\.code)))
    }

    @Test func everyCodeIsUniqueOrderedAndDescribed() {
        let codes = DiagnosticCode.all
        #expect(Set(codes.map(\.code)).count == codes.count)
        #expect(Set(codes.map(\.title)).count == codes.count)
        for family in ["E", "N", "W"] {
            let own = codes.map(\.code).filter { $0.hasPrefix(family) }
            #expect(own == own.sorted())
        }
        for code in codes {
            #expect(!code.title.isEmpty && !code.title.hasSuffix("."), "\(code.code)")
            #expect(code.advice.hasSuffix("."), "\(code.code)")
        }
    }

    @Test func everyCodeOfTheLanguageHasAWrongStatement() {
        let rooms: Set<Substring> = ["E00", "E05", "E09", "N05", "W05", "W09"]
        let own = DiagnosticCode.all.map(\.code).filter { !rooms.contains($0.prefix(3)) }
        let long = ["E0106", "E0107", "E0110"]  // Too long for the table: `LimitTests`.
        #expect(Set(own).subtracting(WrongStatements.rows.map(\.code)) == Set(long))
    }

    @Test(arguments: WrongStatements.rows.map(\.marked))
    func isAsBadAsItsLetterSays(marked: String) {
        for diagnostic in Script(parsing: marked.filter { $0 != "⟦" && $0 != "⟧" }).diagnostics {
            #expect(DiagnosticCode(diagnostic.code)?.severity == diagnostic.severity)
        }
    }
}
