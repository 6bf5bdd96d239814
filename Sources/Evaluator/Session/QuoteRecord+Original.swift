import Articles
import Text

extension QuoteRecord {
    /// The same quote where the file prints it that its text was made from, such as a web page: the file's name in the place of the
    /// source's, and the line and the column there. Itself where its text is the file, or is one item of it.
    func printed(in origin: Articles.Origin?) -> QuoteRecord {
        // The lines of a file before one of its items are not kept.
        guard let origin, origin.range.lower == 0, let first = quote.segments.first else { return self }
        let lines = LineTable(origin.bytes)
        let place = origin.place(of: first)
        var record = self
        record.article.source = origin.file
        record.line = lines.line(at: place.lower)
        record.column = lines.column(at: place.lower)
        return record
    }
}

extension Session.Reason {
    /// Where the words of a quote stand in the file that its text was made from.
    static func original(of record: QuoteRecord, in origin: Articles.Origin) -> Session.Reason {
        let places = record.quote.segments.map { origin.place(of: $0) }
        let bytes = places.map { "\($0.lower)–\($0.upper)" }.joined(separator: ", ")
        let item = origin.item.map { "item \($0), " } ?? ""
        return Session.Reason(
            property: "original", value: origin.file, evidence: "\(item)bytes \(bytes), \(origin.characterSet)")
    }
}
