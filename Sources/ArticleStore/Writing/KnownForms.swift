import Articles
import FoundationEssentials
import GRDB
import SpeechVerbs

/// The rows of what repeats from quote to quote and from article to article, each written once.
extension RowWriter {
    /// A cue without its place.
    struct CueForm: Hashable {
        let text, lemma, act: String
    }

    /// The row of a cue.
    func cue(printed text: String, _ cue: Cue) throws -> Int64 {
        let form = CueForm(text: text, lemma: cue.lemma, act: cue.act.rawValue)
        if let known = cues[form] { return known }
        let known = try db.rows(
            "SELECT id FROM cues WHERE text = ? AND lemma = ? AND act = ?", [form.text, form.lemma, form.act]
        ) { try $0.id() }.first
        let row =
            try known
            ?? insert(.cues) {
                $0.add(form.text)
                $0.add(form.lemma)
                $0.add(form.act)
            }
        cues[form] = row
        return row
    }

    /// Gives a statement that only one quote said a row of its own, for others to lead to. Its reports are counted when all is written.
    func keepStatement(_ id: Int64) throws {
        try db.run(
            """
            INSERT OR IGNORE INTO statement_rows (id, said_first, said_last, said_basis, place, place_basis)
            SELECT id, said_first, said_last, said_basis, place, place_basis FROM quote_rows
            WHERE id = ? AND statement_id IS NULL
            """, [id])
    }

    /// The row of what an article tells of a speaker.
    func profile(of speaker: Speaker) throws -> Int64 {
        if let known = profiles[speaker] { return known }
        let aliases = speaker.aliases.isEmpty ? nil : try jsonList(speaker.aliases)
        let known = try db.rows(
            """
            SELECT id FROM speaker_profiles
            WHERE name = ? AND kind = ? AND role IS ? AND organisation IS ? AND aliases IS ? LIMIT 1
            """, [speaker.name, speaker.kind.rawValue, speaker.role, speaker.organisation, aliases]
        ) { try $0.id() }.first
        let row =
            try known
            ?? insert(.profiles) {
                $0.add(speaker.name)
                $0.add(speaker.kind.rawValue)
                $0.add(speaker.role)
                $0.add(speaker.organisation)
                $0.add(aliases)
            }
        profiles[speaker] = row
        return row
    }
}

/// Texts as a JSON array, which `json_each` tells again.
private func jsonList(_ texts: [String]) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .withoutEscapingSlashes
    return String(decoding: try encoder.encode(texts), as: UTF8.self)
}
