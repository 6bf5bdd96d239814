import Text

extension ScriptReading {
    /// So many fixes are folded into one.
    private static let stepLimit = 6
    /// Longer statements keep their fixes as they are, so that the work stays in proportion.
    private static let lengthLimit = 4096

    /// The diagnostics of a statement with whole fixes: one that brings further mistakes to light is folded together
    /// with theirs, or left out where that does not end well. What the first fix mends along the way is not shown.
    ///
    ///     count quotes by speaker   // write `how many quotes per speaker`, not `how many quotes by speaker`
    func withWholeFixes(_ diagnostics: [Diagnostic], in range: ByteRange) -> [Diagnostic] {
        let errors = diagnostics.filter { $0.severity == .error }
        guard let first = errors.first, let fix = first.fix, range.count <= ScriptReading.lengthLimit,
            range.contains(fix.range)
        else { return diagnostics }
        let shifted = Diagnostic.Fix(
            message: fix.message, range: fix.range.shifted(by: -range.lower), replacement: fix.replacement)
        var text = shifted.applied(to: tree.bytes.text(range))
        var rest = self.errors(in: text)
        if rest.isEmpty { return diagnostics.filter { $0 == first || $0.severity != .error } }
        guard errors.count == 1 else { return diagnostics }
        for _ in 1..<ScriptReading.stepLimit {
            guard let next = rest.first?.fix else { break }
            text = next.applied(to: text)
            rest = self.errors(in: text)
            if rest.isEmpty { break }
        }
        let shown = text.split(whereSeparator: \.isNewline).joined(separator: " ")
        let whole =
            rest.isEmpty ? Diagnostic.Fix(message: "write `\(shown)`", range: range, replacement: text) : nil
        return diagnostics.map { diagnostic in
            var diagnostic = diagnostic
            if diagnostic == first { diagnostic.fix = whole }
            return diagnostic
        }
    }

    private func errors(in text: String) -> [Diagnostic] {
        var reading = ScriptReading(Array(text.utf8), definitions)
        reading.mendsFixes = false
        reading.read(skipping: 0)
        return reading.statements.flatMap(\.diagnostics).filter { $0.severity == .error }
    }
}

extension Diagnostic.Fix {
    /// A text after the edit.
    package func applied(to text: String) -> String {
        let bytes = Array(text.utf8)
        return bytes.text(ByteRange(0, range.lower)) + replacement + bytes.text(ByteRange(range.upper, bytes.count))
    }
}
