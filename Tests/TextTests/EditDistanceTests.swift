import Testing
import Text

@Suite struct EditDistanceTests {
    @Test(arguments: [
        ("kerry", "kerry", 0), ("kery", "kerry", 1), ("keryr", "kerry", 1), ("speeker", "speaker", 1), ("", "ab", 2),
        ("abc", "xyz", 3),
    ])
    func counts(a: String, b: String, distance: Int) {
        #expect(EditDistance.between(Array(a.utf8), Array(b.utf8), limit: 5) == distance)
    }

    @Test func stopsAtTheLimit() {
        #expect(EditDistance.between(Array("abcdef".utf8), Array("uvwxyz".utf8), limit: 2) == 3)
    }
}
