import Text

/// The short names of organisations that an article introduces: `the Free Syrian Army (FSA)`.
struct ShortNames {
    private var fullNames: [String: String] = [:]
    private var shortNames: [String: String] = [:]

    /// Of a short name that is introduced twice the first one counts.
    init(_ document: Document) {
        for index in document.tokens.indices.dropFirst(2)
        where document.lower(index) == "(" && document.lower(index + 2) == ")" {
            let short = document.text((index + 1)..<(index + 2))
            guard Acronym.isOne(short),
                let name = ShortNames.name(before: index, initials: Folding.key(short), document)
            else { continue }
            let full = document.text(name)
            if fullNames[short] == nil { fullNames[short] = full }
            if shortNames[full] == nil { shortNames[full] = short }
        }
    }

    /// The name that a short name stands for.
    func fullName(of short: String) -> String? { fullNames[short] }

    /// The short name of a full one.
    func shortName(of full: String) -> String? { shortNames[full] }

    /// The tokens before a parenthesis of which these are the initials.
    private static func name(before end: Int, initials: String, _ document: Document) -> Range<Int>? {
        var start = end
        let floor = max(document.sentence(of: end).lowerBound, end - 12)
        while start > floor {
            start -= 1
            guard
                document.tokens[start].isCapitalized || WordClass.prepositions.contains(document.lower(start))
                    || ["the", "and"].contains(document.lower(start))
            else { return nil }
            guard document.tokens[start].isCapitalized else { continue }
            guard let found = Acronym.initials(of: document.text(start..<end)) else { continue }
            if found == initials { return start..<end }
            if found.utf8.count > initials.utf8.count { return nil }
        }
        return nil
    }
}
