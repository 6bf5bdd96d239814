import ArticleStore
import Articles
import LanguageService
import QueryLanguage

/// `.tour`: the language in a few stops, each with a question about the archive at hand.
enum Tour {
    /// One stop: what it shows, and what to ask.
    struct Stop {
        let lesson: String
        let statement: String
    }

    /// The stops, made of names that the archive has.
    static func stops(of contents: ArchiveContents) -> [Stop] {
        let speakers = contents.speakers
        let name = speakers.first.map { nameLiteral($0.speaker.name) } ?? "Kerry"
        let other = speakers.dropFirst().first.map { nameLiteral($0.speaker.name) } ?? "Lavrov"
        let outlet = quotation(contents.outlets.first?.name ?? "The Guardian")
        return [
            Stop(
                lesson: "Who is asked for by what was said, and what by who said it.", statement: "what did \(name) say"
            ),
            Stop(
                lesson: "A row has a number, and the number leads on: to the passage in its source, or to how we know.",
                statement: "show #1"),
            Stop(lesson: "Each speaker, date and place comes with its evidence.", statement: "why #1"),
            Stop(
                lesson: "Conditions follow `where`; `and`, `or` and `not` join them.",
                statement: "quotes where kind = direct and outlet = \(outlet)"),
            Stop(
                lesson: "Clauses say by whom, about what, since when; they stand in any order.",
                statement: "quotes by \(name) or \(other) order by date top 5"),
            Stop(lesson: "What can be listed can be counted.", statement: "how many quotes per speaker top 10"),
            Stop(
                lesson: "An answer takes other shapes: columns, lines, csv, json, or words in their context.",
                statement: "quotes by \(name) top 3 as lines"),
            Stop(
                lesson: "A question can be read back, with what it costs.",
                statement: "explain how many quotes by \(name) per month"),
            Stop(
                lesson:
                    "`let` names what you need again, and `expect` says what an answer must be: both work in scripts.",
                statement: "let people = \(name) or \(other)"),
        ]
    }

    /// A stop as lines of text.
    static func lines(_ stop: Stop, _ number: Int, of count: Int) -> [String] {
        let next = number < count ? ".tour goes on" : ".help lists all there is"
        return [
            "\(number) of \(count). \(stop.lesson)", "  \(stop.statement)", "(the → key writes it for you; \(next))",
        ]
    }
}
