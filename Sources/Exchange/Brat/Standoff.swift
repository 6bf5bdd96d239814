import Text

/// The annotations of a text as brat keeps them beside it: `story.ann` for `story.txt`.
///
///     T1<TAB>Content 10 24;31 40<TAB>the bridge is safe
///     R1<TAB>Source Arg1:T1 Arg2:T2
///     E1<TAB>Attribution:T3 Source:T2 Content:T1
///     A1<TAB>Kind T1 direct
///     #1<TAB>AnnotatorNotes T2<TAB>Ann Lee
///
/// Offsets count the code points of the text. See `https://brat.nlplab.org/standoff.html`.
package struct Standoff: Sendable {
    /// The stretches of the text that are marked, in the order of the file.
    package var spans: [Span] = []
    /// What belongs together: relations, and events with their parts.
    package var links: [Link] = []
    /// Names and values by the identifier of what they are about.
    package var attributes: [String: [(name: String, value: String)]] = [:]
    /// Remarks by the identifier of what they are about.
    package var notes: [String: String] = [:]
    /// The lines that could not be read, from 1, each with what is wrong, as the rest of a sentence.
    package private(set) var objections: [(line: Int, detail: String)] = []

    /// One thing that is marked.
    package struct Span: Hashable, Sendable {
        package var id: String
        /// Whatever the annotators call it: `Content`.
        package var type: String
        /// Its pieces in code points.
        package var pieces: [Range<Int>]
    }

    /// Things that belong together.
    package struct Link: Sendable {
        package var id: String
        /// `Source`, or the type of an event.
        package var type: String
        /// The identifiers of what is linked, each with its part; of an event, its trigger comes first under the event's type.
        package var parts: [(role: String, id: String)]
    }

    package init() {}

    /// Reads a file; lines that cannot be read go to `objections`, and the rest counts.
    package init(_ bytes: [UInt8]) {
        for (index, line) in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).enumerated() {
            let text = String(decoding: line.last == UInt8(ascii: "\r") ? line.dropLast() : line, as: UTF8.self)
            guard text.contains(where: { !$0.isWhitespace }) else { continue }
            if let detail = read(text) { objections.append((index + 1, detail)) }
        }
    }

    /// Reads a line.
    /// - Returns: what is wrong with it; nil where nothing is.
    private mutating func read(_ line: String) -> String? {
        let columns = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
        guard columns.count >= 2 else { return "it has no tab after its identifier" }
        let (id, words) = (columns[0], columns[1].split(separator: " ").map(String.init))
        guard let kind = id.first, let first = words.first else { return "it says nothing" }
        switch kind {
        case "T":
            guard let pieces = Standoff.pieces(columns[1].dropFirst(first.count)) else {
                return "its offsets are no spans"
            }
            spans.append(Span(id: id, type: first, pieces: pieces))
        case "R", "E", "*":
            let parts = words.map { word -> (role: String, id: String) in
                let halves = word.split(separator: ":", maxSplits: 1).map(String.init)
                return halves.count == 2 ? (halves[0], halves[1]) : ("", word)
            }
            links.append(
                Link(
                    id: id, type: parts[0].role.isEmpty ? first : parts[0].role,
                    parts: kind == "E" ? parts : Array(parts.dropFirst())))
        case "A", "M":
            guard words.count >= 2 else { return "it does not say what it is about" }
            attributes[words[1], default: []].append((first, words.dropFirst(2).joined(separator: " ")))
        case "#":
            guard words.count >= 2, columns.count >= 3 else { return "it does not say what it is about" }
            notes[words[1]] = columns[2...].joined(separator: " ")
        case "N": break
        default: return "`\(id.prefix(20))` is no identifier of brat"
        }
        return nil
    }

    /// ` 10 24;31 40` as pieces in order; nil where that is none.
    private static func pieces(_ text: Substring) -> [Range<Int>]? {
        let pieces = text.split(separator: ";", omittingEmptySubsequences: false).map { piece -> Range<Int>? in
            let ends = piece.split(separator: " ").map { Int($0) }
            guard ends.count == 2, let lower = ends[0], let upper = ends[1], 0 <= lower, lower < upper else {
                return nil
            }
            return lower..<upper
        }
        let found = pieces.compactMap(\.self).sorted { $0.lowerBound < $1.lowerBound }
        return found.count == pieces.count && !found.isEmpty ? found : nil
    }

    /// The file.
    /// - Parameter text: the text that it is about.
    package func written(about text: [UInt8]) -> String {
        let scalars = CodePointOffsets(text)
        var lines = spans.map { span in
            let offsets = span.pieces.map { "\($0.lowerBound) \($0.upperBound)" }.joined(separator: ";")
            let words = span.pieces.compactMap { scalars.bytes($0).map { Standoff.line(text.text($0)) } }
            return "\(span.id)\t\(span.type) \(offsets)\t\(words.joined(separator: " "))"
        }
        for link in links {
            lines.append("\(link.id)\t\(link.type) " + link.parts.map { "\($0.role):\($0.id)" }.joined(separator: " "))
        }
        var number = 0
        for span in spans {
            for attribute in attributes[span.id] ?? [] {
                number += 1
                lines.append("A\(number)\t\(attribute.name) \(span.id) \(attribute.value)")
            }
        }
        number = 0
        for span in spans {
            guard let note = notes[span.id] else { continue }
            number += 1
            lines.append("#\(number)\tAnnotatorNotes \(span.id)\t\(Standoff.line(note))")
        }
        return lines.map { $0 + "\n" }.joined()
    }

    /// A text on one line and without tabs.
    private static func line(_ text: String) -> String {
        String(
            String.UnicodeScalarView(
                text.unicodeScalars.map {
                    $0.value < 0x20 || $0.value == 0x85 || $0.value == 0x2028 || $0.value == 0x2029 ? " " : $0
                }))
    }
}
