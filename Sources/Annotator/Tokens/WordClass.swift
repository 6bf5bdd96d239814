/// The closed word classes of English, and the open ones that attribution depends on.
enum WordClass {
    static let determiners = words(
        "a an the this that these those some any no every each all both several many few most another other one two three "
            + "four five six seven eight nine ten dozens hundreds thousands his her its their my our your")
    static let subjectPronouns = words("he she they it we i you who")
    static let objectPronouns = words("him her them it us me you himself herself themselves whom")
    static let prepositions = words(
        "of in on at for from with by about against between into through during before after above below to under over "
            + "near among amid within without across behind beyond despite toward towards upon since until via per like as"
    )
    static let conjunctions = words(
        "and or but nor yet while although though because if unless whereas when as so than once")
    static let auxiliaries = words("is are was were be been being am has have had do does did having 's 're 've 'd")
    static let modals = words("will would can could may might must shall should wo ca")
    static let contractions = words(
        "isn't aren't wasn't weren't hasn't haven't hadn't don't doesn't didn't won't wouldn't can't couldn't mightn't "
            + "mustn't shouldn't cannot i'm you're we're they're he's she's it's i've we've they've you've i'll he'll she'll "
            + "we'll they'll it'll i'd he'd she'd we'd they'd")
    static let questionWords = words("whether if what how why who whom whose when where")
    static let adverbs = words(
        "also again once later then now today yesterday tonight however meanwhile nevertheless nonetheless still already "
            + "even just only never ever always often instead further too separately previously earlier recently repeatedly "
            + "first second back there here soon afterwards afterward thus therefore yet far long simply rather quite "
            + "jokingly famously bluntly simultaneously")
    static let negations = words(
        "not n't never didn't doesn't don't wouldn't couldn't won't hasn't haven't hadn't cannot can't")
    static let weekdays = words("monday tuesday wednesday thursday friday saturday sunday")
    static let months = words(
        "january february march april may june july august september october november december jan feb aug sept oct nov dec"
    )
    static let timeNouns = words(
        "week month year night morning evening afternoon day weekend days weeks months years hours hour")

    /// What can stand before a name: forms of address and offices.
    static let titles = words(
        "mr mrs ms miss dr sens senators reps representatives prof professor sir dame lord lady president vice-president prime minister premier chancellor "
            + "secretary senator sen rep congressman congresswoman gov governor mayor judge justice gen general lt col "
            + "colonel maj major capt captain sgt sergeant lieutenant commander admiral king queen prince princess pope "
            + "cardinal bishop archbishop rev reverend father sister sheikh imam ayatollah rabbi ambassador envoy director "
            + "chairman chairwoman chair chief spokesman spokeswoman spokesperson minister leader officer coach detective "
            + "attorney counsel deputy representative speaker analyst author actor actress professor economist counterpart "
            + "ex-president former then-president candidate nominee executive ceo founder editor reporter correspondent "
            + "host anchor strategist manager adviser advisor aide pollster lawyer activist mother wife husband son daughter "
            + "brother commissioner superintendent inspector sheriff treasurer negotiator diplomat expert researcher "
            + "scientist historian columnist commentator owner partner co-founder head resident")

    /// The titles that tell no role.
    static let courtesies = words("mr mrs ms miss sir dame lord lady dr former")

    /// Whether a word that begins a sentence belongs to no name: an auxiliary, an adverb, a pronoun and the like.
    static func opensSentences(_ word: String) -> Bool {
        auxiliaries.contains(word) || modals.contains(word) || contractions.contains(word) || adverbs.contains(word)
            || questionWords.contains(word) || subjectPronouns.contains(word) || objectPronouns.contains(word)
            || [
                "see", "neither", "either", "not", "like", "asked", "let", "such", "rather", "former", "longtime",
                "fellow", "meet",
            ]
            .contains(word)
    }

