/// How often what was found with a confidence is right.
struct Reliability {
    /// A tenth of the scale.
    struct Bin {
        var count = 0
        var right = 0
        /// The sum of the stated confidences, in hundredths.
        var stated = 0
    }

    /// What was found with less than 0.1, 0.2, … and up to 1.
    private(set) var bins = [Bin](repeating: Bin(), count: 10)

    /// Counts one quote.
    mutating func count(confidence: Double, isRight: Bool) {
        let hundredths = Int((confidence * 100).rounded())
        let bin = max(0, min(9, hundredths / 10))
        bins[bin].count += 1
        bins[bin].stated += hundredths
        if isRight { bins[bin].right += 1 }
    }

    /// Counts what was found in an article; right are at least half of all words and the source.
    /// - Parameter kind: count quotes of this kind alone.
    mutating func count(_ annotated: AnnotatedComparison, kind: ComparedQuote.Kind? = nil) {
        let right = annotated.rightlyFound
        for (index, found) in annotated.comparison.found.enumerated() where kind == nil || found.kind == kind {
            count(confidence: annotated.confidences[index], isRight: right.contains(index))
        }
    }

    /// Counts the sources of what was found in an article with the right words; right is what overlaps the marked source.
    mutating func countSources(_ annotated: AnnotatedComparison) {
        let right = annotated.rightlyFound
        for index in annotated.withRightWords {
            guard let confidence = annotated.speakerConfidences[index] else { continue }
            count(confidence: confidence, isRight: right.contains(index))
        }
    }

    /// The number of quotes.
    var count: Int { bins.reduce(0) { $0 + $1.count } }

    /// How far stated and observed shares are apart, weighted by the number of quotes in each bin, in per cent.
    var calibrationError: String {
        Percent.text(bins.reduce(0) { $0 + abs($1.stated - 100 * $1.right) }, of: 100 * count)
    }

    /// The rows of a table in Markdown: the bin, the mean of the stated confidences, the share of right ones, their number.
    var rows: [String] {
        bins.indices.filter { bins[$0].count > 0 }.map { index in
            let bin = bins[index]
            let last = index == 9 ? "1.00" : "0.\(index)9"
            return
                "| 0.\(index)0–\(last) | \(Percent.text(bin.stated, of: 100 * bin.count)) | \(Percent.text(bin.right, of: bin.count)) | \(bin.count) |"
        }
    }
}
