/// The cues of saying, as the field's scorer tells them from those of believing and intending.
enum SayingCue {
    /// Whether a cue has a word of saying: `also said`, `according to`.
    static func isSaying(_ cue: String) -> Bool {
        cue.lowercased().split { !($0.isLetter || $0.isNumber || $0 == "_") }.contains { forms.contains(String($0)) }
    }

    private static let forms: Set<String> = {
        var forms = Set(
            words(
                "say said says saying tell told tells telling according denied denies replied replies specified specifies "
                    + "testified testifies wrote writes writing written swore spoke spoken"))
        for stem in stems { for ending in ["", "s", "d", "es", "ed", "ing"] { forms.insert(stem + ending) } }
        return forms
    }()

    private static let stems = words(
        "add acknowledg admit advis alleg announc answer argu ask assert assur blast brand call caution chant charg cit claim "
            + "comment complain conced conclud confirm contend continu contradict counter criticiz criticis declar defend "
            + "demand deni den describ detail disclos dismiss emphasiz emphasis estimat explain express follow hint indicat "
            + "inform insist jok lament likened maintain mention mus not observ offer opin order ple pledg point praise "
            + "predict proclaim promis propos question quip quot recall recommend recount refus reiterat reject relat remark "
            + "remind repeat repl report request respond reveal specif speculat state stat stress suggest summariz summaris "
            + "swear testif tweet urg vow warn write")

    private static func words(_ list: String) -> [String] { list.split(separator: " ").map(String.init) }
}
