import ArticleStore
import Articles
import QueryLanguage
import Text

/// Tests a condition on all rows of a table at once. It says of every row what `Filter` says of its quote.
///
/// Of `and` and `or`, the parts that columns tell come first; words are then looked for only in the rows that are still open: in the index
/// where it tells for certain, else in the print. What no column holds is tested on the quotes themselves.
struct ColumnFilter {
    let table: QuoteTable
    let names: NameBook
    let source: ColumnSource

    /// The rows that pass, and those where the answer rests on something unknown.
    struct Verdict {
        var passes: RowSet
        var uncertain: RowSet
    }

    /// The verdict on the rows of `open`; no other row is in either set.
    func verdict(_ filter: Filter, on open: RowSet) throws -> Verdict {
        try GivingUp.check()
        switch filter {
        case .test(let test): return try verdict(test, on: open)
        case .not(let inner):
            let verdict = try verdict(inner, on: open)
            return Verdict(passes: open.subtracting(verdict.passes), uncertain: verdict.uncertain)
        case .all(let parts):
            var rest = open
            var passes = open
            var uncertain = RowSet(of: table.count)
            for part in parts.sorted(by: { $0.cost < $1.cost }) {
                let verdict = try verdict(part, on: rest)
                passes.formIntersection(verdict.passes)
                uncertain.formUnion(verdict.uncertain)
                // A part that is false for certain decides, whatever is unknown beside it.
                rest = verdict.passes.union(verdict.uncertain)
            }
            return Verdict(passes: passes, uncertain: uncertain.intersection(rest))
        case .any(let parts):
            var rest = open
            var passes = RowSet(of: table.count)
            var uncertain = RowSet(of: table.count)
            for part in parts.sorted(by: { $0.cost < $1.cost }) {
                let verdict = try verdict(part, on: rest)
                passes.formUnion(verdict.passes)
                uncertain.formUnion(verdict.uncertain)
                rest.subtract(verdict.passes.subtracting(verdict.uncertain))
            }
            return Verdict(passes: passes, uncertain: uncertain.intersection(rest))
        }
    }

    private func verdict(_ test: FieldTest, on open: RowSet) throws -> Verdict {
        if let words = test.wordTest {
            return Verdict(
                passes: try rows(with: words.test, seesBehind: words.seesBehind, of: open),
                uncertain: RowSet(of: table.count))
        }
        if test.field.isOfSpeakers { return try verdictOnSpeakers(test, open) }
        if test.field == .date, let days = try days(that: test) {
            return Verdict(
                passes: try table.rows(dated: days).intersection(open),
                uncertain: test.isDecided(ReadQuote(.blank))
                    ? RowSet(of: table.count) : try table.undated().intersection(open))
        }
        if test.field == .corrected {
            let corrected = try table.rows(with: .isCorrected).intersection(open)
            let verdict = try byQuotes(test, on: corrected)
            let others = test.passes(ReadQuote(.blank)) ? open.subtracting(corrected) : RowSet(of: table.count)
            return Verdict(passes: verdict.passes.union(others), uncertain: verdict.uncertain)
        }
        if test.field.isInPrint {
            return Verdict(
                passes: try rows(of: open, seesBehind: test.field == .about) { _, words in
                    test.passes(ReadQuote(QuoteRecord(standingFor: words)))
                }, uncertain: RowSet(of: table.count))
        }
        guard let axis = try Axis(test.field, table, names) else { return try byQuotes(test, on: open) }
        // The verdict on each number, 0 for one that did not come yet.
        var known = [UInt8](repeating: 0, count: axis.count + 1)
        return Verdict(
            open.split { row in
                let number = axis.numbers[row]
                let place = Int(number) + 1
                if known[place] == 0 {
                    let verdict = verdict(test, on: axis.quote(number))
                    known[place] = 4 | (verdict.0 ? 1 : 0) | (verdict.1 ? 2 : 0)
                }
                return (known[place] & 1 != 0, known[place] & 2 != 0)
            })
    }

    /// Whether a quote passes, and whether that rests on something unknown.
    private func verdict(_ test: FieldTest, on record: QuoteRecord) -> (Bool, Bool) {
        let quote = ReadQuote(record)
        return (test.passes(quote), !test.isDecided(quote))
    }

