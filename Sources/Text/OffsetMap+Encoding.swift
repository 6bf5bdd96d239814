extension OffsetMap {
    /// The map as bytes: the number of its runs, then for each how far its place there lies behind the end of the run before, its
    /// characters, and their two widths, as numbers of seven bits a byte.
    package var encoded: [UInt8] {
        var bytes: [UInt8] = []
        bytes.append(number: runs.count)
        var end = 0
        for run in runs {
            // Signed: what was moved stands before what came last.
            let distance = run.original - end
            bytes.append(number: distance < 0 ? -2 * distance - 1 : 2 * distance)
            bytes.append(number: run.characters)
            bytes.append(number: Int(run.width))
            bytes.append(number: Int(run.originalWidth))
            end = run.original + run.characters * Int(run.originalWidth)
        }
        return bytes
    }

    /// Reads the map with which `bytes` begin, and takes it away from them; nil where they are none.
    package init?(decoding bytes: inout ArraySlice<UInt8>) {
        self.init()
        let limit = Int(Int32.max)
        guard let count = bytes.popNumber(), count <= bytes.count else { return nil }
        var end = 0
        for _ in 0..<count {
            guard let distance = bytes.popNumber(), let characters = bytes.popNumber(),
                let width = bytes.popNumber(), let originalWidth = bytes.popNumber(),
                characters <= limit, width <= limit, originalWidth <= limit, distance <= 2 * limit,
                self.count + characters * width <= limit
            else { return nil }
            let original = end + (distance % 2 == 0 ? distance / 2 : -(distance / 2) - 1)
            guard original >= 0, original + characters * originalWidth <= limit else { return nil }
            append(characters, each: width, at: original, eachThere: originalWidth)
            end = original + characters * originalWidth
        }
    }
}

extension [UInt8] {
    /// Adds a number that is not negative, seven bits a byte, the lowest first.
    fileprivate mutating func append(number: Int) {
        var rest = UInt(number)
        while rest >= 0x80 {
            append(UInt8(truncatingIfNeeded: rest) | 0x80)
            rest >>= 7
        }
        append(UInt8(rest))
    }
}

extension ArraySlice<UInt8> {
    /// Takes a number from the front; nil where there is none, or a larger one than offsets are.
    fileprivate mutating func popNumber() -> Int? {
        var (number, shift) = (0, 0)
        while let byte = popFirst(), shift < 42 {
            number |= Int(byte & 0x7F) << shift
            if byte & 0x80 == 0 { return number }
            shift += 7
        }
        return nil
    }
}
