/// A law that something written broke: which one, and what shows it.
package struct Breach: Error, Hashable, CustomStringConvertible {
    /// The law, as a sentence that should have been true.
    package let law: String
    /// What was found instead.
    package let evidence: String

    /// Holds a law to what was found.
    static func unless(_ holds: Bool, _ law: String, _ evidence: @autoclosure () -> String = "") throws(Breach) {
        if !holds { throw Breach(law: law, evidence: evidence()) }
    }

    /// The law and the evidence, on one line each.
    package var description: String { evidence.isEmpty ? law : "\(law)\n  \(evidence)" }
}