    /// The verdict where the speakers decide. Joint speakers pass where one of them does.
    private func verdictOnSpeakers(_ test: FieldTest, _ open: RowSet) throws -> Verdict {
        let lists = try table.speakerLists()
        let nobody = verdict(test, on: .blank)
        var (passing, uncertain) = (nobody.0 ? [-1] : [], nobody.1 ? [-1] : [])
        if let wanted = test.speakers {
            let places = try table.places(ofSpeakers: wanted)
            passing += places
            passing += (try table.speakerIDs().count..<lists.count).filter {
                lists[$0].contains(where: places.contains)
            }
        } else {
            let speakers = try speakers(that: test)
            passing += lists.indices.filter { lists[$0].contains { speakers[$0].passes } }
            uncertain += lists.indices.filter { lists[$0].allSatisfy { speakers[$0].isUncertain } }
        }
        return Verdict(
            passes: try table.rows(saidBy: passing).intersection(open),
            uncertain: try table.rows(saidBy: uncertain).intersection(open))
    }

    /// The verdict on each speaker.
    private func speakers(that test: FieldTest) throws -> [(passes: Bool, isUncertain: Bool)] {
        let ids = try table.speakerIDs()
        let people = names.speakersByNumber
        // Many speakers have the same role.
        var known: [[String?]: (Bool, Bool)] = [:]
        return ids.map { id in
            guard let speaker = people[id] else { return verdict(test, on: .blank) }
            guard test.field != .speaker else { return verdict(test, on: QuoteRecord(standingFor: [speaker])) }
            let parts = speaker.speaker.parts(for: test.field)
            if let verdict = known[parts] { return verdict }
            let verdict = verdict(test, on: QuoteRecord(standingFor: [speaker]))
            known[parts] = verdict
            return verdict
        }
    }

    /// For each date of the table, whether it passes; nil where the test is about more than dates.
    private func days(that test: FieldTest) throws -> [Bool]? {
        var passes: [Bool] = []
        for days in try table.days() {
            guard let verdict = test.passes(days) else { return nil }
            passes.append(verdict)
        }
        return passes
    }

    /// The verdict of a test on something that only the quotes themselves have.
    private func byQuotes(_ test: FieldTest, on open: RowSet) throws -> Verdict {
        let ids = try table.ids()
        let rows = open.rows
        var verdict = Verdict(passes: RowSet(of: table.count), uncertain: RowSet(of: table.count))
        for start in stride(from: 0, to: rows.count, by: ColumnSource.batch) {
            try GivingUp.check()
            let batch = rows[start..<min(start + ColumnSource.batch, rows.count)]
            for record in try source.records(batch.map { Int64(ids[Int($0)]) }) {
                guard let row = try table.row(ofQuote: record.id) else { continue }
                let quote = ReadQuote(record)
                if test.passes(quote) { verdict.passes.insert(row) }
                if !test.isDecided(quote) { verdict.uncertain.insert(row) }
            }
        }
        return verdict
    }

    // MARK: - Words

    /// The rows of `open` in which words are.
    func rows(with test: WordTest, seesBehind: Bool, of open: RowSet) throws -> RowSet {
        switch test {
        case .all(let parts):
            return try parts.reduce(open) { try rows(with: $1, seesBehind: seesBehind, of: $0) }
        case .any(let parts):
            return try parts.reduce(RowSet(of: table.count)) { found, part in
                found.union(try rows(with: part, seesBehind: seesBehind, of: open.subtracting(found)))
            }
        case .not(let inner):
            return open.subtracting(try rows(with: inner, seesBehind: seesBehind, of: open))
        case .phrase, .exactly, .quoted, .regex, .near:
            guard let hits = try source.rows(test.requiredTerms, table) else {
                return try printed(open, test, seesBehind)
            }
            let candidates = open.intersection(hits)
            if test.isToldByIndex, seesBehind { return candidates }
            guard test.isToldByIndex else { return try printed(candidates, test, seesBehind) }
            let unsure = candidates.intersection(try table.rows(with: .hasAntecedent))
            return candidates.subtracting(unsure).union(try printed(unsure, test, seesBehind))
        }
    }

    /// The rows of `open` in whose print words are.
    private func printed(_ open: RowSet, _ test: WordTest, _ seesBehind: Bool) throws -> RowSet {
        guard let name = test.name else { return try found(open, test, seesBehind) }
        return try table.rows(of: open, printing: seesBehind ? name : name + " in print") {
            try found($0, test, seesBehind)
        }
    }

    private func found(_ open: RowSet, _ test: WordTest, _ seesBehind: Bool) throws -> RowSet {
        let open = try possible(open, test)
        let kinds = try table.column(.kinds)
        let direct = Quote.Kind.allCases.firstIndex(of: .direct).map(Int32.init)
        let search = WordSearch(test)
        return try rows(of: open, quoted: test.asksForQuotationMarks, seesBehind: seesBehind) { row, words in
            search.holds(in: words, isQuoted: kinds[row] == direct)
        }
    }

    /// Of so few rows the print is read as quickly as their trails.
    private static let fewRows = 64

