import ArticleStore
import Articles
import Dispatch
import LanguageService
import QueryLanguage
import Synchronization
import WhoSaidKit

/// What the quotes of an archive have as places, occasions, roles and so on, for whoever types one. Each is read once, on a thread of its
/// own, when it is first asked for.
///
/// A class, because that thread and the prompt share what was read.
final class ArchiveValues: Sendable {
    private let archive: Archive
    private let tables = Mutex<[Field: Fetched<NameTable>]>([:])
    private let reader = DispatchQueue(label: "whosaid.values")

    init(_ archive: Archive) { self.archive = archive }

    /// The values of a field, most frequent first; nil where the archive has none, or while they are still being read.
    func values(of field: Field, _ patience: Patience) -> NameTable? {
        guard [.place, .occasion, .medium, .to, .role, .organisation].contains(field) else { return nil }
        let reading = tables.withLock { tables in
            if let reading = tables[field] { return reading }
            // An archive that cannot be read says so where it is asked; here it only has no values.
            let reading = Fetched(on: reader, else: NameTable([])) { NameTable(try self.entries(field)) }
            tables[field] = reading
            return reading
        }
        return reading.value(patience)
    }

    private func entries(_ field: Field) throws -> [Vocabulary.Entry] {
        switch field {
        case .place: try printed(.place)
        case .occasion: try printed(.occasion)
        case .medium: try printed(.medium)
        case .to: try printed(.addressee)
        case .role: try properties(\.role)
        default: try properties(\.organisation)
        }
    }

    private func printed(_ part: PrintedPart) throws -> [Vocabulary.Entry] {
        try archive.store.values(of: part).map { Vocabulary.Entry(name: $0.text, count: $0.quotes) }
    }

    private func properties(_ property: KeyPath<Speaker, String?>) throws -> [Vocabulary.Entry] {
        var counts: [String: Int] = [:]
        for record in try archive.store.speakers() where record.quotes > 0 {
            if let value = record.speaker[keyPath: property] { counts[value, default: 0] += record.quotes }
        }
        return counts.map { Vocabulary.Entry(name: $0.key, count: $0.value) }
            .sorted { ($1.count, $0.name) < ($0.count, $1.name) }
    }
}
