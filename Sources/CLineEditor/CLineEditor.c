#define _GNU_SOURCE  // wcwidth
#include "CLineEditor.h"

#include <errno.h>
#include <fcntl.h>
#include <histedit.h>
#include <locale.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <termios.h>
#include <unistd.h>
#include <wchar.h>

struct cle_editor {
    EditLine *el;
    cle_callbacks callbacks;
};

// A signal is a flag and a byte in this pipe, which `get_character` polls beside the terminal: whichever thread it
// came to, and however shortly before the wait, it is seen.
static int wake[2] = {-1, -1};
static volatile sig_atomic_t interrupted, resized, continued;
static struct termios original;
static volatile sig_atomic_t has_original;
static const char *farewell = "";

static void note_signal(int number) {
    int kept = errno;
    *(number == SIGWINCH ? &resized : number == SIGCONT ? &continued : &interrupted) = 1;
    if (write(wake[1], "", 1) <= 1) errno = kept;  // where it is full, it wakes all the same
}

static void restore_and_die(int number) {
    if (has_original && write(STDOUT_FILENO, farewell, strlen(farewell)) >= 0)
        tcsetattr(STDIN_FILENO, TCSANOW, &original);
    signal(number, SIG_DFL);
    raise(number);
}

static void catch(int number, void (*handler)(int)) {
    struct sigaction action = {.sa_handler = handler};  // no SA_RESTART: a read must end
    sigaction(number, &action, NULL);
}

static int open_wake(void) {
    if (wake[0] >= 0) return 1;
    if (pipe(wake) != 0) return 0;
    for (int i = 0; i < 2; i++) {
        fcntl(wake[i], F_SETFL, O_NONBLOCK);
        fcntl(wake[i], F_SETFD, FD_CLOEXEC);
    }
    return 1;
}

void cle_catch_interrupts(int number) { if (open_wake()) catch(number, note_signal); }
int cle_is_interrupted(void) { return interrupted; }
void cle_clear_interrupt(void) { interrupted = 0; }
void cle_wake(void) { if (write(wake[1], "", 1) < 1) return; }

int cle_use_locale(void) {
    setlocale(LC_CTYPE, "");
    if (MB_CUR_MAX == 1 && !setlocale(LC_CTYPE, "C.UTF-8")) setlocale(LC_CTYPE, "UTF-8");
    return MB_CUR_MAX > 1;
}

static cle_editor *owner(EditLine *el) {
    cle_editor *editor = NULL;
    return el_get(el, EL_CLIENTDATA, &editor), editor;
}

static char *prompt(EditLine *el) { return (char *)owner(el)->callbacks.prompt(owner(el)->callbacks.context); }

// libedit's own reader, which cannot be called once it is replaced: one character, whatever number of bytes it takes.
static int get_character(EditLine *el, wchar_t *character) {
    cle_editor *editor = owner(el);
    mbstate_t state = {0};
    int is_first = 1;
    for (;;) {
        // Offered again to whoever drops it (a half-typed key); an error to who never takes it (libedit's own `/`).
        if (interrupted > 3) return errno = EINTR, -1;
        if (interrupted) return interrupted++, *character = 3, 1;
        if (continued || resized) {
            int was_stopped = continued;
            continued = resized = 0;
            el_set(el, EL_PREP_TERM, 0);
            el_set(el, EL_PREP_TERM, 1);
            el_resize(el);
            editor->callbacks.must_redraw(editor->callbacks.context, was_stopped);
        }
        struct pollfd sources[2] = {{STDIN_FILENO, POLLIN, 0}, {wake[0], POLLIN, 0}};
        int is_drawn = is_first && poll(sources, 1, 0) == 0;
        if (is_drawn) editor->callbacks.will_wait(editor->callbacks.context);
        int count = poll(sources, 2, -1);
        if (is_drawn) editor->callbacks.did_wait(editor->callbacks.context);
        if (count < 0) { if (errno == EINTR) continue; else return -1; }
        char drained[64];
        while (sources[1].revents && read(wake[0], drained, sizeof drained) > 0) {}
        if (!sources[0].revents) continue;
        char byte;
        ssize_t got = read(STDIN_FILENO, &byte, 1);
        if (got < 0 && (errno == EINTR || errno == EAGAIN)) continue;
        if (got <= 0) return (int)got;
        size_t used = mbrtowc(character, &byte, 1, &state);
        if (used == (size_t)-1) state = (mbstate_t){0};  // not UTF-8: dropped
        else if (used != (size_t)-2) return 1;
        is_first = 0;
    }
}

