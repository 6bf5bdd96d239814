import Annotator
package import ArticleStore
import Articles
import Dates
import Text

extension Archive {
    /// What came of the merging of archives.
    package struct Merged: Sendable {
        /// What was added: articles, and decisions.
        package var added = ArticleStore.Added()
        /// Where the archives disagree, and what was kept: one sentence each.
        package var conflicts: [String] = []
    }

    /// Puts all articles and decisions of some archives into this one, in their order.
    ///
    /// An article is the same where its text and what is known of it are; of the same article, what the later version of the annotator
    /// found, or people marked, is kept. Of two archives that know a source in several texts, the one that knows all texts of the other
    /// tells their order. Two texts under one name are else both kept, the second under a new name. What is told of people is joined.
    /// Decisions stand in the order of the time at which they were made.
    /// - Parameters:
    ///   - archives: each with the name by which a conflict calls it.
    ///   - progress: told after each article how many were put in.
    package func merge(
        _ archives: [(name: String, archive: Archive)], progress: (Int) throws -> Void = { _ in }
    ) throws -> Merged {
        var merged = Merged()
        let histories = try archives.map { try $0.archive.store.fingerprints() }
        var known = KnownArticles(histories: histories)
        var batch: [AnnotatedArticle] = []
        func flush() throws {
            merged.added.add(try store.add(batch))
            batch = []
        }
        var done = 0
        var last: String?
        // Articles that another archive knows longer come after those of the others.
        for isLonger in [true, false] {
            for (index, (name, archive)) in archives.enumerated() {
                last = nil
                try archive.store.forEachAnnotatedArticle(withOrigins: true) { article in
                    let source = article.article.source.name
                    guard known.isLongest(source, of: index) == isLonger else { return }
                    if let article = known.take(article, from: index, called: name, &merged) { batch.append(article) }
                    if batch.count == 64 { try flush() }
                    if source != last { done += 1 }
                    last = source
                    try progress(done)
                }
            }
        }
        try flush()
        merged.conflicts += try store.tell(of: archives.map { ($0.name, try $0.archive.store.knownSpeakers()) })
        let decisions = try archives.flatMap { name, archive in
            try archive.store.decisions().map { (name, $0) }
        }
        let inTime = decisions.enumerated().sorted {
            ($0.element.1.made.time, $0.offset) < ($1.element.1.made.time, $1.offset)
        }
        .map(\.element)
        merged.conflicts += Self.conflicts(inTime)
        merged.added.decisions = try store.keep(inTime.map(\.1))
        try store.link(Annotator.linker, isWhole: true)
        return merged
    }

    /// The corrections of two archives that give a property of a quote two values; the later one stands.
    private static func conflicts(_ decisions: [(archive: String, record: DecisionRecord)]) -> [String] {
        struct Place: Hashable {
            let reference: String
            let property: Decision.Property
        }
        var earlier: [Place: (archive: String, value: CorrectedValue)] = [:]
        var conflicts: [String] = []
        for (archive, record) in decisions where record.undone == nil {
            guard case .correct(let anchors, let property, let value) = record.decision else { continue }
            for anchor in anchors {
                let place = Place(reference: anchor.reference, property: property)
                if let before = earlier[place], before.archive != archive, before.value != value {
                    conflicts.append(
                        """
                        \(anchor.reference): \(property.rawValue) is \(before.value.description) in \(before.archive) and \
                        \(value.description) in \(archive); the later correction, that of \(archive), stands
                        """)
                }
                earlier[place] = (archive, value)
            }
        }
        return conflicts
    }
}

extension ArticleStore {
    /// Tells what several archives tell of people; of a name, what the first one tells.
    /// - Returns: where they disagree, one sentence each.
    fileprivate func tell(of archives: [(name: String, speakers: [KnownSpeaker])]) throws -> [String] {
        var joined: [KnownSpeaker] = []
        var tellers: [String: (archive: String, speaker: KnownSpeaker)] = [:]
        var conflicts: [String] = []
        for (archive, speakers) in archives {
            for speaker in speakers {
                if let known = tellers[speaker.name] {
                    guard known.speaker != speaker else { continue }
                    conflicts.append(
                        """
                        \(speaker.name): the names and roles that \(archive) tells are others than those of \(known.archive); those \
                        of \(known.archive) were kept
                        """)
                } else {
                    tellers[speaker.name] = (archive, speaker)
                    joined.append(speaker)
                }
            }
        }
        try tell(joined)
        return conflicts
    }
}

