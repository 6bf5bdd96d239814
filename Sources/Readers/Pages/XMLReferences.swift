import CLibXML2
import Text

/// References in XML, such as `&eacute;`.
///
/// XML knows five names, and feeds use all of HTML's, and bare ampersands; libxml2 leaves out what it does not know, and after a first mistake
/// the five as well. By their numbers all are read:
///
///     caf&eacute; AT&T &lt;b&gt;        // caf&#233; AT&#38;T &#60;b&#62;
enum XMLReferences {
    /// A text in which every reference is by number, outside of CDATA sections and comments, where there are none.
    /// - Returns: the text, and where it stands in `xml`; nil in its place where nothing had to be changed.
    static func numbered(_ xml: [UInt8]) -> (text: [UInt8], map: OffsetMap?) {
        var text: [UInt8] = []
        var map = OffsetMap()
        var (start, index) = (0, 0)
        while let next = xml[index...].firstIndex(where: { $0 == UInt8(ascii: "&") || $0 == UInt8(ascii: "<") }) {
            index = next + 1
            if xml[next] == UInt8(ascii: "<") {
                index = end(ofSectionAt: next, in: xml) ?? index
                continue
            }
            guard let (number, length) = reference(at: next, in: xml) else { continue }
            text += xml[start..<next]
            map.append(next - start, at: start)
            let written = Array("&#\(number);".utf8)
            text += written
            map.append(1, each: written.count, at: next, eachThere: length)
            start = next + length
            index = start
        }
        guard start > 0 else { return (xml, nil) }
        text += xml[start...]
        map.append(xml.count - start, at: start)
        return (text, map)
    }

    /// The offset after a CDATA section or a comment that begins at `start`; nil where none does.
    private static func end(ofSectionAt start: Int, in xml: [UInt8]) -> Int? {
        for (opening, closing) in [("<![CDATA[", "]]>"), ("<!--", "-->")]
        where xml[start...].starts(with: opening.utf8) {
            let closing = Array(closing.utf8)
            var index = start + opening.utf8.count
            while let next = xml[index...].firstIndex(of: closing[0]) {
                if xml[next...].starts(with: closing) { return next + closing.count }
                index = next + 1
            }
            return xml.count
        }
        return nil
    }

    /// The character for which the reference by name at `start` stands, and the bytes that it takes there: a bare ampersand stands for itself.
    /// Nil where it is by number.
    private static func reference(at start: Int, in xml: [UInt8]) -> (number: UInt32, length: Int)? {
        let rest = xml[(start + 1)...]
        if rest.first == UInt8(ascii: "#") { return nil }
        let name = rest.prefix(32).prefix { byte in
            (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
                || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
        }
        guard !name.isEmpty, rest.dropFirst(name.count).first == UInt8(ascii: ";") else { return (0x26, 1) }
        if name.elementsEqual("apos".utf8) { return (0x27, name.count + 2) }
        // A name ends with a zero, as C has it.
        guard let known = htmlEntityLookup(Array(name) + [0]) else { return (0x26, 1) }
        return (known.pointee.value, name.count + 2)
    }
}
