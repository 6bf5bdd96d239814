import Testing
import Text

@testable import Evaluator

@Suite struct RegexTests {
    @Test(arguments: [
        ("a", "banana", ["a", "a", "a"]), ("an+", "bannana", ["ann", "an"]), ("a|na", "na", ["na"]),
        ("al-?Nusrah?", "al-Nusra and alNusrah", ["al-Nusra", "alNusrah"]), ("[a-c]+x?", "abcx d", ["abcx"]),
        ("[^a-z ]+", "ab 12 CD", ["12", "CD"]), ("\\d{4}-\\d{2}", "on 2014-01-13", ["2014-01"]),
        ("\\bfire\\b", "fire cease-fire fired", ["fire", "fire"]),
        ("^a", "aa", ["a"]), ("a$", "aa", ["a"]), ("(ab)+", "ababx", ["abab"]), ("a{2,3}", "aaaaa", ["aaa", "aa"]),
        ("a{2}", "aaaaa", ["aa", "aa"]),
        ("a+?", "aaa", ["a", "a", "a"]), ("(?:x|y)z", "xz yz", ["xz", "yz"]), ("é.", "né à la", ["é "]),
        ("日.", "日本", ["日本"]), ("x*", "abc", []),
        ("a{", "a{", ["a{"]), ("\\.", "a.b", ["."]), ("[]a]+", "]a", ["]a"]), ("(a|ab)(c|bcd)", "abcd", ["abcd"]),
        ("\\w+\\s\\w+", "one two", ["one two"]), ("()*a", "a", ["a"]), ("(a*)*b", "aab", ["aab"]),
    ]) func finds(pattern: String, text: String, expected: [String]) throws {
        let regex = try Regex(pattern, ignoresCase: false)
        #expect(regex.matches(in: text).map { Array(text.utf8).text($0) } == expected)
        #expect(regex.isIn(Array(text.utf8)) == !expected.isEmpty)
    }

    @Test(arguments: [
        ("al-?Nusrah?", ["al", "Nusra"]), ("a|b", []), ("(ab){2}c", ["ab", "c"]), ("(ab)*c", ["c"]),
        ("^né\\b.x$", ["né", "x"]),
        ("[a]b[^c]d[0-9]", ["ab", "d"]), ("x(y|z)w", ["x", "w"]),
    ]) func tellsWhatEveryMatchHolds(pattern: String, literals: [String]) throws {
        #expect(try RegexParser.parse(pattern).literals.map { String(decoding: $0, as: UTF8.self) } == literals)
    }

    @Test func ignoresCase() throws {
        #expect(try Regex("ÉCOLE [a-z]+", ignoresCase: true).matches(in: "école XY").count == 1)
        #expect(try Regex("école", ignoresCase: false).matches(in: "École").isEmpty)
    }

    @Test(arguments: [
        ("(a", RegexError.unclosed("(")), ("[a", .unclosed("[")), ("a)", .unexpected(")")),
        ("*a", .nothingToRepeat("*")),
        ("[z-a]", .badRange("z-a")), ("a{3,2}", .badRange("{3,2}")), ("\\p", .badEscape("\\p")),
        ("(a{1000}){1000}", .tooLarge(limit: Regex.sizeLimit)), ("a{99999}", .tooLarge(limit: RegexParser.countLimit)),
        (String(repeating: "(", count: 5000), .tooDeep(limit: RegexParser.depthLimit)), ("a\\", .badEscape("\\")),
    ]) func refuses(pattern: String, error: RegexError) {
        #expect(throws: error) { try Regex(pattern, ignoresCase: false) }
    }

    /// A backtracking engine would need longer than the universe for this.
    @Test func aHostileTextTakesItsLengthInSteps() throws {
        let text = String(repeating: "a", count: 4000) + "!"
        #expect(try Regex("(a+)+$", ignoresCase: false).matches(in: text).isEmpty)
        #expect(try Regex("(a|a)*b", ignoresCase: false).matches(in: text).isEmpty)
    }
}
