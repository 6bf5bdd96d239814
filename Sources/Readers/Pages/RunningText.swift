import Text

/// Which paragraphs of a page are the running text of its article.
///
/// Each paragraph has a worth: its words where it reads as running text, nothing where it is made of links or stands in a part of the
/// page that is for something else. The article is looked for where the worth adds up: from the whole page down, always into the one
/// part that keeps most of it.
struct RunningText {
    let tree: PageTree
    let regions: PageRegions
    let text: PageText
    /// The paragraphs of the running text, as indices of the text's blocks, in their order.
    private(set) var body: [Int] = []
    /// The element that holds them.
    private(set) var container = 0
    /// The number of words of the running text.
    var words: Int { body.reduce(0) { $0 + text.blocks[$1].words } }
    /// The element around the running text in which its head stands too: the title, the byline, pictures.
    var surroundings: Int {
        let first = body.first.map { text.blocks[$0].start } ?? container
        let heads = tree.all(.h1).filter { $0 < first }
        guard let head = heads.last else { return container }
        var node = container
        while node != 0, !(node <= head && head < tree.nodes[node].end) { node = tree.nodes[node].parent }
        return node
    }

    /// The sum of the worth of the blocks before each.
    private var sums: [Double] = [0]

    init(tree: PageTree, regions: PageRegions, text: PageText) {
        self.tree = tree
        self.regions = regions
        self.text = text
        for block in text.blocks { sums.append(sums[sums.count - 1] + worth(of: block)) }
        container = findContainer()
        body = text.blocks(in: container, of: tree).filter(isAccepted)
        trim()
    }
}

// MARK: - Worth

extension RunningText {
    private func worth(of block: PageBlock) -> Double {
        let marks = regions[block.node]
        guard marks.isDisjoint(with: .apart), block.readsAsProse else { return 0 }
        return Double(block.words) * (1 - block.linkShare) * (marks.contains(.body) ? 1.5 : 1)
    }

    private func sum(_ node: Int) -> Double {
        let range = text.blocks(in: node, of: tree)
        return sums[range.upperBound] - sums[range.lowerBound]
    }
}

// MARK: - Container

extension RunningText {
    private func findContainer() -> Int {
        let dense = densest(from: 0)
        let marked = regions.bodies.filter { sum($0) > 0 }
        if let outer = marked.first(where: { $0 < dense && dense < tree.nodes[$0].end }) {
            return sum(outer) <= 1.7 * sum(dense) ? outer : dense
        }
        let inner = marked.filter { dense <= $0 && $0 < tree.nodes[dense].end }
        guard let best = inner.max(by: { sum($0) < sum($1) }) else { return dense }
        let others = inner.reduce(0) { $0 + sum($1) } - sum(best)
        return sum(best) >= 0.25 * sum(dense) && others <= 0.3 * sum(best) ? best : dense
    }

    /// The innermost element that keeps most of the worth of those around it.
    private func densest(from node: Int) -> Int {
        var node = node
        while true {
            let here = sum(node)
            var best: (child: Int, sum: Double)?
            var child = node + 1
            while child < tree.nodes[node].end {
                if tree.nodes[child].element != .text {
                    let value = sum(child)
                    if value > best?.sum ?? 0 { best = (child, value) }
                }
                child = tree.nodes[child].end
            }
            guard let best, best.sum >= 0.75 * here, tree.nodes[best.child].element != .p else { return node }
            node = best.child
        }
    }
}

// MARK: - Choosing paragraphs

extension RunningText {
    private func isAccepted(_ index: Int) -> Bool {
        let block = text.blocks[index]
        let marks = regions[block.node]
        guard marks.isDisjoint(with: .apart), !marks.contains(.title) || tree.nodes[block.node].element != .h1 else {
            return false
        }
        if block.linkShare > 0.5 && block.words > 3 { return false }
        return true
    }

    private mutating func trim() {
        guard let first = body.firstIndex(where: isSolid), let last = body.lastIndex(where: isSolid) else { return }
        body = Array(body[first...last])
    }

    /// Whether a block can begin or end the running text: prose, or a paragraph or an item that is not made of links.
    private func isSolid(_ index: Int) -> Bool {
        let block = text.blocks[index]
        if block.readsAsProse { return true }
        guard regions[block.node].contains(.body) else { return false }
        switch tree.nodes[block.node].element {
        case .p, .li, .td, .pre, .dd: return block.words >= 3 && block.linkShare < 0.45
        default: return false
        }
    }
}
