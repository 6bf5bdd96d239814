import Text

extension Diagnostic {
    /// The diagnostic and its fix, moved by `distance` bytes: from a statement to the text that it stands in.
    package func shifted(by distance: Int) -> Diagnostic {
        var diagnostic = self
        diagnostic.range = range?.shifted(by: distance)
        diagnostic.fix?.range = fix?.range.shifted(by: distance) ?? ByteRange(0, 0)
        return diagnostic
    }
}
