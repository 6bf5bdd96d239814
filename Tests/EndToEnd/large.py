"""An archive that takes long to ask: the seeds, over and over, written straight into the tables."""

import sqlite3


def enlarge(path, copies):
    """Adds so many copies of all that is in an archive, under names and numbers of their own."""
    archive = sqlite3.connect(path)
    step = 1 + max(archive.execute(f"SELECT max({key}) FROM {table}").fetchone()[0] for table, key in (
        ("sources", "id"), ("articles", "id"), ("versions", "id"), ("statement_rows", "id"), ("quote_rows", "id")))
    numbered = {
        "sources": {"id"}, "articles": {"id", "source_id"}, "versions": {"id", "article_id"}, "article_speaker_rows": {"id"},
        "statement_rows": {"id"}, "quote_rows": {"id", "version_id", "same_as", "statement_id", "outer_id"},
        "further_segments": {"quote_id"}, "quoted_parts": {"quote_id"}, "further_mentions": {"quote_id", "article_speaker_id"},
    }
    # The number of an article's speaker has that of the version in its upper bits.
    of_versions = {("article_speaker_rows", "id"), ("further_mentions", "article_speaker_id")}
    archive.execute("CREATE TEMP TABLE copies AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?) "
                    "SELECT i FROM n", (copies,))
    for table, numbers in numbered.items():
        columns = [row[1] for row in archive.execute(f"PRAGMA table_info({table})")]
        values = [
            f"t.{column} + (i * {step} << 24)" if (table, column) in of_versions
            else f"t.{column} + i * {step}" if column in numbers
            else f"t.{column} + i" if (table, column) == ("quote_rows", "reference")
            else f"t.{column} || '-' || i" if (table, column) == ("sources", "name") else f"t.{column}"
            for column in columns]
        archive.execute(f"CREATE TEMP TABLE old AS SELECT * FROM {table}")
        archive.execute(f"INSERT INTO {table} ({', '.join(columns)}) SELECT {', '.join(values)} FROM temp.old t, copies")
        archive.execute("DROP TABLE old")
    terms = archive.execute("SELECT g.quote_id, group_concat(g.text, ' ') FROM segments g GROUP BY 1").fetchall()
    archive.execute("INSERT INTO quote_words (quote_words) VALUES ('delete-all')")
    archive.executemany("INSERT INTO quote_words (rowid, terms) VALUES (?, ?)", ((i, words.lower()) for i, words in terms))
    archive.execute("UPDATE speakers SET quotes = quotes * ?", (copies + 1,))
    archive.commit()
    archive.close()
