import Foundation
import Laws

/// The law that `LAW` in the environment names; the first one otherwise.
private let law: Law = environment("LAW").flatMap { Law(rawValue: $0) } ?? .script

private func environment(_ name: String) -> String? { ProcessInfo.processInfo.environment[name] }

/// What libFuzzer calls with every input: a law that is broken ends the program, and libFuzzer keeps the input.
@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    do {
        try law.check(Array(UnsafeBufferPointer(start: start, count: count)))
    } catch {
        fatalError("\(law): \(error)")
    }
    return 0
}

/// What libFuzzer calls first. With `UNPACK` it writes the dictionary and the seeds of a law into that folder, with
/// `PACK` it prints that folder's files as packed cases; then it ends.
@_cdecl("LLVMFuzzerInitialize")
public func initialize(_ count: UnsafeMutableRawPointer?, _ arguments: UnsafeMutableRawPointer?) -> CInt {
    do {
        if let folder = environment("UNPACK") {
            try unpack(into: URL(filePath: folder), corpus: environment("CORPUS") ?? "")
        } else if let folder = environment("PACK") {
            try pack(URL(filePath: folder))
        } else {
            return 0
        }
    } catch {
        FileHandle.standardError.write(Data("fuzz: \(error)\n".utf8))
        exit(1)
    }
    exit(0)
}

private func unpack(into folder: URL, corpus: String) throws {
    let seeds = folder.appending(path: "seeds")
    try FileManager.default.createDirectory(at: seeds, withIntermediateDirectories: true)
    try Seeds.dictionary.write(to: folder.appending(path: "dictionary"), atomically: false, encoding: .utf8)
    let kept = FileManager.default.contents(atPath: corpus).map { String(decoding: $0, as: UTF8.self) } ?? ""
    for (number, bytes) in (PackedCases.cases(kept) + Seeds.texts.map { Array($0.utf8) }).enumerated() {
        try Data(bytes).write(to: seeds.appending(path: "\(number)"))
    }
}

private func pack(_ folder: URL) throws {
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    let lines = try files.map { PackedCases.line([UInt8](try Data(contentsOf: folder.appending(path: $0)))) }
    for line in lines.sorted() { print(line) }
}