    /// Words of party and persuasion that stand before a name: `Republican Ann Lee`.
    static let persuasions = words(
        "republican republicans democrat democrats democratic gop conservative conservatives liberal liberals socialist independent "
            + "libertarian progressive labour tory rival fellow")

    /// Where somebody stands in a picture.
    static let positions = words("left right centre center above below")

    /// Lower-case heads of noun phrases that stand for an organisation when a name modifies them.
    static let organisationHeads = words(
        "government ministry regime administration agency army military police parliament party company group university "
            + "department council commission committee court union league coalition foundation institute organisation "
            + "organization office authority authorities newspaper network channel campaign team bank force forces bureau "
            + "kingdom embassy navy senate congress cabinet presidency journal magazine tribune post times news website"
    )

    /// Last words of names that are organisations or places, not people.
    static let organisationWords = words(
        "nations agency ministry party university press times post journal news network house council commission committee "
            + "court union league coalition foundation institute organisation organization bank corp corporation inc ltd llc "
            + "company group association department office bureau service services center centre college school church police "
            + "army republic states kingdom emirates federation parliament congress senate cabinet assembly administration "
            + "team club society alliance front brigade forces force guard authority board agency radio television tv magazine "
            + "tribune herald guardian telegraph observer democrats republicans campaign hospital watch international project "
            + "center academy fund trust museum street district county city state airlines airways motors pentagon kremlin "
            + "today daily weekly beast politico breitbart bloomberg reuters google facebook twitter apple microsoft amazon"
    )

    /// Nouns that name an utterance.
    static let speechNouns = words(
        "accusation allegation claim charge assertion suggestion statement comment remark denial demand promise warning "
            + "announcement contention argument complaint prediction proposal threat pledge vow criticism characterization "
            + "characterisation description notion idea")

    /// Nouns that name what somebody is charged with.
    static let chargeNouns = words("accusation allegation charge claim assertion suggestion insinuation")

    /// Nouns of events at which people speak.
    static let occasionNouns = words(
        "conference briefing meeting summit rally speech interview hearing testimony debate event ceremony session talk "
            + "talks forum appearance call visit dinner lunch gathering panel lecture address")
    /// Nouns of the media in which people speak.
    static let mediumNouns = words(
        "statement interview email e-mail letter tweet post report memo release message video blog article column book "
            + "documentary filing document affidavit note posting essay op-ed editorial transcript "
            + "television radio telephone phone"
    ).union(mediumNames)
    /// Names of the media in which anybody can speak.
    static let mediumNames = words("twitter facebook instagram youtube tv")
    /// Nouns of those who are spoken to that tell it by no ending.
    static let audiences = words(
        "staff colleagues officials police troops soldiers allies fans families relatives friends people executives delegates lawmakers"
    )

    private static func words(_ list: String) -> Set<String> { Set(list.split(separator: " ").map(String.init)) }
}

extension Token {
    /// Whether it is a word of none of the closed classes: a noun, an adjective, a name, or a verb that is not known.
    var isOpenClass: Bool {
        guard isWord || kind == .number else { return false }
        // `US` is no pronoun.
        if kind == .acronym { return true }
        return classes.isDisjoint(with: .closed) && !isVerbal && lower != "not"
    }

    /// Whether it is an auxiliary, a modal or a contraction of one.
    var isVerbal: Bool {
        // `May` and `Will` are names.
        classes.contains(.auxiliary) && lower != "'s" || classes.contains(.modal) && kind == .word
            || classes.contains(.contraction)
    }

    /// Whether it is a word that can stand between a subject and its verb without being part of either.
    var isAdverb: Bool {
        classes.contains(.adverb)
            || kind == .word && lower.utf8.count > 4 && lower.utf8.suffix(2).elementsEqual("ly".utf8)
    }

    var isPronoun: Bool { kind != .acronym && !classes.isDisjoint(with: .pronoun) }
    var isWeekday: Bool { isCapitalized && classes.contains(.weekday) }
    var isSentenceEnd: Bool { kind == .punctuation && (lower == "." || lower == "?" || lower == "!") }
}
