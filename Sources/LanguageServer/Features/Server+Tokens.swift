import LanguageService
import Text

/// The semantic tokens that a client was sent, by which the next change is told.
struct SentTokens {
    let id: String
    let data: [Int]
}

extension Server {
    /// `textDocument/semanticTokens/full`.
    mutating func allTokens(_ parameters: Parameters) throws(ResponseError) -> JSON {
        let document = try document(parameters)
        let data = Self.encoded(document.draft.tokens(), document)
        return .object([("resultId", .text(keep(data, document).id)), ("data", .list(data.map(JSON.number)))])
    }

    /// `textDocument/semanticTokens/full/delta`: one edit, from the first number that differs to the last.
    mutating func changedTokens(_ parameters: Parameters) throws(ResponseError) -> JSON {
        let document = try document(parameters)
        let known = try parameters.member("previousResultId").text
        let old = sentTokens[document.uri]
        let data = Self.encoded(document.draft.tokens(), document)
        let id = JSON.text(keep(data, document).id)
        guard let old, old.id == known else {
            return .object([("resultId", id), ("data", .list(data.map(JSON.number)))])
        }
        var start = 0
        while start < min(old.data.count, data.count), old.data[start] == data[start] { start += 1 }
        var end = 0
        while end < min(old.data.count, data.count) - start,
            old.data[old.data.count - 1 - end] == data[data.count - 1 - end]
        {
            end += 1
        }
        let edit = JSON.object([
            ("start", .number(start)), ("deleteCount", .number(old.data.count - start - end)),
            ("data", .list(data[start..<(data.count - end)].map(JSON.number))),
        ])
        return .object([("resultId", id), ("edits", .list(old.data == data ? [] : [edit]))])
    }

    /// `textDocument/semanticTokens/range`.
    func tokensInRange(_ parameters: Parameters) throws(ResponseError) -> JSON {
        let document = try document(parameters)
        let range = document.range(try Range(parameters.member("range")))
        let tokens = document.draft.tokens(in: range).filter { $0.range.overlaps(range) }
        return .object([("data", .list(Self.encoded(tokens, document).map(JSON.number)))])
    }

    private mutating func keep(_ data: [Int], _ document: Document) -> SentTokens {
        ownRequests += 1
        let sent = SentTokens(id: "\(ownRequests)", data: data)
        sentTokens[document.uri] = sent
        return sent
    }

    private static let numbers = Dictionary(
        uniqueKeysWithValues: SemanticToken.Kind.allCases.enumerated().map { ($1, $0) })

    /// Five numbers a token: lines since the one before, columns since the one before or in the line, length, kind, none.
    private static func encoded(_ tokens: [SemanticToken], _ document: Document) -> [Int] {
        var data: [Int] = []
        data.reserveCapacity(tokens.count * 5)
        var last = Position(line: 0, character: 0)
        for token in tokens {
            guard let number = numbers[token.kind] else { continue }
            let position = document.position(token.range.lower)
            let isSameLine = position.line == last.line
            data += [
                position.line - last.line, isSameLine ? position.character - last.character : position.character,
                document.units(token.range), number, 0,
            ]
            last = position
        }
        return data
    }
}
