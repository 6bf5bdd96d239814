import WhoSaidKit

/// Who was quoted on a subject, a line each: `Ann Lee: The bridge is safe (The Paper)`.
public func digest(of archive: Archive, about word: String) async throws -> [String] {
    let reply = try await archive.ask("who said $word", ["word": .words(word)])
    return reply.rows.map { row in
        let speakers = row.speakers.isEmpty ? "unknown" : row.speakers.joined(separator: " and ")
        return "\(speakers): \(row.text ?? "") (\(row.outlets.joined(separator: ", ")))"
    }
}
