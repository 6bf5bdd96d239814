import ArticleStore
import Dispatch
import Evaluator
import LanguageService
import LineEditor
import Synchronization
import Text
import WhoSaidKit

/// The words of an archive for whoever types one. Those that begin with one letter are read at once, on a thread of their own and once
/// only, because of a large archive that takes longer than a key may.
///
/// A class, because that thread and the prompt share what was read.
final class ArchiveWords: Sendable {
    private struct State {
        var tables: [Character: Fetched<NameTable>] = [:]
        var printed: [String: Fetched<String?>] = [:]
    }

    /// No list is longer.
    private static let limit = 24

    private let known: KnownWords
    private let state = Mutex(State())
    private let reader = DispatchQueue(label: "whosaid.words")

    init(_ archive: Archive) { known = KnownWords(archive.store) }

    /// The words that begin as is typed, most frequent first, as they are printed; where there are none, those that have its letters in
    /// order.
    func words(beginningWith typed: String) -> [Vocabulary.Entry] {
        guard let form = Folding.words(in: typed).last?.form else { return [] }
        return entries(form, .tab).prefix(Self.limit).compactMap { entry in
            printed(entry.name, .tab).map { Vocabulary.Entry(name: $0, count: entry.count) }
        }
    }

    /// The most frequent word that begins as is typed; nil also while those of this letter are still being read.
    func likeliest(beginningWith typed: String) -> String? {
        guard let form = Folding.words(in: typed).last?.form else { return nil }
        return entries(form, .key).lazy.filter { $0.name.hasPrefix(form) }.prefix(2)
            .compactMap { self.printed($0.name, .key) }.first
    }

    private func entries(_ form: String, _ patience: Patience) -> [Vocabulary.Entry] {
        guard let letter = form.first else { return [] }
        return table(letter).value(patience)?.entries(for: form) ?? []
    }

    /// The words of one letter.
    private func table(_ letter: Character) -> Fetched<NameTable> {
        state.withLock { state in
            if let table = state.tables[letter] { return table }
            // An archive that cannot be read says so where it is asked; here it only has no words.
            let table = Fetched(on: reader, else: NameTable([])) { [known] in
                let words = try known.words(beginningWith: letter)
                return NameTable(words.map { Vocabulary.Entry(name: $0.term, count: $0.quotes) })
            }
            state.tables[letter] = table
            return table
        }
    }

    /// How a word is printed; nil for what is none.
    private func printed(_ form: String, _ patience: Patience) -> String? {
        let reading = state.withLock { state in
            if let reading = state.printed[form] { return reading }
            let reading = Fetched(on: reader, else: nil) { [known] in try known.printed(form)?.withoutControls() }
            state.printed[form] = reading
            return reading
        }
        return reading.value(patience) ?? nil
    }
}
