/// A person, organisation or group to whom quotes are attributed.
package struct Speaker: Hashable, Sendable {
    /// The fullest name, or the description of an unnamed source (`US diplomats`).
    package var name: String
    package var kind: Kind
    /// Every other form under which it was printed, in the order of first appearance.
    package var aliases: [String]
    /// The role as printed: `US Secretary of State`.
    package var role: String?
    /// The organisation or country that it speaks for.
    package var organisation: String?

    package init(name: String, kind: Kind, aliases: [String] = [], role: String? = nil, organisation: String? = nil) {
        self.name = name
        self.kind = kind
        self.aliases = aliases
        self.role = role
        self.organisation = organisation
    }

    /// What sort of source it is.
    package enum Kind: String, CaseIterable, Hashable, Sendable {
        case person, organisation
        /// A source that is described, not named: *a rebel militant*, *US diplomats*.
        case unnamed
    }

    /// Whether it has a name, and not only a description.
    package var isNamed: Bool { kind != .unnamed }
}
