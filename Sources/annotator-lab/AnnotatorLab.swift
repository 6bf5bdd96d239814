import ArgumentParser

/// Trains and scores the annotator's model from corpora given by path.
@main
struct AnnotatorLab: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "annotator-lab", abstract: "Train and score the annotator's model.",
        discussion: """
            The corpora are not part of the project. --polnear names a folder with train.jsonl.gz and dev.jsonl.gz,
            --ud one with ewt-*.conllu.gz and gum-*.conllu.gz; files may also stand there unpacked, without .gz.
            """,
        subcommands: [TrainCommand.self, EvaluateCommand.self, ErrorsCommand.self])
}
