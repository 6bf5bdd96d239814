import Articles
import Text

/// One document of a text in which many stand, one below the other: its zones, and what it tells of itself.
protocol ExportedDocument {
    var zones: [Zone] { get }
    var metadata: Metadata { get }
}

extension Material {
    /// Reads the documents that stand in some ranges of the text, each an article of its own; one without a text is a problem.
    func read(_ ranges: [ByteRange], _ document: ([UInt8]) -> some ExportedDocument) -> Reading.Result {
        var result = Reading.Result()
        for (index, range) in ranges.enumerated() {
            let item = item(
                index + 1, text: Array(bytes[range.indices]), map: OffsetMap(range.count, at: range.lower),
                range: place(of: range), metadata: metadata)
            let document = document(item.bytes)
            guard document.zones.contains(where: { $0.kind == .body }) else {
                var problem = problem("this document has no text: it was left out", at: range.lower)
                problem.source += "#\(index + 1)"
                result.problems.append(problem)
                continue
            }
            var metadata = item.metadata
            metadata.complete(with: document.metadata)
            result.articles.append(
                Article(source: item.source, metadata: metadata, versions: [Version(number: 0, zones: document.zones)]))
        }
        return result
    }
}
