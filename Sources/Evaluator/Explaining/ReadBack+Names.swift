import Articles
import QueryLanguage

extension ReadBack {
    /// The most people that are named for one name.
    private static let limit = 3

    /// Names with the people whom the archive knows by them: `Kerry (John Kerry) or Lavrov (Sergei Lavrov)`.
    /// - Parameter mayBeWords: whether a name that nobody has is only printed words, as of an addressee: `reporters`.
    func people(_ values: [Value], _ word: String, mayBeWords: Bool = false) -> String {
        English.list(
            values.map { value in
                guard case .text(let text, let isExact, _) = value else { return Wording.of(value) }
                let known = names.speakers(named: NamePattern(text, isExact: isExact)).map(\.speaker.name)
                if mayBeWords, known.isEmpty { return Wording.of(value) }
                return ReadBack.name(Wording.of(value), text, known, none: "nobody in the archive")
            }, word)
    }

    /// Names with the outlets that go by them: `Guardian (The Guardian)`.
    func outlets(_ values: [Value]) -> String {
        English.list(
            values.map { value in
                guard case .text(let text, let isExact, _) = value else { return Wording.of(value) }
                let pattern = NamePattern(text)
                let known = names.outlets.filter { isExact ? $0 == text : pattern.isPart(of: $0) }
                return ReadBack.name(Wording.of(value), text, known, none: "no outlet of the archive")
            }, "or")
    }

    private static func name(_ written: String, _ text: String, _ known: [String], none: String) -> String {
        if known == [text] { return written }
        return "\(written) (\(known.isEmpty ? none : English.list(known, "or", atMost: limit)))"
    }
}
