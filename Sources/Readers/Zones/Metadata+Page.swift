import Articles
import Dates
import Text

extension Metadata {
    /// Puts what a page itself tells where nothing is known yet: title, byline, address, and the date of the dateline.
    mutating func complete(from version: Version, in bytes: [UInt8]) {
        func text(_ kind: Zone.Kind) -> String? {
            version.zones.first { $0.kind == kind }.map { zone in
                bytes.text(zone.range).split(whereSeparator: \.isWhitespace).joined(separator: " ")
            }
        }
        title = title ?? text(.title)
        byline = byline ?? text(.byline).map { Credits.name(ofByline: $0) }
        let head = version.zones.prefix { $0.kind != .body }
        for zone in head where zone.kind == .boilerplate && url == nil && published == nil {
            guard let address = Address.find(in: bytes, zone.range), address.range == zone.range else { continue }
            complete(with: Metadata(address: address))
        }
        let datelines = head.filter { $0.kind == .dateline }.map(\.range)
        let lead = version.zones.first { $0.kind == .body }.flatMap { dateline(in: bytes, $0.range) }
        for range in datelines + [lead].compactMap(\.self) where published == nil {
            guard let date = PrintedDate.find(in: bytes, range), date.fillsItsLine(of: bytes) else { continue }
            published = DatedEvidence(DateInterval(date.day), .dateline, date.range)
        }
    }

    /// What the address of a page tells.
    init(address: Address) {
        self.init(url: address.text)
        guard let date = AddressDate.find(in: address.text) else { return }
        let range = ByteRange(date.range.lowerBound, date.range.upperBound).shifted(by: address.range.lower)
        published = DatedEvidence(date.interval, .url, range)
    }

    /// The dateline at the head of a paragraph: what stands before a colon or a dash within its first eighty bytes.
    private func dateline(in bytes: [UInt8], _ range: ByteRange) -> ByteRange? {
        let head = ByteRange(range.lower, min(range.upper, range.lower + 80))
        for index in head.indices {
            let isDash =
                bytes[index] == 0xE2 && index + 2 < bytes.count && bytes[index + 1] == 0x80
                && (bytes[index + 2] == 0x93 || bytes[index + 2] == 0x94)
            let isHyphen = bytes[index] == UInt8(ascii: "-") && index > 0 && bytes[index - 1] == 0x20
            if isDash || isHyphen || bytes[index] == UInt8(ascii: ":") { return ByteRange(head.lower, index) }
        }
        return nil
    }
}

/// The address of a page, as it is printed in a text.
struct Address {
    let text: String
    let range: ByteRange

    /// The first address in a stretch of text.
    static func find(in bytes: [UInt8], _ range: ByteRange) -> Address? {
        for start in range.indices where bytes[start] == UInt8(ascii: "h") {
            let rest = bytes[start..<range.upper]
            guard rest.starts(with: Array("http://".utf8)) || rest.starts(with: Array("https://".utf8)) else {
                continue
            }
            var end = start
            while end < range.upper, bytes[end] > 0x20, !"<>\"".utf8.contains(bytes[end]) { end += 1 }
            while end > start, ".,;)".utf8.contains(bytes[end - 1]) { end -= 1 }
            let found = ByteRange(start, end)
            return Address(text: bytes.text(found), range: found)
        }
        return nil
    }
}
