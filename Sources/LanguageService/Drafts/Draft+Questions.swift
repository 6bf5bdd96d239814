package import QueryLanguage

extension Draft {
    /// The questions that lead to the last answer above a piece, in order: the last one, those that its `among _` narrows,
    /// and whatever of them stands in included files.
    package func questions(above index: Int) -> [Statement] {
        var questions: [Statement] = []
        for piece in pieces[..<index].reversed() {
            if case .question? = piece.statement, let statement = piece.statement {
                questions.insert(statement, at: 0)
            } else if let path = piece.inclusion?.path, let inclusion = inclusions[path] {
                questions = inclusion.questions + questions
            }
            if case .question(let first)? = questions.first, first.among != .last { break }
        }
        return questions
    }
}
