import Annotator
import Articles
import Presentation
import Readers
import Testing
import Text

/// Archives that were annotated by an earlier version are made anew, so a change of what is found must change the version.
@Suite struct AnnotatorVersionTests {
    /// What this version finds in the seeds. Where it finds something else, raise `Annotator.version` and write the new pair here.
    static let recorded = (version: 6, found: "dc5d2fafc3b1c3b7")

    @Test func aChangeOfWhatIsFoundRaisesTheVersion() {
        var found = Fingerprint()
        for article in Reading.read(paths: [Gold.seeds]).articles {
            let name = article.source.name.split(separator: "/").last.map(String.init) ?? ""
            for annotation in Annotator.annotate(article).annotations {
                found.combine(AnnotationLine.write(id: .text(name), annotation, in: article.source).utf8)
            }
        }
        #expect(Annotator.version == Self.recorded.version)
        #expect(found.hex == Self.recorded.found, "raise Annotator.version and record the new fingerprint")
    }
}
