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
