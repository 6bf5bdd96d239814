import Articles
import Dates
import Text

/// One article as a table or JSON tells it: its text with the way back to the file, and what is told beside it.
struct Record {
    /// The number in its file, from 1.
    let number: Int
    /// All of it in the material.
    let range: ByteRange
    /// The text, and where it stands in the material.
    var text: (bytes: [UInt8], map: OffsetMap)?
    private(set) var metadata = Metadata()
    /// What was told and could not be used.
    private(set) var objections: [String] = []

    init(number: Int, range: ByteRange) {
        self.number = number
        self.range = range
    }

    /// Puts in what is told of a field; what came first counts.
    mutating func set(_ field: RecordField, to value: String) {
        let value = value.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        guard !value.isEmpty else { return }
        switch field {
        case .text: break
        case .title: metadata.title = metadata.title ?? value
        case .outlet: metadata.outlet = metadata.outlet ?? value
        case .byline: metadata.byline = metadata.byline ?? Credits.name(ofByline: value)
        case .language: metadata.language = metadata.language ?? value
        case .url where value.hasPrefix("http://") || value.hasPrefix("https://"): metadata.url = metadata.url ?? value
        case .url: break
        case .published:
            guard metadata.published == nil else { return }
            if let date = StatedDate.interval(value) {
                metadata.published = DatedEvidence(date, .metadata)
            } else {
                objections.append(
                    "`\(value.printable)` is no date that is the same to everybody: write it as 2014-01-13")
            }
        }
    }

    /// Reads the article of this record, which stands in `material`, into `result`.
    func read(from material: Material, into result: inout Reading.Result) {
        guard let text else {
            let message =
                "this entry has no text: name its field or column `text`, or say which it is: --columns text=NAME"
            result.problems.append(problem(message, in: material))
            return
        }
        var told = material.metadata
        told.complete(with: metadata)
        if told.published == nil, let url = told.url, let date = AddressDate.find(in: url) {
            told.published = DatedEvidence(date.interval, .url)
        }
        let item = material.item(
            number, text: text.bytes, map: text.map, range: material.place(of: range), metadata: told)
        result.append(item.isMarkup ? Page.read(fragment: item) : Format.plainText.read(item))
        for objection in objections { result.problems.append(problem(objection, in: material, .note)) }
    }

    private func problem(_ message: String, in material: Material, _ severity: Reading.Problem.Severity = .failure)
        -> Reading.Problem
    {
        var problem = material.problem(message, at: range.lower, severity)
        problem.source += "#\(number)"
        return problem
    }
}

extension Material {
    /// Whether the text is written in HTML.
    var isMarkup: Bool {
        let text = String(decoding: bytes.prefix(Format.headLength), as: UTF8.self).lowercased()
        return ["</p>", "<p>", "<br", "</div>", "<p ", "</a>"].contains { text.contains($0) }
    }
}
