import Text

/// Articles as JSON: one object a line (JSON Lines), an array of objects, one object, or an object that has an array of them somewhere
/// in it, as newspapers answer programs; ninjs, the form of the news agencies, among them.
enum JSONRecords {
    /// Whether a text begins with an object that has a member, or with an array of such.
    static func areRecords(_ head: [UInt8]) -> Bool {
        func rest(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> { bytes.drop { $0 <= 0x20 } }
        var text = rest(head.starts(with: [0xEF, 0xBB, 0xBF]) ? head.dropFirst(3) : head[...])
        if text.first == UInt8(ascii: "[") { text = rest(text.dropFirst()) }
        guard text.popFirst() == UInt8(ascii: "{") else { return false }
        text = rest(text)
        guard text.popFirst() == UInt8(ascii: "\""), let end = text.firstIndex(of: UInt8(ascii: "\"")) else {
            return false
        }
        return rest(text[(end + 1)...]).first == UInt8(ascii: ":")
    }

    /// Reads the articles of a text.
    static func read(_ material: Material) -> Reading.Result {
        var result = Reading.Result()
        var reader = Reader(material: material)
        let lines = material.bytes.lineRanges
        let isOneALine = lines.prefix(2).contains { (try? JSONText.parse(Array(material.bytes[$0.indices]))) != nil }
        if isOneALine {
            for line in lines { reader.read(line: line, into: &result) }
        } else {
            reader.readWhole(into: &result)
        }
        if result.articles.isEmpty, result.problems.isEmpty {
            result.problems.append(material.problem("this file holds no words: it was passed over"))
        }
        return result
    }

    /// Whether a text is JSON Lines of articles: its first line is a whole object, and no answer that holds several.
    static func areLines(_ head: [UInt8], _ columns: [String: RecordField]) -> Bool {
        guard areRecords(head), !QuotationGraph.isGraph(head), let line = head.lineRanges.first,
            let value = try? JSONText.parse(Array(head[line.indices])), case .object = value.value
        else { return false }
        return entries(of: value, columns).map(\.range) == [value.range]
    }

    /// The articles of JSON Lines, line by line.
    static func pieces(of input: ChunkedBytes, _ place: RecordPlace) -> PieceStream {
        let lines = LineRecords(input, place) { read(line: $0, number: $1) }
        return PieceStream { lines.next() }
    }

    /// Reads the article of one line of a file, which is its record of a number.
    static func read(line material: Material, number: Int) -> Reading.Result {
        var result = Reading.Result()
        var reader = Reader(material: material, number: number - 1)
        for line in material.bytes.lineRanges { reader.read(line: line, into: &result) }
        if reader.number > number {
            let message = "this line holds several articles: write one object a line"
            return Reading.Result(problems: [material.problem(message, at: 0)])
        }
        return result
    }

    private struct Reader {
        let material: Material
        var number = 0

        mutating func read(line: ByteRange, into result: inout Reading.Result) {
            let bytes = Array(material.bytes[line.indices])
            do {
                read(try JSONText.parse(bytes), in: bytes, at: line.lower, into: &result)
            } catch {
                number += 1
                result.problems.append(
                    material.problem("this line is no JSON (\(error.found)): it was left out", at: line.lower))
            }
        }

        mutating func readWhole(into result: inout Reading.Result) {
            do {
                read(try JSONText.parse(material.bytes), in: material.bytes, at: 0, into: &result)
            } catch {
                let message = "this is no JSON (\(error.found)): mend it here, or write one object a line"
                result.problems.append(material.problem(message, at: error.offset))
            }
        }

        /// Reads the objects in a value; `bytes`, in which it stands, begin at `start`.
        private mutating func read(
            _ value: JSONText, in bytes: [UInt8], at start: Int, into result: inout Reading.Result
        ) {
            for item in JSONRecords.entries(of: value, material.columns) {
                number += 1
                if case .object = item.value {
                    record(item, in: bytes, at: start).read(from: material, into: &result)
                } else {
                    let message = "this entry is no object and was left out: write `{\"text\": …}`"
                    result.problems.append(material.problem(message, at: start + item.offset))
                }
            }
        }

        private func record(_ item: JSONText, in bytes: [UInt8], at start: Int) -> Record {
            let range = ByteRange(start + item.range.lower, start + item.range.upper)
            var record = Record(number: number, range: range)
            let entry = JSONEntry(item, material.columns)
            if let place = entry.text, let (text, map) = JSONText.text(in: bytes, at: place.offset) {
                record.text = (text, map.shifted(by: start))
            }
            for field in RecordField.allCases where field != .text {
                for value in entry.values(of: field) {
                    if let words = JSONRecords.words(of: value, field) { record.set(field, to: words) }
                }
            }
            return record
        }
    }

    /// The objects of a file: those of an array, or of the one array of articles that stands in an object, however deep, or in the objects
    /// within it; the object itself where it has a text.
    private static func entries(of value: JSONText, _ columns: [String: RecordField]) -> [JSONText] {
        switch value.value {
        case .array(let items): return items
        case .object:
            guard JSONEntry(value, columns).text == nil else { return [value] }
            let lists = lists(in: value)
            let articles = lists.filter { $0.contains { JSONEntry($0, columns).text != nil } }
            if articles.count == 1 { return articles[0] }
            return lists.count == 1 ? lists[0] : [value]
        default: return [value]
        }
    }

    /// The arrays of objects in an object and in those within it.
    private static func lists(in value: JSONText) -> [[JSONText]] {
        guard case .object(let members) = value.value else { return [] }
        return members.flatMap { member -> [[JSONText]] in
            // An array of authors or the like is no array of articles.
            guard RecordField(name: member.name) == nil, !["bodies", "headlines"].contains(member.name) else {
                return []
            }
            guard case .array(let items) = member.value.value else { return lists(in: member.value) }
            if case .object? = items.first?.value { return [items] }
            return []
        }
    }

    /// What a value tells of a field in words: a text or a number, the name of an object, or all of these in an array.
    private static func words(of value: JSONText, _ field: RecordField) -> String? {
        switch value.value {
        case .string: return value.words
        // The number of an author or an outlet is a row of a table that is not here.
        case .number(let number): return [.byline, .outlet].contains(field) ? nil : number
        case .object:
            let names = ["name", "title", "main", "original", "rendered", "value"]
            return names.lazy.compactMap(value.member).compactMap { words(of: $0, field) }.first
        case .array(let items):
            let names = items.compactMap { words(of: $0, field) }
            guard names.count > 1 else { return names.first }
            return names.dropLast().joined(separator: ", ") + " and " + names[names.count - 1]
        default: return nil
        }
    }
}

extension [UInt8] {
    /// The lines that hold more than blanks, without their ends.
    var lineRanges: [ByteRange] {
        var lines: [ByteRange] = []
        var start = starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        while start < count {
            let end = self[start...].firstIndex(of: UInt8(ascii: "\n")) ?? count
            let line = TextLines.trimmed(ByteRange(start, end), in: self)
            if !line.isEmpty { lines.append(line) }
            start = end + 1
        }
        return lines
    }
}
