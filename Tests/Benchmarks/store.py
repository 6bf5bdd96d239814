#!/usr/bin/env python3
"""What questions over a large archive cost: whosaid beside plain FTS5 and, where it is installed, tantivy (`pip install tantivy`).

    Tests/Benchmarks/run store [QUOTES | ARCHIVE]

An archive that `benchmarks make ARCHIVE QUOTES` made is asked as it is.

All three hold the same quotes, which are made up. A figure is the processor time of one answer in milliseconds, the median of twenty after one that
is not counted, in one process that holds the archive open; `first` is the one that is not counted, and has to read what the others find
in memory. Peers only find and count rows, where whosaid also reads and marks the quotes that it shows.
"""

import os
import resource
import shutil
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time

try:
    import tantivy
except ImportError:
    tantivy = None

ROUNDS = 20
ROWS = """
    SELECT q.quote_id, q.text, coalesce(substr(q.speakers, 1, instr(q.speakers || ',', ',') - 1), ''), coalesce(q.outlet, ''),
        coalesce(r.said_first, q.published, '')
    FROM quote_list q JOIN quotes r ON r.id = q.quote_id WHERE q.is_latest
"""

SIZES = """
    SELECT (SELECT count(*) FROM quotes q JOIN versions v ON v.id = q.version_id AND v.is_latest),
        (SELECT sum(length(CAST(text AS BLOB))) FROM segments), (SELECT sum(length(zlib_bytes)) FROM sources)
"""


def cpu(work):
    """The median of the processor milliseconds that some work takes, after once that is not counted."""
    work()
    times = []
    for _ in range(ROUNDS):
        start = time.process_time()
        work()
        times.append((time.process_time() - start) * 1e3)
    return statistics.median(times)


def plain_fts5(archive, path, subject):
    """SQLite's FTS5 the obvious way: a table, an index of its text beside it, and joins."""
    word, phrase, day, speaker, _ = subject
    source = sqlite3.connect(f"file:{archive}?mode=ro", uri=True)
    db = sqlite3.connect(path)
    db.executescript(
        "PRAGMA synchronous = OFF; CREATE TABLE quotes (id INTEGER PRIMARY KEY, text, speaker, outlet, day);"
        "CREATE VIRTUAL TABLE words USING fts5(text, content='quotes', content_rowid='id');"
    )
    start = time.process_time()
    with db:
        db.executemany("INSERT INTO quotes VALUES (?, ?, ?, ?, ?)", source.execute(ROWS))
        db.execute("INSERT INTO words (words) VALUES ('rebuild')")
    yield "building", (time.process_time() - start) * 1e3
    db.executescript("CREATE INDEX by_day ON quotes (day); CREATE INDEX by_speaker ON quotes (speaker);")
    join = "FROM words w JOIN quotes q ON q.id = w.rowid WHERE words MATCH ?"
    for name, sql, values in [
        ("phrase and day", f"SELECT q.id {join} AND q.day = ?", [f'"{phrase}"', day]),
        ("word and day", f"SELECT q.id {join} AND q.day = ?", [word, day]),
        ("phrase and speaker", f"SELECT q.id {join} AND q.speaker = ?", [f'"{phrase}"', speaker]),
        ("word and speaker", f"SELECT q.id {join} AND q.speaker = ?", [word, speaker]),
        ("newest 20", f"SELECT q.id {join} ORDER BY q.day DESC LIMIT 20", [word]),
        ("count", "SELECT count(*) FROM words WHERE words MATCH ?", [word]),
        ("count per outlet", f"SELECT q.outlet, count(*) {join} GROUP BY 1", [word]),
        ("count per month", f"SELECT substr(q.day, 1, 7), count(*) {join} GROUP BY 1", [word]),
        ("top speakers", f"SELECT q.speaker, count(*) {join} GROUP BY 1 ORDER BY 2 DESC LIMIT 10", [word]),
        ("per outlet, no words", "SELECT outlet, count(*) FROM quotes GROUP BY 1", []),
    ]:
        yield name, cpu(lambda: db.execute(sql, values).fetchall())


