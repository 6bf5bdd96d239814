/// The records of JSON Lines, one after the other, out of pieces of the file.
///
/// A class, because it goes on with an open file.
final class LineRecords {
    private let input: ChunkedBytes
    private var place: RecordPlace
    private let read: @Sendable (Material, Int) -> Reading.Result
    private var number = 0
    private var isAtEnd = false

    /// - Parameter read: reads one line, which is the record of a number.
    init(
        _ input: ChunkedBytes, _ place: RecordPlace,
        read: @escaping @Sendable (_ line: Material, _ number: Int) -> Reading.Result
    ) {
        self.input = input
        self.place = place
        self.read = read
    }

    /// The next line that is not empty; nil at the end of the file.
    func next() -> Reading.Piece? {
        while !isAtEnd {
            var line: [UInt8]
            do throws(FileFailure) {
                line = try nextLine()
            } catch {
                isAtEnd = error.isLast
                // The rest of the line in which it is damaged is lost.
                _ = input.take(input.count)
                return piece(Reading.Problem(source: place.name, message: error.message))
            }
            place.start = input.offset - line.count
            defer { place.line += 1 }
            if place.start == 0, line.starts(with: [0xEF, 0xBB, 0xBF]) {
                line.removeFirst(3)
                place.start = 3
            }
            guard line.contains(where: { $0 > 0x20 }) else { continue }
            guard line.count <= PieceStream.recordLimit else {
                number += 1
                return piece(
                    Reading.Problem(
                        source: place.name, line: place.line,
                        message: "this line is longer than \(PieceStream.recordLimit >> 20) MiB: it was left out"))
            }
            number += 1
            let (record, number, place, read) = (line, number, place, read)
            return Reading.Piece(file: place.file, size: input.newlyRead()) {
                let (material, note) = place.material(record)
                var result = read(material, number)
                result.add(note, of: place)
                return result
            }
        }
        return nil
    }

    /// The next line with its end; what is longer than any record loses what follows.
    private func nextLine() throws(FileFailure) -> [UInt8] {
        var searched = 0
        while true {
            if let end = input.lineEnd(from: searched) { return input.take(end) }
            searched = input.count
            if searched > PieceStream.recordLimit { return try skipLine() }
            if try !input.fill() {
                isAtEnd = true
                return input.take(input.count)
            }
        }
    }

    /// Passes over the rest of a line.
    private func skipLine() throws(FileFailure) -> [UInt8] {
        let line = input.take(input.count)
        while try input.fill() {
            if let end = input.lineEnd(from: 0) {
                _ = input.take(end)
                return line
            }
            _ = input.take(input.count)
        }
        isAtEnd = true
        return line
    }

    private func piece(_ problem: Reading.Problem) -> Reading.Piece {
        Reading.Piece(file: place.file, size: input.newlyRead()) { Reading.Result(problems: [problem]) }
    }
}

extension Reading.Result {
    /// Tells what was assumed of the encoding of a record.
    mutating func add(_ note: DecodedText.Note?, of place: RecordPlace) {
        guard let note, !articles.isEmpty else { return }
        problems.append(
            Reading.Problem(source: place.name, line: place.line, message: note.message, severity: .note))
    }
}
