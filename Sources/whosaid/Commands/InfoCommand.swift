import ArgumentParser
import ArticleStore
import Articles
import LineEditor
import WhoSaidKit

/// `whosaid info ARCHIVE`: what is in it.
struct InfoCommand: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "info", abstract: "Tell what is in an archive.")

    @Argument(help: "An archive (NAME.whosaid) or a folder of articles.", completion: .file())
    var archive: String

    @OptionGroup var names: AliasOptions

    func run() throws {
        let archive = try Opening.open([archive], aliases: names.aliases)
        let lines = try Failure.ofArchive { try ArchiveContents(archive).lines(of: archive) }
        for line in lines { Output.standard.line(line.withoutControls()) }
        let facts = try Failure.ofArchive { try archive.store.facts() }
        let size = FileSize.of(self.archive)
        let texts = "\(FileSize.words(facts.textBytes)) of text"
        Output.standard.line(
            self.archive.hasSuffix(".whosaid") ? "\(texts) in \(FileSize.words(size)), format \(facts.format)" : texts)
        for (version, articles) in facts.annotators {
            let noun = "\(articles) article\(articles == 1 ? "" : "s")"
            Output.standard.line(
                version == Findings.byHand
                    ? "\(noun) annotated by hand" : "\(noun) annotated by version \(version) of the annotator")
        }
        if facts.standing + facts.undone > 0 {
            Output.standard.line("\(facts.standing) corrections stand, \(facts.undone) were taken back")
        }
    }
}
