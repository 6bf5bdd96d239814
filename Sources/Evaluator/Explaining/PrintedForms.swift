import QueryLanguage
import Text

/// How the words of a matcher are printed in some quotes.
enum PrintedForms {
    /// The most forms that are named.
    static let limit = 4

    /// The forms without regard to case, the most frequent first; empty where nothing is found, or nothing but what was asked for.
    static func of(
        _ matcher: Matcher, pattern: String, in quotes: [MatchedQuote], expand: (String) -> [String] = { _ in [] }
    ) -> [String] {
        // Words that cannot be looked for have kept the question from being run, so that nobody asks for their forms.
        guard let test = try? WordTest(matcher, expand: expand) else { return [] }
        var forms: [String: (count: Int, printed: [String: Int])] = [:]
        for quote in quotes {
            let read = ReadQuote(quote.record)
            let finding = test.find(in: read.text, behind: read.behind)
            let printed =
                finding.ranges.map { read.text.bytes.text($0) }
                + finding.behind.compactMap { range in read.behind.map { $0.bytes.text(range) } }
            for form in printed {
                let form = withoutPossessive(form).split(whereSeparator: \.isWhitespace).joined(separator: " ")
                forms[form.lowercased(), default: (0, [:])].count += 1
                forms[form.lowercased(), default: (0, [:])].printed[form, default: 0] += 1
            }
        }
        if forms.count == 1, forms[pattern.lowercased()] != nil { return [] }
        return forms.sorted { a, b in
            a.value.count != b.value.count ? a.value.count > b.value.count : Order.byBytes(a.key, b.key)
        }.map { lowercased, form in
            usual(form.printed, form: lowercased)
        }
    }

    /// How a word is usually printed: small where it ever is, since a capital may only begin a sentence; else as most often.
    static func usual(_ printed: [String: Int], form: String) -> String {
        let small = printed.filter { $0.key == $0.key.lowercased() }
        return (small.isEmpty ? printed : small).min { a, b in
            a.value != b.value ? a.value > b.value : Order.byBytes(a.key, b.key)
        }?.key ?? form
    }

    /// `Iran` for `Iran’s`.
    static func withoutPossessive(_ form: String) -> String {
        for ending in ["'s", "’s"] where form.lowercased().hasSuffix(ending) { return String(form.dropLast(2)) }
        return form
    }
}
