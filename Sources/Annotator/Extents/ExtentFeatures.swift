/// What speaks for and against each label of a window's units.
package struct ExtentFeatures {
    private let text: TaggedDocument
    private let window: ExtentWindow
    /// For each unit: the number of its letters, of its lemma, its part of speech, and how it is written.
    private var words: [UInt64] = []
    private var tags: [UInt64] = []
    private var shapes: [UInt64] = []
    /// For each unit, what lies between it and the cue: commas, marks, verbs and sentence ends, as bits and small counts.
    private var paths: [UInt64] = []
    private var commas: [UInt64] = []
    private var verbs: [UInt64] = []
    /// For each unit, what the rules say that it is: nothing known, other, source, words.
    private var ruled: [UInt64] = []
    /// For each unit, how far the next verb that can attribute is behind it.
    private var nextCue: [UInt64] = []
    /// For each unit, how many commas are still to come in its sentence, and the part of speech after the next one.
    private var commasAhead: [UInt64] = []
    /// For each unit, what stands behind it up to the next comma or `and`: a finite verb, one that can attribute, a quotation.
    private var segments: [UInt64] = []
    private let lemma: UInt64
    private let frame: UInt64
    private let quotes: UInt64

    package init(_ window: ExtentWindow, in text: TaggedDocument) {
        self.text = text
        self.window = window
        lemma = text.lemmas[window.verb]
        let cue = window.cue
        for unit in window.units {
            let first = unit.tokens.lowerBound
            if let quotation = unit.quotation {
                let count = text.document.quotations[quotation].count
                let size: UInt64 = count <= 2 ? 1 : count <= 5 ? 2 : count <= 10 ? 3 : 4
                words.append(2)
                tags.append(40 + size)
                let last = text.document.lower(max(first, text.document.quotations[quotation].end - 1))
                shapes.append(last == "," ? 21 : last == "." ? 22 : 20)
            } else {
                words.append(text.keys.words[first])
                tags.append(UInt64(text.tags[first].rawValue))
                shapes.append(text.keys.shapes[first])
            }
        }
        let count = window.units.count
        paths = [UInt64](repeating: 0, count: count)
        commas = paths
        verbs = paths
        ruled = paths
        nextCue = paths
        commasAhead = paths
        segments = paths
        let document = text.document
        for step in [1, -1] {
            var path: UInt64 = 0
            var commaCount: UInt64 = 0
            var verbCount: UInt64 = 0
            var unit = cue + step
            while window.units.indices.contains(unit) {
                paths[unit] = path
                commas[unit] = min(commaCount, 3)
                verbs[unit] = min(verbCount, 3)
                let token = window.units[unit].tokens.lowerBound
                if window.units[unit].quotation != nil {
                    path |= 1
                } else {
                    switch document.lower(token) {
                    case ",":
                        commaCount += 1
                        path |= 2
                    case ":", ";", "--", "(": path |= 4
                    case "that": path |= 8
                    case ".", "?", "!": path |= 16
                    case "and", "but", "or": path |= 32
                    case "who", "which", "while", "as", "when", "if", "because", "after", "whether": path |= 64
                    default: if text.tags[token].isVerb || text.tags[token] == .modal { verbCount += 1 }
                    }
                }
                unit += step
            }
        }
        var distance: UInt64 = 9
        for unit in stride(from: count - 1, through: 0, by: -1) {
            distance = min(distance + 1, 9)
            let token = window.units[unit].tokens.lowerBound
            if window.units[unit].quotation == nil, text.isCatalogued[token], unit != cue, text.tags[token].isVerb {
                distance = 0
            }
            nextCue[unit] = distance
        }
        var ahead: UInt64 = 0
        var afterComma: UInt64 = 99
        for unit in stride(from: count - 1, through: 0, by: -1) {
            commasAhead[unit] = ahead << 8 | afterComma
            let opens = window.units[unit].opensSentence
            if opens { (ahead, afterComma) = (0, 99) }
            if !opens, window.units[unit].quotation == nil, document.lower(window.units[unit].tokens.lowerBound) == ","
            {
                ahead = min(ahead + 1, 2)
                afterComma = unit + 1 < count ? tags[unit + 1] : 99
            }
        }
        var segment: UInt64 = 0
        for unit in stride(from: count - 1, through: 0, by: -1) {
            segments[unit] = segment
            let token = window.units[unit].tokens.lowerBound
            if window.units[unit].quotation != nil {
                segment |= 4
            } else if [",", "and", "but", ";", "--"].contains(document.lower(token)) {
                segment = 0
            } else if text.tags[token].isFinite {
                segment |= text.isCatalogued[token] ? 3 : 1
            }
            if window.units[unit].opensSentence { segment = 8 }
        }
        if let attribution = text.ruled[window.verb] {
            for (unit, tokens) in window.units.map(\.tokens).enumerated() {
                let isContent = attribution.content.contains { $0.overlaps(tokens) }
                let isSource = attribution.source.map { $0.overlaps(tokens) } ?? false
                ruled[unit] = isContent ? 3 : isSource ? 2 : 1
            }
        }
        // The words after the cue in classes, and where the quotations of its sentence stand.
        frame = (cue + 1 < count ? tags[cue + 1] : 99) << 8 | (cue + 2 < count ? tags[cue + 2] : 99)
        var quotes: UInt64 = 0
        for (unit, value) in window.units.enumerated() where value.quotation != nil {
            let isLong = tags[unit] >= 43
            quotes |= (unit < cue ? 1 : 2) << UInt64((isLong ? 2 : 0) + (value.sentence + 1) * 4)
        }
        self.quotes = quotes
    }

    private func word(_ unit: Int) -> UInt64 { words.indices.contains(unit) ? words[unit] : 1 }
    private func tag(_ unit: Int) -> UInt64 { tags.indices.contains(unit) ? tags[unit] : 99 }
    private func shape(_ unit: Int) -> UInt64 { shapes.indices.contains(unit) ? shapes[unit] : 99 }

    /// The direction and the rough distance of a unit from the cue.
    private func place(_ unit: Int) -> UInt64 {
        let distance = unit - window.cue
        let length = abs(distance)
        let step: UInt64 = length <= 4 ? UInt64(length) : length <= 7 ? 5 : length <= 12 ? 6 : length <= 25 ? 7 : 8
        return step << 1 | (distance < 0 ? 1 : 0)
    }

    /// The features of a unit's label.
    package func emissions(_ unit: Int, into rows: inout [UInt32]) {
        rows.removeAll(keepingCapacity: true)
        let place = place(unit)
        let side = place & 1
        let sentence = UInt64(window.units[unit].sentence + 1) << 1 | side
        let path = paths[unit] << 3 | sentence
        let (w, t, s) = (word(unit), tag(unit), shape(unit))
        let next = tag(unit + 1)
        let before = tag(unit - 1)
        let ruled = ruled[unit]
        rows.append(FeatureHash.row(100, w, side))
        rows.append(FeatureHash.row(101, t, place))
        rows.append(FeatureHash.row(102, t, sentence, shape(unit)))
        rows.append(FeatureHash.row(103, lemma, place))
        rows.append(FeatureHash.row(104, lemma, t, side))
        rows.append(FeatureHash.row(105, path, t))
        rows.append(FeatureHash.row(106, path, commas[unit] << 4 | verbs[unit]))
        rows.append(FeatureHash.row(107, before << 8 | t, next, side))
        rows.append(FeatureHash.row(108, quotes, sentence, t >= 40 ? t : 0))
        rows.append(FeatureHash.row(109, ruled, sentence, t))
        rows.append(FeatureHash.row(110, ruled, lemma))
        rows.append(FeatureHash.row(111, frame, place))
        rows.append(FeatureHash.row(112, frame, sentence, t))
        rows.append(FeatureHash.row(113, place, s, sentence))
        rows.append(FeatureHash.row(114, place, UInt64(text.tags[window.verb].rawValue), t))
        rows.append(FeatureHash.row(115, commas[unit] << 4 | verbs[unit], sentence, t))
        rows.append(FeatureHash.row(116, ruled, place))
        rows.append(FeatureHash.row(117, text.lemmas[window.units[unit].tokens.lowerBound], sentence))
        rows.append(FeatureHash.row(118, quotes, commas[unit] << 4 | verbs[unit], sentence))
    }

    /// The features of the step from the unit before to a unit.
    package func transitions(_ unit: Int, into rows: inout [UInt32]) {
        rows.removeAll(keepingCapacity: true)
        let place = place(unit)
        let side = place & 1
        let (w, t) = (word(unit), tag(unit))
        let (wordBefore, tagBefore) = (word(unit - 1), tag(unit - 1))
        let offset = UInt64(max(-5, min(5, unit - window.cue)) + 5)
        let opens: UInt64 = window.units[unit].opensSentence ? 1 : 0
        let rules = (unit > 0 ? ruled[unit - 1] : 0) << 2 | ruled[unit]
        rows.append(FeatureHash.row(200, wordBefore, w))
        rows.append(FeatureHash.row(201, tagBefore << 8 | t, side))
        rows.append(FeatureHash.row(202, wordBefore, side, opens))
        rows.append(FeatureHash.row(203, w, side, opens))
        rows.append(FeatureHash.row(204, tagBefore << 8 | t, offset))
        rows.append(FeatureHash.row(205, tag(unit - 2) << 8 | tagBefore, t << 8 | tag(unit + 1), side))
        rows.append(FeatureHash.row(206, opens, UInt64(window.units[unit].sentence + 1), side))
        rows.append(FeatureHash.row(207, lemma, wordBefore, offset))
        rows.append(FeatureHash.row(208, lemma, w, offset))
        rows.append(FeatureHash.row(209, offset, w))
        rows.append(FeatureHash.row(210, rules, side))
        rows.append(FeatureHash.row(211, rules, tagBefore << 8 | t))
        rows.append(FeatureHash.row(212, wordBefore, t, side))
        rows.append(FeatureHash.row(213, tagBefore, w, side))
        rows.append(FeatureHash.row(214, w, tag(unit + 1) << 8 | tag(unit + 2), side))
        rows.append(FeatureHash.row(215, nextCue[unit], t, side))
        rows.append(FeatureHash.row(216, nextCue[unit] << 8 | commas[unit] << 4 | verbs[unit], w, side))
        rows.append(FeatureHash.row(217, t, commas[unit] << 4 | verbs[unit], place))
        rows.append(FeatureHash.row(218, lemma, t, offset))
        rows.append(FeatureHash.row(219, shape(unit - 1) << 8 | shape(unit), tagBefore << 8 | t, side))
        rows.append(FeatureHash.row(220, quotes, tagBefore << 8 | t, side << 1 | opens))
        rows.append(FeatureHash.row(221, rules, lemma))
        rows.append(FeatureHash.row(222, word(unit - 2), wordBefore, t))
        rows.append(FeatureHash.row(223, w, word(unit + 1), side))
        rows.append(FeatureHash.row(224, w, commasAhead[unit], word(unit + 1)))
        rows.append(FeatureHash.row(225, w, commasAhead[unit] << 8 | tag(unit + 1), tagBefore << 1 | side))
        rows.append(FeatureHash.row(226, t, commasAhead[unit] << 4 | commas[unit], side))
        rows.append(FeatureHash.row(227, w, segments[unit] << 8 | tag(unit + 1), side))
        rows.append(FeatureHash.row(228, wordBefore, segments[unit] << 8 | t, tag(unit + 1) << 1 | side))
    }
}
