import QueryLanguage
import Text

extension LanguageService {
    /// What can stand at an offset of a draft, best first. Only the statement at hand and the one before it are read: no
    /// other statement has a say in it, but by the names that it defines.
    package func completions(in draft: Draft, at offset: Int) -> [Completion] {
        let index = draft.index(at: offset) ?? draft.pieces.count
        let first = draft.pieces.indices.contains(index - 1) ? draft.pieces[index - 1] : nil
        let start = first?.range.lower ?? 0
        // The rest of the line is read too, for what a completion replaces.
        let end = draft.bytes[max(start, min(offset, draft.bytes.count))...].firstIndex { $0 == 0x0A || $0 == 0x0D }
        var service = self
        service.definitions = draft.definitions(above: index)
        let text = draft.bytes.text(ByteRange(start, end ?? draft.bytes.count))
        return service.completions(in: text, at: offset - start).map { completion in
            Completion(
                range: completion.range.shifted(by: start), insertion: completion.insertion, label: completion.label,
                detail: completion.detail)
        }
    }
}
