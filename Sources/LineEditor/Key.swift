import CLineEditor

/// A key of the prompt, as libedit writes it, and the function that it is bound to.
struct Key: Hashable {
    let sequence: String
    let function: String

    init(_ sequence: String, _ function: String) {
        self.sequence = sequence
        self.function = function
    }

    /// The keys that a user's `~/.editrc` may bind otherwise.
    static let usual = [
        Key("^I", "whosaid-complete"), Key("^R", "whosaid-search"),
        Key("^P", "whosaid-up"), Key("\\e[A", "whosaid-up"), Key("\\eOA", "whosaid-up"),
        Key("^N", "whosaid-down"), Key("\\e[B", "whosaid-down"), Key("\\eOB", "whosaid-down"),
        Key("^F", "whosaid-forward"), Key("\\e[C", "whosaid-forward"), Key("\\eOC", "whosaid-forward"),
        Key("^E", "whosaid-end"), Key("\\e[F", "whosaid-end"), Key("\\eOF", "whosaid-end"),
        Key("\\e[4~", "whosaid-end"),
        Key("\\e[H", "ed-move-to-beg"), Key("\\eOH", "ed-move-to-beg"), Key("\\e[1~", "ed-move-to-beg"),
        Key("\\e[3~", "ed-delete-next-char"),
        Key("\\e[1;5C", "em-next-word"), Key("\\e[1;5D", "ed-prev-word"),
        Key("\\e^M", "whosaid-newline"), Key("\\e^J", "whosaid-newline"),
    ]

    /// The keys without which no statement can be ended or pasted. `^^` is what an accepted line pushes.
    static let vital = [
        Key("^M", "whosaid-submit"), Key("^J", "whosaid-submit"), Key("^^", "ed-newline"),
        Key("^C", "whosaid-interrupt"), Key("\\e[200~", "whosaid-paste"),
    ]

    /// Binds all of them around what the user's `~/.editrc` says.
    static func bindAll(in handle: OpaquePointer) {
        bind(usual, in: handle)
        if cle_read_settings(handle) != 0 { bind(usual, in: handle) }
        bind(vital, in: handle)
    }

    private static func bind(_ keys: [Key], in handle: OpaquePointer) {
        for key in keys { cle_bind(handle, key.sequence, key.function) }
    }
}
