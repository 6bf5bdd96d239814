import Foundation

/// The hand annotation of the five seeds, and the questions over them with their right answers.
enum Gold {
    static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()
    /// The folder of the seeds.
    static let seeds = root.appending(path: "seeds").path
    static let documents: [Document] = annotated.documents
    /// The quotes of different stories that report one utterance.
    static let clusters: [Cluster] = annotated.clusters.filter { !$0.kind.hasPrefix("outer/inner") }
    private static let annotated = decode("Tests/Gold/seeds_gold.json", as: Annotated.self)
    static let questions: [Question] = decode("Tests/Gold/questions.json", as: Questions.self).questions

    struct Annotated: Decodable {
        let documents: [Document]
        let clusters: [Cluster]
    }
    struct Questions: Decodable { let questions: [Question] }

    struct Cluster: Decodable {
        let kind: String
        let members: [String]
    }

    struct Document: Decodable {
        let id: String
        let quotes: [Quote]
        let decoys: [Span]
        /// The text of the source as code points, the unit of every offset.
        var text: [Unicode.Scalar] {
            Array(
                String(decoding: (try? Data(contentsOf: URL(filePath: "\(Gold.seeds)/\(id)"))) ?? Data(), as: UTF8.self)
                    .unicodeScalars)
        }
    }

    struct Quote: Decodable {
        let id: String
        let tier: String
        let kind: String
        let segments: [Span]
        let speaker: Span?
        let secondSpeaker: Span?
        let names: [String]
        let versions: [String: Version]?

        enum CodingKeys: String, CodingKey {
            case id, tier, kind, segments, speaker, versions
            case secondSpeaker = "speaker_2"
            case names = "speaker_names"
        }
    }

    struct Version: Decodable { let segments: [Span] }

    struct Span: Decodable {
        let start: Int
        let end: Int
        let text: String?
    }

    struct Question: Decodable {
        let n: Int
        let question: String
        let rows: [Row]?
        let alsoAcceptable: [Row]?

        enum CodingKeys: String, CodingKey {
            case n, question, rows
            case alsoAcceptable = "also_acceptable"
        }
    }

    struct Row: Decodable {
        let quote: String?
        let outlet: String?
        let speaker: String?
        let kind: String?
        let count: Int?
        let line: Int?

        enum CodingKeys: String, CodingKey {
            case outlet, speaker, kind, count, line
            case quote = "quote_id"
        }
    }

    private static func decode<Value: Decodable>(_ path: String, as type: Value.Type) -> Value {
        do {
            return try JSONDecoder().decode(type, from: Data(contentsOf: root.appending(path: path)))
        } catch {
            fatalError("\(path) cannot be read: \(error)")
        }
    }
}
