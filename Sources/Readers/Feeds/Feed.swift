import Articles
import Dates
import Text

/// The articles of a feed: RSS of any version, or Atom.
enum Feed {
    /// Whether a text begins as a feed does.
    static func isFeed(_ head: [UInt8]) -> Bool {
        let start = String(decoding: head.prefix(2048), as: UTF8.self).drop { $0.isWhitespace || $0 == "\u{FEFF}" }
        guard start.hasPrefix("<") else { return false }
        return ["<rss", "<feed", "<rdf:RDF"].contains { mark in
            guard let place = start.firstRange(of: mark) else { return false }
            return !start[..<place.lowerBound].contains("<html")
                && start[place.upperBound...].first.map { " >\n\r\t".contains($0) } == true
        }
    }

    /// Reads the articles of a feed.
    static func read(_ material: Material) -> Reading.Result {
        var result = Reading.Result()
        let (xml, map) = XMLReferences.numbered(material.bytes)
        let (tree, cut) = PageParser.parse(xml: xml)
        let steps = [tree.map] + (map.map { [$0] } ?? [])
        let items = tree.nodes.indices.filter { tree.nodes[$0].element == .item || tree.nodes[$0].element == .entry }
        if let cut {
            let place = map?.original(ByteRange(cut.offset, cut.offset)).lower ?? cut.offset
            result.problems.append(
                material.problem("this feed was read up to here only: \(cut.reason)", at: place))
        }
        guard !items.isEmpty else {
            result.problems.append(
                material.problem("no items were found in this feed: get it again if it should have some"))
            return result
        }
        let outlet = FeedItem(tree, items[0]).feedTitle.map(PageParser.unescaped)
        let language =
            tree.all(.language).first.map { tree.words(in: $0) }
            ?? tree.all(.feed).first.flatMap { tree.value(.xmlLang, of: $0) }
        for (index, node) in items.enumerated() {
            let item = FeedItem(tree, node)
            var metadata = material.metadata
            metadata.complete(with: item.metadata)
            metadata.complete(with: Metadata(outlet: outlet, language: language))
            guard let text = item.text, !text.isEmpty else {
                var problem = material.problem("this item of the feed has no text, only a title: it was left out")
                problem.source += "#\(index + 1)"
                result.problems.append(problem)
                continue
            }
            let made = item.markedUp.map { PageText(tree, in: $0) { _ in false } }
            let material = material.item(
                index + 1, text: made?.bytes ?? Array(tree.content[text.indices]),
                map: made?.map ?? OffsetMap(text.count, at: text.lower), range: material.range,
                metadata: metadata, through: steps)
            if made != nil {
                result.append(Format.plainText.read(material))
                continue
            }
            result.append(material.isMarkup ? Page.read(fragment: material) : Format.plainText.read(material))
        }
        return result
    }
}

/// One item of a feed.
private struct FeedItem {
    private let tree: PageTree
    private let node: Int

    init(_ tree: PageTree, _ node: Int) {
        self.tree = tree
        self.node = node
    }

    /// The fullest text that the item has, as a range of the tree's content.
    var text: ByteRange? { fullest.map { tree.nodes[$0].content } }

    /// The element of the fullest text where that is written in elements, as Atom's `xhtml` is, and not as a text of tags.
    var markedUp: Int? {
        fullest.flatMap { node in
            tree.descendants(of: node).contains { tree.nodes[$0].element.isBlock || tree.nodes[$0].element == .br }
                ? node : nil
        }
    }

    private var fullest: Int? {
        let told = [PageElement.encoded, .content, .description, .summary].lazy.compactMap { child($0) }
        return told.first { node in tree.content[tree.nodes[node].content.indices].contains { $0 > 0x20 } }
    }

    var metadata: Metadata {
        var metadata = Metadata(
            title: words(.title).map(PageParser.unescaped), byline: byline, url: address, language: nil)
        let stated = [PageElement.pubDate, .published, .dublinDate, .updated].lazy.compactMap {
            words($0).flatMap(StatedDate.interval)
        }
        metadata.published = stated.first.map { DatedEvidence($0, .metadata) }
        if metadata.published == nil, let address, let date = AddressDate.find(in: address) {
            metadata.published = DatedEvidence(date.interval, .url)
        }
        return metadata
    }

    /// The title of the feed that the item stands in.
    var feedTitle: String? {
        let channel = tree.all(.channel).first ?? tree.nodes[node].parent
        return children(of: channel).first { tree.nodes[$0].element == .title }.map { tree.words(in: $0) }.flatMap {
            $0.isEmpty ? nil : $0
        }
    }

    private var byline: String? {
        if let creator = words(.dublinCreator) { return Credits.name(ofByline: creator) }
        guard let author = child(.author) else { return nil }
        let name = children(of: author).first { tree.nodes[$0].element == .name } ?? author
        let words = tree.words(in: name)
        // RSS says `ann@post.example (Ann Lee)`.
        guard words.contains("@") else { return words.isEmpty ? nil : Credits.name(ofByline: words) }
        guard let open = words.firstIndex(of: "("), let close = words.lastIndex(of: ")"), open < close else {
            return nil
        }
        return String(words[words.index(after: open)..<close])
    }

    private var address: String? {
        if let link = link(of: node) { return link }
        guard let guid = child(.guid), tree.value(.isPermaLink, of: guid) != "false" else { return nil }
        return WebAddress.absolute(tree.words(in: guid), from: nil)
    }

    /// The address to which an item or a feed links as its own.
    private func link(of node: Int) -> String? {
        for link in children(of: node) where tree.nodes[link].element == .link {
            if let rel = tree.value(.rel, of: link), rel != "alternate" { continue }
            let address = tree.value(.href, of: link) ?? tree.words(in: link)
            if let address = WebAddress.absolute(address, from: base(of: link)) { return address }
        }
        return nil
    }

    /// The address from which those in an element lead on: the nearest one that is told, or else that of the feed.
    private func base(of link: Int) -> String? {
        var node = link
        while node != 0 {
            if let base = tree.value(.xmlBase, of: node) { return base }
            node = tree.nodes[node].parent
        }
        let feed = tree.nodes[self.node].parent
        return tree.nodes[link].parent == feed ? nil : self.link(of: feed)
    }

    private func words(_ element: PageElement) -> String? {
        child(element).map { tree.words(in: $0) }.flatMap { $0.isEmpty ? nil : $0 }
    }

    private func child(_ element: PageElement) -> Int? {
        children(of: node).first { tree.nodes[$0].element == element }
    }

    private func children(of node: Int) -> [Int] { tree.children(of: node) }
}
