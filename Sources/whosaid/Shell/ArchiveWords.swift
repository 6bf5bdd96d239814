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
        var tables: [Character: NameTable] = [:]
        var printed: [String: String] = [:]
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
        guard let form = Folding.words(in: typed).last?.form, let letter = form.first else { return [] }
        reader.sync { read(letter) }
        return entries(form, letter).prefix(Self.limit).compactMap { entry in
            guard let printed = printed(entry.name) else { return nil }
            return Vocabulary.Entry(name: printed, count: entry.count)
        }
    }

    /// The most frequent word that begins as is typed; nil also while those of this letter are still being read.
    func likeliest(beginningWith typed: String) -> String? {
        guard let form = Folding.words(in: typed).last?.form, let letter = form.first else { return nil }
        guard state.withLock({ $0.tables[letter] != nil }) else {
            let reading = DispatchWorkItem { self.read(letter) }
            reader.async(execute: reading)
            // Of a small archive it takes no time that anybody notices.
            return reading.wait(timeout: .now() + .milliseconds(3)) == .success ? likeliest(beginningWith: typed) : nil
        }
        return entries(form, letter).lazy.filter { $0.name.hasPrefix(form) }.prefix(2).compactMap(printed).first
    }

    private func entries(_ form: String, _ letter: Character) -> [Vocabulary.Entry] {
        state.withLock { $0.tables[letter] }?.entries(for: form) ?? []
    }

    private func read(_ letter: Character) {
        guard state.withLock({ $0.tables[letter] == nil }) else { return }
        // An archive that cannot be read says so where it is asked; here it only has no words.
        let words = (try? known.words(beginningWith: letter)) ?? []
        let table = NameTable(words.map { Vocabulary.Entry(name: $0.term, count: $0.quotes) })
        state.withLock { $0.tables[letter] = table }
    }

    private func printed(_ entry: Vocabulary.Entry) -> String? { printed(entry.name) }

    /// How a word is printed; nil for what is none.
    private func printed(_ form: String) -> String? {
        if let printed = state.withLock({ $0.printed[form] }) { return printed.isEmpty ? nil : printed }
        let printed = ((try? known.printed(form)) ?? nil)?.withoutControls()
        state.withLock { $0.printed[form] = printed ?? "" }
        return printed
    }
}
