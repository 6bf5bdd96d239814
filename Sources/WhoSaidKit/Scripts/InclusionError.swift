/// Why an `include` was not followed.
package enum InclusionError: Error, Hashable, Sendable {
    case file(TextFileError)
    /// Files that include one another, from one of them back to itself.
    case cycle([String])
    /// More files inside one another than this.
    case tooDeep(limit: Int)
    /// More files in all than this.
    case tooMany(limit: Int)
    /// Safe mode: the file is not in the folder that scripts are kept to.
    case outside(path: String, folder: String)
}