/// The articles that were put in so far, by name and by text.
private struct KnownArticles {
    private struct Entry {
        let index: Int
        let archive: String
        /// What was known of the article with each of its texts.
        var texts: [Fingerprint: Text]
    }

    private struct Text {
        let metadata: Metadata
        let annotator: Int
    }

    /// The texts of each source in each archive, oldest first.
    private let histories: [[String: [String]]]
    private var byName: [String: Entry] = [:]
    private var names: [Fingerprint: [String]] = [:]
    /// The names that sources of an archive have here, where others have theirs.
    private var renamed: [Int: [String: String]] = [:]

    init(histories: [[String: [String]]]) { self.histories = histories }

    /// Whether no archive knows all texts that a source has in one, and more.
    func isLongest(_ source: String, of index: Int) -> Bool {
        guard let own = histories[index][source] else { return true }
        return !histories.contains { other in
            guard let texts = other[source], texts.count > own.count else { return false }
            return Set(own).isSubset(of: texts)
        }
    }

    private func isChanged(_ source: String, of index: Int) -> Bool { (histories[index][source]?.count ?? 1) > 1 }

    /// Takes in an article as it was read from one of its texts.
    /// - Returns: the article as it is to be added, under a new name where another one has its own; nil for one that is there already.
    mutating func take(
        _ item: AnnotatedArticle, from index: Int, called archive: String, _ merged: inout Archive.Merged
    ) -> AnnotatedArticle? {
        let source = item.article.source
        let fingerprint = source.fingerprint
        let text = Text(metadata: item.article.metadata, annotator: item.annotator)
        var name = renamed[index]?[source.name] ?? source.name
        if let known = byName[name], known.index != index, let same = known.texts[fingerprint] {
            return merge(item, text, as: same, known, from: index, called: archive, &merged)
        }
        if !isChanged(source.name, of: index), byName[name]?.index != index,
            names[fingerprint]?.contains(where: { isSame($0, fingerprint, text, index) }) == true
        {
            merged.added.unchanged += 1
            return nil
        }
        if let known = byName[name], known.index != index {
            name = "\(source.name) (\(archive))"
            while byName[name] != nil { name += "'" }
            renamed[index, default: [:]][source.name] = name
            merged.conflicts.append(
                "\(source.name): its text in \(archive) is another than in \(known.archive); it was added as \(name)")
        }
        byName[name, default: Entry(index: index, archive: archive, texts: [:])].texts[fingerprint] = text
        names[fingerprint, default: []].append(name)
        guard name != source.name else { return item }
        var renamed = item
        renamed.article.source = Source(name: name, bytes: source.bytes, origin: source.origin)
        return renamed
    }

    /// Whether an article of another archive, which never changed, is one of another name.
    private func isSame(_ name: String, _ fingerprint: Fingerprint, _ text: Text, _ index: Int) -> Bool {
        guard let known = byName[name], known.index != index, known.texts.count == 1 else { return false }
        return known.texts[fingerprint]?.metadata == text.metadata
    }

    /// Keeps what the later annotator found in a text that two archives have.
    private mutating func merge(
        _ item: AnnotatedArticle, _ text: Text, as known: Text, _ entry: Entry, from index: Int,
        called archive: String, _ merged: inout Archive.Merged
    ) -> AnnotatedArticle? {
        let name = item.article.source.name
        // An article is counted, and told of, by its present text.
        guard histories[index][name]?.last == item.article.source.fingerprint.hex else { return nil }
        if known.metadata.placeless != text.metadata.placeless {
            merged.conflicts.append(
                "\(name): what is known of it differs in \(entry.archive) and \(archive); that of \(entry.archive) was kept"
            )
        }
        guard text.annotator > known.annotator else {
            merged.added.unchanged += 1
            return nil
        }
        var later = item
        later.article.metadata = known.metadata
        byName[name]?.texts[item.article.source.fingerprint] = Text(
            metadata: known.metadata, annotator: text.annotator)
        return later
    }
}

extension Metadata {
    /// The metadata without the place where the text prints the date.
    fileprivate var placeless: Metadata {
        var metadata = self
        metadata.published = published.map { DatedEvidence($0.value, $0.basis) }
        return metadata
    }
}
