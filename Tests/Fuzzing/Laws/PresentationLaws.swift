import Evaluator
import Presentation
import QueryLanguage

/// What is true of everything that is printed, wherever its words come from.
enum PresentationLaws {
    private static let pages = [Page(), Page(width: 20), Page(width: 80), Page(width: 80, isColored: true)]

    /// All laws of an outcome: it can be printed in every format and on every page without moving the cursor.
    static func check(_ outcome: Session.Outcome) throws(Breach) {
        for page in pages { try check(page.render(outcome), on: page) }
        guard case .answer(let answer) = outcome else { return }
        for format in OutputFormat.allCases { try check(pages[0].render(answer, as: format), on: pages[0]) }
    }

    /// A diagnostic can be printed under the line of the text that it is about.
    static func check(_ diagnostic: Diagnostic, in text: String) throws(Breach) {
        for page in pages { try check(page.render(diagnostic, in: text, name: "a.ask"), on: page) }
    }

    private static func check(_ printed: String, on page: Page) throws(Breach) {
        let plain = page.isColored ? withoutColours(printed) : printed
        for scalar in plain.unicodeScalars where isControl(scalar) {
            throw Breach(
                law: "nothing printed moves the cursor", evidence: "\(scalar.value) in \(plain.debugDescription)")
        }
    }

    /// The text without well-formed sequences that only set colours.
    private static func withoutColours(_ text: String) -> String {
        let parts = text.split(separator: "\u{1B}[", omittingEmptySubsequences: false)
        return parts.dropFirst().reduce(into: String(parts[0])) { plain, part in
            let rest = part.utf8.drop {
                $0 == UInt8(ascii: ";") || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0)
            }
            plain += rest.first == UInt8(ascii: "m") ? String(part[rest.startIndex...].dropFirst()) : "\u{1B}" + part
        }
    }

    /// What could move the cursor or turn the direction of the text; a line's end can stand in a format.
    private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x0A, 0x0D: false
        case 0..<0x20, 0x7F...0x9F, 0x202A...0x202E, 0x2066...0x2069: true
        default: false
        }
    }
}
