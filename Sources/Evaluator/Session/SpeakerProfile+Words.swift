package import Articles
import Dates

extension SpeakerProfile {
    /// The roles with the one that the archive shows at the head, which can be a correction.
    package func rolesFirst(_ role: String?) -> [Role] {
        guard let role, role != roles.first?.name else { return role == nil ? [] : roles }
        return [Role(name: role, days: nil, articles: 0)] + roles.filter { $0.name != role }
    }
}

extension SpeakerProfile.Role {
    /// The role with the days of the articles that print it: `Secretary of State, 2014-01-13 to 2014-02-03`.
    package var words: String {
        guard let days else { return name }
        return "\(name), " + (days.isDay ? "\(days.first)" : "\(days.first) to \(days.last)")
    }
}

extension SpeakerProfile.Join {
    /// `Sergey Lavrov (a.txt) is Sergei Lavrov: same last name, first names are spellings of one name`.
    package var words: String {
        let file = source.split(separator: "/").last.map(String.init) ?? source
        let place = articles > 1 ? "\(file) and \(articles - 1) more" : file
        return "\(name) (\(place)) is \(reason.name): \(reason.rule.words)"
    }
}

extension JoinReason.Rule {
    /// What speaks for it.
    package var words: String {
        switch self {
        case .decided: "a correction says so"
        case .told: "the table of aliases says so"
        case .role: "the table of aliases says who that was on the day of the article"
        case .letters: "the same letters, but for blanks, hyphens, particles and titles"
        case .spelling: "same last name, and the first names are spellings of one name"
        case .middle: "same first and last name, and no other middle name is known"
        case .initial: "same last name, and nobody else of that name has this initial"
        case .nickname: "same last name and role, and one first name is short for the other"
        case .transliteration: "same first name and role, and the last names are spellings of one name"
        case .suffix: "same first and last name and role, but for the suffix"
        case .office: "same last name and role, and hardly anybody else has both"
        case .introduced: "an article introduces the short name"
        case .initials: "its initials, which no other organisation has"
        case .country: "the same words for the same country"
        case .article: "the same words"
        }
    }
}
