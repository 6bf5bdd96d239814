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
        // Only names made of these are passed on: others could ask the converter for more than a plain decoding.
        guard name.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "/") }) else { return nil }
        guard let converter = iconv_open("UTF-8", name), converter != iconv_t(bitPattern: -1) else { return nil }
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
