extension Country {
    /// One country a line: names; capital and other places that stand for its government; words for its people.
    static let table = """
        Afghanistan; Kabul; Afghan
        Albania; Tirana; Albanian
        Algeria; Algiers; Algerian
        Argentina; Buenos Aires; Argentine, Argentinian
        Armenia; Yerevan; Armenian
        Australia; Canberra; Australian
        Austria; Vienna; Austrian
        Bahrain; Manama; Bahraini
        Bangladesh; Dhaka; Bangladeshi
        Belarus; Minsk; Belarusian
        Belgium; ; Belgian
        Bosnia and Herzegovina, Bosnia; Sarajevo; Bosnian
        Brazil; Brasilia; Brazilian
        Bulgaria; Sofia; Bulgarian
        Canada; Ottawa; Canadian
        Chile; ; Chilean
        China, People's Republic of China, PRC; Beijing; Chinese
        Colombia; Bogota; Colombian
        Croatia; Zagreb; Croatian, Croat
        Cuba; Havana; Cuban
        Cyprus; Nicosia; Cypriot
        Czech Republic, Czechia; Prague; Czech
        Denmark; Copenhagen; Danish, Dane
        Egypt; Cairo; Egyptian
        Ethiopia; Addis Ababa; Ethiopian
        Finland; Helsinki; Finnish, Finn
        France; Paris, Elysee, Quai d'Orsay; French
        Georgia; Tbilisi; Georgian
        Germany; Berlin; German
        Greece; Athens; Greek
        Hungary; Budapest; Hungarian
        India; New Delhi, Delhi; Indian
        Indonesia; Jakarta; Indonesian
        Iran, Islamic Republic of Iran; Tehran, Teheran; Iranian
        Iraq; Baghdad; Iraqi
        Ireland; Dublin; Irish
        Israel; Jerusalem, Tel Aviv; Israeli
        Italy; Rome; Italian
        Japan; Tokyo; Japanese
        Jordan; Amman; Jordanian
        Kenya; Nairobi; Kenyan
        Kuwait; ; Kuwaiti
        Lebanon; Beirut; Lebanese
        Libya; Tripoli; Libyan
        Malaysia; Kuala Lumpur; Malaysian
        Mexico; Mexico City; Mexican
        Morocco; Rabat; Moroccan
        Myanmar, Burma; Naypyidaw; Burmese
        Netherlands, Holland; The Hague; Dutch
        New Zealand; Wellington; New Zealander
        Nigeria; Abuja; Nigerian
        North Korea, DPRK; Pyongyang; North Korean
        Norway; Oslo; Norwegian
        Oman; Muscat; Omani
        Pakistan; Islamabad; Pakistani
        Palestine, Palestinian Authority; Ramallah; Palestinian
        Philippines; Manila, Malacanang; Filipino, Philippine
        Poland; Warsaw; Polish, Pole
        Portugal; Lisbon; Portuguese
        Qatar; Doha; Qatari
        Romania; Bucharest; Romanian
        Russia, Russian Federation; Moscow, Kremlin; Russian
        Saudi Arabia; Riyadh; Saudi
        Serbia; Belgrade; Serbian, Serb
        South Africa; Pretoria; South African
        South Korea, Republic of Korea; Seoul; South Korean
        Spain; Madrid; Spanish, Spaniard
        Sudan; Khartoum; Sudanese
        Sweden; Stockholm; Swedish, Swede
        Switzerland; Bern; Swiss
        Syria, Syrian Arab Republic; Damascus; Syrian
        Taiwan; Taipei; Taiwanese
        Thailand; Bangkok; Thai
        Tunisia; Tunis; Tunisian
        Turkey; Ankara; Turkish, Turk
        Ukraine; Kyiv, Kiev; Ukrainian
        United Arab Emirates, UAE; Abu Dhabi; Emirati
        United Kingdom, UK, Britain, Great Britain; London, Downing Street, Whitehall; British, Briton
        United States, US, USA, United States of America, America; Washington, White House; American
        Venezuela; Caracas; Venezuelan
        Vietnam; Hanoi; Vietnamese
        Yemen; Sanaa; Yemeni
        """
}
