import Annotator

/// The words of articles that might be cues, and whether people marked them.
enum CueExamples {
    /// The examples of one article; words inside what is attributed are left out, because people marked outer attributions alone.
    static func examples(_ article: LabArticle) -> [BinaryTraining.Example] {
        let features = CueFeatures(article.text)
        let cues = Set(article.gold.map(\.cue))
        let content = Set(article.gold.flatMap(\.content))
        var rows: [UInt32] = []
        return article.text.tags.indices.compactMap { index in
            guard CueFeatures.isCandidate(index, in: article.text), cues.contains(index) || !content.contains(index)
            else { return nil }
            features.rows(at: index, into: &rows)
            return BinaryTraining.Example(rows: rows, isTrue: cues.contains(index))
        }
    }
}
