package import SpeechVerbs

/// A verb in a question, in whatever form: `said`, `denied`, `called for`.
package struct SpokenVerb: Hashable, Sendable {
    /// The acts that it can perform; empty for `say`, `speak` and `talk`, which match every cue.
    package let acts: [SpeechAct]
    /// Whether a person who is addressed can follow: `told reporters`.
    package let takesPerson: Bool
    /// Whether a person it is aimed at can follow: `accused Iran`.
    package let takesTarget: Bool
    /// Whether a noun that names what was said can follow: `urged restraint`.
    package let takesNominal: Bool
    /// The number of words it takes: 2 with a particle.
    package let count: Int

    /// Whether every form of this verb only says that somebody spoke.
    static func isPlain(_ lemma: String) -> Bool { lemma == "say" || lemma == "speak" || lemma == "talk" }

    private static let plainForms: Set<String> = [
        "say", "says", "said", "saying", "speak", "speaks", "spoke", "spoken", "speaking", "talk", "talks", "talked",
        "talking",
    ]

    /// Whether a lower-case word is a form of a verb of the catalogue.
    package static func isForm(_ word: String) -> Bool {
        plainForms.contains(word) || !SpeechVerb.readings(ofForm: word).isEmpty
    }

    /// Reads a verb and its particle; nil where the first word is no verb of the catalogue.
    package init?(_ word: String, particle: String?) {
        if SpokenVerb.plainForms.contains(word) {
            self.init(acts: [], takesPerson: false, takesTarget: false, takesNominal: true, count: 1)
            return
        }
        let readings = SpeechVerb.readings(ofForm: word).map(\.verb)
        guard !readings.isEmpty else { return nil }
        let withParticle = readings.filter { $0.particle != nil && $0.particle == particle }
        let plain = readings.filter { $0.particle == nil }
        let verbs = !withParticle.isEmpty ? withParticle : !plain.isEmpty ? plain : readings
        var acts: [SpeechAct] = []
        for verb in verbs where !acts.contains(verb.act) { acts.append(verb.act) }
        self.init(
            acts: acts, takesPerson: verbs.contains { $0.complements.contains(.person) },
            takesTarget: verbs.contains { $0.complements.contains(.target) },
            takesNominal: verbs.contains { $0.complements.contains(.nominal) }, count: withParticle.isEmpty ? 1 : 2)
    }

    private init(acts: [SpeechAct], takesPerson: Bool, takesTarget: Bool, takesNominal: Bool, count: Int) {
        self.acts = acts
        self.takesPerson = takesPerson
        self.takesTarget = takesTarget
        self.takesNominal = takesNominal
        self.count = count
    }

    /// The infinitive of a form: `said` → `say`.
    static func infinitive(of form: String) -> String {
        if let verb = SpeechVerb.readings(ofForm: form).first?.verb { return verb.lemma }
        return form.hasPrefix("sp") ? "speak" : form.hasPrefix("talk") ? "talk" : "say"
    }

    /// Spellings by ear, which are too far from the right one to be found by it.
    private static let spokenSpellings = [
        "sed": "said", "sayed": "said", "sez": "says", "telled": "told", "speaked": "spoke", "spoked": "spoke",
    ]

    /// The form that a wrong word probably means; among equals one in the past, or one in the infinitive.
    static func nearest(to word: String, isPast: Bool) -> String? {
        spokenSpellings[word] ?? Nearest.word(to: word, among: isPast ? pastFirst : infinitiveFirst)
    }

    private static let infinitiveFirst: [String] =
        ["speak", "talk"] + SpeechVerb.all.map(\.lemma) + SpeechVerb.all.flatMap { $0.forms.dropFirst() }
    private static let pastFirst: [String] =
        ["spoke", "talked"] + SpeechVerb.all.flatMap { $0.forms.dropFirst(2) } + SpeechVerb.all.flatMap(\.forms)
}
