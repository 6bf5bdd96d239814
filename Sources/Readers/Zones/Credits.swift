import Text

/// Lines that say who wrote, took or supplied what: bylines, photo credits, source lines.
enum Credits {
    /// Whether a line is the credit of a photograph: `Jane Doe/AFP/Getty Images`, `Photograph: Jane Doe`.
    static func isPhotoCredit(_ paragraph: Paragraph) -> Bool {
        guard !paragraph.isProse, paragraph.wordCount <= 12, !paragraph.text.isEmpty else { return false }
        return names(photographer: paragraph.text)
    }

    /// Whether a caption carries the credit of its photograph.
    static func hasPhotoCredit(_ paragraph: Paragraph) -> Bool {
        // The labels of captions have a colon or stand in brackets; most paragraphs have neither.
        guard paragraph.wordCount > 4,
            paragraph.text.utf8.contains(where: { $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: "(") })
        else { return false }
        let bytes = Array(paragraph.text.utf8)
        return captionLabels.contains(where: bytes.contains)
    }

    private static let captionLabels: [[UInt8]] = ["Photograph: ", "Photo: ", "(Photo by ", "Picture: ", "Image: "]
        .map { Array($0.utf8) }

    private static func names(photographer text: String) -> Bool {
        let labels = [
            "photograph:", "photo:", "photo by ", "(photo by ", "photos:", "picture:", "pictures:", "image:",
            "image credit",
            "photo credit", "credit:", "© ", "©", "ap photo", "file photo",
        ]
        let lower = text.lowercased()
        if labels.contains(where: { lower.hasPrefix($0) }) { return true }
        let parts = text.split(separator: "/").map { $0.drop { $0 == " " } }
        return agencies.contains(text) && !wires.contains(text)
            || parts.count > 1 && parts.dropFirst().contains { part in agencies.contains { part.hasPrefix($0) } }
            || parts.count > 1 && parts.first.map { agencies.contains(String($0)) } == true
    }

    /// Whether a line says from whom the article was taken over: `Source: Reuters`, `The Daily with wire services`.
    static func isSourceLine(_ paragraph: Paragraph) -> Bool {
        guard !paragraph.text.isEmpty, !paragraph.hasQuotationMarks else { return false }
        let lower = paragraph.text.lowercased()
        if paragraph.wordCount <= 40, reporting.contains(where: { lower.hasPrefix($0) }) { return true }
        guard paragraph.wordCount <= 12, !paragraph.hasInnerSentence else { return false }
        if ["source:", "sources:", "(source:", "via:", "agencies", "with agencies", "with wires"]
            .contains(where: { lower.hasPrefix($0) })
        {
            return true
        }
        if paragraph.isProse, !lower.hasSuffix("contributed to this report.") { return false }
        let key = paragraph.key
        return wires.contains(paragraph.text.filter { !"()—–-".contains($0) })
            || endings.contains { key.hasSuffix($0) } || lower.hasSuffix("contributed to this report.")
    }

    /// Whether a line names the writers: `By Jane Doe in Paris`.
    static func isByline(_ paragraph: Paragraph) -> Bool {
        guard !paragraph.isProse, paragraph.wordCount <= 14, paragraph.text.count > 4 else { return false }
        guard paragraph.text.lowercased().hasPrefix("by ") else { return false }
        let name = paragraph.text.dropFirst(3)
        return name.first?.isUppercase == true && !name.contains(":")
    }

    /// The names in a byline: `Jane Doe` of `By Jane Doe`.
    static func name(ofByline byline: String) -> String {
        byline.lowercased().hasPrefix("by ") ? String(byline.dropFirst("by ".count)) : byline
    }

    private static let reporting = [
        "reporting by ", "(reporting by ", "additional reporting by ", "(additional reporting by ", "writing by ",
        "(writing by ", "editing by ", "(editing by ", "with reporting by ",
    ]

    private static let endings = [
        " with wire services", " and wire services", " with wire reports", " and wire reports", " and agencies",
        " with agencies", " and news agencies", " with news agencies", " staff and agencies",
    ]

    private static let wires: Set = [
        "AP", "AFP", "Reuters", "ANI", "PTI", "IANS", "UPI", "DPA", "Xinhua", "TASS", "Agencies",
    ]

    private static let agencies: Set = [
        "AFP", "AP", "Reuters", "EPA", "Getty", "Getty Images", "Corbis", "Alamy", "PA", "PA Wire", "Rex",
        "Rex Features",
        "Shutterstock", "Associated Press", "Agence France-Presse", "Press Association", "Bloomberg", "Magnum",
        "iStock",
        "Demotix", "Barcroft", "NurPhoto", "Anadolu Agency", "Xinhua", "DPA", "Sipa", "Zuma",
    ]
}
