import CLibXML2
import Text

/// Reads the HTML of a page, in UTF-8, into its tree.
///
/// libxml2 reads the tags; the tree is our own, because libxml2's forgets where a text stood in the page.
enum PageParser {
    /// Elements that stand deeper than this stand side by side there, as in browsers.
    static let depthLimit = 512
    /// A page with more mistakes than this is read up to there.
    static let mistakeLimit = 100_000
    /// The same for the elements that are searched in all, because each mistake costs a search of what is open.
    static let searchLimit = 100_000_000
    /// A tag with more attributes than this is a bomb.
    static let attributeLimit = 4_000

    /// The tree, and why the rest of the page was not read where it was not.
    static func parse(_ page: [UInt8]) -> (tree: PageTree, cut: Cut?) {
        if let offset = firstBloatedTag(page) {
            var (tree, cut) = parse(Array(page[..<offset]))
            cut = cut ?? Cut(offset: offset, reason: "a tag has more than \(attributeLimit) attributes")
            return (tree, cut)
        }
        guard !page.isEmpty, page.count < Int(Int32.max) else { return (PageTree(), nil) }
        return withoutControls(page).withUnsafeBufferPointer { buffer in
            buffer.withMemoryRebound(to: CChar.self) { characters in
                guard let context = htmlCreateMemoryParserCtxt(characters.baseAddress, Int32(characters.count)) else {
                    return (PageTree(), Cut(offset: 0, reason: "there is no memory left for it"))
                }
                defer { htmlFreeParserCtxt(context) }
                var growing = GrowingPage(page: buffer, context: context)
                return withUnsafeMutablePointer(to: &growing) { pointer in
                    run(context, pointer)
                    pointer.pointee.finish()
                    return (pointer.pointee.tree, pointer.pointee.cut)
                }
            }
        }
    }

