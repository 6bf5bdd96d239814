package import Articles

extension Annotator {
    /// Which speakers of the articles of an archive are one person, organisation or group, and why.
    ///
    /// Equal names are one, but for two people of one name whose roles no one person has (a police chief, a farmer), and for a last name
    /// alone, which joins nobody unless a role speaks for it. Beyond that each rule of `JoinReason.Rule` joins names for a reason that is
    /// kept, and only where nobody else could be meant. Time grows with the number of speakers and of their different names.
    /// - Parameters:
    ///   - speakers: in the order of the archive.
    ///   - known: what the user told, which comes before everything that is found.
    package static func people(_ speakers: [LinkableSpeaker], known: [KnownSpeaker] = []) -> LinkedPeople {
        let found = FoundNames(speakers, told: ToldNames(known))
        var graph = PeopleGraph(found.nodes, known: known)
        graph.joinTold(found.told)
        graph.joinPersons()
        graph.joinGroups()
        return graph.people(found.nodeOfSpeaker)
    }
}
