import Annotator
import Articles
import Dates
import Testing

/// Who is one person across articles, and by which reason.
@Suite struct PeopleLinkingTests {
    /// A person of an article of its own: `Sen. | John Kerry` has a role before the bar.
    static func found(_ texts: [String], kind: Speaker.Kind = .person) -> [LinkableSpeaker] {
        texts.enumerated().map { index, text in
            let parts = text.split(separator: "|").map { $0.drop { $0 == " " } }.map(String.init)
            let role = parts.count > 1 ? parts[0].split(separator: " ").joined(separator: " ") : nil
            let name = parts[parts.count - 1]
            let days = DateInterval(iso: "2014-01-\(10 + index)")
            return LinkableSpeaker(
                speaker: Speaker(name: name, kind: kind, role: role), article: Int64(index), published: days)
        }
    }

    /// The speakers of each person, by name.
    static func people(_ found: [LinkableSpeaker], known: [KnownSpeaker] = []) -> Set<[String]> {
        let numbers = Annotator.people(found, known: known).numbers
        return Set(Dictionary(grouping: found.indices) { numbers[$0] }.values.map { $0.map { found[$0].speaker.name } })
    }

    /// Two names, and the rule that joins the second to the first; nil for names of two people.
    static let names: [(String, String, JoinReason.Rule?)] = [
        ("Sergei Lavrov", "Sergey Lavrov", .spelling), ("Muhammad Ali", "Mohammad Ali", .spelling),
        ("Marc Roe", "Mark Roe", .spelling), ("Bob Kerry", "John Kerry", nil), ("Hillary Clinton", "Bill Clinton", nil),
        ("Jean Roe", "Joan Roe", nil), ("Maria Roe", "Mario Roe", nil), ("Daniel Roe", "Daniela Roe", nil),
        ("Martin Roe", "Marvin Roe", nil),
        // A last name alone joins nobody, not even itself.
        ("John Kerry", "Kerry", nil), ("Kerry", "Kerry", nil), ("Mr | Kerry", "Mr | Kerry", nil),
        ("Officer | Lee", "Officer | Lee", nil),
        ("US Secretary of State | John Kerry", "Secretary of State | Kerry", .office),
        ("President | Barack Obama", "President | Obama", .office),
        ("First Lady | Michelle Obama", "President | Obama", nil),
        ("president of the bank | John Smith", "president of the college | Smith", nil),
        // Initials and middle names.
        ("John Kerry", "J. Kerry", .initial), ("John Kerry", "John F. Kerry", .middle),
        ("John F. Kerry", "John Fitzgerald Kerry", .middle), ("George W. Roe", "George H.W. Roe", nil),
        ("Robert Downey Jr.", "Robert Smith Jr.", nil), ("Donald Roe", "Donald Roe Jr.", nil),
        ("De Blasio", "de Blasio", nil), ("Van Jones", "Bob Jones", nil), ("Carmel Roe", "C. Rick Roe", nil),
        // A written middle name, or a suffix, only in one role.
        ("Rafael Edward Roe", "Rafael Roe", nil), ("Sen. | Ann Lee Roe", "the senator | Ann Roe", .middle),
        ("the vice president | Joe Roe", "vice president | Joe Roe Jr.", .suffix),
        // Short forms only in one role.
        ("William Roe", "Bill Roe", nil), ("Sen. | William Roe", "Senator | Bill Roe", .nickname),
        ("the governor of Ohio | William Roe", "a farmer | Bill Roe", nil),
        // Transliterations of last names only in one role.
        ("Libyan leader | Muammar Gaddafi", "Libya's leader | Muammar Qaddafi", .transliteration),
        ("Anne Brown", "Anne Browne", nil), ("the mayor | Anne Brown", "a novelist | Anne Browne", nil),
        // Hyphens and particles.
        ("Bashar al-Assad", "Bashar Assad", .letters), ("Adel Abdul-Mahdi", "Adel Abdulmahdi", .letters),
        ("Staffan de Mistura", "Staffan Mistura", .letters), ("Ban Ki-moon", "Ban Kimoon", .letters),
    ]

