package import Articles
import Text

extension Annotator {
    /// For every speaker as found in one article, the number of the person, organisation or group it is in the archive.
    ///
    /// Persons are one where their last names are equal and their given names are, or are spellings of one name (`Sergey`, `Sergei`); a last
    /// name alone joins nobody. Organisations and described sources are one where their folded names are equal.
    package static func people(_ speakers: [Speaker]) -> [Int] {
        var numbers: [Int] = []
        var persons: [String: [(given: [String], number: Int)]] = [:]
        var others: [String: Int] = [:]
        var next = 0
        func new() -> Int {
            next += 1
            return next - 1
        }
        for speaker in speakers {
            let words = Folding.words(in: speaker.name).map(\.form)
            guard speaker.kind == .person, let last = words.last else {
                let key = "\(speaker.kind.rawValue) \(words.joined(separator: " "))"
                let number = others[key] ?? new()
                others[key] = number
                numbers.append(number)
                continue
            }
            let given = Array(words.dropLast())
            if let known = persons[last, default: []].first(where: { isOneName($0.given, given) }) {
                numbers.append(known.number)
            } else {
                let number = new()
                persons[last, default: []].append((given, number))
                numbers.append(number)
            }
        }
        return numbers
    }

    /// Whether the given names of two people with one last name can be one person's.
    private static func isOneName(_ a: [String], _ b: [String]) -> Bool {
        guard let first = a.first, let second = b.first else { return a.isEmpty && b.isEmpty }
        return first == second || isOneSpelling(first, second)
    }

    /// Whether two names differ in one letter in their second half, as transliterations do.
    private static func isOneSpelling(_ a: String, _ b: String) -> Bool {
        let a = Array(a.utf8)
        let b = Array(b.utf8)
        guard min(a.count, b.count) >= 4, abs(a.count - b.count) <= 1 else { return false }
        let head = zip(a, b).prefix { $0 == $1 }.count
        let tail = zip(a.reversed(), b.reversed()).prefix { $0 == $1 }.count
        // One letter in common at the start is enough in a long name only: `Muhammad`, `Mohammad`, but `Jean` and `Joan`.
        return head >= (a.count >= 6 ? 1 : 2) && head + tail >= max(a.count, b.count) - 1
    }
}
