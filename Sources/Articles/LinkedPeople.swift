package import Dates

/// A speaker as the linking across articles sees it: one per version of an article that names it.
package struct LinkableSpeaker: Hashable, Sendable {
    package var speaker: Speaker
    /// The article that names it; all versions of an article have one number.
    package var article: Int64
    /// The days on which that article appeared.
    package var published: DateInterval?

    package init(speaker: Speaker, article: Int64, published: DateInterval? = nil) {
        self.speaker = speaker
        self.article = article
        self.published = published
    }
}

/// Who is who across articles, and why.
package struct LinkedPeople: Hashable, Sendable {
    /// For each speaker as found in an article, the number of the person, organisation or group it is.
    package var numbers: [Int]
    /// Why a speaker is that person, by its index. Those that go by the person's own name, and those that nobody joined, have none.
    package var reasons: [Int: JoinReason]
    /// What the user told of a person, by number.
    package var known: [Int: KnownSpeaker]

    package init(numbers: [Int], reasons: [Int: JoinReason] = [:], known: [Int: KnownSpeaker] = [:]) {
        self.numbers = numbers
        self.reasons = reasons
        self.known = known
    }
}

/// Why one name is taken for another one's.
package struct JoinReason: Hashable, Sendable {
    package var rule: Rule
    /// The other name, as it is printed most.
    package var name: String

    package init(_ rule: Rule, _ name: String) {
        self.rule = rule
        self.name = name
    }

    /// What speaks for it; the surest first.
    package enum Rule: String, CaseIterable, Hashable, Sendable {
        /// A person decided so.
        case decided
        /// The user's table of names says so: of a name, or of who had a role on the day of the article.
        case told, role
        /// `Abdul-Mahdi`, `Abdulmahdi`; `al-Assad`, `Assad`.
        case letters
        /// `Sergey`, `Sergei` before one last name.
        case spelling
        /// `John F. Kerry`, `John Kerry`: no other middle name is known.
        case middle
        /// `J. Kerry`, `John Kerry`: nobody else has this initial.
        case initial
        /// `Bill`, `William` before one last name, in one role.
        case nickname
        /// `Gaddafi`, `Qaddafi` after one given name, in one role.
        case transliteration
        /// `Joseph Biden Jr.`, `Joseph Biden`, in one role.
        case suffix
        /// A last name and a role that are one person's alone.
        case office
        /// `the Free Syrian Army (FSA)`: an article introduces the short name.
        case introduced
        /// `AFP`: the initials of one organisation alone.
        case initials
        /// `Russia's officials`, `Russian officials`; `the rebels`, `rebels`.
        case country, article
    }
}