    /// A text in which characters are still written as entities, as where a page escaped them twice.
    static func unescaped(_ text: String) -> String {
        guard text.contains("&"), text.contains(";") else { return text }
        let content = String(decoding: parse(Array(text.utf8)).tree.content, as: UTF8.self)
        return content.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    /// Why a page was not read to its end, and where.
    struct Cut {
        let offset: Int
        let reason: String
    }

    /// The tree of an XML text in UTF-8. Nothing outside of it is read, and no entities that it makes up are known, so that none can be
    /// blown up.
    static func parse(xml: [UInt8]) -> (tree: PageTree, cut: Cut?) {
        guard !xml.isEmpty, xml.count < Int(Int32.max) else { return (PageTree(), nil) }
        return withoutControls(xml).withUnsafeBufferPointer { buffer in
            buffer.withMemoryRebound(to: CChar.self) { characters in
                guard let context = xmlCreateMemoryParserCtxt(characters.baseAddress, Int32(characters.count)) else {
                    return (PageTree(), Cut(offset: 0, reason: "there is no memory left for it"))
                }
                defer { xmlFreeParserCtxt(context) }
                var growing = GrowingPage(page: buffer, context: context)
                return withUnsafeMutablePointer(to: &growing) { pointer in
                    let options =
                        XML_PARSE_RECOVER.rawValue | XML_PARSE_NOERROR.rawValue | XML_PARSE_NOWARNING.rawValue
                        | XML_PARSE_NONET.rawValue | XML_PARSE_IGNORE_ENC.rawValue
                    _ = xmlCtxtUseOptions(context, Int32(options))
                    prepare(context, pointer)
                    _ = xmlParseDocument(context)
                    pointer.pointee.finish(mustBeClosed: true)
                    return (pointer.pointee.tree, pointer.pointee.cut)
                }
            }
        }
    }

    private static func run(_ context: htmlParserCtxtPtr, _ growing: UnsafeMutablePointer<GrowingPage>) {
        let options =
            HTML_PARSE_RECOVER.rawValue | HTML_PARSE_NOERROR.rawValue | HTML_PARSE_NOWARNING.rawValue
            | HTML_PARSE_NONET.rawValue | HTML_PARSE_IGNORE_ENC.rawValue | HTML_PARSE_NODEFDTD.rawValue
        _ = htmlCtxtUseOptions(context, Int32(options))
        prepare(context, growing)
        _ = htmlParseDocument(context)
    }

    private static func prepare(_ context: xmlParserCtxtPtr, _ growing: UnsafeMutablePointer<GrowingPage>) {
        // The bytes are UTF-8 whatever the page says of itself: its own word was heeded before.
        _ = xmlSwitchEncoding(context, XML_CHAR_ENCODING_UTF8)
        var handler = xmlSAXHandler()
        handler.initialized = UInt32(XML_SAX2_MAGIC)
        handler.startElement = { GrowingPage.at($0)?.pointee.start($1, $2) }
        handler.endElement = { GrowingPage.at($0)?.pointee.end($1) }
        handler.startElementNs = { data, name, prefix, _, _, _, count, _, list in
            GrowingPage.at(data)?.pointee.start(name, prefix, count, list)
        }
        handler.endElementNs = { data, name, prefix, _ in GrowingPage.at(data)?.pointee.end(name, prefix) }
        handler.characters = { GrowingPage.at($0)?.pointee.text($1, $2) }
        handler.ignorableWhitespace = { GrowingPage.at($0)?.pointee.text($1, $2) }
        handler.cdataBlock = { GrowingPage.at($0)?.pointee.text($1, $2) }
        handler.serror = { data, _ in GrowingPage.at(data)?.pointee.mistake() }
        context.pointee.sax.pointee = handler
        context.pointee.userData = UnsafeMutableRawPointer(growing)
    }

    /// The page with a blank for each byte that no page may have and libxml2 would leave out, so that every text stands in it as a whole.
    private static func withoutControls(_ page: [UInt8]) -> [UInt8] {
        var page = page
        for index in page.indices {
            switch page[index] {
            // XML makes one character of the two that end a line.
            case 0x0D where index + 1 < page.count && page[index + 1] == 0x0A: page[index] = 0x20
            case 0x00...0x08, 0x0B, 0x0C, 0x0E...0x1F: page[index] = 0x20
            // U+FFFE and U+FFFF become U+FFFD.
            case 0xBE...0xBF where index >= 2 && page[index - 1] == 0xBF && page[index - 2] == 0xEF: page[index] = 0xBD
            default: break
            }
        }
        return page
    }

    /// Where a tag begins that has too many attributes; libxml2 compares each of them with all before it.
    private static func firstBloatedTag(_ page: [UInt8]) -> Int? {
        var index = 0
        while let start = page[index...].firstIndex(of: UInt8(ascii: "<")) {
            index = start + 1
            guard index < page.count, (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(page[index] | 0x20) else {
                continue
            }
            var blanks = 0
            var quote: UInt8 = 0
            while index < page.count {
                let byte = page[index]
                if quote != 0 {
                    if byte == quote { quote = 0 }
                } else if byte == UInt8(ascii: ">") {
                    break
                } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
                    quote = byte
                    blanks += 1
                } else if byte <= 0x20 || byte == UInt8(ascii: "/") {
                    blanks += 1
                }
                index += 1
            }
            if blanks > 4 * attributeLimit { return start }
        }
        return nil
    }
}

/// A page's tree while libxml2 reads the page.
private struct GrowingPage {
    private(set) var tree = PageTree()
    private(set) var cut: PageParser.Cut?
    private let page: UnsafeBufferPointer<UInt8>
    private let context: htmlParserCtxtPtr
    private var open: [(node: Int, name: String)] = [(0, "")]
    /// Up to where texts of the page are in the tree.
    private var position = 0
    private var mistakes = 0
    private var searched = 0

    init(page: UnsafeBufferPointer<UInt8>, context: htmlParserCtxtPtr) {
        self.page = page
        self.context = context
    }

    static func at(_ data: UnsafeMutableRawPointer?) -> UnsafeMutablePointer<GrowingPage>? {
        data?.assumingMemoryBound(to: GrowingPage.self)
    }

    /// How far libxml2 has come in the page.
    private var offset: Int {
        guard let input = context.pointee.input else { return position }
        return min(page.count, Int(input.pointee.consumed) + (input.pointee.cur - input.pointee.base))
    }

    /// An element of HTML begins; its attributes are names and values in turn.
    mutating func start(_ name: UnsafePointer<xmlChar>?, _ list: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?) {
        guard let name, cut == nil else { return }
        var attributes: [(name: PageAttribute, value: String)] = []
        var index = 0
        while let list, let key = list[index] {
            if let attribute = PageAttribute(named: String(cString: key)) {
                attributes.append((attribute, list[index + 1].map { String(cString: $0) } ?? ""))
            }
            index += 2
        }
        start(String(cString: name), attributes)
    }

