/// Shares in print.
enum Percent {
    /// A share in per cent with one digit after the point.
    static func text(_ part: Int, of whole: Int) -> String {
        guard whole > 0 else { return "-" }
        let tenths = (part * 2000 + whole) / (2 * whole)
        return "\(tenths / 10).\(tenths % 10)"
    }
}