    @Test(arguments: names)
    func twoNames(first: String, second: String, rule: JoinReason.Rule?) {
        let found = Self.found([first, first, second])
        let people = Annotator.people(found)
        #expect((people.numbers[0] == people.numbers[2]) == (rule != nil))
        #expect(people.reasons[2]?.rule == rule)
        if rule != nil { #expect(people.reasons[2]?.name == found[0].speaker.name) }
    }

    /// Whom a rival keeps apart, and what is told of two people of one name.
    @Test(arguments: [
        (["John Kerry", "James Kerry", "J. Kerry"], 3), (["John F. Kerry", "John D. Kerry", "John Kerry"], 3),
        (["Senator | Ann Roe", "Senator | Bob Roe", "Senator | Roe"], 3),
        (["the police chief | John Smith", "a farmer | John Smith"], 2),
        (["the police chief | John Smith", "John Smith", "a farmer | John Smith", "the police chief | John Smith"], 2),
        (["a senator | John Smith", "a lawyer | John Smith"], 1),
        (Array(repeating: "President | Ann Roe", count: 20) + ["President | Given Roe", "President | Roe"], 2),
        (["President | Ann Roe", "President | Given Roe", "President | Roe"], 3),
        (["a senator | William Roe", "a senator | Will Roe", "a senator | Bill Roe"], 1),
    ])
    func rivals(names: [String], count: Int) {
        #expect(Set(Annotator.people(Self.found(names)).numbers).count == count)
    }

    /// Two names of organisations or groups.
    static let groups: [(Speaker.Kind, String, String, JoinReason.Rule?)] = [
        (.organisation, "Agence France-Presse", "AFP", .initials),
        (.organisation, "Daily Caller", "DC", nil),
        (.organisation, "Federal Bureau of Investigation", "F.B.I.", .initials),
        (.organisation, "the White House", "AFP", nil),
        (.organisation, "White House", "the White House", .article),
        (.unnamed, "Russian officials", "Russia's officials", .country),
        (.unnamed, "American officials", "U.S. officials", .country), (.unnamed, "officials", "Russian officials", nil),
        (.unnamed, "a rebel", "rebels", nil), (.organisation, "Syrian government", "government of Syria", .country),
        (.organisation, "Moscow police", "Russian police", nil),
    ]

    @Test(arguments: groups)
    func twoGroups(kind: Speaker.Kind, first: String, second: String, rule: JoinReason.Rule?) {
        let people = Annotator.people(Self.found([first, first, second], kind: kind))
        #expect((people.numbers[0] == people.numbers[2]) == (rule != nil))
        #expect(people.reasons[2]?.rule == rule)
    }

    @Test func initialsOfTwoOrganisationsJoinNone() {
        let names = ["American Bar Association", "Arab Bankers Association", "ABA"]
        #expect(Self.people(Self.found(names, kind: .organisation)).count == 3)
    }

    @Test func anIntroducedShortNameComesBeforeInitials() {
        var found = Self.found(["Arab Bankers Association", "American Bar Association", "ABA"], kind: .organisation)
        found[1].speaker.aliases = ["ABA"]
        #expect(Self.people(found) == [["Arab Bankers Association"], ["American Bar Association", "ABA"]])
        #expect(Annotator.people(found).reasons[1] == JoinReason(.introduced, "ABA"))
    }

    @Test func theVersionsOfOneArticleShareALastName() {
        var found = Self.found(["Kerry", "Kerry"])
        found[1].article = 0
        #expect(Set(Annotator.people(found).numbers).count == 1)
    }

    @Test func whatTheUserTellsComesFirst() {
        let known = [
            KnownSpeaker(
                name: "John Forbes Kerry", names: ["John Kerry", "Secretary Kerry"],
                roles: [.init(name: "US secretary of state", days: DateInterval(iso: "2014-01-10/2014-01-12"))]),
            KnownSpeaker(name: "Richard Kerry", names: ["Dick Kerry"]),
        ]
        let people = Annotator.people(
            Self.found(["John Kerry", "Secretary | Kerry", "Dick Kerry", "J. F. Kerry"]), known: known)
        #expect(people.numbers == [0, 0, 1, 0])
        #expect(people.known[0]?.name == "John Forbes Kerry")
        #expect(people.reasons[0] == JoinReason(.told, "John Forbes Kerry"))
        #expect(people.reasons[3]?.rule == .initial)
        // Who had a role is known for its days alone.
        var roles = Self.found(
            ["US secretary of state", "the US Secretary of State", "x", "US secretary of state"], kind: .unnamed)
        roles[2] = Self.found(["x", "y", "John Kerry"])[2]
        let holders = Annotator.people(roles, known: known)
        #expect(holders.numbers == [0, 0, 0, 1])
        #expect(holders.reasons[0] == JoinReason(.role, "John Forbes Kerry"))
    }

    /// Who is who must not follow from the order of the articles, where that decides nothing.
    @Test func theOrderOfArticlesDecidesNothing() {
        let names = [
            "Sergei Lavrov", "Sergey Lavrov", "S. Lavrov", "John Kerry", "John F. Kerry", "Secretary of State | Kerry",
            "US Secretary of State | John Kerry", "a farmer | John Kerry", "Bashar al-Assad", "Bashar Assad", "Kerry",
        ]
        let found = Self.found(names)
        let expected = Self.people(found).map { Set($0) }
        for step in [3, 5, 7] {
            let order = found.indices.map { found[$0 * step % found.count] }
            #expect(Set(Self.people(order).map { Set($0) }) == Set(expected), "step \(step)")
        }
    }

    /// Names that are alike must not be compared pair by pair: a hundred thousand of them are linked in moments.
    @Test func manyNamesOfOneFamily() {
        let letters = Array("abcdefghijklmnopqrstuvwxyz")
        let names = (0..<40_000).map { number -> String in
            let first = (0..<4).map { String(letters[(number / [1, 26, 676, 17_576][$0]) % 26]) }.joined()
            return first.prefix(1).uppercased() + first.dropFirst() + " Smith"
        }
        let numbers = Annotator.people(Self.found(names)).numbers
        #expect(numbers.count == names.count)
        #expect(Set(numbers).count > 10_000)
    }
}
