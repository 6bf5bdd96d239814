import CLineEditor

/// Where libedit draws the characters of a text on a screen of some width: its own arithmetic once more, because it
/// does not tell.
struct Layout {
    /// A cell of the screen, counted from the prompt's row and the left.
    struct Cell: Hashable {
        var row = 0
        var column = 0
    }

    /// The cell in which each scalar begins.
    private(set) var cells: [Cell] = []
    /// The cell behind the last one.
    private(set) var end = Cell()
    /// Whether every character has a width that is known; else nothing may be painted over it.
    private(set) var isPaintable = true

    /// Lays out `text`, the prompt included; `"ab\nc"` on 80 columns → (0,0), (0,1), (0,2), (1,0).
    init(_ text: String, columns: Int, width: (Unicode.Scalar) -> Int = Layout.width) {
        let columns = max(1, columns)
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\n":
                cells.append(end)
                end = Cell(row: end.row + 1, column: 0)
            case "\t":
                cells.append(end)
                repeat { advance(1, columns) } while end.column % 8 != 0
            default:
                var cellsTaken = width(scalar)
                if cellsTaken < 0 {
                    isPaintable = false
                    cellsTaken = scalar.value < 0x20 || scalar.value == 0x7F ? 2 : 8
                }
                if cellsTaken <= columns && end.column + cellsTaken > columns {
                    end = Cell(row: end.row + 1, column: 0)
                }
                cells.append(end)
                advance(cellsTaken, columns)
            }
        }
    }

    private mutating func advance(_ count: Int, _ columns: Int) {
        end.column += count
        if end.column >= columns { end = Cell(row: end.row + 1, column: 0) }
    }

    /// The columns that a character takes; -1 where it cannot be printed.
    static func width(_ scalar: Unicode.Scalar) -> Int { Int(cle_width(scalar.value)) }
}
