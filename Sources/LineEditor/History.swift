/// The statements that were typed, oldest first, and the file that keeps them.
package struct History: Sendable {
    /// Statements, oldest first, each once in a row.
    package private(set) var entries: [String] = []
    /// Where they are kept; nil for a prompt that leaves no trace.
    private let file: HistoryFile?
    /// What went wrong with the file, told once.
    package private(set) var problem: String?

    /// Reads the history of earlier sessions.
    package init(file: HistoryFile?) {
        self.file = file
        guard let file else { return }
        do { entries = try file.read() } catch { problem = error.message }
    }

    /// Puts a statement at the end, and into the file at once.
    package mutating func append(_ statement: String) {
        let statement = statement.withoutControls(keepingLineEnds: true)
        guard !statement.allSatisfy(\.isWhitespace), statement != entries.last else { return }
        entries.append(statement)
        guard problem == nil, let file else { return }
        do { try file.append(statement) } catch { problem = error.message }
    }

    /// The entry before `place` (nil: before the line of one's own) that is not what is shown already.
    func previous(before place: Int?, than shown: String) -> Int? {
        entries[..<min(place ?? entries.count, entries.count)].lastIndex { $0 != shown }
    }

    /// The newest entry before `place` (nil: of all) that holds `query`, whatever the case; nil for an empty query.
    func search(_ query: String, before place: Int?) -> Int? {
        let query = query.lowercased()
        guard !query.isEmpty else { return nil }
        return entries[..<min(place ?? entries.count, entries.count)].lastIndex { $0.lowercased().contains(query) }
    }

    /// What the newest entry that begins with `text` has behind it on the same line; empty where there is none.
    func suggestion(for text: String) -> String {
        guard text.utf8.count >= 2, let entry = entries.last(where: { $0.hasPrefix(text) && $0 != text }) else {
            return ""
        }
        return String(entry.utf8.dropFirst(text.utf8.count).prefix { $0 != UInt8(ascii: "\n") }) ?? ""
    }
}
