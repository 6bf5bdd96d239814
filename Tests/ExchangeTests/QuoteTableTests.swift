import Testing

@testable import Exchange

@Suite struct QuoteTableTests {
    @Test(arguments: [
        ("plain", "plain"), ("a, b", "\"a, b\""), ("say \"no\"", "\"say \"\"no\"\"\""), ("=1+1", "'=1+1"),
        ("-5 degrees", "'-5 degrees"), ("@SUM(A1)", "'@SUM(A1)"), ("+44, call", "\"'+44, call\""), ("\tx", "\"'\tx\""),
        ("Sørøya – café", "Sørøya – café"), ("two\r\nlines", "\"two\r\nlines\""), ("", ""),
    ])
    func aCellIsShownAndNeverCarriedOut(text: String, cell: String) {
        #expect(QuoteTable.cell(text) == cell)
    }

    @Test func theTableBeginsWithTheMarkOfUTF8() {
        #expect(Array(QuoteTable.head.utf8.prefix(3)) == [0xEF, 0xBB, 0xBF])
        #expect(QuoteTable.head.hasSuffix("corrected\r\n"))
    }
}
