import Testing

@testable import LineEditor

struct HistoryTests {
    private var history: History {
        var history = History(file: nil)
        for statement in [
            "quotes top 1", "articles", "articles", "  ", "quotes where (\nkind = direct)", "quotes top 2",
        ] {
            history.append(statement)
        }
        return history
    }

    @Test func repetitionsAndBlanksAreLeftOut() {
        #expect(history.entries == ["quotes top 1", "articles", "quotes where (\nkind = direct)", "quotes top 2"])
    }

    @Test(
        arguments: [
            (nil, "", 3), (3, "quotes top 2", 2), (nil, "quotes top 2", 2), (1, "articles", 0),
            (0, "quotes top 1", nil),
        ] as [(Int?, String, Int?)])
    func previous(place: Int?, shown: String, found: Int?) {
        #expect(history.previous(before: place, than: shown) == found)
    }

    @Test(
        arguments: [
            ("TOP", nil, 3), ("top", 3, 0), ("top", 0, nil), ("direct", nil, 2), ("", nil, nil), ("nothing", nil, nil),
        ] as [(String, Int?, Int?)])
    func search(query: String, place: Int?, found: Int?) {
        #expect(history.search(query, before: place) == found)
    }

    @Test(arguments: [
        ("quotes to", "p 2"), ("quotes wh", "ere ("), ("art", "icles"), ("a", ""), ("", ""), ("zz", ""),
        ("quotes top 2", ""),
    ])
    func suggestion(text: String, rest: String) {
        #expect(history.suggestion(for: text) == rest)
    }
}
