import CLineEditor

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// What the process knows of its terminal without asking it.
package enum Terminal {
    /// Columns and rows of the terminal at standard output; 80 by 24 where it does not tell.
    package static var size: (columns: Int, rows: Int) {
        var columns: Int32 = 0
        var rows: Int32 = 0
        cle_size(&columns, &rows)
        return (Int(columns), Int(rows))
    }

    /// Columns of the terminal at standard output.
    package static var columns: Int { size.columns }

    /// A variable of the environment.
    package static func environment(_ name: String) -> String? { getenv(name).map { String(cString: $0) } }

    /// Whether the terminal obeys sequences that move its cursor.
    package static var movesCursor: Bool {
        !["", "dumb", "emacs", "unknown"].contains(environment("TERM") ?? "")
    }

    /// Whether the terminal can show colours and the user has not asked for none.
    package static var wantsColor: Bool {
        let noColor = environment("NO_COLOR") ?? ""
        return noColor.isEmpty && movesCursor
    }
}
