import Articles
import Dates
import QueryLanguage
import Text

/// What a record has under a field; empty where it is unknown.
enum FieldValues {
    /// The values in words: all that a name or a phrase is compared with.
    static func texts(_ field: Field, of record: QuoteRecord) -> [String] {
        let metadata = record.article.metadata
        switch field {
        case .kind: return [record.quote.kind.rawValue]
        case .cue: return record.quote.cue.map { [$0.lemma] } ?? []
        case .to: return record.addressee.map { [$0.speaker.name] } ?? record.printed.addressee.map { [$0] } ?? []
        case .via: return record.via.isEmpty ? record.printed.via : record.via.map(\.speaker.name)
        case .text, .about, .mentions: return [record.text]
        case .place: return record.placeEvidence.map { [$0.name] } ?? []
        case .occasion: return record.printed.occasion.map { [$0] } ?? []
        case .medium: return record.printed.medium.map { [$0] } ?? []
        case .speaker, .role, .organisation: return record.speakers.compactMap { text(field, of: $0.speaker) }
        case .outlet: return metadata.outlet.map { [$0] } ?? []
        case .article: return [record.article.source] + (metadata.title.map { [$0] } ?? [])
        case .title: return metadata.title.map { [$0] } ?? []
        case .byline: return metadata.byline.map { [$0] } ?? []
        case .url: return metadata.url.map { [$0] } ?? []
        case .said, .date, .published, .voices, .paragraphs, .words, .confidence, .version, .reports, .corrected:
            return []
        }
    }

    /// What a field of speakers has of one of them.
    static func text(_ field: Field, of speaker: Speaker) -> String? {
        switch field {
        case .speaker: speaker.name
        case .role: speaker.role
        case .organisation: speaker.organisation
        default: nil
        }
    }

    /// The value of a date field.
    static func days(_ field: Field, of record: QuoteRecord) -> DateInterval? {
        switch field {
        case .said: record.saidEvidence?.value
        case .date: record.date?.days
        case .published: record.article.metadata.published?.value
        default: nil
        }
    }

    /// The value of a number field.
    static func number(_ field: Field, of record: QuoteRecord) -> Double? {
        switch field {
        case .voices: Double(record.quote.speakers.count)
        case .paragraphs: Double(record.quote.paragraphs)
        case .words: Double(record.segmentTexts.reduce(0) { $0 + Folding.wordCount(of: $1) })
        case .confidence: record.quote.confidence
        case .version: Double(record.version)
        case .reports: Double(record.statement.reports)
        default: nil
        }
    }

    /// Whether anything of the record was corrected by a person.
    static func isCorrected(_ record: QuoteRecord) -> Bool { !record.decisions.isEmpty }

    /// Whether a field has a value.
    static func isKnown(_ field: Field, of record: QuoteRecord) -> Bool {
        switch field {
        case .said, .date, .published: days(field, of: record) != nil
        case .voices, .paragraphs, .words, .confidence, .version, .reports, .corrected: true
        default: !texts(field, of: record).isEmpty
        }
    }
}
