/// What is wrong with the file of a corpus.
enum CorpusProblem: Error, Hashable {
    case unreadable(path: String)
    case damaged(path: String)
    case badLine(path: String, number: Int)
}
