package import Articles
package import Dates
package import QueryLanguage

extension NameBook {
    /// The speakers whom a question would find under a name, most quoted first as in the archive.
    package func speakers(called name: String) -> [SpeakerRecord] { speakers(named: NamePattern(name)) }

    /// What a question's answer would say about the names in it: who is not known here, and who can be several people.
    package func notes(on query: Query, today: CalendarDay) -> [Diagnostic] {
        plan(query, names: self, today: today).notes
    }
}
