package import Dates

/// What the one who starts the server decides.
package struct ServerSettings: Sendable {
    /// The archive that all scripts are about; nil for the one that each names.
    package var archive: String?
    /// Where the manual's page of a code stands, `{code}` in the place of the code; nil where no manual is at hand.
    package var manual: String?
    /// The day that `today` means, asked for whenever it is needed: a server runs for days.
    package var today: @Sendable () -> CalendarDay
    /// The folder for archives that are made of folders; nil keeps them in memory.
    package var cache: String?

    package init(
        archive: String? = nil, manual: String? = nil, cache: String? = nil,
        today: @escaping @Sendable () -> CalendarDay
    ) {
        self.archive = archive
        self.manual = manual
        self.cache = cache
        self.today = today
    }
}
