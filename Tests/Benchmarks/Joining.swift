import Annotator
import Articles
import Inventing

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Prints how well and how fast quotes are joined into statements.
enum Joining {
    static func run(_ counts: [Int]) {
        print("quotes joined into statements: pairs of quotes, processor time, most memory so far\n")
        print("    quotes   precision   recall   seconds   µs each        MB")
        for count in counts {
            let invented = InventedQuotes(count: count)
            let start = Measure.processorTime
            let statements = Annotator.statements(invented.quotes)
            let seconds = Measure.processorTime - start
            var groups = [Int](repeating: -1, count: count)
            for (number, statement) in statements.enumerated() {
                for quote in statement.quotes { groups[Int(quote) - 1] = number }
            }
            let score = PairwiseScore(
                found: invented.quotes.map { groups[Int($0.id) - 1] }, wanted: invented.utterances)
            let cells = [
                String(count), Benchmarks.rounded(100 * score.precision), Benchmarks.rounded(100 * score.recall),
                Benchmarks.rounded(seconds), Benchmarks.rounded(seconds * 1e6 / Double(count)),
                String(mostMemory / 1_000_000),
            ]
            print(cells.map { String(repeating: " ", count: max(1, 10 - $0.count)) + $0 }.joined())
            fflush(nil)
        }
    }

    /// The most memory that the process held at any time, in bytes.
    private static var mostMemory: Int {
        var usage = rusage()
        #if canImport(Glibc)
            getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
            return usage.ru_maxrss * 1024
        #else
            getrusage(RUSAGE_SELF, &usage)
            return usage.ru_maxrss
        #endif
    }
}
