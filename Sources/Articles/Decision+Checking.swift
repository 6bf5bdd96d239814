import Text

extension Decision {
    /// What keeps this from being a decision that an archive can follow; nil where nothing does.
    package var contradiction: String? {
        if anchors.contains(where: { !(0...Int(Int32.max)).contains($0.version) }) {
            return "it names a version that cannot be"
        }
        if anchors.contains(where: { $0.segments.contains { $0.lower < 0 } }) {
            return "it names a span that cannot be"
        }
        switch self {
        case .correct(_, _, .unknown), .reject: return nil
        case .correct(_, let property, .days): return property.isDate ? nil : "`\(property.rawValue)` is no date"
        case .correct(_, let property, .texts(let texts)):
            if property.isDate { return "`\(property.rawValue)` is a date" }
            if texts.isEmpty || texts.contains(where: { $0.isEmpty || $0.unicodeScalars.contains("\n") }) {
                return "`\(property.rawValue)` needs a text on one line"
            }
            if property == .kind, Quote.Kind(rawValue: texts[0]) == nil { return "there is no such kind of quote" }
            return nil
        case .merge(let name, let other), .split(let name, let other):
            return name.isEmpty || other.isEmpty ? "it lacks a name" : nil
        }
    }
}

extension Decision.Property {
    /// Whether its values are days.
    package var isDate: Bool { self == .said || self == .published }
}
