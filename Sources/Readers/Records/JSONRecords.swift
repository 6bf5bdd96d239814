import Text

/// Articles as JSON: one object a line (JSON Lines), an array of objects, one object, or an object with an array of them; ninjs, the
/// form of the news agencies, among them.
enum JSONRecords {
    /// Whether a text begins with a JSON object that has a text.
    static func areRecords(_ head: [UInt8]) -> Bool {
        guard let first = head.first(where: { $0 > 0x20 }), "{[".utf8.contains(first) else { return false }
        let text = String(decoding: head, as: UTF8.self).lowercased()
        return RecordField.text.names.contains { text.contains("\"\($0)\"") }
            || ["\"body_text\"", "\"body_xhtml\"", "\"body_html\"", "\"bodies\"", "\"full_text\""].contains {
                text.contains($0)
            }
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
            reader.read(whole: ByteRange(0, material.bytes.count), into: &result)
        }
        if result.articles.isEmpty, result.problems.isEmpty {
            result.problems.append(material.problem("this file holds no words: it was passed over"))
        }
        return result
    }

    /// Whether a text is JSON Lines of articles: its first line is a whole object.
    static func areLines(_ head: [UInt8]) -> Bool {
        guard areRecords(head), let line = head.lineRanges.first else { return false }
        if case .object? = (try? JSONText.parse(Array(head[line.indices])))?.value { return true }
        return false
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
                read(try JSONText.parse(bytes), in: bytes, at: line.lower, range: line, into: &result)
            } catch {
                number += 1
                result.problems.append(
                    material.problem("this line is no JSON (\(error.found)): it was left out", at: line.lower))
            }
        }

        mutating func read(whole range: ByteRange, into result: inout Reading.Result) {
            do {
                read(try JSONText.parse(material.bytes), in: material.bytes, at: 0, range: range, into: &result)
            } catch {
                let message = "this is no JSON (\(error.found)): mend it here, or write one object a line"
                result.problems.append(material.problem(message, at: error.offset))
            }
        }

        /// Reads the objects in a value; `bytes`, in which it stands, begin at `start`, and all of it lies in `range`.
        private mutating func read(
            _ value: JSONText, in bytes: [UInt8], at start: Int, range: ByteRange, into result: inout Reading.Result
        ) {
            for item in JSONRecords.items(of: value) {
                number += 1
                let place = ByteRange(start + item.offset, range.upper)
                if case .object(let members) = item.value {
                    record(members, in: bytes, at: start, range: place).read(from: material, into: &result)
                } else {
                    let message = "this entry is no object and was left out: write `{\"text\": …}`"
                    result.problems.append(material.problem(message, at: place.lower))
                }
            }
        }

        private func record(_ members: [JSONText.Member], in bytes: [UInt8], at start: Int, range: ByteRange) -> Record
        {
            var record = Record(number: number, range: range)
            for field in RecordField.allCases {
                for member in members
                where RecordField(name: member.name) == field || material.columns[member.name] == field {
                    if field == .text {
                        let told = JSONRecords.text(of: member.value)
                        if record.text == nil, let told, let (text, map) = JSONText.text(in: bytes, at: told.offset),
                            !text.isEmpty
                        {
                            record.text = (text, map.shifted(by: start))
                        }
                    } else if let value = JSONRecords.words(of: member.value) {
                        record.set(field, to: value)
                    }
                }
            }
            if record.text == nil, let body = members.first(where: { $0.name == "bodies" })?.value.fullestValue,
                let (text, map) = JSONText.text(in: bytes, at: body.offset)
            {
                record.text = (text, map.shifted(by: start))
            }
            if let headline = members.first(where: { $0.name == "headlines" })?.value.firstValue?.words {
                record.set(.title, to: headline)
            }
            return record
        }
    }

    /// The objects of a file: those of an array, or of the one array of objects in an object that has no text itself.
    private static func items(of value: JSONText) -> [JSONText] {
        switch value.value {
        case .array(let items): return items
        case .object(let members):
            if members.contains(where: { RecordField(name: $0.name) == .text && text(of: $0.value) != nil }) {
                return [value]
            }
            let lists = members.compactMap { member -> [JSONText]? in
                // An array of authors or the like is no array of articles.
                guard case .array(let items) = member.value.value, case .object? = items.first?.value,
                    RecordField(name: member.name) == nil, !["bodies", "headlines"].contains(member.name)
                else { return nil }
                return items
            }
            return lists.count == 1 ? lists[0] : [value]
        default: return [value]
        }
    }

    /// The string that a text is: itself, or the one of the names of a text in an object.
    private static func text(of value: JSONText) -> JSONText? {
        switch value.value {
        case .string: value
        case .object(let members): members.first { RecordField(name: $0.name) == .text }.flatMap { text(of: $0.value) }
        default: nil
        }
    }

    /// What a field tells in words: a text or a number, the name of an object, or all of these in an array.
    private static func words(of value: JSONText) -> String? {
        switch value.value {
        case .string: return value.words
        case .number(let number): return number
        case .object: return (value.member("name") ?? value.member("title")).flatMap(words)
        case .array(let items):
            let names = items.compactMap(words)
            guard names.count > 1 else { return names.first }
            return names.dropLast().joined(separator: ", ") + " and " + names[names.count - 1]
        default: return nil
        }
    }
}

extension JSONText {
    /// The `value` of the first object in an array, as ninjs has them.
    fileprivate var firstValue: JSONText? {
        guard case .array(let items) = value else { return nil }
        return items.first?.member("value")
    }

    /// The `value` of the object in an array that tells of paragraphs, which ninjs has beside plain ones; else of the first.
    fileprivate var fullestValue: JSONText? {
        guard case .array(let items) = value else { return nil }
        let marked = items.first { $0.member("contenttype")?.words?.lowercased().contains("html") ?? false }
        return (marked ?? items.first)?.member("value")
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
