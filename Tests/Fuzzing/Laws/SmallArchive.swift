import ArticleStore
import Articles
import Dates
import Evaluator
import LanguageService
import WhoSaidKit

/// A few short articles that hold one of everything: joint, unnamed and unknown speakers, an addressee, a relay, two
/// versions, dates known, vague and unknown, wire copies, and what a hostile stranger would put into a page.
struct SmallArchive: Sendable {
    /// A session in which nothing was asked yet.
    let session: Session
    /// All its quotes, in any version.
    let quotes: [QuoteRecord]
    /// The names that it knows, for questions.
    let names: NameBook
    /// The names that it knows, for completion.
    let vocabulary: Vocabulary

    /// The archive, made once.
    static let shared = Result { try SmallArchive() }

    private init() throws {
        let archive = try Archive(texts: SmallArchive.texts)
        session = archive.session(today: CalendarDay(iso: "2014-02-01") ?? CalendarDay(number: 0))
        var lookup = QuoteLookup()
        lookup.inAnyVersion = true
        quotes = try archive.store.quotes(lookup)
        names = NameBook(speakers: try archive.store.speakers(), articles: try archive.store.articles())
        vocabulary = try archive.vocabulary()
    }

    private static let texts = [
        Archive.Text(
            name: "harbour/paper.txt",
            text: """
                Harbour talks end without a deal

                BRIGHTWATER, Jan. 13 — “We talked about a cease-fire on the quays,” Foreign Minister Ada Quill told \
                reporters in Brightwater on Monday, “and maybe a localised one in the old harbour.”

                Ada Quill and Boris Tern warned that aid would not reach the old harbour before March.

                Mr Tern denied an accusation that his office had sold the cranes. “It is a lie,” he said.

                Union officials said the strike would go on. A spokesman declined to comment.
                """, outlet: "The Paper", published: "2014-01-13"),
        Archive.Text(
            name: "harbour/herald.txt",
            text: """
                Quill speaks of a truce

                The Harbour Wire reported that Ada Quill had said last month the port could reopen “within weeks”.

                “We talked about a ceasefire on the quays,” Ms. Quill said on Monday at a press conference in Brightwater.

                The United Nations said in a statement that 3,000 people needed “urgent” help, according to Boris Tern.
                """, outlet: "The Herald", published: "2014-01-14"),
        Archive.Text(
            name: "harbour/changed.txt",
            text: """
                This article is from the source 'gazette' and was first published or seen on .

                Version 0 Version 1
                Tern warns of a long strike Tern warns of a long strike
                (35 minutes later)
                Boris Tern warned the dockers could not win. Boris Tern warned the dockers would not win.
                Ada Quill said the talks were long. Ada Quill said the talks were long.
                “Nobody asked us,” the harbour master, Iris Bell, said.
                """, published: "2014-01-20"),
        Archive.Text(
            name: "harbour/\u{1B}[2Jevil\u{202E}.txt",
            text: """
                \u{1B}]0;owned\u{7}A title <b>with</b> "signs" | and, commas

                “Click \u{1B}[31mhere\u{1B}[0m\u{202E} <script>|,;”, \u{9B}1mOtto <Rook>, said. =cmd() & more,\tJürgen Ødegård said.

                外相は「停戦」と述べた。 “🚢👩‍👩‍👧 e\u{301}\u{AD}\u{200B}” said O’Brien-al-Saïd bin Tern.
                """, outlet: "Evil \"\u{1B}[1mTimes\u{2028}\" <i>", published: "not a day"),
    ]
}
