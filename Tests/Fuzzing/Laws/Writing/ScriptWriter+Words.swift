extension ScriptWriter {
    /// Words to be found: bare, or a matcher.
    mutating func speech() {
        switch dice.roll(4) {
        case 1: putOwn(dice.pick(["ceasefire", "aid", "harbour"]))
        case 2: putOwn(dice.pick(["Brightwater", "Ada Quill", "United Nations"]))
        default: matcher()
        }
    }

    /// Words joined by `near`, `not`, `and`, `or`; nowhere do `and` and `or` meet without parentheses.
    mutating func matcher() {
        switch depth < 3 ? dice.roll(8) : 0 {
        case 4:
            put("not")
            near()
        case 5:
            group { $0.matcher() }
        case 6, 7:
            let connective = dice.pick(["and", "or"])
            near()
            for _ in 0...dice.roll(2) {
                put(connective)
                if dice.happens(oneIn: 4) { put("not") }
                near()
            }
        default: near()
        }
    }

    /// One piece of words, or two of them near one another.
    mutating func near() {
        piece()
        if dice.happens(oneIn: 6) {
            put(dice.pick(["near", "near/5"]))
            piece()
        }
    }

    private mutating func piece() {
        switch dice.roll(8) {
        case 4:
            put("exactly")
            string()
        case 5:
            put("quoted")
            string()
        case 6: regex()
        case 7: put(.words)
        default: string()
        }
    }

    /// Words in one of the pairs of quotation marks.
    mutating func string() {
        let words = dice.pick([
            "aid", "cease fire", "localised ceasefire", "terror*", "it's a \\\"lie\\\"", "back\\\\slash",
            "Ødegård said",
            "where speaker = Kerry; quotes", "-- no comment", "停戦", "👩‍👩‍👧 e\u{301}",
        ])
        let marks = dice.pick([("\"", "\""), ("“", "”"), ("„", "“"), ("«", "»")])
        // An escaped mark is the straight one, which every pair allows.
        putOwn(marks.0 + words + marks.1)
    }

    /// A regular expression.
    mutating func regex() {
        putOwn(dice.pick(["/cease-?fire/", "/aid|help/i", "/^a.*\\bb$/", "/[a-z\\/]+/", "/(x+x+)+y/", "/\\d{2,4}/"]))
    }

    /// Who: a name, bare or quoted, or one that is defined.
    mutating func name() {
        switch dice.roll(4) {
        case 1:
            putOwn(
                dice.pick(["Ada Quill", "O'Brien", "Bank of Brightwater", "al-Rook", "Ødegård", "US", "Mr Tern"]))
        case 2: string()
        case 3: put(.person)
        default: putOwn("Quill")
        }
    }

    /// A date in one of its forms; in a list none that holds a comma.
    mutating func date(inList: Bool = false) {
        let forms = [
            "2014-01-13", "2014-01", "2014", "13 January 2014", "January 2014", "today", "yesterday", "last month",
            "this week", "3 days ago", "May", "Monday", "13 January", "January 13, 2014",
        ]
        if !inList, dice.happens(oneIn: 10) {
            put(.day)
        } else {
            putOwn(dice.pick(inList ? forms.dropLast() : forms))
        }
    }
}
