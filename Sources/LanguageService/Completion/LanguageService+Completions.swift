import QueryLanguage
import Text

extension LanguageService {
    /// What can stand at `offset`, best first: what the grammar wants there, filtered by what is typed already.
    ///
    ///     completions(in: "what did Ker", at: 12)   // John Kerry, replacing "Ker"
    package func completions(in text: String, at offset: Int) -> [Completion] {
        let bytes = Array(text.utf8)
        let offset = max(0, min(offset, bytes.count))
        let before = Array(bytes[..<offset])
        let tokens = Lexer.tokens(in: before)
        guard let last = tokens.last else { return offer(before, from: 0, typed: "", upTo: 0) }
        switch last.kind {
        case .comment, .shebang, .string, .number, .date, .regex, .unclosedRegex, .foreignComment, .foreignString:
            return []
        case .dotCommand: return dotCommands(before, last.range)
        case .unclosedString:
            let typed = before.text(ByteRange(last.range.lower + quoteLength(before, last.range.lower), offset))
            let closes = offset < bytes.count && bytes[offset] == UInt8(ascii: "\"")
            let names = offer(before, from: last.range.lower, typed: typed, upTo: closes ? offset + 1 : offset)
            return names.filter { $0.insertion.hasPrefix("\"") } + words(before, inStringAt: last.range.lower)
        case .word, .variable: return completions(before, tokens: tokens)
        case .fullStop where tokens.count == 1: return dotCommands(before, last.range)
        case .unknown where before.last == UInt8(ascii: "$"):
            return offer(before, from: offset - 1, typed: "$", upTo: offset)
        default: return offer(before, from: offset, typed: "", upTo: offset)
        }
    }

    /// At a word: what it may become alone, then what it may become together with the words before it.
    private func completions(_ before: [UInt8], tokens: [Token]) -> [Completion] {
        var found: [Completion] = []
        var words = 0
        for token in tokens.reversed() {
            guard token.kind == .word || token.kind == .variable || token.kind == .whitespace, words < 5 else { break }
            if token.kind == .whitespace { continue }
            words += 1
            let start = token.range.lower
            let offers = offer(
                before, from: start, typed: before.text(ByteRange(start, before.count)), upTo: before.count)
            found = words == 1 ? offers : offers.filter { isLonger($0, than: start..<before.count, before) } + found
        }
        return found
    }

    /// Whether a completion of several words begins with the words that are typed.
    private func isLonger(_ completion: Completion, than typed: Range<Int>, _ before: [UInt8]) -> Bool {
        let typed = String(decoding: before[typed], as: UTF8.self).lowercased()
        return completion.label.lowercased().utf8.starts(with: typed.utf8)
    }

    /// The candidates for the place at `start`, of which `typed` is written already.
    private func offer(_ before: [UInt8], from start: Int, typed: String, upTo end: Int) -> [Completion] {
        let script = script(String(decoding: before[..<start], as: UTF8.self))
        var candidates: [Candidate] = []
        for expectation in script.expected { candidates += self.candidates(for: expectation, in: script, typed: typed) }
        var ranked: [(rank: Int, order: Int, candidate: Candidate)] = []
        var seen: Set<String> = []
        for candidate in candidates where seen.insert(candidate.insertion).inserted {
            if let rank = candidate.rank(typed) { ranked.append((rank, ranked.count, candidate)) }
        }
        // Letters in between are a guess, which a word that begins as it was typed makes needless.
        if ranked.contains(where: { $0.rank < 2 }) { ranked.removeAll { $0.rank == 2 } }
        ranked.sort { ($0.rank, $0.order) < ($1.rank, $1.order) }
        return ranked.map { item in
            let quotes = start < before.count && quoteLength(before, start) > 0 && item.candidate.isName
            return Completion(
                range: ByteRange(start, end),
                insertion: quotes ? quotation(item.candidate.label) : item.candidate.insertion,
                label: item.candidate.label, detail: item.candidate.detail)
        }
    }

    /// The length of the quotation mark at `start`; 0 where there is none.
    func quoteLength(_ bytes: [UInt8], _ start: Int) -> Int {
        switch bytes[start] {
        case UInt8(ascii: "\""): 1
        case 0xE2: 3
        case 0xC2: 2
        default: 0
        }
    }

    private func dotCommands(_ before: [UInt8], _ range: ByteRange) -> [Completion] {
        let typed = before.text(range)
        let isTopic = typed.hasPrefix(".help ")
        let entries =
            isTopic
            ? Catalogue.entries.filter { $0.kind != .dotCommand && !$0.kind.isVerb }
            : Catalogue.entries.filter { $0.kind == .dotCommand }
        let start = isTopic ? range.lower + 6 : range.lower
        let word = before.text(ByteRange(start, range.upper))
        return entries.filter { $0.name.hasPrefix(word) }.map {
            Completion(range: ByteRange(start, range.upper), insertion: $0.name, label: $0.name, detail: $0.summary)
        }
    }
}

extension Catalogue.Kind {
    /// Whether it is a verb.
    var isVerb: Bool {
        if case .verb = self { true } else { false }
    }
}
