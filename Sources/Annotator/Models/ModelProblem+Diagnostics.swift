extension ModelProblem: CustomStringConvertible {
    /// What is wrong, and what to do.
    package var description: String {
        switch self {
        case .notAModel:
            "this is no annotator model: it does not begin with \"\(AnnotatorModel.magic)\""
        case .otherFormat(let found):
            "this model has format \(found), and this program reads format \(AnnotatorModel.format): train it anew"
        case .badHeader(let line): "the model's header has no good line \"\(line)\": train it anew"
        case .wrongLength(let found, let announced):
            "the model has \(found) bytes of weights instead of \(announced): it was cut short or is two files in one"
        case .damaged: "the model's weights are not those that were written: fetch or train it anew"
        }
    }
}
