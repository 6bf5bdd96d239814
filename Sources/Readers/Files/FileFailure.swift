/// Why the bytes of a file, or a part of them, could not be had.
enum FileFailure: Error, Hashable {
    /// It is larger when unpacked than what is read.
    case tooLarge
    /// What is packed is damaged at a byte; where another member of the file begins further on, that is unpacked next.
    case broken(atByte: Int)
    /// It ends in the middle of what is packed.
    case truncated
    /// The system could not read on after a byte, for a reason in its own words.
    case unreadable(atByte: Int, reason: String)

    /// Whether nothing comes after it.
    var isLast: Bool { if case .broken = self { false } else { true } }

    /// What is wrong with a file, and what to do.
    var message: String {
        switch self {
        case .tooLarge:
            "this file is larger than \(FileBytes.limit >> 20) MiB when unpacked: unpack it and cut it into articles"
        case .broken(let offset): "this file is damaged at byte \(offset), where it cannot be unpacked: get it again"
        case .truncated: "this file ends in the middle, so that it cannot be unpacked: get it again"
        case .unreadable(let offset, let reason):
            "this file cannot be read after byte \(offset): \(reason): add it again when it can"
        }
    }
}
