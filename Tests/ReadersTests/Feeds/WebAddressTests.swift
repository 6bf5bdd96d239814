import Testing

@testable import Readers

@Suite struct WebAddressTests {
    @Test(
        arguments: [
            ("https://a.example/x", nil, "https://a.example/x"), ("/x", nil, nil), ("", "https://a.example/", nil),
            ("/x", "https://a.example/blog/b?c", "https://a.example/x"),
            ("/x", "https://a.example", "https://a.example/x"),
            ("x", "https://a.example/blog/", "https://a.example/blog/x"),
            ("x", "https://a.example", "https://a.example/x"),
            ("x", "https://a.example/blog/b?c=/d", "https://a.example/blog/x"), ("x", "ftp://a.example/", nil),
            ("//b.example/x", "http://a.example/", "http://b.example/x"), ("x", "/blog/", nil),
            ("mailto:ann@a.example", "https://a.example/", nil), ("tag:a.example,2014:x", "https://a.example/", nil),
        ] as [(String, String?, String?)])
    func aLinkLeadsOnFromItsPage(link: String, base: String?, address: String?) {
        #expect(WebAddress.absolute(link, from: base) == address)
    }
}
