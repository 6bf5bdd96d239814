import LineEditor

/// A prompt that says what it was given: all of the line editor and none of the language, so that a sanitizer watches the C below it.
@main
struct Line {
    static func main() {
        var hooks = LineEditor.Hooks()
        hooks.isIncomplete = { $0.hasSuffix("(") }
        hooks.completions = { text, cursor in
            ["first", "second"].map { Choice(range: cursor..<cursor, insertion: $0, label: $0, detail: "a word") }
        }
        hooks.spans = { text in [Span(range: 0..<min(3, text.utf8.count), color: .underlinedRed)] }
        hooks.suggestion = { $0.hasSuffix("s") ? "uggested" : "" }
        guard let editor = LineEditor(prompt: "line> ", history: History(file: nil), hooks: hooks, isColored: true)
        else {
            return print("no terminal")
        }
        Interrupts.catchAll()
        while true {
            switch editor.read() {
            case .statement(let text):
                editor.remember(text)
                editor.proposal = "a proposal"
                print("\(text.utf8.count) bytes: \(text.withoutControls().suffix(60))")
            case .interrupted: print("interrupted")
            case .endOfInput: return
            }
        }
    }
}
