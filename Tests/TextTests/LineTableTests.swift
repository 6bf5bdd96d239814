import Testing
import Text

@Suite struct LineTableTests {
    /// Texts of one, some and many blocks, with line ends of all kinds at and around their ends.
    static let texts: [[UInt8]] =
        [0, 1, 2, 1023, 1024, 1025, 2048, 5000].flatMap { length in
            [[0x0A], [0x78], [0x78, 0x0D, 0x0A], [0x0D, 0x0A, 0x0D, 0x78, 0x78], [0x0D]].map { pattern in
                (0..<length).map { pattern[$0 % pattern.count] }
            }
        }

    @Test(arguments: texts)
    func linesAndColumnsAreThoseThatAreCounted(text: [UInt8]) {
        let table = LineTable(text)
        var (line, start, starts) = (1, 0, [0])
        var wrong: [Int] = []
        for offset in 0...text.count {
            if table.line(at: offset) != line || table.column(at: offset) != offset - start + 1 { wrong.append(offset) }
            guard offset < text.count else { break }
            let isEnd = text[offset] == 0x0A || text[offset] == 0x0D && text[(offset + 1)...].first != 0x0A
            if isEnd { (line, start) = (line + 1, offset + 1) }
            if isEnd { starts.append(start) }
        }
        #expect(wrong == [])
        var (found, next) = ([0], 0)
        while next < text.count {
            next = LineTable.end(ofLineAt: next, in: text)
            if next < text.count || LineTable.endsLine(next - 1, in: text) { found.append(next) }
        }
        #expect(found == starts)
    }
}
