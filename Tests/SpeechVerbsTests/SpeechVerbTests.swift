import SpeechVerbs
import Testing

@Suite struct SpeechVerbTests {
    @Test func everyRowOfTheTableIsAVerb() {
        #expect(SpeechVerb.all.count > 150)
        for verb in SpeechVerb.all {
            #expect(verb.lemma.allSatisfy { $0.isLowercase })
            #expect(verb.forms.count >= 3, "\(verb.lemma): \(verb.forms)")
        }
    }

    @Test func noVerbStandsTwice() {
        let names = SpeechVerb.all.map { "\($0.lemma) \($0.particle ?? "")" }
        #expect(Set(names).count == names.count, "\(Dictionary(grouping: names) { $0 }.filter { $1.count > 1 }.keys)")
    }

    @Test(arguments: [
        ("said", "say", SpeechVerb.Inflection.past), ("says", "say", .thirdPerson), ("told", "tell", .past),
        ("denies", "deny", .thirdPerson),
        ("denied", "deny", .past), ("denying", "deny", .gerund), ("admitted", "admit", .past),
        ("begging", "beg", .gerund),
        ("agreed", "agree", .past), ("agreeing", "agree", .gerund), ("stresses", "stress", .thirdPerson),
        ("swore", "swear", .past),
        ("sworn", "swear", .participle), ("urging", "urge", .gerund), ("wrote", "write", .past),
    ])
    func derivesForms(form: String, lemma: String, inflection: SpeechVerb.Inflection) {
        #expect(SpeechVerb.readings(ofForm: form).contains { $0.verb.lemma == lemma && $0.inflection == inflection })
    }

    @Test(arguments: ["sayed", "the", "", "Said"])
    func knowsNoOthers(form: String) { #expect(SpeechVerb.readings(ofForm: form).isEmpty) }
}
