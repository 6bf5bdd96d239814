import Text

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Texts in encodings that only the system's converter, iconv, knows.
enum SystemDecoding {
    /// The text in UTF-8; nil where the converter does not know the encoding. Broken bytes become U+FFFD.
    static func decode(_ bytes: [UInt8], name: String) -> (text: [UInt8], map: OffsetMap)? {
        guard let converter = converter(name) else { return nil }
        defer { iconv_close(converter) }
        var text: [UInt8] = []
        var map = OffsetMap()
        var index = 0
        var input = bytes.map { CChar(bitPattern: $0) }
        while index < bytes.count {
            if let (letter, width) = character(converter, &input, index) {
                text += letter
                map.append(1, each: letter.count, at: index, eachThere: width)
                index += width
            } else {
                text += Array("\u{FFFD}".utf8)
                map.append(1, each: 3, at: index)
                index += 1
            }
        }
        return (text, map)
    }

    /// Whether the converter knows an encoding.
    static func knows(_ name: String) -> Bool {
        guard let converter = converter(name) else { return false }
        iconv_close(converter)
        return true
    }

    private static func converter(_ name: String) -> iconv_t? {
        // Only names made of these are passed on: others could ask the converter for more than a plain decoding.
        guard name.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "/") }) else { return nil }
        let converter = iconv_open("UTF-8", converterNames[name] ?? name)
        return converter == iconv_t(bitPattern: -1) ? nil : converter
    }

    /// What the converter calls the encodings that browsers know under these names: for many of them, the larger one that holds what is
    /// really written under the name.
    private static let converterNames: [String: String] = {
        let labels: [(converter: String, labels: [String])] = [
            ("CP932", ["shift_jis", "shift-jis", "sjis", "x-sjis", "ms_kanji", "csshiftjis", "windows-31j", "ms932"]),
            ("GB18030", ["gb2312", "gb_2312", "gb_2312-80", "csgb2312", "gbk", "x-gbk", "chinese"]),
            (
                "CP949",
                [
                    "euc-kr", "cseuckr", "ks_c_5601-1987", "ks_c_5601-1989", "ksc5601", "ksc_5601", "korean",
                    "windows-949",
                ]
            ),
            ("BIG5-HKSCS", ["big5", "big5-hkscs", "cn-big5", "csbig5", "x-x-big5"]),
            ("EUC-JP", ["x-euc-jp"]), ("CP1254", ["iso-8859-9", "iso8859-9", "latin5"]),
            ("CP874", ["tis-620", "iso-8859-11", "iso8859-11", "windows-874", "dos-874"]),
            ("ISO-8859-8", ["iso-8859-8-i", "iso-8859-8-e", "logical", "visual"]),
            ("MACINTOSH", ["mac", "x-mac-roman"]), ("MAC-CYRILLIC", ["x-mac-cyrillic", "x-mac-ukrainian"]),
            ("KOI8-R", ["koi", "koi8", "koi8_r"]), ("KOI8-U", ["koi8-ru"]),
        ]
        let browsers = (1250...1258).map { (converter: "CP\($0)", labels: ["x-cp\($0)"]) }
        return Dictionary(
            (labels + browsers).flatMap { converter, labels in labels.map { ($0, converter) } },
            uniquingKeysWith: { first, _ in first })
    }()

    /// Converts the one character at `index`: as few bytes as make one.
    private static func character(_ converter: iconv_t, _ input: inout [CChar], _ index: Int) -> ([UInt8], Int)? {
        for width in 1...8 where index + width <= input.count {
            var output = [CChar](repeating: 0, count: 16)
            var (left, room) = (width, output.count)
            let done = input.withUnsafeMutableBufferPointer { input in
                output.withUnsafeMutableBufferPointer { output in
                    var from = input.baseAddress.map { $0 + index }
                    var to = output.baseAddress
                    return iconv(converter, &from, &left, &to, &room)
                }
            }
            if done != Int.max, left == 0, room < output.count {
                return (output[..<(output.count - room)].map { UInt8(bitPattern: $0) }, width)
            }
        }
        return nil
    }
}
