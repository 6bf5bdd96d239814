import Text

/// A regular expression that takes time in proportion to the text, whatever the pattern and whatever the text.
///
/// A backtracking engine would let one line in an article from a stranger stop the program; this one runs all ways to
/// match side by side (Thompson's construction, with Pike's threads for the bounds of a match).
struct Regex: Hashable, Sendable {
    /// The largest number of instructions.
    static let sizeLimit = 4000
    /// The most matches that are reported in one text; a bound on the work, not on what matches.
    static let matchLimit = 64

    private let program: [Instruction]
    private let ignoresCase: Bool
    /// What stands in every text that matches.
    private let literals: [ByteSearch]

    /// Compiles a pattern.
    init(_ pattern: String, ignoresCase: Bool) throws(RegexError) {
        var compiler = Compiler()
        let syntax = try RegexParser.parse(pattern)
        try compiler.add(syntax)
        try compiler.emit(.match)
        program = compiler.program
        literals = ignoresCase ? [] : syntax.literals.map { ByteSearch($0) }
        self.ignoresCase = ignoresCase
    }

    private enum Instruction: Hashable, Sendable {
        case take(ScalarSet)
        case lineStart, lineEnd
        case wordBoundary(isNegated: Bool)
        case jump(Int)
        /// Both ways; the first is preferred.
        case split(Int, Int)
        case match
    }

    private struct Compiler {
        var program: [Instruction] = []

        mutating func emit(_ instruction: Instruction) throws(RegexError) {
            if program.count >= Regex.sizeLimit { throw .tooLarge(limit: Regex.sizeLimit) }
            program.append(instruction)
        }

        mutating func add(_ syntax: RegexSyntax) throws(RegexError) {
            switch syntax {
            case .empty: break
            case .scalar(let set): try emit(.take(set))
            case .lineStart: try emit(.lineStart)
            case .lineEnd: try emit(.lineEnd)
            case .wordBoundary(let isNegated): try emit(.wordBoundary(isNegated: isNegated))
            case .sequence(let parts): for part in parts { try add(part) }
            case .alternatives(let arms): try addAlternatives(arms)
            case .repeated(let inner, let lower, let upper, let isGreedy):
                for _ in 0..<lower { try add(inner) }
                guard let upper else { return try addLoop(inner, isGreedy) }
                try addOptional(inner, upper - lower, isGreedy)
            }
        }

        private mutating func addAlternatives(_ arms: [RegexSyntax]) throws(RegexError) {
            var ends: [Int] = []
            for (index, arm) in arms.enumerated() {
                guard index + 1 < arms.count else {
                    try add(arm)
                    break
                }
                let split = program.count
                try emit(.split(split + 1, 0))
                try add(arm)
                ends.append(program.count)
                try emit(.jump(0))
                program[split] = .split(split + 1, program.count)
            }
            for end in ends { program[end] = .jump(program.count) }
        }

        private mutating func addLoop(_ inner: RegexSyntax, _ isGreedy: Bool) throws(RegexError) {
            let split = program.count
            try emit(.jump(0))
            try add(inner)
            try emit(.jump(split))
            program[split] = isGreedy ? .split(split + 1, program.count) : .split(program.count, split + 1)
        }

        private mutating func addOptional(_ inner: RegexSyntax, _ count: Int, _ isGreedy: Bool) throws(RegexError) {
            var splits: [Int] = []
            for _ in 0..<count {
                splits.append(program.count)
                try emit(.jump(0))
                try add(inner)
            }
            let end = program.count
            for split in splits { program[split] = isGreedy ? .split(split + 1, end) : .split(end, split + 1) }
        }
    }
}

// MARK: - Running

extension Regex {
    /// The leftmost matches in a text that are not empty, in order and without overlap, as byte ranges.
    func matches(in text: String) -> [ByteRange] {
        let scalars = Array(text.unicodeScalars)
        var offsets = [0]
        offsets.reserveCapacity(scalars.count + 1)
        for scalar in scalars { offsets.append(offsets[offsets.count - 1] + UTF8.width(scalar)) }
        var found: [ByteRange] = []
        var start = 0
        while start <= scalars.count, found.count < Regex.matchLimit, let match = firstMatch(scalars, from: start) {
            if match.isEmpty {
                start = match.upperBound + 1
            } else {
                found.append(ByteRange(offsets[match.lowerBound], offsets[match.upperBound]))
                start = match.upperBound
            }
        }
        return found
    }

    /// Whether there is such a match in a stretch of UTF-8.
    func isIn(_ text: [UInt8]) -> Bool {
        guard literals.allSatisfy({ $0.isIn(text) }) else { return false }
        let scalars = Array(String(decoding: text, as: UTF8.self).unicodeScalars)
        var start = 0
        while start <= scalars.count, let match = firstMatch(scalars, from: start) {
            if !match.isEmpty { return true }
            start = match.upperBound + 1
        }
        return false
    }

    private func firstMatch(_ text: [Unicode.Scalar], from start: Int) -> Range<Int>? {
        var current = Threads(size: program.count)
        var next = Threads(size: program.count)
        var best: Range<Int>?
        var position = start
        while true {
            if best == nil { add(0, startedAt: position, to: &current, text, position) }
            if current.list.isEmpty, best != nil { return best }
            for thread in current.list {
                switch program[thread.instruction] {
                case .take(let set):
                    if position < text.count, set.contains(text[position], ignoringCase: ignoresCase) {
                        add(thread.instruction + 1, startedAt: thread.start, to: &next, text, position + 1)
                    }
                    continue
                case .match:
                    best = thread.start..<position
                default:
                    continue
                }
                break
            }
            guard position < text.count else { return best }
            position += 1
            swap(&current, &next)
            next.removeAll()
        }
    }

    private struct Thread {
        var instruction: Int
        var start: Int
    }

    /// The ways still open at one position, best first, each instruction at most once.
    private struct Threads {
        var list: [Thread] = []
        private var isIn: [Bool]

        init(size: Int) { isIn = Array(repeating: false, count: size) }

        mutating func insert(_ instruction: Int) -> Bool {
            if isIn[instruction] { return false }
            isIn[instruction] = true
            return true
        }

        mutating func removeAll() {
            list.removeAll(keepingCapacity: true)
            for index in isIn.indices { isIn[index] = false }
        }
    }

    /// Adds the instruction, or all those to which it leads without taking a code point.
    private func add(
        _ instruction: Int, startedAt start: Int, to threads: inout Threads, _ text: [Unicode.Scalar], _ position: Int
    ) {
        var open = [instruction]
        while let index = open.popLast() {
            guard threads.insert(index) else { continue }
            switch program[index] {
            case .take, .match:
                threads.list.append(Thread(instruction: index, start: start))
            case .jump(let target):
                open.append(target)
            case .split(let first, let second):
                open.append(second)
                open.append(first)
            case .lineStart:
                if position == 0 || text[position - 1] == "\n" { open.append(index + 1) }
            case .lineEnd:
                if position == text.count || text[position] == "\n" { open.append(index + 1) }
            case .wordBoundary(let isNegated):
                let before = position > 0 && text[position - 1].isWordPart
                let after = position < text.count && text[position].isWordPart
                if (before != after) != isNegated { open.append(index + 1) }
            }
        }
    }
}
