import Articles
import Dates
import GRDB

/// What the user told of people.
extension Database {
    func knownSpeakers() throws -> [KnownSpeaker] {
        var names: [Int64: [String]] = [:]
        let others = try rows("SELECT known_speaker_id, name FROM known_names ORDER BY 1, position") {
            (try $0.id(), try $0.text())
        }
        for (row, name) in others { names[row, default: []].append(name) }
        var roles: [Int64: [KnownSpeaker.Role]] = [:]
        let found = try rows(
            "SELECT known_speaker_id, role, first_day, last_day FROM known_roles ORDER BY 1, position"
        ) { cells in
            (try cells.id(), KnownSpeaker.Role(name: try cells.text(), days: try cells.optionalInterval()))
        }
        for (row, role) in found { roles[row, default: []].append(role) }
        return try rows("SELECT id, name, kind, organisation FROM known_speakers ORDER BY id") { cells in
            let row = try cells.id()
            return KnownSpeaker(
                name: try cells.text(), names: names[row] ?? [], kind: try cells.optionalWord(Speaker.Kind.self),
                roles: roles[row] ?? [], organisation: try cells.optionalText())
        }
    }

    /// Puts `speakers` in the place of all that was told.
    func replaceKnownSpeakers(by speakers: [KnownSpeaker]) throws {
        try run("DELETE FROM known_speakers")
        for (index, speaker) in speakers.enumerated() {
            let row = index + 1
            try insert(
                into: "known_speakers",
                [
                    "id": row, "name": speaker.name, "kind": speaker.kind?.rawValue,
                    "organisation": speaker.organisation,
                ])
            for (position, name) in speaker.names.enumerated() {
                try insert(into: "known_names", ["known_speaker_id": row, "position": position, "name": name])
            }
            for (position, role) in speaker.roles.enumerated() {
                try insert(
                    into: "known_roles",
                    [
                        "known_speaker_id": row, "position": position, "role": role.name,
                        "first_day": role.days?.first.stored, "last_day": role.days?.last.stored,
                    ])
            }
        }
    }
}
