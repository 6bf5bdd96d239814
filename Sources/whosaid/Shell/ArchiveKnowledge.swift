import Dispatch
import LanguageService
import WhoSaidKit

/// What an archive knows of what can be typed: names at once, everything else when it is first wanted, and nothing while somebody waits.
struct ArchiveKnowledge {
    private let names: Fetched<Vocabulary>
    private let values: ArchiveValues
    private let words: ArchiveWords

    init(_ archive: Archive) {
        // An archive that cannot be read says so where it is asked; here it only has no names.
        names = Fetched(on: DispatchQueue(label: "whosaid.names"), else: Vocabulary()) { try archive.vocabulary() }
        values = ArchiveValues(archive)
        words = ArchiveWords(archive)
    }

    /// The language with what is known of the archive by now.
    func service(_ patience: Patience) -> LanguageService {
        var service = LanguageService(vocabulary: names.value(patience) ?? Vocabulary())
        service.valuesOf = { [values] in values.values(of: $0, patience) }
        service.wordsBeginning = words.words
        service.likeliestWord = words.likeliest
        return service
    }
}
