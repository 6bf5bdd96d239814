import Articles
import Evaluator
import QueryLanguage
import Testing
import Text

@testable import Presentation

/// An answer with the name of its golden text.
struct Named: CustomTestStringConvertible, Sendable {
    var name: String
    var answer: Answer

    init(_ name: String, _ answer: Answer) {
        self.name = name
        self.answer = answer
    }

    var testDescription: String { name }
}

@Suite struct PageTests {
    static let answers: [Named] = [
        Named("who", Samples.who), Named("what", Samples.answer(.what, Samples.rows)),
        Named("when", Samples.answer(.when, Samples.rows)),
        Named("where", Samples.answer(.place, Samples.rows)),
        Named("wordings", Samples.answer(.wordings, Samples.rows)),
        Named(
            "quotes",
            Samples.answer(.list(.quotes), Samples.rows.flatMap(\.quotes).map { .init(subject: .quote, quotes: [$0]) })
        ),
        Named("groups", Samples.groups), Named("changes", Samples.changes),
        Named(
            "speakers",
            Samples.answer(
                .list(.speakers),
                [
                    .init(subject: .speaker(Samples.kerry), quotes: Samples.rows[1].quotes),
                    .init(subject: .speaker(Samples.lavrov), quotes: Samples.rows[4].quotes),
                ])
        ),
        Named(
            "outlets",
            Samples.answer(
                .list(.outlets),
                [
                    .init(subject: .outlet("The Independent"), quotes: Samples.rows[1].quotes),
                    .init(subject: .outlet(nil), quotes: Samples.rows[0].quotes),
                ])
        ),
        Named(
            "articles",
            Samples.answer(
                .list(.articles), [.init(subject: .article(Samples.jazeera), quotes: Samples.rows[2].quotes)])
        ),
        Named("nothing", Samples.answer(.who, [])),
    ]

    @Test(arguments: answers, [40, 80, 200, nil] as [Int?]) func looks(named: Named, width: Int?) throws {
        let text = Page(width: width).render(named.answer, as: .table)
        try Golden.expect(text, "\(named.name)-\(width.map(String.init) ?? "plain").txt")
        if let width {
            #expect(text.split(separator: "\n").allSatisfy { String($0).displayWidth <= width })
        }
    }

    /// Every line of words in context has its own place, also those that one quote gives.
    @Test(arguments: Query.OrderKey.Side.allCases, [false, true])
    func contextOrdersLines(side: Query.OrderKey.Side, isDescending: Bool) throws {
        var answer = Samples.who
        answer.query.order = [Query.OrderKey(field: .context(side), isDescending: isDescending)]
        try Golden.expect(
            Page(width: 100).render(answer, as: .kwic), "kwic-\(side.rawValue)\(isDescending ? "-desc" : "").txt")
    }

    @Test(arguments: OutputFormat.allCases, answers) func piecesMakeTheWhole(format: OutputFormat, named: Named) {
        var pieces: [String] = []
        Page().write(named.answer, as: format) { pieces.append($0) }
        #expect(pieces.joined() == Page().render(named.answer, as: format))
        if format == .jsonl { #expect(pieces.count == named.answer.rows.count) }
        if format == .csv { #expect(pieces.count == named.answer.rows.count + 1) }
        // Whoever takes the pieces can give an answer up between its rows.
        if format != .kwic { #expect(pieces.count >= named.answer.rows.count) }
    }

    @Test(arguments: [OutputFormat.lines, .kwic, .json, .jsonl, .csv, .markdown, .html]) func formats(
        _ format: OutputFormat
    ) throws {
        try Golden.expect(Page().render(Samples.who, as: format), "who.\(format.rawValue)")
    }

    @Test(arguments: answers, OutputFormat.allCases) func nothingFromAnArticleReachesTheTerminal(
        named: Named, format: OutputFormat
    ) {
        for width in [nil, 60] as [Int?] {
            let text = Page(width: width).render(named.answer, as: format)
            #expect(!text.unicodeScalars.contains { $0.isControl && $0 != "\n" && $0 != "\r" })
            #expect(text.isEmpty || text.hasSuffix("\n") || text.hasSuffix("\r\n"))
        }
    }

    @Test func colourIsTheOnlyDifferenceOfAColouredPage() throws {
        let colored = Page(width: 80, isColored: true).render(Samples.who, as: .table)
        #expect(colored.contains("\u{1B}[1;33mceasefire\u{1B}[0m"))
        try Golden.expect(colored, "who-80-coloured.txt")
    }

    @Test func quotesInJSONHaveTheirOwnKeys() {
        let row = Answer.Row(subject: .quote, quotes: [Samples.rows[2].quotes[0]])
        let line = Page().render(Samples.answer(.list(.quotes), [row]), as: .jsonl)
        let keys = [
            "schema", "article", "outlet", "published", "version", "source", "line", "segments", "text", "speaker_text",
            "to",
            "via", "speakers", "kind", "cue", "said",
        ]
        var rest = line[...]
        for key in keys {
            guard let place = rest.range(of: "\"\(key)\":") else {
                Issue.record("no key \(key), or not in its place")
                continue
            }
            rest = rest[place.upperBound...]
        }
        #expect(line.hasPrefix("{\"schema\":1,"))
    }
}

extension Substring {
    fileprivate func range(of text: String) -> Range<Index>? {
        var start = startIndex
        while start < endIndex {
            if self[start...].hasPrefix(text) { return start..<index(start, offsetBy: text.count) }
            start = index(after: start)
        }
        return nil
    }
}
