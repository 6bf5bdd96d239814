import Articles
import Exchange
import Text

/// The program's own JSON Lines, as `whosaid export --as jsonl` writes them: whole articles with what was found in them, what the
/// user tells of people, and decisions.
enum ExchangeLines {
    /// What a file holds, line by line.
    static func pieces(of input: ChunkedBytes, _ place: RecordPlace) -> PieceStream {
        let lines = LineRecords(input, place) { line, _ in read(line) }
        return PieceStream { lines.next() }
    }

    /// Reads what a file holds; a line that cannot be read is left out.
    static func read(_ material: Material) -> Reading.Result {
        var result = Reading.Result()
        for range in material.bytes.lineRanges {
            do {
                switch try ExchangeLine(JSONText.parse(Array(material.bytes[range.indices]))) {
                case .article(let item): result.articles.append(item.article)
                case .speaker(let speaker): result.aliases = (result.aliases ?? []) + [speaker]
                case .decision(let record): result.decisions.append(record)
                }
            } catch let failure as JSONText.Failure {
                result.problems.append(
                    material.problem("this line is no JSON (\(failure.found)): it was left out", at: range.lower))
            } catch let objection as LineObjection {
                result.problems.append(
                    material.problem("this line was left out: \(objection.detail.printable)", at: range.lower))
            } catch {}
        }
        if result.articles.isEmpty, result.aliases == nil, result.decisions.isEmpty, result.problems.isEmpty {
            result.problems.append(material.problem("this file holds no words: it was passed over"))
        }
        return result
    }
}
