import Text

/// A web page as its elements and texts in the order of the page.
///
/// A node's descendants are those that follow it up to its `end`, so every pass over the page is a loop and no depth of nesting can
/// exhaust the stack.
struct PageTree {
    /// The elements and texts; the first one, which has no name, holds all others.
    private(set) var nodes: [Node] = [Node(element: .other, parent: 0, end: 1)]
    /// The texts of the page without its tags, with entities resolved.
    private(set) var content: [UInt8] = []
    /// Where `content` stands in the page.
    private(set) var map = OffsetMap()
    private var attributes: [(name: PageAttribute, value: String)] = []

    /// An element, or a text between tags.
    struct Node {
        let element: PageElement
        /// The index of the element that holds it.
        let parent: Int
        /// The index after its last descendant.
        fileprivate(set) var end: Int
        /// The bytes of `content` that stand in it.
        fileprivate(set) var content = ByteRange(0, 0)
        fileprivate var attributes = 0..<0
    }

    /// The value of an attribute; nil where the element has none.
    func value(_ name: PageAttribute, of node: Int) -> String? {
        for index in nodes[node].attributes where attributes[index].name == name { return attributes[index].value }
        return nil
    }

    /// The nodes that a node holds, at any depth.
    func descendants(of node: Int) -> Range<Int> { (node + 1)..<nodes[node].end }

    /// The nodes that stand in a node itself.
    func children(of node: Int) -> [Int] {
        var children: [Int] = []
        var child = node + 1
        while child < nodes[node].end {
            children.append(child)
            child = nodes[child].end
        }
        return children
    }

    /// The elements of one kind, in the order of the page.
    func all(_ element: PageElement) -> [Int] { nodes.indices.filter { nodes[$0].element == element } }

    /// The words in a node with single blanks between them.
    func words(in node: Int) -> String {
        content.text(nodes[node].content).split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
}

// MARK: - Growing

extension PageTree {
    /// Adds an element below `parent`.
    /// - Returns: its index.
    mutating func open(
        _ element: PageElement, below parent: Int, attributes added: [(name: PageAttribute, value: String)]
    ) -> Int {
        let start = attributes.count
        attributes += added
        nodes.append(
            Node(
                element: element, parent: parent, end: nodes.count + 1,
                content: ByteRange(content.count, content.count),
                attributes: start..<attributes.count))
        return nodes.count - 1
    }

    /// Ends an element: what follows is no part of it.
    mutating func close(_ node: Int) {
        nodes[node].end = nodes.count
        nodes[node].content = ByteRange(nodes[node].content.lower, content.count)
    }

    /// Adds text below `parent` that stands at `original` in the page; texts side by side become one.
    mutating func append(
        _ text: UnsafeBufferPointer<UInt8>, below parent: Int, at original: Int, isWhole: Bool, originalCount: Int
    ) {
        let start = content.count
        content.append(contentsOf: text)
        if isWhole {
            map.append(1, each: text.count, at: original, eachThere: originalCount)
        } else {
            map.append(text.count, at: original)
        }
        if let last = nodes.indices.last, nodes[last].element == .text, nodes[last].parent == parent,
            nodes[last].content.upper == start
        {
            nodes[last].content = ByteRange(nodes[last].content.lower, content.count)
        } else {
            nodes.append(
                Node(element: .text, parent: parent, end: nodes.count + 1, content: ByteRange(start, content.count)))
        }
    }
}
