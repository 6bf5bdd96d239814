extension CorpusProblem: CustomStringConvertible {
    var description: String {
        switch self {
        case .unreadable(let path): "cannot open \(path), nor \(path).gz"
        case .damaged(let path): "\(path) is cut short or damaged: gzip cannot unpack it"
        case .badLine(let path, let number): "\(path):\(number): this line is no article with its attributions in JSON"
        }
    }
}
