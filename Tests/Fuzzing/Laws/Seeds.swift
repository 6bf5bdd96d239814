import QueryLanguage

/// What a fuzzer begins with.
package enum Seeds {
    /// The words and signs of the language, each as libFuzzer's dictionaries have it.
    package static var dictionary: String {
        let signs = [
            "\"", "“", "”", "„", "«", "»", "'", "(", ")", ",", ";", "=", "!=", "<=", ">=", "==", "&&", "?", "--", "#!",
            "#1.2", "q:7f3a", "$", "_", "/", "/i", "near/5", "*", "\\", "\n", "\n\n", "\r\n", "\u{85}", "\u{301}",
            "2014-01-13", "03/04/2014", "January 13, 2014", "3 days ago", "at least", "rows", "any version", "is not",
        ]
        let words = Catalogue.entries.map(\.name) + Catalogue.kinds + DateUnit.allCases.map(\.rawValue)
        return Set(signs + words).sorted().map { word in
            "\"" + word.utf8.map { "\\x" + ($0 < 0x10 ? "0" : "") + String($0, radix: 16) }.joined() + "\"\n"
        }.joined()
    }

    /// Texts to begin with: the catalogue's examples, and scripts of the grammar.
    package static var texts: [String] {
        Catalogue.entries.map { $0.kind == .clause ? "quotes \($0.example)" : $0.example }
            + (0..<200).map { ScriptWriter.script(by: Dice(seed: $0)) }
    }
}
