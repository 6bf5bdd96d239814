import Laws
import QueryLanguage
import Testing
import Text

/// Scripts that the grammar allows, the same on every run: they are read, formatted and answered by the laws, and no
/// construct of the language is missing among them.
@Suite struct GrammarTests {
    private static let scripts = (0..<2000).map { ScriptWriter.script(by: Dice(seed: $0)) }
    private static let trees = scripts.map { Script(parsing: $0).tree }

    @Test func whatTheGrammarAllowsIsReadAndFormatted() {
        var statements = 0
        for text in Self.scripts.prefix(1000) {
            do { try GrammarLaws.checkReading(text) } catch { Issue.record("\(error)") }
            statements += Script(parsing: text).statements.count
        }
        #expect(statements >= 2000)
    }

    @Test func whatTheGrammarAllowsIsAnswered() {
        for text in Self.scripts.prefix(100) {
            do { try GrammarLaws.check(text) } catch { Issue.record("\(text): \(error)") }
        }
    }

    /// Every form, clause, matcher, command, format, field and verb of the catalogue is written.
    @Test func nothingOfTheCatalogueIsMissing() {
        var written: Set<String> = []
        for tree in Self.trees {
            let words = tree.tokens.filter { [.word, .near, .dotCommand].contains($0.kind) }
                .map { tree.bytes.text($0.range).lowercased() }
            for length in 1...2 {
                for start in 0..<max(0, words.count - length + 1) {
                    written.insert(words[start..<(start + length)].joined(separator: " "))
                }
            }
        }
        let dots = Set(written.compactMap { $0.hasPrefix(".") ? $0.split(separator: " ").first.map(String.init) : nil })
        for entry in Catalogue.entries {
            // A verb stands in the infinitive or, after `who`, in the past.
            let past = entry.example.hasPrefix("who ") ? String(entry.example.dropFirst(4)) : entry.name
            #expect(
                written.contains(entry.name) || written.contains(past) || dots.contains(entry.name),
                "\(entry.name) is never written")
        }
    }

    /// Every kind of node that a right text can have is read, and every way of testing, dating and limiting.
    @Test func nothingOfTheGrammarIsMissing() {
        var kinds: Set<SyntaxNode.Kind> = []
        var comparisons: Set<String> = []
        for tree in Self.trees {
            for (index, node) in tree.nodes.enumerated() {
                kinds.insert(node.kind)
                if node.kind == .comparison { comparisons.insert(tree.bytes.text(tree.range(of: index)).lowercased()) }
            }
        }
        let missing = Self.kinds.subtracting(kinds)
        #expect(missing.isEmpty, "\(missing) are never written")
        let tests: Set = ["=", "!=", "<", "<=", ">", ">=", "is", "in", "not in", "between", "has", "matches"]
        #expect(tests.subtracting(comparisons).isEmpty, "\(comparisons)")
    }

    private static let kinds: Set<SyntaxNode.Kind> = [
        .question, .definition, .expectation, .command, .dotCommand, .whoHead, .didHead, .nounHead, .howManyHead,
        .wordingsHead, .changesHead, .verb, .noun, .subject, .names, .whereClause, .aboutClause, .withClause,
        .withoutClause, .byClause, .toClause, .viaClause, .placeClause, .dateClause, .betweenClause, .versionClause,
        .amongClause, .perClause, .orderClause, .topClause, .sampleClause, .asClause, .any, .all, .not, .near,
        .nearOperator, .group, .exactly, .quoted, .test, .field, .comparison, .property, .orderKey, .string, .name,
        .word, .regex, .variable, .number, .date, .format, .reference, .newName, .last,
    ]
}
