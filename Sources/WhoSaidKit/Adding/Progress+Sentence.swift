extension Archive.Progress {
    /// How far it has come after some time, in one line: `412 of 924 articles, 143/s, 4 s left`.
    package func sentence(after elapsed: Duration) -> String {
        if isLinking { return "linking \(articles) articles" }
        let seconds = elapsed / .seconds(1)
        var parts = [count]
        if pieces == nil, let bytes, bytes > 0 { parts.append("\(bytesDone.megabytes) of \(bytes.megabytes) MB") }
        // What comes first is no measure of the rest.
        if seconds >= 0.5, articles > 0 { parts.append("\(Int((Double(articles) / seconds).rounded()))/s") }
        if seconds >= 1, let share, share > 0.01, share < 1 {
            parts.append("\(Archive.Progress.time(seconds * (1 - share) / share)) left")
        }
        return parts.joined(separator: ", ")
    }

    /// How much is done: `412 of 924 articles`.
    package var count: String {
        let noun = articles == 1 ? "article" : "articles"
        guard let pieces else { return "\(articles) \(noun)" }
        // Files that hold several articles, or none, are counted as files.
        return articles == done ? "\(done) of \(pieces) articles" : "\(done) of \(pieces) files, \(articles) \(noun)"
    }

    private static func time(_ seconds: Double) -> String {
        let seconds = Int(seconds.rounded(.up))
        return seconds < 60
            ? "\(seconds) s"
            : seconds < 3600 ? "\(seconds / 60) min \(seconds % 60) s" : "\(seconds / 3600) h \(seconds / 60 % 60) min"
    }
}

extension Int {
    /// A number of bytes in millions, with one place where that matters.
    fileprivate var megabytes: String {
        self < 10_000_000 ? "\(self / 1_000_000).\(self / 100_000 % 10)" : "\(self / 1_000_000)"
    }
}
