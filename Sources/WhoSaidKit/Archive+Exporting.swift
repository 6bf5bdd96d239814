import ArticleStore
import Articles
package import Dates
import Evaluator
package import Exchange
import QueryLanguage

extension Archive {
    /// What is to leave the archive: all of it, or the quotes that answer a question.
    package enum Selection: Sendable {
        /// Everything; of quotes those in latest versions.
        case everything
        /// The numbers of quotes by those of their articles.
        case quotes([Int64: Set<Int64>])
    }

    /// The quotes that answer a question, or that pass a condition such as `outlet = Reuters`.
    /// - Throws: `QuestionError` where it is neither.
    package func selection(_ question: String, today: CalendarDay) throws -> Selection {
        let script = Script(parsing: question)
        let isQuestion = script.statements.count == 1 && !script.diagnostics.contains { $0.severity == .error }
        let asked = "quotes where " + question
        let isCondition = !isQuestion && !Script(parsing: asked).diagnostics.contains { $0.severity == .error }
        let (outcome, _) = try outcome(
            isCondition ? asked : question, today: today.description,
            editing: .refused("an export corrects nothing"))
        guard case .answer(let answer) = outcome else { throw QuestionError([.notAQuestion], question) }
        let records = answer.rows.flatMap { $0.quotes.map(\.record) }
        return .quotes(Dictionary(grouping: records, by: \.article.id).mapValues { Set($0.map(\.id)) })
    }

    /// Writes the archive piece by piece; one article is in memory at a time.
    /// - Parameters:
    ///   - progress: told after each text how many articles were written.
    ///   - write: puts a text at the end of a file of the folder, or where the format is no folder, of the one text.
    package func export(
        _ selection: Selection = .everything, as format: ExportFormat, progress: (Int) throws -> Void = { _ in },
        write: (_ file: String?, _ text: String) throws -> Void
    ) throws {
        var done = 0
        var last: String?
        func finish(_ source: String) throws {
            // One article may come in several texts.
            if source != last { done += 1 }
            last = source
            try progress(done)
        }
        switch format {
        case .jsonl:
            var sources: Set<String> = []
            let ids: Set<Int64>? = if case .quotes(let wanted) = selection { Set(wanted.keys) } else { nil }
            try store.forEachAnnotatedArticle(ids) { article in
                if ids != nil { sources.insert(article.article.source.name) }
                try write(nil, ExchangeLine.article(article).written + "\n")
                try finish(article.article.source.name)
            }
            for speaker in try store.knownSpeakers() { try write(nil, ExchangeLine.speaker(speaker).written + "\n") }
            for record in try store.decisions() where ids == nil || record.decision.concerns(sources) {
                try write(nil, ExchangeLine.decision(record).written + "\n")
            }
        case .csv:
            try write(nil, QuoteTable.head)
            try store.forEachReportedArticle(selection.wanted) { article in
                try write(nil, QuoteTable.rows(of: article))
                try finish(article.record.source)
            }
        case .webannotation:
            try write(nil, WebAnnotation.head)
            var separator = ""
            try store.forEachReportedArticle(selection.wanted) { article in
                for annotation in WebAnnotation.annotations(of: article) {
                    try write(nil, separator + annotation)
                    separator = WebAnnotation.separator
                }
                try finish(article.record.source)
            }
            try write(nil, WebAnnotation.foot)
        case .markdown:
            try write(nil, ArticleSummary.head)
            try store.forEachReportedArticle(selection.wanted) { article in
                try write(nil, ArticleSummary.text(of: article))
                try finish(article.record.source)
            }
        case .brat:
            var folder = BratFolder()
            for file in BratFolder.files { try write(file.name, file.text) }
            try write(BratFolder.manifestName, BratFolder.manifestHead)
            try store.forEachReportedArticle(selection.wanted) { article in
                let (files, line) = folder.add(article)
                for file in files { try write(file.name, file.text) }
                try write(BratFolder.manifestName, line)
                try finish(article.record.source)
            }
        }
    }
}

extension Archive.Selection {
    fileprivate var wanted: [Int64: Set<Int64>]? { if case .quotes(let wanted) = self { wanted } else { nil } }
}

extension Decision {
    /// Whether it is about some of these sources; what is about names is about all.
    fileprivate func concerns(_ sources: Set<String>) -> Bool {
        anchors.isEmpty || anchors.contains { sources.contains($0.source) }
    }
}
