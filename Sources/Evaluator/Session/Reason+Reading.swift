import ArticleStore
import Articles
import Dates
import SpeechVerbs

extension Session.Reason {
    /// How the speaker, the date, the place and the rest of a quote were found.
    /// - Parameters:
    ///   - joins: for each speaker, why the name in the article is theirs; nil where it is the archive's.
    ///   - speakerConfidence: how sure the annotator is of what names them, if the words are right.
    static func reasons(
        _ record: QuoteRecord, joins: [SpeakerProfile.Join?] = [], speakerConfidence: Double? = nil,
        in store: ArticleStore
    ) throws -> [Session.Reason] {
        var reasons: [Session.Reason] = []
        let statement = try StatementReasons(record, in: store)
        func add(_ property: String, _ value: String, _ evidence: String) {
            reasons.append(Session.Reason(property: property, value: value, evidence: evidence))
        }
        add("words", record.text, "\(record.quote.kind.rawValue), \(record.article.source), line \(record.line)")
        if record.speakers.isEmpty { add("speaker", "unknown", "no source was found") }
        for (index, speaker) in record.speakers.enumerated() {
            let printed = index < record.printed.speakers.count ? record.printed.speakers[index] : nil
            let evidence =
                (printed.map { "printed as `\($0)`" } ?? "carried over from the text around")
                + (speakerConfidence.map { ", \(percent($0)) sure if the words are right" } ?? "")
            add(
                "speaker", speaker.speaker.name,
                record.correction(of: .speaker) == nil ? evidence : "a correction")
        }
        for join in joins.compactMap(\.self) {
            add("who", "\(join.name) is \(join.reason.name)", join.reason.rule.words)
        }
        if let cue = record.quote.cue {
            add(
                "cue", cue.lemma, (record.printed.cue.map { "printed as `\($0)`, " } ?? "") + "act: \(cue.act.rawValue)"
            )
        }
        if let addressee = record.printed.addressee {
            add("to", record.addressee?.speaker.name ?? addressee, addressee)
        }
        for (index, printed) in record.printed.via.enumerated() {
            add("via", index < record.via.count ? record.via[index].speaker.name : printed, "printed as `\(printed)`")
        }
        if let said = record.saidEvidence {
            let source = record.quote.said == said ? "" : statement.otherReport { $0.said == said }
            add("said", said.value.description, words(said.basis) + source)
        } else {
            add("said", "unknown", "no date was found in the text")
        }
        if let published = record.article.metadata.published {
            add("published", published.value.description, words(published.basis))
        }
        for (words, evidence) in statement.publication { add("dated by", words, evidence) }
        if let place = record.placeEvidence {
            let source = record.quote.place == place ? "" : statement.otherReport { $0.place == place }
            add("place", place.name, words(place.basis) + source)
        }
        if let occasion = record.printed.occasion { add("occasion", occasion, "printed") }
        if let medium = record.printed.medium { add("medium", medium, "printed") }
        if let antecedent = record.printed.antecedent { add("stands for", antecedent, "printed") }
        if let (value, evidence) = statement.joining { add("statement", value, evidence) }
        for decision in record.decisions {
            guard case .correct(_, let property, let value) = decision.decision else { continue }
            let anchor = decision.decision.anchors.first { $0.reference == record.reference }
            let before = (anchor ?? decision.decision.anchors.first)?.before ?? "unknown"
            add(
                "corrected", "\(property.rawValue): \(value.description)",
                "by \(decision.made.editor) on \(decision.made.time.prefix(10)), before: \(before)")
        }
        add("reference", record.reference, "stays the same for ever")
        add("confidence", percent(record.quote.confidence), "of the annotator")
        return reasons
    }

    static func percent(_ share: Double) -> String { "\(Int((min(max(share, 0), 1) * 100).rounded())) %" }

    private static func words(_ basis: DatedEvidence.Basis) -> String {
        switch basis {
        case .explicit: "a full date in the attribution"
        case .weekday: "a weekday in the attribution, counted back from publication"
        case .relative: "a relative expression, counted back from publication"
        case .context: "the occasion, to which the text around gives a date"
        case .crossArticle: "dated articles that report the same"
        case .metadata: "what the manifest or a person says"
        case .url: "the address of the page"
        case .dateline: "the dateline of the article"
        case .publication: "the publication date, for want of better"
        case .correction: "a correction"
        }
    }

    private static func words(_ basis: PlaceEvidence.Basis) -> String {
        switch basis {
        case .explicit: "in the attribution"
        case .context: "the occasion, to which the text around gives a place"
        case .dateline: "the dateline of the article"
        case .correction: "a correction"
        }
    }
}