    /// The rows of `open` in which the order of the words does not keep a test from holding.
    private func possible(_ open: RowSet, _ test: WordTest) throws -> RowSet {
        guard open.count > ColumnFilter.fewRows, let test = TrailTest(test) else { return open }
        let all = try table.inOrderOfIDs(open)
        var possible = open
        var next = 0
        try source.trails(all.map(\.id)) { id, trail in
            while all[next].id < id { next += 1 }
            if !test.canHold(in: trail) { possible.remove(all[next].row) }
        }
        return possible
    }

    /// The rows of `open` whose printed words pass a test.
    private func rows(
        of open: RowSet, quoted: Bool = false, seesBehind: Bool, where passes: (Int, PrintedWords) -> Bool
    ) throws -> RowSet {
        let behind = seesBehind ? try table.rows(with: .hasAntecedent) : RowSet(of: table.count)
        var found = RowSet(of: table.count)
        try source.forEachWords(of: open, table, quoted: quoted, anaphors: behind) { row, words in
            if passes(row, words) { found.insert(row) }
        }
        return found
    }
}

extension ColumnFilter.Verdict {
    fileprivate init(_ sets: (first: RowSet, second: RowSet)) {
        self.init(passes: sets.first, uncertain: sets.second)
    }
}

extension Filter {
    /// What it takes to test it on columns: 0 these alone, 1 the index, 2 the print.
    var cost: Int {
        switch self {
        case .test(let test):
            if let words = test.wordTest { return words.test.isToldByIndex ? 1 : 2 }
            return test.field.isInPrint ? 2 : 0
        case .not(let inner): return inner.cost
        case .all(let parts), .any(let parts): return parts.map(\.cost).max() ?? 0
        }
    }
}

extension Field {
    /// Whether a quote's words alone tell it.
    fileprivate var isInPrint: Bool { [.text, .about, .mentions].contains(self) }
    /// Whether the speakers of a quote alone tell it, each for itself.
    var isOfSpeakers: Bool { [.speaker, .role, .organisation].contains(self) }
}

extension Speaker {
    /// All of a speaker that a test of the role or of the organisation looks at.
    fileprivate func parts(for field: Field) -> [String?] {
        if field == .role { return [kind.rawValue, role] }
        return [kind.rawValue, role, organisation] + (kind == .organisation ? [name] + aliases : [])
    }
}

extension WordTest {
    /// The groups of index terms without which the test cannot hold.
    var requiredTerms: [[String]] {
        switch self {
        case .phrase(let phrase), .quoted(let phrase): return phrase.requiredStems
        case .exactly(let pieces): return ExactWords.requiredTerms(pieces)
        case .regex, .not: return []
        case .near(let a, let b, _): return a.requiredTerms + b.requiredTerms
        case .all(let parts): return parts.flatMap(\.requiredTerms)
        case .any(let parts):
            let groups = parts.map(\.requiredTerms)
            guard !groups.isEmpty, !groups.contains(where: \.isEmpty) else { return [] }
            return [groups.compactMap(\.first).flatMap { $0 }]
        }
    }

    /// By what the test of one phrase, or of two near each other, is told from every other one; nil for all others.
    fileprivate var name: String? {
        switch self {
        case .phrase(let phrase):
            return "\"" + phrase.words.map(\.form).joined(separator: " ") + (phrase.isPrefix ? "*\"" : "\"")
        case .quoted(let phrase): return WordTest.phrase(phrase).name.map { "quoted " + $0 }
        case .near(let a, let b, let distance):
            guard let first = a.name, let second = b.name else { return nil }
            return "(\(first) near/\(distance) \(second))"
        case .exactly, .regex, .not, .all, .any: return nil
        }
    }

    /// Whether it looks at what stands between quotation marks.
    var asksForQuotationMarks: Bool {
        switch self {
        case .quoted: true
        case .phrase, .exactly, .regex: false
        case .near(let a, let b, _): a.asksForQuotationMarks || b.asksForQuotationMarks
        case .not(let inner): inner.asksForQuotationMarks
        case .all(let parts), .any(let parts): parts.contains(where: \.asksForQuotationMarks)
        }
    }

    /// Whether the index alone tells which words pass: it holds the form and the stem of every word, so for a single word it does where
    /// the stem cannot be the form of another word.
    var isToldByIndex: Bool {
        switch self {
        case .phrase(let phrase):
            phrase.words.count == 1 && !phrase.isPrefix
                && Folding.stem(ofForm: phrase.words[0].stem) == phrase.words[0].stem
        case .not(let inner): inner.isToldByIndex
        case .all(let parts), .any(let parts): parts.allSatisfy(\.isToldByIndex)
        case .exactly, .quoted, .regex, .near: false
        }
    }
}
