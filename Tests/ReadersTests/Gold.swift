import Foundation

/// What people wrote down of the five seeds: `Tests/Gold/seeds_gold.json`; offsets are code points.
struct Gold: Decodable {
    let documents: [Document]

    struct Document: Decodable {
        let id: String
        let zones: [Zone]
        let versions: Versions?
    }

    struct Zone: Decodable {
        let type: String
        let start: Int
        let end: Int
    }

    struct Versions: Decodable {
        let paragraphs: [Paragraph]
    }

    struct Paragraph: Decodable {
        let line: Int
        let v0: Span
        let v1: Span
    }

    struct Span: Decodable, Hashable {
        let start: Int
        let end: Int
    }

    /// The folder of the package.
    static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    static let seeds = root.path + "/seeds"

    static func load() throws -> Gold {
        try JSONDecoder().decode(Gold.self, from: Data(contentsOf: root.appending(path: "Tests/Gold/seeds_gold.json")))
    }
}