static unsigned char run(EditLine *el, int command) {
    cle_editor *editor = owner(el);
    switch (editor->callbacks.command(editor->callbacks.context, command)) {
    case CLE_REFRESH: return CC_REFRESH;
    case CLE_BEEP: return CC_REFRESH_BEEP;
    case CLE_ACCEPT: return el_push(el, "\x1e"), CC_NORM;  // bound to libedit's own, which first goes below the line
    default: return CC_NORM;
    }
}

#define COMMANDS(X) \
    X(submit, CLE_SUBMIT) X(newline, CLE_NEWLINE) X(complete, CLE_COMPLETE) X(up, CLE_UP) X(down, CLE_DOWN) \
    X(search, CLE_SEARCH) X(forward, CLE_FORWARD) X(end, CLE_END) X(paste, CLE_PASTE) X(interrupt, CLE_INTERRUPT)
#define DEFINE(name, number) \
    static unsigned char name(EditLine *el, int character) { return (void)character, run(el, number); }
COMMANDS(DEFINE)

cle_editor *cle_open(const char *program, cle_callbacks callbacks) {
    cle_editor *editor = calloc(1, sizeof *editor);
    if (!editor || !open_wake()) return free(editor), NULL;
    farewell = (editor->callbacks = callbacks).farewell;
    if (tcgetattr(STDIN_FILENO, &original) == 0) has_original = 1;
    EditLine *el = editor->el = el_init(program, stdin, stdout, stderr);
    if (!el) return free(editor), NULL;
    el_set(el, EL_CLIENTDATA, editor);
    el_set(el, EL_EDITOR, "emacs");
    el_set(el, EL_PROMPT, prompt);
    el_set(el, EL_GETCFN, get_character);
#define ADD(name, number) el_set(el, EL_ADDFN, "whosaid-" #name, "whosaid-" #name, name);
    COMMANDS(ADD)
    catch(SIGWINCH, note_signal);
    catch(SIGCONT, note_signal);
    catch(SIGTERM, restore_and_die);
    catch(SIGHUP, restore_and_die);
    return editor;
}

void cle_bind(cle_editor *editor, const char *key, const char *function) {
    el_set(editor->el, EL_BIND, key, function, NULL);
    el_set(editor->el, EL_BIND, "-a", key, function, NULL);
}

int cle_read_settings(cle_editor *editor) {
    const char *mode = NULL;
    el_source(editor->el, NULL);
    return el_get(editor->el, EL_EDITOR, &mode) == 0 && mode && strcmp(mode, "vi") == 0;
}

void cle_close(cle_editor *editor) {
    el_end(editor->el);
    has_original = 0;
    free(editor);
}

const char *cle_read(cle_editor *editor) { return el_gets(editor->el, &(int){0}); }

const char *cle_line(cle_editor *editor, size_t *length, size_t *cursor) {
    const LineInfo *line = el_line(editor->el);
    *length = (size_t)(line->lastchar - line->buffer);
    *cursor = (size_t)(line->cursor - line->buffer);
    return line->buffer;
}

void cle_set_line(cle_editor *editor, const char *text, int cursor) {
    const LineInfoW *line = el_wline(editor->el);
    el_cursor(editor->el, (int)(line->lastchar - line->cursor));
    el_deletestr(editor->el, (int)(line->lastchar - line->buffer));
    el_insertstr(editor->el, text);
    line = el_wline(editor->el);
    el_cursor(editor->el, cursor - (int)(line->cursor - line->buffer));
}

void cle_redraw(cle_editor *editor) { el_set(editor->el, EL_REFRESH); }

uint32_t cle_next_character(cle_editor *editor) {
    wchar_t character = 0;
    return el_wgetc(editor->el, &character) == 1 ? (uint32_t)character : 0;
}

void cle_size(int *columns, int *rows) {
    struct winsize size = {0};
    ioctl(STDOUT_FILENO, TIOCGWINSZ, &size);
    *columns = size.ws_col ? size.ws_col : 80;
    *rows = size.ws_row ? size.ws_row : 24;
}

void cle_push(cle_editor *editor, const char *text) { el_push(editor->el, text); }

int cle_width(uint32_t character) { return wcwidth((wchar_t)character); }
