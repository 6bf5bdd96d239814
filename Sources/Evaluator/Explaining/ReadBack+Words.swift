import QueryLanguage

extension ReadBack {
    /// Words with the ways in which the quotes that pass print them: `"ceasefire" (printed as ceasefire and cease-fire)`.
    /// - Parameters:
    ///   - isNegated: whether they are not to be there, so that no quote can tell how they are printed.
    ///   - isName: whether they stand for somebody or something that goes by further names.
    func words(
        _ matcher: Matcher, isNegated: Bool = false, isName: Bool = false, isInner: Bool = false
    ) -> String {
        func part(_ matcher: Matcher, isNegated isInnerNegated: Bool? = nil) -> String {
            words(matcher, isNegated: isInnerNegated ?? isNegated, isName: isName, isInner: true)
        }
        func printed(_ words: String, _ pattern: String) -> String {
            if isNegated { return words }
            let expand: (String) -> [String] = isName ? { names.otherForms(of: $0) } : { _ in [] }
            let forms = PrintedForms.of(matcher, pattern: pattern, in: quotes, expand: expand)
            if forms.isEmpty { return words }
            return words + " (printed as \(English.list(forms, "and", atMost: PrintedForms.limit)))"
        }
        switch matcher {
        case .phrase(_, let pattern, _): return printed(English.quoted(pattern), pattern)
        case .quoted(_, let pattern, _): return printed(English.quoted(pattern) + " in quotation marks", pattern)
        case .exactly(let text, _): return "exactly " + English.quoted(text)
        case .regex: return "something that matches " + Wording.of(matcher)
        case .near(let a, let b, let distance):
            return "\(part(a)) at most \(distance) word\(distance == 1 ? "" : "s") from \(part(b))"
        case .not(.any(let parts)): return "neither " + English.list(parts.map { part($0, isNegated: true) }, "nor")
        case .not(let inner): return "not " + part(inner, isNegated: !isNegated)
        case .all(let parts): return (isInner ? "both " : "") + English.list(parts.map { part($0) }, "and")
        case .any(let parts): return (isInner ? "either " : "") + English.list(parts.map { part($0) }, "or")
        }
    }
}
