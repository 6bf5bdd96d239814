import Articles
import Dates
import Text

/// What a user tells of people and organisations: one a line, its name first, then the other names under which it goes, with tabs between
/// them. A cell `kind=…`, `role=…` or `organisation=…` tells more; `#` begins a comment.
///
///     John Kerry<TAB>Secretary Kerry<TAB>role=US secretary of state 2013-02-01..2017-01-20
///     Agence France-Presse<TAB>AFP<TAB>kind=organisation
struct AliasTable {
    /// The path it was read from.
    let path: String
    private(set) var speakers: [KnownSpeaker] = []
    private(set) var problems: [Reading.Problem] = []
    private var line = 0
    /// For each name as it is compared, whose it is and the line that says so.
    private var owners: [String: (name: String, line: Int)] = [:]

    /// What can be told besides names, with every word under which it is known.
    private enum Key: CaseIterable {
        case kind, role, organisation

        /// The words, the preferred one first.
        var names: [String] {
            switch self {
            case .kind: ["kind"]
            case .role: ["role"]
            case .organisation: ["organisation", "organization"]
            }
        }
    }

    /// Reads a table; what is wrong in it goes to `problems`, and the rest counts.
    init(path: String, bytes: [UInt8]) {
        self.path = path
        let bytes = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...]
        for row in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
            line += 1
            let text = String(decoding: row, as: UTF8.self)
            let cells = text.split(separator: "\t").map(AliasTable.tidied).filter { !$0.isEmpty }
            if let first = cells.first, !first.hasPrefix("#") { read(cells) }
        }
    }

    private mutating func read(_ cells: [String]) {
        guard !cells[0].contains("=") else {
            report(
                "this line begins with `\(cells[0].printable)`: the name comes first, what is told of it after a tab")
            return
        }
        guard cells.count > 1 else {
            report("`\(cells[0].printable)` stands alone: put its other names after it, with tabs between them")
            return
        }
        guard own(cells[0], by: cells[0]) else { return }
        var speaker = KnownSpeaker(name: cells[0])
        for cell in cells.dropFirst() {
            if cell.hasPrefix("#") { break }
            if let equals = cell.firstIndex(of: "=") {
                let value = AliasTable.tidied(cell[cell.index(after: equals)...])
                set(AliasTable.tidied(cell[..<equals]), to: value, of: &speaker)
            } else if own(cell, by: speaker.name) {
                speaker.names.append(cell)
            }
        }
        speakers.append(speaker)
    }

    /// Gives a name to a speaker, unless another one has it.
    private mutating func own(_ name: String, by owner: String) -> Bool {
        let key = Folding.key(name)
        guard !key.isEmpty else {
            report("`\(name.printable)` has no letters: take it away")
            return false
        }
        if let known = owners[key] {
            // A name that is told of one speaker twice, or spelled in two ways that are compared as one, does no harm.
            if known.name == owner, known.line == line { return name != owner }
            report(
                "`\(name.printable)` is a name of \(known.name.printable) already, in line \(known.line): "
                    + "that one counts, so take this one away")
            return false
        }
        owners[key] = (owner, line)
        return true
    }

    private mutating func set(_ word: String, to value: String, of speaker: inout KnownSpeaker) {
        guard let key = Key.allCases.first(where: { $0.names.contains(word.lowercased()) }) else {
            let known = Key.allCases.map { $0.names[0] }.joined(separator: ", ")
            report("`\(word.printable)` is not known and was passed over: what can be told is \(known)")
            return
        }
        guard !value.isEmpty else {
            report("`\(word.printable)=` says nothing: write its value behind it, or take it away")
            return
        }
        switch key {
        case .organisation: speaker.organisation = value
        case .kind:
            guard let kind = Speaker.Kind(rawValue: value.lowercased()) else {
                let kinds = Speaker.Kind.allCases.map { "`\($0.rawValue)`" }.joined(separator: ", ")
                report("`\(value.printable)` is no kind: write one of \(kinds)")
                return
            }
            speaker.kind = kind
        case .role: setRole(value, of: &speaker)
        }
    }

    /// A role, and its days where the last word has two dots: `mayor of Springfield 2010..2014-06`.
    private mutating func setRole(_ value: String, of speaker: inout KnownSpeaker) {
        guard let last = value.split(separator: " ").last, last.contains("..") else {
            speaker.roles.append(.init(name: value))
            return
        }
        let name = AliasTable.tidied(value.dropLast(last.count))
        guard !name.isEmpty, let days = AliasTable.days(String(last)) else {
            report(
                "`\(value.printable)` is no role with days: write `role=mayor 2010-06-01..2014-05-31`, or leave an end open: `2010..`"
            )
            return
        }
        speaker.roles.append(.init(name: name, days: days))
    }

    /// `2013-02-01..2017-01-20`, `2013..2017-01`, `2013..`, `..2017`; an open end is the first or the last day that an archive keeps.
    private static func days(_ text: String) -> DateInterval? {
        guard let dots = text.firstRange(of: "..") else { return nil }
        let (from, to) = (String(text[..<dots.lowerBound]), String(text[dots.upperBound...]))
        guard !from.isEmpty || !to.isEmpty, !from.contains("/"), !to.contains("/"),
            let first = DateInterval(iso: from.isEmpty ? "0001" : from)?.first,
            let last = DateInterval(iso: to.isEmpty ? "9999" : to)?.last, first <= last
        else { return nil }
        return DateInterval(first, last)
    }

    private mutating func report(_ message: String) {
        problems.append(Reading.Problem(source: path, line: line, message: message))
    }

    /// A cell with single blanks inside and none around.
    private static func tidied(_ cell: some StringProtocol) -> String {
        cell.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
}
