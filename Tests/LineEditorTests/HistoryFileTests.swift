import Testing

@testable import LineEditor

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

struct HistoryFileTests {
    @Test(arguments: [
        ["quotes"], ["quotes where (\nkind = direct\n)"], [#"who said "a\"b""#, #"matches /\bn\\n/"#], ["é 日本 “…”"],
        ["one", "two", "two", "three"], ["a\\", "\\n", "\n\\\nb"], [" leading and trailing "],
    ])
    func roundTrip(statements: [String]) {
        let bytes = statements.flatMap { HistoryFile.encode($0).utf8 }
        #expect(HistoryFile.decode(bytes) == statements)
        #expect(bytes.count { $0 == UInt8(ascii: "\n") } == statements.count)
    }

    @Test(
        arguments: [
            ("", []), ("\n\n  \n", []), ("no line end", ["no line end"]), ("cut \\", ["cut "]),
            ("a\r\nb\n", ["a", "b"]),
            ("a\u{1B}[31mb\u{7}\u{202E}c\n", ["a[31mbc"]), ("odd \\x\n", ["odd x"]),
        ] as [(String, [String])])
    func damage(text: String, statements: [String]) {
        #expect(HistoryFile.decode(Array(text.utf8)) == statements)
    }

    @Test func anyBytesAndEveryCut() {
        let noise = (0..<2048).map { UInt8(truncatingIfNeeded: $0 &* 167 &+ $0 / 256) }
        for end in stride(from: 0, to: noise.count, by: 7) {
            for statement in HistoryFile.decode(Array(noise[..<end])) {
                #expect(!statement.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" || $0.value == 0x7F })
            }
        }
        #expect(HistoryFile.decode(Array("half\nwhole\n".utf8), isCut: true) == ["whole"])
    }

    @Test func aCutLineDoesNotSwallowTheNextStatement() throws {
        try withFolder { folder in
            let file = HistoryFile(path: folder + "/a/b/history")
            #expect(try file.read() == [])
            try file.append("one\ntwo")
            let handle = open(file.path, O_WRONLY | O_APPEND)
            #expect(write(handle, "half", 4) == 4)
            close(handle)
            try file.append("three")
            #expect(try file.read() == ["one\ntwo", "half", "three"])
            var status = stat()
            #expect(stat(file.path, &status) == 0)
            #expect(status.st_mode & 0o777 == 0o600)
        }
    }

    @Test func onlyTheEndOfALargeFileIsRead() throws {
        try withFolder { folder in
            let file = HistoryFile(path: folder + "/history")
            let long = String(repeating: "x", count: 400_000)
            for number in 1...4 { try file.append("\(number)" + long) }
            #expect(try file.read().map(\.first) == ["3", "4"])
        }
    }

    @Test func aFolderThatCannotBeMade() throws {
        try withFolder { folder in
            let blocked = HistoryFile(path: folder + "/file")
            try blocked.append("x")
            let file = HistoryFile(path: folder + "/file/whosaid/history")
            #expect(throws: HistoryFile.Failure(path: file.path, code: ENOTDIR)) { try file.append("quotes") }
        }
    }

    @Test(
        arguments: [
            (["XDG_STATE_HOME": "/s", "HOME": "/h"], "/s/whosaid/history"),
            (["XDG_STATE_HOME": "relative", "HOME": "/h"], "/h/.local/state/whosaid/history"),
            (["XDG_STATE_HOME": "", "HOME": "/h"], "/h/.local/state/whosaid/history"), (["HOME": ""], nil), ([:], nil),
        ] as [([String: String], String?)])
    func standardPlace(environment: [String: String], path: String?) {
        #expect(HistoryFile.standard { environment[$0] }?.path == path)
    }

    /// Runs a body with a folder of its own, and takes it away again.
    private func withFolder(_ body: (String) throws -> Void) throws {
        var template = Array("/tmp/whosaid-history-XXXXXX".utf8CString)
        let folder = try #require(mkdtemp(&template).map { String(cString: $0) })
        defer { system("rm -rf '\(folder)'") }
        try body(folder)
    }
}