def of_tantivy(archive, folder, subject):
    """tantivy, with its columns (`fast` fields) for all that is counted."""
    word, phrase, day, speaker, _ = subject
    schema = tantivy.SchemaBuilder()
    schema.add_unsigned_field("id", stored=True, fast=True)
    schema.add_text_field("text")
    for field in ["speaker", "outlet", "month"]:
        schema.add_text_field(field, tokenizer_name="raw", fast=True)
    schema.add_unsigned_field("day", indexed=True, fast=True)
    index = tantivy.Index(schema.build(), path=folder)
    writer = index.writer(256 << 20, 1)
    start = time.process_time()
    for id, text, speaks, outlet, when in sqlite3.connect(f"file:{archive}?mode=ro", uri=True).execute(ROWS):
        document = tantivy.Document()
        document.add_unsigned("id", id)
        document.add_unsigned("day", int(when.replace("-", "") or 0))
        for field, value in [("text", text), ("speaker", speaks), ("outlet", outlet), ("month", when[:7])]:
            document.add_text(field, value)
        writer.add_document(document)
    writer.commit()
    writer.wait_merging_threads()
    yield "building", (time.process_time() - start) * 1e3
    index.reload()
    searcher = index.searcher()

    def query(text, **fields):
        parts = [index.parse_query(text, ["text"])] if text else [tantivy.Query.all_query()]
        parts += [tantivy.Query.term_query(index.schema, field, value) for field, value in fields.items()]
        return tantivy.Query.boolean_query([(tantivy.Occur.Must, part) for part in parts])

    def per(field, size=1000):
        return {"groups": {"terms": {"field": field, "size": size}}}

    number = int(day.replace("-", ""))
    tasks = {
        "phrase and day": lambda: searcher.search(query(f'"{phrase}"', day=number), 100),
        "word and day": lambda: searcher.search(query(word, day=number), 100),
        "phrase and speaker": lambda: searcher.search(query(f'"{phrase}"', speaker=speaker), 100),
        "word and speaker": lambda: searcher.search(query(word, speaker=speaker), 100),
        "newest 20": lambda: searcher.search(query(word), 20, order_by_field="day"),
        "count": lambda: searcher.search(query(word), 1, count=True),
        "count per outlet": lambda: searcher.aggregate(query(word), per("outlet")),
        "count per month": lambda: searcher.aggregate(query(word), per("month")),
        "top speakers": lambda: searcher.aggregate(query(word), per("speaker", 10)),
        "per outlet, no words": lambda: searcher.aggregate(query(""), per("outlet")),
    }
    for name, task in tasks.items():
        try:
            yield name, cpu(task)
        except Exception as error:
            print(f"tantivy, {name}: {error}", file=sys.stderr)


def processes(command):
    """The processor milliseconds of a new process, median of twenty after one that is not counted."""
    times = []
    for _ in range(ROUNDS + 1):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run(command, stdout=subprocess.DEVNULL, check=False)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        times.append((after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime) * 1e3)
    return statistics.median(times[1:])


def written(number):
    return "–" if number is None else f"{number:.2f}" if number < 10 else f"{number:,.0f}"


def main():
    program, subject_of_run = sys.argv[1], sys.argv[2] if len(sys.argv) > 2 else "1000000"
    details = subprocess.run([program, "details"], capture_output=True, text=True, check=True).stdout.splitlines()
    subject, questions = details[:5], dict(line.split("\t") for line in details[5:])
    with tempfile.TemporaryDirectory(dir=os.environ.get("WHOSAID_BENCHMARK_FOLDER")) as folder:
        archive, facts = subject_of_run, {}
        if subject_of_run.isdigit():
            archive = os.path.join(folder, "made.whosaid")
            made = subprocess.run([program, "make", archive, subject_of_run], stdout=subprocess.PIPE, text=True, check=True)
            facts = dict(line.split("\t") for line in made.stdout.splitlines())
        ours, first, hits = {}, {}, {}
        asked = subprocess.run([program, "ask", archive], stdout=subprocess.PIPE, text=True, check=True).stdout
        for line in asked.splitlines():
            cells = line.split("\t")
            if cells[0] == "memory":
                memory = cells[1]
                continue
            ours[cells[0]], first[cells[0]], hits[cells[0]] = float(cells[1]), float(cells[2]), cells[3]
        fts5 = dict(plain_fts5(archive, os.path.join(folder, "plain.db"), subject))
        theirs = {}
        if tantivy:
            os.mkdir(os.path.join(folder, "tantivy"))
            theirs = dict(of_tantivy(archive, os.path.join(folder, "tantivy"), subject))
        quotes, text, sources = sqlite3.connect(archive).execute(SIZES).fetchone()
        print(f"{quotes:,} quotes; processor milliseconds, median of {ROUNDS}\n")
        print(f"{'':42}{'rows':>10}{'whosaid':>10}{'first':>10}{'FTS5':>10}{'tantivy':>10}")
        for name in ours:
            cells = [ours[name], first[name], fts5.get(name), theirs.get(name)]
            print(f"{name:42}{hits[name]:>10}" + "".join(f"{written(cell):>10}" for cell in cells))
        for name in ["word and day", "word and speaker", "newest 20", "count per outlet"]:
            print(f"{'new process: ' + name:42}{'':10}{written(processes([program, 'once', archive, questions[name]])):>10}")
        print(f"{'new process: sqlite3 FILE ' + repr('select 1'):42}{'':10}{written(processes(['sqlite3', archive, 'select 1'])):>10}")
        grown = os.path.join(folder, "grown.whosaid")
        shutil.copyfile(archive, grown)
        growth = subprocess.run([program, "grow", grown], stdout=subprocess.PIPE, text=True, check=True).stdout
        for line in growth.splitlines():
            name, milliseconds = line.split("\t")
            print(f"{'growing: ' + name:42}{'':10}{written(float(milliseconds)):>10}")
        if facts:
            print(f"\nadded {quotes / float(facts['added']):,.0f} quotes a second, linked in {float(facts['linked']):,.0f} s")
        print(f"FTS5 built in {written(fts5['building'] / 1e3)} s, tantivy in {written(theirs['building'] / 1e3) if theirs else '–'} s")
        size = os.path.getsize(archive)
        print(f"memory {memory} MB; the archive {size / 1e6:,.0f} MB, of which sources {sources / 1e6:,.0f} MB;", end=" ")
        print(f"the quotes' text {text / 1e6:,.0f} MB, so {(size - sources) / text:.1f} times the text over the sources")
        if not tantivy:
            print("tantivy is not installed (`pip install tantivy`), so its column is empty")


main()
