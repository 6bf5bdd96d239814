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
    /// found, or people marked, is kept. Two texts under one name are both kept, the second under a new name. Decisions stand in the
    /// order of the time at which they were made.
    /// - Parameters:
    ///   - archives: each with the name by which a conflict calls it.
    ///   - progress: told after each article how many were put in.
    package func merge(
        _ archives: [(name: String, archive: Archive)], progress: (Int) throws -> Void = { _ in }
    ) throws -> Merged {
        var merged = Merged()
        var known = KnownArticles()
        var batch: [AnnotatedArticle] = []
        func flush() throws {
            merged.added.add(try store.add(batch))
            batch = []
        }
        var done = 0
        for (name, archive) in archives {
            try archive.store.forEachAnnotatedArticle { article in
                if let article = known.take(article, from: name, &merged) { batch.append(article) }
                if batch.count == 64 { try flush() }
                done += 1
                try progress(done)
            }
        }
        try flush()
        let decisions = try archives.flatMap { name, archive in
            try archive.store.decisions().map { (name, $0) }
        }
        let inTime = decisions.enumerated().sorted {
            ($0.element.1.made.time, $0.offset) < ($1.element.1.made.time, $1.offset)
        }
        .map(\.element)
        merged.conflicts += Self.conflicts(inTime)
        merged.added.decisions = try store.keep(inTime.map(\.1))
        try store.link(Annotator.linker)
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

/// The articles that were put in so far, by name and by text.
private struct KnownArticles {
    private struct Entry {
        let archive: String
        let fingerprint: Fingerprint
        let metadata: Metadata
        let annotator: Int
    }

    private var byName: [String: Entry] = [:]
    private var names: [Fingerprint: [String]] = [:]

    /// Takes in an article.
    /// - Returns: the article as it is to be added, under a new name where another one has its own; nil for one that is there already.
    mutating func take(_ item: AnnotatedArticle, from archive: String, _ merged: inout Archive.Merged)
        -> AnnotatedArticle?
    {
        let source = item.article.source
        let fingerprint = source.fingerprint
        let metadata = item.article.metadata
        if let known = byName[source.name], known.fingerprint == fingerprint {
            if known.metadata != metadata {
                merged.conflicts.append(
                    "\(source.name): what is known of it differs in \(known.archive) and \(archive); that of \(known.archive) was kept"
                )
            }
            guard item.annotator > known.annotator else {
                merged.added.unchanged += 1
                return nil
            }
            var later = item
            later.article.metadata = known.metadata
            byName[source.name] = Entry(
                archive: known.archive, fingerprint: fingerprint, metadata: known.metadata, annotator: item.annotator)
            return later
        }
        let same = names[fingerprint]?.first { byName[$0]?.metadata == metadata && byName[$0]?.archive != archive }
        if same != nil {
            merged.added.unchanged += 1
            return nil
        }
        var name = source.name
        if let known = byName[name] {
            name = "\(source.name) (\(archive))"
            while byName[name] != nil { name += "'" }
            merged.conflicts.append(
                "\(source.name): its text in \(archive) is another than in \(known.archive); it was added as \(name)")
        }
        byName[name] = Entry(archive: archive, fingerprint: fingerprint, metadata: metadata, annotator: item.annotator)
        names[fingerprint, default: []].append(name)
        guard name != source.name else { return item }
        var renamed = item
        renamed.article.source = Source(name: name, bytes: source.bytes, origin: source.origin)
        return renamed
    }
}
