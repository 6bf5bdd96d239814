import Foundation
import QueryLanguage
import Testing

/// The syntax files for editors know the words of the language, and no others as fields.
@Suite struct EditorSyntaxTests {
    private static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "Examples/Editors")

    private func words(of file: String) throws -> Set<String> {
        let text = try String(contentsOf: Self.folder.appending(path: file), encoding: .utf8)
        return Set(text.split { !$0.isLetter }.map(String.init))
    }

    @Test(arguments: ["whosaid.vim", "whosaid-mode.el"])
    func everyWordOfTheLanguageIsThere(file: String) throws {
        let known = try words(of: file)
        for entry in Catalogue.entries {
            switch entry.kind {
            case .form, .clause, .field, .matcher, .command:
                for word in entry.name.split(separator: " ") {
                    #expect(known.contains(String(word)), "\(file) lacks `\(word)`")
                }
            case .verb, .format, .dotCommand: break
            }
        }
    }
}
