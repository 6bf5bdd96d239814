package import Dates

/// A person, organisation or group as the user tells of it, with every name under which it goes.
package struct KnownSpeaker: Hashable, Sendable {
    /// The name to show.
    package var name: String
    /// The other names.
    package var names: [String]
    package var kind: Speaker.Kind?
    /// The roles that it had, with the days when it had them; nil for always.
    package var roles: [Role]
    /// The organisation or country that it speaks for.
    package var organisation: String?

    package init(
        name: String, names: [String] = [], kind: Speaker.Kind? = nil, roles: [Role] = [], organisation: String? = nil
    ) {
        self.name = name
        self.names = names
        self.kind = kind
        self.roles = roles
        self.organisation = organisation
    }

    /// Some with further ones, each of which stands in the place of one of its name.
    package static func joined(_ speakers: [KnownSpeaker], with further: [KnownSpeaker]) -> [KnownSpeaker] {
        var joined = speakers
        var places = Dictionary(speakers.enumerated().map { ($1.name, $0) }) { first, _ in first }
        for speaker in further {
            if let place = places[speaker.name] {
                joined[place] = speaker
            } else {
                places[speaker.name] = joined.count
                joined.append(speaker)
            }
        }
        return joined
    }

    /// A role that somebody had for a time.
    package struct Role: Hashable, Sendable {
        package var name: String
        package var days: DateInterval?

        package init(name: String, days: DateInterval? = nil) {
            self.name = name
            self.days = days
        }
    }
}
