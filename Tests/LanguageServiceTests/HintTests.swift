import Dates
import Testing
import Text

@testable import LanguageService

@Suite struct HintTests {
    @Test(
        arguments: [
            ("quotes since yesterday", "quotes since yesterday⟨= 2016-08-31⟩"),
            ("quotes since 2014-01-13", "quotes since 2014-01-13"),
            ("quotes in May by Kerry", "quotes in May⟨= 2016-05⟩ by Kerry⟨= John Kerry⟩"),
            ("quotes by Bush", "quotes by Bush"), ("quotes by John Kerry", "quotes by John Kerry"),
            ("what did Kerry say", "what did Kerry⟨= John Kerry⟩ say"),
            ("quotes where speaker = Kerry", "quotes where speaker = Kerry⟨= John Kerry⟩"),
            ("quotes where outlet = Kerry", "quotes where outlet = Kerry"), ("who said Kerry", "who said Kerry"),
        ])
    func showsWhatIsMeant(text: String, expected: String) {
        let draft = Draft(text)
        var bytes = draft.bytes
        let hints = LanguageService.sample.hints(in: draft, ByteRange(0, bytes.count), today: .sample)
        for hint in hints.reversed() { bytes.insert(contentsOf: "⟨\(hint.label)⟩".utf8, at: hint.offset) }
        #expect(String(decoding: bytes, as: UTF8.self) == expected)
    }
}
