import MorningDigest
import WhoSaidKit

/// `morning-digest DAY SOURCE…`: prints what was said since the day before.
@main
struct Program {
    static func main() async throws {
        let arguments = CommandLine.arguments.dropFirst()
        guard let day = arguments.first, arguments.count > 1 else {
            return print("name a day, and an archive or a folder of articles: morning-digest 2014-01-14 seeds")
        }
        let archive = try await Archive.opening(Array(arguments.dropFirst()))
        print(try await MorningDigest(of: archive, on: day).markdown, terminator: "")
    }
}
