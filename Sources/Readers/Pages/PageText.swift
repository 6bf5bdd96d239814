import Text

/// What a page prints, as a text of paragraphs with empty lines between them.
struct PageText {
    /// The text.
    private(set) var bytes: [UInt8] = []
    /// Where the text stands in the `content` of the page's tree.
    private(set) var map = OffsetMap()
    /// The paragraphs, in the order of the page.
    private(set) var blocks: [PageBlock] = []

    /// Where the paragraph at hand begins in the text, and the first node that is in it.
    private var current: (lower: Int, node: Int)?
    private var block = 0
    private var wordBytes = 0
    private var lineBreaks = 0
    private var blankAt: (start: Int, end: Int)?
    private var counter = WordCounter()
    private var linkedCounter = WordCounter()

    /// Gathers what is printed in a node, the whole page if no other; nothing of a node in it for which `isHidden` is.
    init(_ tree: PageTree, in root: Int = 0, isHidden: (Int) -> Bool) {
        let end = tree.nodes[root].end
        var blockOf = [Int](repeating: root, count: end - root)
        var isLinked = [Bool](repeating: false, count: end - root)
        var index = root + 1
        while index < end {
            let node = tree.nodes[index]
            let (place, parent) = (index - root, node.parent - root)
            isLinked[place] = isLinked[parent] || node.element == .a
            blockOf[place] = node.element.isBlock ? index : blockOf[parent]
            if node.element == .text {
                if blockOf[place] != block { finishBlock() }
                block = blockOf[place]
                append(tree, index, isLinked: isLinked[place])
            } else if node.element.isUnprinted || isHidden(index) {
                if node.element.isBlock { finishBlock() }
                index = node.end
                continue
            } else if node.element.isBlock {
                finishBlock()
            } else if node.element == .br {
                lineBreaks += 1
                if lineBreaks == 2 { finishBlock() }
            }
            index += 1
        }
        finishBlock()
    }

    /// The indices of the paragraphs that stand in a node.
    func blocks(in node: Int, of tree: PageTree) -> Range<Int> {
        firstBlock(from: node)..<firstBlock(from: tree.nodes[node].end)
    }

    private func firstBlock(from node: Int) -> Int { blocks.partitioningIndex { $0.start >= node } }

    private mutating func append(_ tree: PageTree, _ node: Int, isLinked: Bool) {
        let content = tree.content
        let range = tree.nodes[node].content
        var index = range.lower
        while index < range.upper {
            let blank = PageText.blankLength(content, index, range.upper)
            if blank > 0 {
                blankAt = (blankAt?.end == index ? blankAt?.start ?? index : index, index + blank)
                index += blank
                continue
            }
            beginWord(at: index, node)
            let start = index
            while index < range.upper, PageText.blankLength(content, index, range.upper) == 0 {
                counter.take(content[index])
                if isLinked { linkedCounter.take(content[index]) }
                index += 1
            }
            bytes.append(contentsOf: content[start..<index])
            map.append(index - start, at: start)
        }
    }

    /// Puts in front of a word what separates it from the one before: a line end, a blank, or an empty line.
    private mutating func beginWord(at index: Int, _ node: Int) {
        defer {
            blankAt = nil
            lineBreaks = 0
        }
        guard current != nil else {
            if !blocks.isEmpty {
                bytes += Array("\n\n".utf8)
                map.append(2, at: index, eachThere: 0)
            }
            current = (bytes.count, node)
            return
        }
        if lineBreaks > 0 {
            put(UInt8(ascii: "\n"), for: blankAt ?? (index, index))
        } else if let blankAt {
            put(UInt8(ascii: " "), for: blankAt)
        }
    }

    private mutating func put(_ blank: UInt8, for original: (start: Int, end: Int)) {
        bytes.append(blank)
        map.append(1, at: original.start, eachThere: original.end - original.start)
        counter.take(blank)
        linkedCounter.take(blank)
    }

    private mutating func finishBlock() {
        if let current {
            blocks.append(
                PageBlock(
                    range: ByteRange(current.lower, bytes.count), node: block, start: current.node,
                    words: counter.count,
                    linkedWords: linkedCounter.count, endsSentence: endsSentence(from: current.lower)))
        }
        current = nil
        blankAt = nil
        lineBreaks = 0
        counter = WordCounter()
        linkedCounter = WordCounter()
    }

    private func endsSentence(from lower: Int) -> Bool {
        var end = bytes.count
        while end > lower {
            if "\"')] ".utf8.contains(bytes[end - 1]) {
                end -= 1
            } else if end - lower >= 3, bytes[end - 3] == 0xE2, bytes[end - 2] == 0x80,
                bytes[end - 1] == 0x99 || bytes[end - 1] == 0x9D
            {
                end -= 3
            } else {
                break
            }
        }
        guard end > lower else { return false }
        if ".?!:;,".utf8.contains(bytes[end - 1]) { return true }
        guard end - lower >= 3 else { return false }
        let last = bytes[(end - 3)..<end]
        return last.elementsEqual("…".utf8) || last.elementsEqual("。".utf8) || last.elementsEqual("？".utf8)
            || last.elementsEqual("！".utf8)
    }

    /// The length of the blank at `index`: a blank, a control character, a no-break or a zero-width space; 0 for anything else.
    private static func blankLength(_ bytes: [UInt8], _ index: Int, _ end: Int) -> Int {
        switch bytes[index] {
        case 0...0x20, 0x7F: return 1
        case 0xC2: return index + 1 < end && bytes[index + 1] == 0xA0 ? 2 : 0
        case 0xE2:
            guard index + 2 < end, bytes[index + 1] == 0x80 else { return 0 }
            return bytes[index + 2] == 0x8B || bytes[index + 2] == 0xA8 ? 3 : 0
        case 0xEF: return index + 2 < end && bytes[index + 1] == 0xBB && bytes[index + 2] == 0xBF ? 3 : 0
        default: return 0
        }
    }
}

/// A paragraph of a page.
struct PageBlock {
    /// Its bytes in the text.
    let range: ByteRange
    /// The innermost element around it that makes a paragraph.
    let node: Int
    /// The first text that is in it.
    let start: Int
    let words: Int
    /// The words that stand in links.
    let linkedWords: Int

    /// Whether it ends as a sentence does, closing marks aside.
    let endsSentence: Bool

    /// Whether it reads as running text, and not as a headline, a label or a list of links.
    var readsAsProse: Bool {
        if words >= 25 { return linkShare < 0.5 }
        return words >= 6 && linkShare < 0.34 && endsSentence
    }

    /// The share of its words that stand in links.
    var linkShare: Double { words == 0 ? 1 : Double(linkedWords) / Double(words) }
}

/// Counts words while bytes go by: stretches of letters and digits, and two characters each of scripts that print no blanks.
private struct WordCounter {
    private var words = 0
    private var wideCharacters = 0
    private var isInWord = false

    mutating func take(_ byte: UInt8) {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), 0xC3...0xDF, 0xE0, 0xE1:
            if !isInWord { words += 1 }
            isInWord = true
        case 0xE3...0xED: wideCharacters += 1
        case 0x80...0xBF: break
        case UInt8(ascii: "'"): break
        default: isInWord = false
        }
    }

    var count: Int { words + wideCharacters / 2 }
}
