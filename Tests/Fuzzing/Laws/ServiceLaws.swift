import LanguageService
import QueryLanguage
import Text

/// What is true of everything that an editor asks about a text.
enum ServiceLaws {
    /// At how many places of a text completions are asked for.
    private static let placeLimit = 16

    /// All laws of a text.
    static func check(_ text: String) throws {
        let service = LanguageService(vocabulary: try SmallArchive.shared.get().vocabulary)
        try checkTokens(service, text)
        let count = text.utf8.count
        let step = max(1, count / placeLimit)
        for offset in stride(from: 0, through: count, by: step) { try checkCompletions(service, text, at: offset) }
        try checkCompletions(service, text, at: count)
    }

    /// Coloured stretches follow one another in the text.
    private static func checkTokens(_ service: LanguageService, _ text: String) throws(Breach) {
        var end = 0
        for token in service.tokens(in: text) {
            try Breach.unless(
                end <= token.range.lower && token.range.upper <= text.utf8.count && !token.range.isEmpty,
                "colours follow one another", "\(token)")
            end = token.range.upper
        }
    }

    /// A completion replaces what stands around the cursor, and something else with it.
    private static func checkCompletions(_ service: LanguageService, _ text: String, at offset: Int) throws(Breach) {
        let bytes = Array(text.utf8)
        // An editor's cursor stands between whole characters.
        guard ScriptLaws.isBoundary(offset, bytes) else { return }
        for completion in service.completions(in: text, at: offset) {
            let range = completion.range
            try Breach.unless(
                0 <= range.lower && range.lower <= offset && offset <= range.upper && range.upper <= bytes.count,
                "a completion replaces what stands at the cursor", "\(completion) at \(offset)")
            try Breach.unless(
                ScriptLaws.isBoundary(range.lower, bytes) && ScriptLaws.isBoundary(range.upper, bytes),
                "a completion replaces whole characters", "\(completion)")
            try Breach.unless(
                !completion.insertion.isEmpty && !completion.label.isEmpty && !completion.detail.isEmpty,
                "a completion says what it is", "\(completion)")
        }
    }
}
