/// Where the bytes of a text stand in what it was made from, when it was unescaped, translated from another character set, or taken
/// out of a page.
///
/// It is a list of runs of characters that each take so many bytes here and so many there; what was put in, such as the line end
/// between two paragraphs, takes none there. Every byte of the text lies in one run.
///
///     var map = OffsetMap()
///     map.append(3, at: 10)                              // `tea`, word for word
///     map.append(1, each: 1, at: 13, eachThere: 5)       // `&`, for `&amp;`
///     map.original(ByteRange(1, 4))                      // 11..<18
package struct OffsetMap: Hashable, Sendable {
    private(set) var runs: [Run] = []

    /// The number of bytes of the text that are accounted for.
    package private(set) var count = 0

    struct Run: Hashable, Sendable {
        var text: Int
        var original: Int
        var characters: Int
        var width: Int32
        var originalWidth: Int32
    }

    /// The map of an empty text.
    package init() {}

    /// The map of a text that stands there as it is.
    package init(_ count: Int, at original: Int) { append(count, at: original) }

    /// Accounts for the next characters of the text.
    /// - Parameters:
    ///   - characters: how many.
    ///   - width: the bytes that each takes in the text.
    ///   - original: where the first one stands.
    ///   - originalWidth: the bytes that each takes there.
    package mutating func append(
        _ characters: Int, each width: Int = 1, at original: Int, eachThere originalWidth: Int = 1
    ) {
        guard characters > 0, width > 0 else { return }
        defer { count += characters * width }
        if let last = runs.last, last.width == width, last.originalWidth == originalWidth,
            last.original + last.characters * originalWidth == original
        {
            runs[runs.count - 1].characters += characters
        } else {
            runs.append(
                Run(
                    text: count, original: original, characters: characters, width: Int32(width),
                    originalWidth: Int32(originalWidth)))
        }
    }

    /// Accounts for the next characters of the text as another map does.
    package mutating func append(_ other: OffsetMap) {
        for run in other.runs {
            append(run.characters, each: Int(run.width), at: run.original, eachThere: Int(run.originalWidth))
        }
    }

    /// The map where the original stands so many bytes further on.
    package func shifted(by distance: Int) -> OffsetMap {
        var map = self
        for index in map.runs.indices { map.runs[index].original += distance }
        return map
    }

    /// The bytes there for which a range of the text stands, whole characters of them.
    package func original(_ range: ByteRange) -> ByteRange {
        guard let first = index(of: range.lower) else { return ByteRange(end, end) }
        let lower = offset(of: range.lower, in: runs[first], roundingUp: false)
        guard !range.isEmpty, let last = index(of: range.upper - 1) else { return ByteRange(lower, lower) }
        return ByteRange(lower, offset(of: range.upper, in: runs[last], roundingUp: true))
    }

    /// Where the last character ends there.
    private var end: Int { runs.last.map { $0.original + $0.characters * Int($0.originalWidth) } ?? 0 }

    private func offset(of text: Int, in run: Run, roundingUp: Bool) -> Int {
        if run.width == run.originalWidth { return run.original + text - run.text }
        let distance = text - run.text + (roundingUp ? Int(run.width) - 1 : 0)
        return run.original + distance / Int(run.width) * Int(run.originalWidth)
    }

    /// The run that holds the byte at `offset`.
    private func index(of offset: Int) -> Int? {
        guard offset >= 0, offset < count else { return nil }
        return runs.partitioningIndex { $0.text > offset } - 1
    }
}
