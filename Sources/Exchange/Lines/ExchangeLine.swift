package import Articles
package import Text

/// One line of an archive as JSON Lines, the form in which an archive becomes an equal one elsewhere.
///
///     {"whosaid":"article","format":1,"source":"a.txt","text":"…","metadata":{…},"annotator":3,"versions":[…]}
///     {"whosaid":"speaker","format":1,"name":"Sergei Lavrov","names":["Sergey Lavrov"],"kind":"person","roles":[…],"organisation":null}
///     {"whosaid":"decision","format":1,"action":"merge","name":"Lavrov","other":"Sergei Lavrov","by":"ann","at":"…"}
///
/// Spans are `[first byte, byte after the last]` of the text in UTF-8.
package enum ExchangeLine: Hashable, Sendable {
    /// An article with what was found in it, before anybody corrected that; one whose source has changed has a line for each text.
    case article(AnnotatedArticle)
    /// What the user tells of a person.
    case speaker(KnownSpeaker)
    /// What a person decided.
    case decision(DecisionRecord)

    /// Counts the changes of the lines; a program reads all up to its own.
    static let format = 1

    /// Whether a text begins with such a line.
    package static func areLines(_ head: [UInt8]) -> Bool {
        let start = head.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        return head[start...].starts(with: Array("{\"whosaid\":\"".utf8))
    }

    /// The line, without its end.
    package var written: String {
        switch self {
        case .article(let article): JSON.object(head("article") + article.members).written
        case .speaker(let speaker): JSON.object(head("speaker") + speaker.members).written
        case .decision(let record): JSON.object(head("decision") + record.members).written
        }
    }

    private func head(_ kind: String) -> [(key: String, value: JSON)] {
        [("whosaid", .text(kind)), ("format", .number(ExchangeLine.format))]
    }

    /// Reads a line.
    /// - Throws: what it lacks, as the rest of a sentence.
    package init(_ value: JSONText) throws(LineObjection) {
        let line = try Fields(value)
        let format = try line.number("format")
        guard format <= ExchangeLine.format else {
            throw LineObjection("it was written by a newer whosaid (format \(format)): update whosaid")
        }
        switch try line.text("whosaid") {
        case "article": self = .article(try AnnotatedArticle(line))
        case "speaker": self = .speaker(try KnownSpeaker(line))
        case "decision": self = .decision(try DecisionRecord(line))
        case let kind: throw LineObjection("`\(kind.prefix(40))` is none of article, speaker and decision")
        }
    }
}

/// What keeps a line from being read, as the rest of a sentence: `it has no \`text\``.
package struct LineObjection: Error, Hashable, Sendable {
    package let detail: String

    init(_ detail: String) { self.detail = detail }
}
