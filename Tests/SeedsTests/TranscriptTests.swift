import Foundation
import Testing
import WhoSaidKit
import WhoSaidTesting

/// Every transcript of the README and every example script is run, over the seeds.
@Suite struct TranscriptTests {
    static let transcripts: [Transcript] = {
        let readme = (try? String(contentsOf: Gold.root.appending(path: "README.md"), encoding: .utf8)) ?? ""
        return readme.components(separatedBy: "```console\n").dropFirst().map { block in
            Transcript(block.components(separatedBy: "```")[0])
        }
    }()

    @Test func thereIsATranscript() { #expect(!Self.transcripts.flatMap(\.exchanges).isEmpty) }

    @Test(arguments: transcripts)
    func readmeSaysWhatIsPrinted(transcript: Transcript) throws {
        var codes: Set<String> = []
        #expect(try transcript.replayed(codes: &codes).description == transcript.description)
        #expect(codes.isEmpty)
    }

    static let scripts =
        ((try? FileManager.default.contentsOfDirectory(atPath: Gold.root.appending(path: "Examples").path)) ?? [])
        .filter { $0.hasSuffix(".ask") }.sorted()

    @Test(arguments: scripts)
    func exampleHolds(script: String) throws {
        let path = Gold.root.appending(path: "Examples/\(script)").path
        #expect(try ScriptCheck.failures(ofScript: path, in: Transcript.archive.get(), today: Transcript.today) == [])
    }
}
