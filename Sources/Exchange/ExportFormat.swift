/// The forms in which an archive leaves for other programs.
package enum ExportFormat: String, CaseIterable, Hashable, Sendable {
    /// The program's own lines, from which an equal archive can be made.
    case jsonl
    /// A table for spreadsheets.
    case csv
    /// A folder of texts with annotations beside them.
    case brat
    /// Annotations of the W3C's model, in JSON-LD.
    case webannotation
    /// A report for people.
    case markdown

    /// Whether it is a folder, and not one text.
    package var isFolder: Bool { self == .brat }
}
