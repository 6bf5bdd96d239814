"""The man page: what the program tells of its commands and options, and what it does not tell of itself."""

import json

PAGE = "Sources/whosaid/Manual/whosaid.1"

FRAME = r"""
.SH EXIT STATUS
.TP
.B 0
All is right. An answer without rows is an answer.
.TP
.B 1
An expectation failed, \fBformat \-\-check\fR found scripts that would change, or an answer could not be written.
.TP
.B 2
A question or a script is wrong, or a file could not be read or written.
.TP
.B 3
The archive, or what it should be made of, cannot be used.
.TP
.B 64
The command line itself is wrong.
.PP
A program that reads from a pipe may close it: \fBwhosaid\fR then ends quietly.
.SH ENVIRONMENT
.TP
.B WHOSAID_ARCHIVE
What the prompt asks where nothing is named.
.TP
.BR WHOSAID_EDITOR ", " USER
The name under which corrections are kept, unless \fB\-\-editor\fR gives one.
.TP
.BR VISUAL ", " EDITOR
What \fBopen #1\fR opens a source with.
.TP
.B PAGER
What shows answers that are higher than the window; \fBless\fR where it is not set, nothing where it is empty.
.TP
.BR NO_COLOR ", " TERM
Not empty, or \fBdumb\fR: no colours.
.SH FILES
.TP
.I ~/.config/whosaid/init.ask
Statements that a prompt runs first.
.TP
.I ~/.config/whosaid/queries/
The questions that \fB.save\fR keeps.
.TP
.I ~/.local/state/whosaid/history
What was typed at prompts.
.TP
.I ~/.cache/whosaid/
Archives of folders, made anew when these change.
.TP
.I ~/.editrc
Keys of the prompt; see
.BR editrc (5).
.SH EXAMPLES
.nf
whosaid stories/
whosaid stories/ \-c \(aqwho said "ceasefire" since 2014\-01\-01\(aq
whosaid ask news.whosaid \(aqhow many quotes per speaker\(aq \-\-as csv > counts.csv
whosaid add stories/ pages/*.html.gz \-\-to news.whosaid
whosaid run checks.ask \-\-archive news.whosaid
.fi
"""


def written(text):
    """Plain text as roff takes it: no line is a request, no dash a hyphen."""
    text = text.replace("\\", "\\e").replace("-", "\\-").replace("'", "\\(aq")
    return "\n".join("\\&" + line if line.startswith(".") else line for line in text.split("\n"))


def options(command):
    """The arguments of a command, each as a tagged paragraph."""
    lines = []
    for argument in command.get("arguments", []):
        dashed = [("-" if name["kind"] == "short" else "--") + name["name"] for name in argument.get("names", [])]
        if "--help" in dashed or "--version" in dashed:
            continue
        value = "" if argument["kind"] == "flag" else argument["valueName"]
        names = ", ".join(f"\\fB{written(name)}\\fR" for name in dashed)
        tag = " ".join(part for part in (names, f"\\fI{written(value)}\\fR" if value else "") if part)
        lines += [".TP", tag, written(argument["abstract"])]
    return lines


def page(dump):
    """The page, from what `--experimental-dump-help` prints."""
    program = json.loads(dump)["command"]
    lines = [
        '.TH WHOSAID 1 "" "" "User Commands"', ".SH NAME", "whosaid \\- " + written(program["abstract"][0].lower() + program["abstract"][1:-1]),
        ".SH SYNOPSIS", ".B whosaid", "[\\fIsource\\fR ...] [\\fB\\-c\\fR \\fIquestion\\fR] [\\fIoptions\\fR]", ".br", ".B whosaid",
        "\\fIcommand\\fR [\\fIarguments\\fR]", ".SH DESCRIPTION",
        "Reads news stories, finds every quotation in them, and answers questions about who said what. Without a command it opens a prompt,",
        "or answers the statements of its standard input; \\fB.help\\fR at the prompt tells what can be asked.", ".SH COMMANDS",
    ]
    for command in program["subcommands"]:
        if command["commandName"] == "help":
            continue
        lines += [f".SS {written(command['commandName'])}", written(command["abstract"])]
        if command.get("discussion"):
            lines += [".PP", ".nf", written(command["discussion"]), ".fi"]
        lines += options(command)
    lines += [".SS All of them", ".TP", "\\fB\\-h\\fR, \\fB\\-\\-help\\fR", "Tells all this of a command.", ".TP", "\\fB\\-\\-version\\fR",
              "Tells the version."]
    return "\n".join(lines) + FRAME
