import ArticleStore
import Dates
import Evaluator
import MadeUp
import QueryLanguage
import WhoSaidKit

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Makes large archives and asks them; `store.py` prints the figures beside those of other programs.
enum StoreBenchmark {
    /// Runs one of the commands of `store.py`; false for an unknown one.
    static func run(_ arguments: [String]) throws -> Bool {
        switch (arguments.first, arguments.count) {
        case ("make", 3): try make(arguments[1], quotes: Int(arguments[2]) ?? 0)
        case ("ask", 2): try ask(arguments[1], questions)
        case ("all", 2): try ask(arguments[1], EveryQuestion.all.map { ($0, $0) }, repetitions: 3)
        case ("once", 3): try once(arguments[1], arguments[2])
        case ("grow", 2): try grow(arguments[1])
        case ("details", 1): details()
        default: return false
        }
        return true
    }

    /// What the questions are about, for the other programs: words and dates that are in every archive that is made up.
    enum Subject {
        static let word = Vocabulary.word(9)
        static let phrase = "\(Vocabulary.word(5)) \(Vocabulary.word(7))"
        static let day = "2014-03-05"
        static let speaker = Vocabulary.speaker(300)
        static let outlet = Vocabulary.outlet(7)
    }

    /// The rows of the table: a name, and the question; `#` in it is another word each time.
    static let questions: [(name: String, question: String)] = [
        ("phrase and day", "quotes \"\(Subject.phrase)\" where date = \(Subject.day)"),
        ("word and day", "quotes \"\(Subject.word)\" where date = \(Subject.day)"),
        ("phrase and speaker", "quotes \"\(Subject.phrase)\" by \"\(Subject.speaker)\""),
        ("word and speaker", "quotes \"\(Subject.word)\" by \"\(Subject.speaker)\""),
        ("newest 20", "quotes \"\(Subject.word)\" order by date desc top 20"),
        ("count", "how many quotes \"\(Subject.word)\""),
        ("count per outlet", "how many quotes \"\(Subject.word)\" per outlet"),
        ("count per month", "how many quotes \"\(Subject.word)\" per month"),
        ("top speakers", "how many quotes \"\(Subject.word)\" per speaker top 10"),
        ("per outlet, no words", "how many quotes per outlet"),
        ("word and day, another word each time", "quotes \"#\" where date = \(Subject.day)"),
        ("count per outlet, another word each time", "how many quotes \"#\" per outlet"),
        ("first 20 of an outlet", "quotes where outlet = \"\(Subject.outlet)\" top 20"),
        ("who said a phrase, first 20", "who said \"\(Subject.phrase)\" top 20"),
        ("statements, newest 20", "statements \"\(Subject.word)\" order by date desc top 20"),
        ("how many statements per speaker", "how many statements per speaker top 10"),
        ("how many quotes per month and kind", "how many quotes per month and kind"),
        ("speakers, first 10", "speakers top 10"),
        ("articles of a word, first 10", "articles \"\(Subject.word)\" top 10"),
        ("kind, place and date", "quotes where kind = direct and place is known since 2020 top 20"),
        ("longest", "quotes where words > 3 order by words desc top 20"),
        ("quotes per role", "how many quotes per role"),
        ("role", "how many quotes where role = minister"),
        ("near", "quotes \"\(Subject.word)\" near/5 \"\(Vocabulary.word(5))\" by \"\(Subject.speaker)\""),
    ]

    private static func make(_ path: String, quotes: Int) throws {
        unlink(path)
        let archive = MadeUpArchive(quotes: quotes)
        let store = try ArticleStore.open(at: path, creating: true)
        // What it costs to make the articles up is no part of what it costs to add them.
        var (added, end) = (0.0, Measure.processorTime)
        try archive.fill(store) { article, add in
            let start = Measure.processorTime
            try add()
            end = Measure.processorTime
            added += end - start
            if article % 20_000 == 0 { note("\(article) of \(archive.articles) articles, \(Int(added)) s") }
        }
        print("added\t\(added)\nlinked\t\(Measure.processorTime - end)\nquotes\t\(try store.summary().quotes)")
        try store.close()
    }

    /// Prints for each question the median of its milliseconds, those of the first time, and how many rows there were.
    private static func ask(_ path: String, _ questions: [(name: String, question: String)], repetitions: Int = 20)
        throws
    {
        let store = try ArticleStore.open(at: path, creating: false)
        var session = Session(store: store, today: MadeUpArchive.firstDay)
        for (name, question) in questions {
            var number = 0
            var rows = 0
            func run() {
                number += 1
                let text = question.split(separator: "#", omittingEmptySubsequences: false)
                    .joined(separator: Vocabulary.word(8 + number))
                guard let statement = Script(parsing: text).statements.first?.statement,
                    case .answer(let answer)? = try? session.run(statement)
                else { return note("no answer to \(text)") }
                rows = answer.total
            }
            let start = Measure.processorTime
            run()
            let first = Measure.processorTime - start
            print("\(name)\t\(Measure(repetitions: repetitions, run).seconds * 1e3)\t\(first * 1e3)\t\(rows)")
            fflush(nil)
        }
        print("memory\t\(memory())")
    }

    /// Opens an archive and answers one question, as a new process does.
    private static func once(_ path: String, _ question: String) throws {
        print(try Archive(at: path).ask(question).text)
    }

    /// Adds ten articles, corrects a quote and takes that back, in an archive of which everything was linked before.
    private static func grow(_ path: String) throws {
        let archive = Archive(store: try ArticleStore.open(at: path, creating: false))
        func add(_ numbers: Range<Int>) throws {
            _ = try archive.add(
                numbers.map { number in
                    Archive.Text(
                        name: "grown/\(number).txt",
                        text: """
                            “The harbour of \(Vocabulary.place(number)) will be closed before the winter,” \
                            \(Vocabulary.speaker(number * 9)) said on Monday.

                            \(Vocabulary.speaker(number * 9 + 1)) said that the \(Vocabulary.word(number)) was paid twice.
                            """, outlet: Vocabulary.outlet(number), published: "2014-03-05")
                })
        }
        let quotes = "quotes \"closed before the winter\" top 1"
        let steps: [(name: String, work: () throws -> Void)] = [
            ("one article, linking everything", { try add(0..<1) }), ("ten articles", { try add(1..<11) }),
            (
                "a correction",
                {
                    guard let quote = try archive.ask(quotes).rows.flatMap(\.quotes).first?.reference else {
                        return note("no answer to \(quotes)")
                    }
                    try archive.correct(
                        "correct \(quote) speaker = \"\(Vocabulary.speaker(0))\"", by: "benchmark",
                        at: "2026-01-01T00:00:00Z")
                }
            ), ("an undo", { try archive.correct("undo", by: "benchmark", at: "2026-01-01T00:00:00Z") }),
        ]
        for (name, work) in steps {
            let start = Measure.processorTime
            try work()
            print("\(name)\t\((Measure.processorTime - start) * 1e3)")
            fflush(nil)
        }
    }

    private static func details() {
        for value in [Subject.word, Subject.phrase, Subject.day, Subject.speaker, Subject.outlet] { print(value) }
        for (name, question) in questions { print("\(name)\t\(question)") }
    }

    /// The most memory that the process had, in megabytes; 0 where the system does not tell.
    private static func memory() -> Int {
        var usage = rusage()
        getrusage(0, &usage)
        return Int(usage.ru_maxrss) / 1024
    }

    private static func note(_ text: String) { _ = write(STDERR_FILENO, text + "\n", text.utf8.count + 1) }
}
