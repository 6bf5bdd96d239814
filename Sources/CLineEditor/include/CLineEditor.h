#ifndef C_LINE_EDITOR_H
#define C_LINE_EDITOR_H

#include <stddef.h>
#include <stdint.h>

/// A libedit editor on the terminal at standard input and output. One thread owns it; there is at most one.
typedef struct cle_editor cle_editor;

/// What keys ask of the owner.
enum cle_command {
    CLE_SUBMIT, CLE_NEWLINE, CLE_COMPLETE, CLE_UP, CLE_DOWN, CLE_SEARCH, CLE_FORWARD, CLE_END, CLE_PASTE, CLE_INTERRUPT,
};

/// What a command wants to be done after it.
enum cle_outcome { CLE_NOTHING, CLE_REFRESH, CLE_BEEP, CLE_ACCEPT };

/// What the editor asks of its owner; every call gets `context`.
typedef struct {
    void *context;
    /// The prompt; it must live until the next call.
    const char *(*prompt)(void *context);
    /// A bound key; answers a `cle_outcome`.
    int (*command)(void *context, int command);
    /// The line is drawn and no key is waiting.
    void (*will_wait)(void *context);
    /// A key has come, and nothing is drawn yet.
    void (*did_wait)(void *context);
    /// The terminal has another size, or the process was stopped and goes on.
    void (*must_redraw)(void *context, int was_stopped);
    /// What is written to the terminal when a signal ends the process; it lives for ever.
    const char *farewell;
} cle_callbacks;

/// Takes LC_CTYPE from the environment, or C.UTF-8 where that is of one byte a character. 0 where neither has more.
int cle_use_locale(void);

/// Opens the editor; NULL where that is impossible. Its functions are `whosaid-` and a `cle_command` in lower case.
cle_editor *cle_open(const char *program, cle_callbacks callbacks);
/// Binds a key, in vi's command mode too.
void cle_bind(cle_editor *editor, const char *key, const char *function);
/// Reads `~/.editrc`; 1 where it asks for vi's keys, which forgets all that was bound.
int cle_read_settings(cle_editor *editor);
/// Closes the editor and gives the terminal back as it was.
void cle_close(cle_editor *editor);

/// Reads a line: its bytes, without the line end that accepts it, good until the next call; NULL at the end of input.
const char *cle_read(cle_editor *editor);

/// The line so far as UTF-8, good until the next call; the cursor's byte offset goes to `cursor`.
const char *cle_line(cle_editor *editor, size_t *length, size_t *cursor);
/// Replaces the line; the cursor goes behind `cursor` of its characters.
void cle_set_line(cle_editor *editor, const char *text, int cursor);
/// Draws prompt and line anew, where the terminal's cursor is at the left.
void cle_redraw(cle_editor *editor);
/// The next character typed; 0 at the end of input, 3 for an interrupt.
uint32_t cle_next_character(cle_editor *editor);
/// Text to be read as if it were typed next.
void cle_push(cle_editor *editor, const char *text);
/// The terminal's size.
void cle_size(int *columns, int *rows);

/// Calls `will_wait` once more where it waits for a key, since more is known by now; from any thread.
void cle_wake(void);

/// The columns a character takes; -1 where it cannot be printed.
int cle_width(uint32_t character);

/// Catches a signal such as SIGINT from now on: it sets a flag and wakes `cle_read`, and ends nothing.
void cle_catch_interrupts(int number);
/// Whether an interrupt came since the last `cle_clear_interrupt`.
int cle_is_interrupted(void);
void cle_clear_interrupt(void);

#endif
