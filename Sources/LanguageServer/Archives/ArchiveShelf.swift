import Evaluator
import LanguageService
import WhoSaidKit

/// The archives that open scripts are about, each opened once and opened anew when it has changed on the disk.
struct ArchiveShelf {
    /// The one that all scripts are about, whatever they say.
    let forced: String?
    private(set) var entries: [String: Entry] = [:]
    /// Counts what was opened: another number, another state of an archive.
    private var clock = 0
    /// When it is, as the loop knows it.
    var now = ContinuousClock.now

    /// For so long a state of the disk is taken to last; longer by far than looking takes.
    private static let patience = Duration.milliseconds(250)

    init(_ forced: String?) { self.forced = forced }

    /// An archive by its path.
    struct Entry {
        /// What is known of it: while another state is being opened, the state before.
        var contents: OpenArchive?
        /// Why it could not be opened the last time.
        var problem: String?
        var isOpening = false
        var stamp: FileStamp
        /// When the disk is looked at next.
        var next: ContinuousClock.Instant
    }

    /// Whether an archive must be opened: it is new here, or is not on the disk as it was.
    mutating func mustOpen(_ path: String) -> Bool {
        if let entry = entries[path] {
            guard !entry.isOpening, now >= entry.next else { return false }
            let start = ContinuousClock.now
            let stamp = FileStamp(path)
            entries[path]?.next = now + max(Self.patience, (ContinuousClock.now - start) * 50)
            guard stamp != entry.stamp else { return false }
            entries[path]?.stamp = stamp
        } else {
            entries[path] = Entry(stamp: FileStamp(path), next: now + Self.patience)
        }
        entries[path]?.isOpening = true
        return true
    }

    /// Takes in what became of an opening.
    mutating func opened(_ path: String, _ outcome: Result<OpenArchive, OpenArchive.Failure>) {
        entries[path]?.isOpening = false
        switch outcome {
        case .success(var contents):
            clock += 1
            contents.state = clock
            entries[path]?.contents = contents
            entries[path]?.problem = nil
        case .failure(let failure):
            entries[path]?.contents = nil
            entries[path]?.problem = failure.sentence
        }
    }
}

/// An archive and what editors ask of it all the time.
struct OpenArchive: Sendable {
    let archive: Archive
    let names: NameBook
    let vocabulary: Vocabulary
    /// Tells this state of the archive from every other one.
    var state = 0

    /// Why an archive cannot be used, for a person.
    struct Failure: Error {
        let sentence: String
    }

    init(_ path: String, cache: String?, progress: (Archive.Progress) -> Void) throws(Failure) {
        do {
            archive = try Archive.open([path], cache: cache, progress: progress)
            names = archive.names
            vocabulary = try archive.vocabulary()
        } catch {
            throw Failure(sentence: String(describing: error))
        }
    }
}
