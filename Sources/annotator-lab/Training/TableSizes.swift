/// How many rows the tables of a model have, as powers of two.
struct TableSizes {
    var tagger = 17
    var cues = 18
    var extents = 17
    var decisions = 18
}
