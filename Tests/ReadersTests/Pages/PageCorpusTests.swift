import Articles
import Foundation
import Testing
import Text

@testable import Readers

/// Measures what is found of the articles of saved pages against their texts by hand. The pages lie outside of the project.
///
/// The measure is that of the public benchmark of article extraction: precision and recall over stretches of four words, averaged over
/// the pages; their harmonic mean.
@Suite struct PageCorpusTests {
    static let folder = URL(
        filePath: ProcessInfo.processInfo.environment["WHOSAID_CORPORA"]
            ?? Gold.root.deletingLastPathComponent().path + "/shared/corpora"
    ).appending(path: "pages")

    static var isThere: Bool { FileManager.default.fileExists(atPath: folder.path + "/gold.json") }

    private struct Page: Decodable {
        let articleBody: String
    }

    @Test(.enabled(if: isThere, "the saved pages are not here: name the folder that holds them in WHOSAID_CORPORA"))
    func runningTextIsFoundOnSavedPages() throws {
        let gold = try JSONDecoder().decode(
            [String: Page].self, from: Data(contentsOf: Self.folder.appending(path: "gold.json")))
        var precisions: [Double] = []
        var recalls: [Double] = []
        var time = Duration.zero
        for (index, (name, page)) in gold.sorted(by: { $0.key < $1.key }).enumerated() {
            let bytes = [UInt8](try Data(contentsOf: Self.folder.appending(path: "html/\(name).html.gz")))
            let start = ContinuousClock.now
            let result = Reading.read(bytes, of: name + ".html.gz", metadata: Metadata())
            time += ContinuousClock.now - start
            try ConformanceTests.check(
                result, of: try Gunzip.unpack(bytes, limit: FileBytes.limit), isWhole: index % 8 == 0)
            let found = result.articles.flatMap { article in
                article.versions[0].zones.filter { $0.kind == .body || $0.kind == .subheading }.map {
                    article.source.bytes.text($0.range)
                }
            }.joined(separator: "\n")
            let (printed, wanted) = (Self.shingles(found), Self.shingles(page.articleBody))
            let shared = printed.reduce(0) { $0 + min($1.value, wanted[$1.key] ?? 0) }
            if !printed.isEmpty { precisions.append(Double(shared) / Double(printed.values.reduce(0, +))) }
            recalls.append(Double(shared) / Double(wanted.values.reduce(0, +)))
        }
        let precision = precisions.reduce(0, +) / Double(precisions.count)
        let recall = recalls.reduce(0, +) / Double(recalls.count)
        let score = 2 * precision * recall / (precision + recall)
        let speed = Double(gold.count) / (Double(time.components.seconds) + Double(time.components.attoseconds) / 1e18)
        print(
            "running text of \(gold.count) saved pages: precision \(Self.rounded(precision)), recall \(Self.rounded(recall)), "
                + "F1 \(Self.rounded(score)); \(Int(speed)) pages a second")
        #expect(score >= 0.96)
    }

    private static func rounded(_ share: Double) -> String { String(format: "%.4f", share) }

    /// The stretches of four words in a text, each with how often it stands there.
    private static func shingles(_ text: String) -> [[String]: Int] {
        let words = text.split { !($0.isLetter || $0.isNumber || $0 == "_") }.map(String.init)
        guard !words.isEmpty else { return [:] }
        var counts: [[String]: Int] = [:]
        for start in 0...max(0, words.count - 4) {
            counts[Array(words[start..<min(start + 4, words.count)]), default: 0] += 1
        }
        return counts
    }
}
