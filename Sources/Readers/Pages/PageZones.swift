import Articles
import Text

/// The part that each paragraph of a page plays, around the running text that was found.
struct PageZones {
    let tree: PageTree
    let regions: PageRegions
    let text: PageText
    let running: RunningText
    /// The title that the page tells.
    let title: String?

    /// One zone for each paragraph, in the order of the page.
    var zones: [Zone] {
        let body = Set(running.body)
        let titleBlock = titleBlock()
        let around = text.blocks(in: running.surroundings, of: tree)
        return text.blocks.indices.map { index in
            let kind: Zone.Kind =
                if body.contains(index) { bodyKind(index) } else if index == titleBlock {
                    .title
                } else if around.contains(index) {
                    kindAround(index, after: titleBlock)
                } else { .boilerplate }
            return Zone(kind, text.blocks[index].range)
        }
    }

    /// What a paragraph of the running text is.
    private func bodyKind(_ index: Int) -> Zone.Kind {
        let block = text.blocks[index]
        if tree.nodes[block.node].element.isHeading, block.words <= 20 { return .subheading }
        let paragraph = Paragraph(block.range, in: text.bytes, followsBlank: true)
        let isCell = !regions[block.node].isDisjoint(with: [.list, .table])
        if !isCell, Furniture.reach(of: paragraph) != nil { return .boilerplate }
        if Credits.isPhotoCredit(paragraph) { return .credit }
        if Credits.isSourceLine(paragraph) { return .sourceLine }
        if block.words <= 60, Credits.hasPhotoCredit(paragraph) { return .caption }
        return .body
    }

    /// What a paragraph near the running text is that is no part of it.
    private func kindAround(_ index: Int, after title: Int?) -> Zone.Kind {
        let block = text.blocks[index]
        let marks = regions[block.node]
        let other: PageRegions.Marks = [.navigation, .aside, .footer, .comments, .sharing, .advertisement, .author]
        guard marks.isDisjoint(with: other) else { return .boilerplate }
        let paragraph = Paragraph(block.range, in: text.bytes, followsBlank: true)
        guard Furniture.reach(of: paragraph) == nil else { return .boilerplate }
        if !marks.isDisjoint(with: [.caption, .figure]) {
            return Credits.isPhotoCredit(paragraph)
                ? .credit : block.words >= 4 && block.linkShare < 0.5 ? .caption : .boilerplate
        }
        guard let first = running.body.first, index < first, index > title ?? -1 else { return .boilerplate }
        if Credits.isByline(paragraph) || marks.contains(.byline) && (2...12).contains(block.words) { return .byline }
        if marks.contains(.date), block.words <= 14 { return .dateline }
        let isDeck =
            marks.contains(.deck) || tree.nodes[block.node].element == .h2 || tree.nodes[block.node].element == .p
        return isDeck && block.words >= 5 && block.linkShare < 0.34 && title != nil ? .deck : .boilerplate
    }

    /// The paragraph that prints the title: a first heading that says what the page tells as its title, or else stands before the
    /// running text.
    private func titleBlock() -> Int? {
        let first = running.body.first ?? text.blocks.count
        let key = title.map { Folding.key($0) } ?? ""
        let headings = text.blocks.indices.filter { index in
            let block = text.blocks[index]
            return index < first && (tree.nodes[block.node].element.isHeading || regions[block.node].contains(.title))
        }
        let alike = headings.last { index in
            let printed = Folding.key(text.bytes.text(text.blocks[index].range))
            return !printed.isEmpty
                && (printed == key || (key.hasPrefix(printed) || printed.hasPrefix(key)) && !key.isEmpty)
        }
        return alike ?? headings.last { tree.nodes[text.blocks[$0].node].element == .h1 }
    }
}
