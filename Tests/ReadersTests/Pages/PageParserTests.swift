import Testing
import Text

@testable import Readers

@Suite struct PageParserTests {
    private func parse(_ page: String) -> (tree: PageTree, cut: PageParser.Cut?) { PageParser.parse(Array(page.utf8)) }

    /// Every text of the tree with the bytes of the page from which it was made.
    @Test(arguments: [
        ("<p>one <b>two</b></p>three", ["one ", "two", "three"], ["one ", "two", "three"]),
        ("<p>a &amp; b", ["a & b"], ["a &amp; b"]),
        ("<p>&eacute;t&#233; &#x201C;", ["été “"], ["&eacute;t&#233; &#x201C;"]),
        ("<p>R&D &c;", ["R&D &c;"], ["R&D &c;"]),
        ("<!-- x --><p>čaj\r\nčaj", ["čaj \nčaj"], ["čaj\r\nčaj"]),
        ("<p>a\u{1}b\u{FFFF}c", ["a b\u{FFFD}c"], ["a\u{1}b\u{FFFF}c"]),
    ])
    func textsKnowTheirPlace(page: String, texts: [String], originals: [String]) {
        let tree = parse(page).tree
        let nodes = tree.nodes.filter { $0.element == .text }
        let bytes = Array(page.utf8)
        #expect(nodes.map { tree.content.text($0.content) } == texts)
        #expect(nodes.map { bytes.text(tree.map.original($0.content)) } == originals)
    }

    @Test func aLongTextKnowsThePlaceOfItsEveryWord() {
        let words = (0..<20_000).map { "wörd\($0)" }
        let page = "<p>" + words.joined(separator: " ")
        let bytes = Array(page.utf8)
        let tree = parse(page).tree
        for word in Folding.words(in: tree.content).enumerated() where word.offset % 97 == 0 {
            #expect(bytes.text(tree.map.original(word.element.range)) == words[word.offset])
        }
    }

    /// Pages that are made to take for ever, or to exhaust the stack.
    @Test(
        .timeLimit(.minutes(10)),
        arguments: [
            String(repeating: "<div>", count: 12_000), String(repeating: "<b></i>", count: 12_000),
            String(repeating: "<a href=x>", count: 40_000), "<p " + String(repeating: "a=1 b ", count: 40_000) + ">x",
            String(repeating: "<", count: 1_000_000), String(repeating: "&amp", count: 12_000),
            "<!--" + String(repeating: "-", count: 1_000_000),
            String(repeating: "<table><tr><td>", count: 12_000),
            "<script>" + String(repeating: "<!--<script>", count: 18_000),
            "<p title='" + String(repeating: "x", count: 2_000_000),
        ])
    func noPageTakesForEver(page: String) {
        let (tree, _) = parse(page)
        for (index, node) in tree.nodes.enumerated() {
            #expect(node.parent <= index && index < node.end && node.end <= tree.nodes.count)
        }
    }

    @Test func whatIsNestedTooDeeplyStandsSideBySideAndIsRead() throws {
        let page = "<p>before</p>" + String(repeating: "<div>", count: 3000) + "<p>within</p></div><p>behind</p>"
        let (tree, cut) = parse(page)
        #expect(cut == nil)
        #expect(tree.words(in: 0) == "beforewithinbehind")
        var depths = [0]
        for node in tree.nodes.dropFirst() { depths.append(depths[node.parent] + 1) }
        #expect(depths.max() == PageParser.depthLimit + 1)
    }
}
