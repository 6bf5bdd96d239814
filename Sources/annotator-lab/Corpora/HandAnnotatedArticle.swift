#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// An article with every attribution marked by hand, as one line of JSON gives it; offsets count code points.
struct HandAnnotatedArticle: Decodable {
    let id: String
    let text: String
    let quotes: [Quote]

    /// Words that are attributed, with the spans of their source and their cue.
    struct Quote: Decodable {
        let content: [[Int]]
        let sourceSpans: [[Int]]
        /// The word of the source that names it.
        let head: [Int]?
        let cueSpans: [[Int]]

        private enum Key: String, CodingKey {
            case content, speaker, cue
            case speakerSpans = "speaker_spans"
            case head = "speaker_head"
            case cueSpans = "cue_spans"
        }

        init(from decoder: any Decoder) throws {
            let container = try decoder.container(keyedBy: Key.self)
            func spans(_ many: Key, _ one: Key) throws -> [[Int]] {
                try container.decodeIfPresent([[Int]].self, forKey: many)
                    ?? [try container.decodeIfPresent([Int].self, forKey: one)].compactMap(\.self)
            }
            content = try container.decode([[Int]].self, forKey: .content)
            sourceSpans = try spans(.speakerSpans, .speaker)
            cueSpans = try spans(.cueSpans, .cue)
            head = try container.decodeIfPresent([Int].self, forKey: .head)
        }

        /// Whether all offsets are in a text of so many code points.
        func fits(_ count: Int) -> Bool {
            (content + sourceSpans + cueSpans + [head].compactMap(\.self)).allSatisfy {
                $0.count == 2 && 0 <= $0[0] && $0[0] <= $0[1] && $0[1] <= count
            }
        }
    }

    /// Reads one line of JSON; an offset outside of the text is an error.
    init(line: some Sequence<UInt8>) throws {
        self = try JSONDecoder().decode(HandAnnotatedArticle.self, from: Data(line))
        guard quotes.allSatisfy({ $0.fits(text.unicodeScalars.count) }) else {
            throw CorpusProblem.badLine(path: id, number: 1)
        }
    }

    /// The articles of a file of JSON lines.
    static func read(_ path: String) throws -> [HandAnnotatedArticle] {
        let lines = try CorpusFile.bytes(path).split(separator: UInt8(ascii: "\n"))
        return try lines.enumerated().map { index, line in
            do { return try HandAnnotatedArticle(line: line) } catch {
                throw CorpusProblem.badLine(path: path, number: index + 1)
            }
        }
    }

    /// For each code point of the text the offset of its first byte, and the number of bytes at the end.
    var byteOffsets: [Int] {
        var offsets = [0]
        for scalar in text.unicodeScalars { offsets.append(offsets[offsets.count - 1] + UTF8.width(scalar)) }
        return offsets
    }
}
