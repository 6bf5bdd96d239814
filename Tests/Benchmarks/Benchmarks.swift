import QueryLanguage

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Prints how fast texts are parsed and checked, beside SQLite's parser on comparable questions; or, where numbers are given, how well
/// and how fast as many quotes are joined into statements.
@main
struct Benchmarks {
    static func main() throws {
        let arguments = Array(CommandLine.arguments.dropFirst())
        let counts = arguments.compactMap { Int($0) }
        if arguments.isEmpty {
            language()
        } else if counts.count == arguments.count {
            Joining.run(counts)
        } else if try !StoreBenchmark.run(arguments) {
            print("benchmarks: unknown command \(arguments)")
        }
    }

    private static func language() {
        let questions = Questions(length: 1_000_000)
        print("processor time, median of 7 runs; a question is parsed and checked, with its diagnostics\n")
        row("", "bytes", "MB/s", "µs each", "spread")
        let ours = parse("script of \(questions.asked.count) questions", [questions.script], questions.asked.count)
        _ = parse("the same, one text a question", questions.asked, questions.asked.count)
        let wrong = questions.asked.map(misspelt)
        _ = parse("the same, an error in each", [wrong.joined(separator: "\n")], wrong.count)
        if let theirs = prepare(questions) {
            print("\nSQLite takes \(rounded(theirs / ours)) times as long for a question")
        }
        print("\nlimits and long texts: twice the text should take twice the time\n")
        row("", "bytes", "ms", "ms, twice", "factor")
        scaling("statements", 5_000) { String(repeating: "quotes where kind = direct\n", count: $0) }
        scaling("definitions", 5_000) { (0..<$0).map { "let n\($0) = \"aid\"\n" }.joined() }
        scaling("errors", 5_000) { String(repeating: "quotes wehre kind == dirct\n", count: $0) }
        scaling("tests in one statement", 1_000) { "quotes where " + terms("kind = direct", " or ", $0) }
        scaling("words in one statement", 2_500) { "quotes " + terms("\"aid\"", " and ", $0) }
        scaling("values in one list", 5_000) { "quotes where to in (" + terms("Bell", ", ", $0) + ")" }
        scaling("names in one clause", 2_500) { "quotes by " + terms("Bell", " or ", $0) }
        scaling("bare words in one statement", 5_000) { "who said " + terms("aid", " ", $0) }
        scaling("capitalised words", 5_000) { "what did " + terms("Aid", " ", $0) + " say" }
        scaling("keys to order by", 2_500) { "quotes order by " + terms("date", ", ", $0) }
        scaling("clauses in one statement", 2_500) { "quotes" + terms(" by Bell", "", $0) }
        scaling("words that stand twice", 5_000) { "quotes" + terms(" by", "", $0) + " Bell" }
        scaling("open parentheses", 32_000) { "quotes where " + String(repeating: "(", count: $0) }
        scaling("closed parentheses", 32_000) { "quotes where kind = direct" + String(repeating: ")", count: $0) }
        scaling("a line of one string", 500_000) { "quotes \"" + String(repeating: "a ", count: $0 / 2) + "\"" }
        scaling("a line of one comment", 500_000) { "quotes --" + String(repeating: " a", count: $0 / 2) }
        scaling("a line of one word", 500_000) { "quotes " + String(repeating: "a", count: $0) }
        scaling("a line of semicolons", 500_000) { String(repeating: ";", count: $0) }
        scaling("empty lines", 500_000) { "quotes" + String(repeating: "\n", count: $0) }
        scaling("lines of comment", 20_000) { "quotes" + String(repeating: "\n-- a", count: $0) }
        scaling("statements before comments", 5_000) { String(repeating: "quotes\n-- a\n-- b\n", count: $0) }
        scaling("dots at line ends", 100_000) { "quotes " + String(repeating: "a. ", count: $0) }
        scaling("quotation marks", 20_000) {
            String(repeating: "\"", count: $0) + "\n" + String(repeating: "'", count: $0)
        }
    }

    /// Parses texts; how long one question takes, in microseconds.
    private static func parse(_ name: String, _ texts: [String], _ count: Int) -> Double {
        let measure = Measure { for text in texts { keep(Script(parsing: text).statements.count) } }
        let bytes = texts.reduce(0) { $0 + $1.utf8.count }
        return row(name, bytes, measure, count)
    }

    private static func prepare(_ questions: Questions) -> Double? {
        let text = questions.sqlText
        let characters = text.utf8.map { CChar(bitPattern: $0) } + [0]
        guard let sqlite = SQLite(schema: Questions.schema) else {
            print("SQLite does not open a database in memory")
            return nil
        }
        switch sqlite.prepareAll(characters) {
        case .failure(let error):
            print("SQLite does not understand the questions: \(error.message)")
            return nil
        case .success(let count):
            let measure = Measure { keep((try? sqlite.prepareAll(characters).get()) ?? 0) }
            return row("sqlite3_prepare_v2, \(count) questions", text.utf8.count, measure, count)
        }
    }

    /// A question with its first field or keyword of a clause misspelt, or without a closing mark.
    private static func misspelt(_ question: String) -> String {
        for (word, wrong) in [("where", "wehre"), ("speaker", "speeker"), ("since", "sinse"), ("about", "abuot")] {
            if let range = question.firstRange(of: word) {
                return question[..<range.lowerBound] + wrong + question[range.upperBound...]
            }
        }
        return question + " wehre"
    }

    private static func terms(_ term: String, _ separator: String, _ count: Int) -> String {
        repeatElement(term, count: count).joined(separator: separator)
    }
}

// MARK: - Printing

extension Benchmarks {
    private static func scaling(_ name: String, _ count: Int, _ text: (Int) -> String) {
        let texts = [text(count), text(2 * count)]
        let times = texts.map { text in
            Measure(repetitions: 3) { keep(Script(parsing: text).statements.count) }.seconds * 1e3
        }
        row(
            "\(2 * count) \(name)", String(texts[1].utf8.count), rounded(times[0]), rounded(times[1]),
            rounded(times[1] / max(times[0], 0.001)))
    }

    private static func row(_ name: String, _ bytes: Int, _ measure: Measure, _ count: Int) -> Double {
        let each = measure.seconds * 1e6 / Double(count)
        row(
            name, String(bytes), rounded(Double(bytes) / 1e6 / measure.seconds), rounded(each),
            "\(rounded(measure.spread.fastest))–\(rounded(measure.spread.slowest))")
        return each
    }

    private static func row(_ name: String, _ cells: String...) {
        let padded = cells.map { String(repeating: " ", count: max(1, 12 - $0.count)) + $0 }
        print(name + String(repeating: " ", count: max(1, 44 - name.count)) + padded.joined())
        fflush(nil)
    }

    static func rounded(_ number: Double) -> String {
        let hundredths = Int((number * 100).rounded())
        return "\(hundredths / 100)." + (hundredths % 100 < 10 ? "0" : "") + "\(hundredths % 100)"
    }

    /// Keeps a result from being optimised away.
    @inline(never) private static func keep(_ number: Int) { if number == .min { print(number) } }
}
