/// The words of invented speeches.
enum Vocabulary {
    static let nouns = words(
        "harbour budget bridge teacher railway orchard hospital pension ferry tunnel quarry reservoir museum tariff ballot "
            + "fishery barracks cathedral turbine granary archive lighthouse vaccine payroll subsidy dockyard glacier "
            + "orphanage parade refinery curfew verdict census embargo drought strike treaty garrison convoy levy licence "
            + "mortgage nursery observatory patrol pipeline plantation prison quota raid ransom regiment rent ruling sawmill "
            + "scandal seminary settlement shipyard shortage siege stadium statute storm studio summit surplus surgery tanker "
            + "telescope tenant tender theatre timber tournament tram trench tribunal truce tuition union vineyard voucher "
            + "wage warrant waterway weapon wharf whistleblower wildfire workshop airport allotment ambulance aqueduct arsenal "
            + "auction avalanche bakery barrier battery beacon blockade boiler border boycott brewery canal cannery caravan "
            + "carriage cavern cemetery chapel charter checkpoint cistern clinic coalition cobalt colony compass concession "
            + "consulate contract copper corridor cottage courier cruiser currency dam deficit depot detour dialect diploma "
            + "distillery donor dormitory dowry drainage dynasty earthquake eclipse election engine epidemic estate evidence "
            + "excavation exile export fabric factory famine festival fleet flood fortress foundry freight frontier furnace"
    )
    static let verbs = words(
        "rebuild close fund inspect delay defend abandon repair sell double protect cancel widen audit replace privatise "
            + "subsidise evacuate renovate demolish insure relocate modernise postpone expand restore investigate regulate "
            + "finance reopen dismantle transfer criticise authorise organise recognise survey guard seize ration")
    static let adjectives = words(
        "northern ageing flooded public rural municipal crowded profitable neglected historic unfinished coastal temporary "
            + "frozen secret foreign expensive damaged independent disputed hollow regional ancient central western civic "
            + "illegal narrow stolen vacant")
    static let endings = words(
        "before-winter this-spring without-delay by-harvest within-months after-the-vote next-year")
    /// Words that somebody who reports may put in the place of others.
    static let synonyms = [
        "rebuild": "reconstruct", "close": "shut", "fund": "pay for", "inspect": "examine", "delay": "put off",
        "defend": "shield", "abandon": "give up", "repair": "mend", "sell": "dispose of", "cancel": "scrap",
        "expensive": "costly", "crowded": "packed", "historic": "old", "foreign": "overseas", "damaged": "broken",
        "demolish": "tear down", "replace": "swap", "postpone": "defer", "wage": "pay", "shortage": "lack",
    ]
    /// Spellings on both sides of the Atlantic, and with and without a hyphen.
    static let respelled = [
        "harbour": "harbor", "licence": "license", "theatre": "theater", "ageing": "aging", "privatise": "privatize",
        "subsidise": "subsidize", "modernise": "modernize", "criticise": "criticize", "authorise": "authorize",
        "organise": "organize", "recognise": "recognize", "shipyard": "ship-yard", "waterway": "water-way",
        "checkpoint": "check-point", "earthquake": "earth-quake",
    ]
    private static let syllables = words(
        "bran dor mel ush tav ori kel win gar ost ful hest lin mar rok sev tul vor yan zem")

    /// A name of a place or a person that is in no dictionary.
    static func name(_ number: Int) -> String {
        let count = syllables.count
        let parts = [number % count, number / count % count, number / count / count % count].map { syllables[$0] }
        return parts.joined().prefix(1).uppercased() + parts.joined().dropFirst()
    }

    private static func words(_ list: String) -> [String] { list.split(separator: " ").map(String.init) }
}
