package import Dates

/// How articles call a speaker of the archive: the roles with their days, and the names that were found to be its own.
package struct SpeakerProfile: Hashable, Sendable {
    /// The roles, most used first.
    package var roles: [Role]
    /// The other names with what speaks for each, in the order of the archive.
    package var joins: [Join]

    package init(roles: [Role] = [], joins: [Join] = []) {
        self.roles = roles
        self.joins = joins
    }

    /// A role by which articles call a speaker.
    package struct Role: Hashable, Sendable {
        /// The role as most of them print it.
        package var name: String
        /// The first and the last day on which an article prints it; nil where none of them is dated.
        package var days: DateInterval?
        /// The number of articles that print it; 0 for a role that only the user told.
        package var articles: Int

        package init(name: String, days: DateInterval?, articles: Int) {
            self.name = name
            self.days = days
            self.articles = articles
        }
    }

    /// A name under which articles print a speaker, and why it is this one's.
    package struct Join: Hashable, Sendable {
        package var name: String
        package var reason: JoinReason
        /// The source of the first article that prints it.
        package var source: String
        /// The number of articles that do.
        package var articles: Int

        package init(name: String, reason: JoinReason, source: String, articles: Int) {
            self.name = name
            self.reason = reason
            self.source = source
            self.articles = articles
        }
    }
}
