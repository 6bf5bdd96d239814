import QueryLanguage
import SpeechVerbs

/// The tables of the manual that follow from the catalogue; each is known by its first line.
enum ManualTables {
    /// The lines under a first line; nil for tables that are written by hand.
    static func rows(under header: String) -> [String]? {
        let cells: [[String]]
        switch header {
        case "| form | its rows | example |": cells = entries { $0 == .form }
        case "| clause | meaning | example |": cells = entries { $0 == .clause }
        case "| words | meaning | example |": cells = entries { $0 == .matcher }
        case "| format | meaning | example |": cells = entries { $0 == .format }
        case "| at the prompt | meaning | example |": cells = entries { $0 == .dotCommand }
        case "| field | type | meaning | example |":
            cells = Field.allCases.map { [code($0.rawValue), $0.type.rawValue, $0.summary, code($0.example)] }
        case "| act | verbs |":
            cells = SpeechAct.allCases.compactMap { act in
                let verbs = Catalogue.entries.filter { $0.kind == .verb(act) }.map(\.name)
                return verbs.isEmpty ? nil : [code(act.rawValue), verbs.joined(separator: ", ")]
            }
        case "| code | about | what to do |":
            cells = DiagnosticCode.all.map { ["<doc:\($0.code)>", $0.title, $0.advice] }
        default: return nil
        }
        let columns = cells.first?.count ?? 0
        return ["|" + String(repeating: "---|", count: columns)]
            + cells.map { "| " + $0.joined(separator: " | ") + " |" }
    }

    private static func entries(_ isWanted: (Catalogue.Kind) -> Bool) -> [[String]] {
        Catalogue.entries.filter { isWanted($0.kind) }.map { [code($0.name), $0.summary, code($0.example)] }
    }

    private static func code(_ text: String) -> String { "`\(text)`" }
}
