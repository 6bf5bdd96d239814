package import Articles
import Dates
import QueryLanguage

extension DecisionRecord {
    /// The decision in the language, one statement a quote: run in another archive of the same sources, they decide the same.
    ///
    ///     correct q:30d2ecdd4d170fb0 speaker = "Tom Baird"
    package var statements: [String] {
        switch decision {
        case .correct(let anchors, let property, let value):
            let assignment =
                switch value {
                case .unknown: "\(property.rawValue) is unknown"
                case .texts(let texts): "\(property.rawValue) = " + texts.map(quotation).joined(separator: " and ")
                case .days(let days): "\(property.rawValue) = \(days)"
                }
            return anchors.map { "correct \($0.reference) \(assignment)" }
        case .reject(let anchors): return anchors.map { "reject \($0.reference)" }
        case .merge(let name, let other): return ["merge \(quotation(name)) into \(quotation(other))"]
        case .split(let name, let other): return ["split \(quotation(name)) from \(quotation(other))"]
        }
    }
}
