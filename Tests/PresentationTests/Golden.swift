import Foundation
import Testing

/// Texts as they should look, in files; `RECORD_GOLDEN=1` writes them anew.
enum Golden {
    static func expect(_ text: String, _ name: String, at location: SourceLocation = #_sourceLocation) throws {
        let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Golden/\(name)")
        if ProcessInfo.processInfo.environment["RECORD_GOLDEN"] == "1" {
            try Data(text.utf8).write(to: file)
            return
        }
        let golden = try String(decoding: Data(contentsOf: file), as: UTF8.self)
        #expect(text == golden, "differs from Golden/\(name)", sourceLocation: location)
    }
}
