/// Short forms of given names.
enum Nicknames {
    /// The full forms of a given name, itself among them: of `ted`, `edward` and `theodore`.
    static func fullForms(of name: String) -> [String] { [name] + (table[name] ?? []) }

    private static let table: [String: [String]] = {
        let lines = """
            abigail abby
            alexander alex
            alexandra alex sandra
            andrew andy drew
            anthony tony
            barbara barb
            benjamin ben benny
            bernard bernie
            charles chuck charlie
            christine chris tina
            christopher chris
            condoleezza condi
            daniel dan danny
            david dave
            deborah deb debbie
            donald don donnie
            edward ed eddie ted ned
            elizabeth liz beth betty
            eugene gene
            frederick fred freddie
            gerald jerry gerry
            gregory greg
            james jim jimmy jamie
            jeffrey jeff
            jennifer jen jenny
            john jack johnny
            jonathan jon
            joseph joe joey
            joshua josh
            judith judy
            katherine kate kathy cathy katie
            kenneth ken kenny
            kimberly kim
            lawrence larry
            leonard len lenny
            margaret maggie meg peggy
            matthew matt
            michael mike mick mickey
            mitchell mitch
            nathaniel nate nat
            nicholas nick nicky
            pamela pam
            patricia pat patty trish
            patrick pat paddy
            peter pete
            philip phil
            raymond ray
            rebecca becky
            richard dick rick ricky
            robert bob bobby rob robbie
            ronald ron ronnie
            rudolph rudy
            samantha sam
            samuel sam sammy
            stephen steve
            steven steve
            susan sue
            theodore ted teddy theo
            thomas tom tommy
            timothy tim timmy
            victoria vicky
            walter walt
            william bill billy will willy
            zachary zach zack
            """
        var table: [String: [String]] = [:]
        for line in lines.split(separator: "\n") {
            let names = line.split(separator: " ").map(String.init)
            for name in names.dropFirst() { table[name, default: []].append(names[0]) }
        }
        return table
    }()
}