    /// An element of XML begins; each attribute is a name, a prefix, an address, and both ends of a value.
    mutating func start(
        _ name: UnsafePointer<xmlChar>?, _ prefix: UnsafePointer<xmlChar>?, _ count: Int32,
        _ list: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?
    ) {
        guard let name, cut == nil else { return }
        var attributes: [(name: PageAttribute, value: String)] = []
        for index in stride(from: 0, to: Int(count) * 5, by: 5) {
            guard let list, let key = list[index], let value = list[index + 3], let end = list[index + 4],
                let attribute = PageAttribute(named: GrowingPage.name(key, list[index + 1]))
            else { continue }
            let bytes = UnsafeBufferPointer(start: value, count: end - value)
            attributes.append((attribute, String(decoding: bytes, as: UTF8.self)))
        }
        start(GrowingPage.name(name, prefix), attributes)
    }

    private mutating func start(_ name: String, _ attributes: [(name: PageAttribute, value: String)]) {
        if open.count > PageParser.depthLimit {
            tree.close(open.removeLast().node)
        }
        let node = tree.open(PageElement(named: name), below: open[open.count - 1].node, attributes: attributes)
        open.append((node, name))
    }

    private static func name(_ name: UnsafePointer<xmlChar>, _ prefix: UnsafePointer<xmlChar>?) -> String {
        guard let prefix = prefix.map({ String(cString: $0) }), prefix != "xhtml" else { return String(cString: name) }
        return prefix + ":" + String(cString: name)
    }

    mutating func end(_ name: UnsafePointer<xmlChar>?, _ prefix: UnsafePointer<xmlChar>? = nil) {
        guard let name, cut == nil else { return }
        let closed = GrowingPage.name(name, prefix)
        guard let index = open.lastIndex(where: { $0.name == closed }) else { return }
        for element in open[index...].reversed() { tree.close(element.node) }
        open.removeSubrange(index...)
    }

    mutating func text(_ characters: UnsafePointer<xmlChar>?, _ count: Int32) {
        guard let characters, count > 0, cut == nil else { return }
        let text = UnsafeBufferPointer(start: characters, count: Int(count))
        let parent = open[open.count - 1].node
        let end = offset
        if let start = place(of: text, endingAt: end) {
            tree.append(text, below: parent, at: start, isWhole: false, originalCount: text.count)
            position = start + text.count
        } else {
            // What is not there word for word is an entity, or lost a broken byte: it stands for all since the text before it.
            var start = end
            while start > position, end - start < 64, start == end || page[start] != UInt8(ascii: "&") { start -= 1 }
            tree.append(text, below: parent, at: start, isWhole: true, originalCount: end - start)
            position = end
        }
    }

    mutating func mistake() {
        mistakes += 1
        searched += Int(context.pointee.nameNr)
        if mistakes == PageParser.mistakeLimit { return stop("it has more than \(PageParser.mistakeLimit) mistakes") }
        if searched > PageParser.searchLimit { stop("it has too many mistakes in elements that stand in one another") }
    }

    /// Where a text stands that libxml2 has just read: up to where it is, or when it empties a full buffer, up to the end of the
    /// character at which it is, or before the end of a CDATA section.
    private func place(of text: UnsafeBufferPointer<UInt8>, endingAt end: Int) -> Int? {
        if let input = context.pointee.input?.pointee, let start = text.baseAddress, let base = input.base,
            base <= start, start + text.count <= input.end
        {
            // It was given where it stands, and not as a copy.
            return Int(input.consumed) + (start - base)
        }
        for ahead in [0, 1, 2, 3, 4, -1, -2, -3] {
            let start = end + ahead - text.count
            guard start >= position, end + ahead <= page.count else { continue }
            if page[start..<(end + ahead)].elementsEqual(text) { return start }
        }
        return nil
    }

    private mutating func stop(_ reason: String) {
        cut = PageParser.Cut(offset: offset, reason: reason)
        xmlStopParser(context)
    }

    /// Closes what is open, which in XML nothing may be at the end.
    mutating func finish(mustBeClosed: Bool = false) {
        if mustBeClosed, cut == nil, open.count > 1 {
            cut = PageParser.Cut(offset: page.count, reason: "it ends in the middle")
        }
        for element in open.reversed() { tree.close(element.node) }
        open = [(0, "")]
    }
}
