import Text

/// A place in a document as the protocol gives it: a line and a column from 0, the column in units of the encoding.
struct Position: Hashable, Comparable {
    let line: Int
    let character: Int

    init(line: Int, character: Int) {
        self.line = line
        self.character = character
    }

    init(_ parameters: Parameters) throws(ResponseError) {
        line = try parameters.member("line").count
        character = try parameters.member("character").count
    }

    var json: JSON { .object([("line", .number(line)), ("character", .number(character))]) }

    static func < (a: Position, b: Position) -> Bool { (a.line, a.character) < (b.line, b.character) }
}
