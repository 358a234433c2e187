/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/terminal.h"

#include "base/buffer.h"
#include "ui/terminal_restore.h"

#include <curses.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <term.h>
#include <unistd.h>

#define ESCAPE_DELAY 25 /* milliseconds; $ESCDELAY takes precedence */
#define LARGEST_COPY 100000
#define LARGEST_SIDE 1000

/* Modes without a function in curses: bracketed paste, and mouse presses as decimal reports. */
#define PASTE_ON "\033[?2004h"
#define PASTE_OFF "\033[?2004l"
#define MOUSE_ON "\033[?1000h\033[?1006h"
#define MOUSE_OFF "\033[?1006l\033[?1000l"

static struct {
    SCREEN *screen;
    FILE *input, *output;
    bool is_headless;
    bool may_use_mouse;
    bool has_mouse;
} terminal;

bool terminal_is_headless(void)
{
    return terminal.is_headless;
}

int terminal_input(void)
{
    return fileno(terminal.input);
}

static bool has_capability(const char *name)
{
    const char *value = tigetstr(name);
    return value && value != (char *)-1;
}

bool terminal_marks_pastes(void)
{
    return has_capability("BE");
}

static void send(const char *bytes)
{
    fputs(bytes, terminal.output);
    fflush(terminal.output);
}

static void turn_on(void)
{
    send(PASTE_ON);
    if (terminal.has_mouse)
        send(MOUSE_ON);
    terminal_restore_arm(PASTE_OFF MOUSE_OFF);
}

static void turn_off(void)
{
    if (terminal.has_mouse)
        send(MOUSE_OFF);
    send(PASTE_OFF);
}

static FILE *open_side(FILE *standard, const char *mode)
{
    int fd = fileno(standard);
    if (isatty(fd)) {
        int copy = fcntl(fd, F_DUPFD_CLOEXEC, 3);
        return copy < 0 ? NULL : fdopen(copy, mode);
    }
    int tty = open("/dev/tty", (*mode == 'r' ? O_RDONLY : O_WRONLY) | O_CLOEXEC);
    return tty < 0 ? NULL : fdopen(tty, mode);
}

static void close_sides(void)
{
    if (terminal.input)
        fclose(terminal.input);
    if (terminal.output)
        fclose(terminal.output);
    terminal.input = terminal.output = NULL;
}

/* Checked before curses starts, which would change the terminal, or exit. */
static bool check_type(const char *type, struct error *error)
{
    static const char remedy[] = "set TERM to what your terminal is (xterm-256color suits most), "
                                 "or use --print for plain text";
    if (!type || !*type)
        return error_set(error, "the environment variable TERM is not set: %s", remedy);
    int status = 0;
    if (setupterm(type, fileno(terminal.output), &status) != OK)
        return error_set(error, "no description of a terminal of type `%s` (TERM) is known: %s",
                         type, remedy);
    bool is_usable = has_capability("cup") && has_capability("clear");
    del_curterm(cur_term);
    if (!is_usable)
        return error_set(error, "a terminal of type `%s` (TERM) cannot move its cursor: %s", type,
                         remedy);
    return true;
}

/*
 * A terminal that takes mixtures of red, green and blue (COLORTERM says so) may be described as one
 * with a palette of 256; the description that has the mixtures is that of "xterm-direct".
 */
static const char *best_type(const char *type, struct buffer *direct)
{
    const char *colors = getenv("COLORTERM");
    if (!colors || (strcmp(colors, "truecolor") != 0 && strcmp(colors, "24bit") != 0))
        return type;
    buffer_append(direct, type, strcspn(type, "-"));
    buffer_puts(direct, "-direct");
    int status = 0;
    bool is_known = setupterm(direct->data, fileno(terminal.output), &status) == OK;
    if (is_known)
        del_curterm(cur_term);
    return is_known ? direct->data : type;
}

static void set_modes(void)
{
    const char *delay = getenv("ESCDELAY");
    if (!delay || !*delay || terminal.is_headless)
        set_escdelay(ESCAPE_DELAY);
    raw();
    noecho();
    nonl();
    typeahead(-1);
    curs_set(0);
}

/* Curses takes the size from these, and would draw a screen of any size, however long it takes. */
static void limit_size(const char *variable, int side)
{
    const char *wished = getenv(variable);
    long size = wished ? strtol(wished, NULL, 10) : side;
    struct buffer limit = {0};
    buffer_printf(&limit, "%d", LARGEST_SIDE);
    if (size > LARGEST_SIDE)
        setenv(variable, limit.data, 1);
    buffer_release(&limit);
}

static void limit_screen(void)
{
    struct winsize size = {0};
    ioctl(fileno(terminal.output), TIOCGWINSZ, &size);
    limit_size("LINES", size.ws_row);
    limit_size("COLUMNS", size.ws_col);
}

bool terminal_start(const struct terminal_options *options, struct error *error)
{
    const char *type = getenv("TERM");
    terminal.input = open_side(stdin, "r");
    terminal.output = open_side(stdout, "w");
    if (!terminal.input || !terminal.output) {
        error_set(error, "no terminal to draw on (/dev/tty: %s): use --print for plain text",
                  strerror(errno));
        close_sides();
        return false;
    }
    if (!check_type(type, error)) {
        close_sides();
        return false;
    }
    terminal_restore_prepare(fileno(terminal.output));
    limit_screen();
    struct buffer direct = {0};
    terminal.screen = newterm(best_type(type, &direct), terminal.output, terminal.input);
    buffer_release(&direct);
    if (!terminal.screen) {
        close_sides();
        return error_set(error,
                         "curses cannot use a terminal of type `%s`: "
                         "use --print for plain text",
                         type);
    }
    terminal.is_headless = false;
    terminal.may_use_mouse = options->has_mouse && has_capability("kmous");
    terminal.has_mouse = terminal.may_use_mouse;
    set_modes();
    turn_on();
    return true;
}

bool terminal_start_headless(int width, int height, int input, struct error *error)
{
    int copy = fcntl(input, F_DUPFD_CLOEXEC, 3);
    terminal.input = copy < 0 ? NULL : fdopen(copy, "r");
    terminal.output = fopen("/dev/null", "we");
    if (!terminal.input || !terminal.output) {
        error_set(error, "cannot open the headless screen: %s", strerror(errno));
        close_sides();
        return false;
    }
    terminal.is_headless = true;
    terminal.may_use_mouse = terminal.has_mouse = false;
    use_env(FALSE);
    terminal.screen = newterm("xterm-256color", terminal.output, terminal.input);
    if (!terminal.screen) {
        close_sides();
        return error_set(error, "the description of the terminal type xterm-256color is missing: "
                                "install the terminfo database (Debian: ncurses-base)");
    }
    set_modes();
    resize_term(height, width);
    return true;
}

/* On a terminal without a second screen, the shell's prompt should start on a new line. */
static void leave_screen(void)
{
    endwin();
    if (!terminal.is_headless && !has_capability("rmcup"))
        send("\n");
}

void terminal_stop(void)
{
    if (!terminal.screen)
        return;
    if (!terminal.is_headless)
        turn_off();
    leave_screen();
    terminal_restore_disarm();
    delscreen(terminal.screen);
    terminal.screen = NULL;
    close_sides();
}

void terminal_resize(int width, int height)
{
    if (width < 1 || height < 1 || width > LARGEST_SIDE || height > LARGEST_SIDE)
        return;
    resize_term(height, width);
}

void terminal_repaint(void)
{
    clearok(curscr, TRUE);
}

void terminal_resume(void)
{
    if (terminal.is_headless)
        return;
    if (!isendwin()) /* curses' knowledge of the terminal is invalid, so it starts again */
        endwin();
    refresh();
    turn_on();
    terminal_repaint();
}

/* Returns when the shell continues the program; at once if there is no shell to do so. */
static void stop_process_group(void)
{
    struct sigaction ignore = {.sa_handler = SIG_IGN}, on_continue;
    struct sigaction stop = {.sa_handler = SIG_DFL}, on_stop;
    sigset_t stops, mask;
    sigemptyset(&stops);
    sigaddset(&stops, SIGTSTP);
    sigaction(SIGCONT, &ignore, &on_continue);
    sigaction(SIGTSTP, &stop, &on_stop);
    sigprocmask(SIG_UNBLOCK, &stops, &mask);
    kill(0, SIGTSTP); /* including the rest of the pipeline, as the terminal's ^Z does */
    sigprocmask(SIG_SETMASK, &mask, NULL);
    sigaction(SIGTSTP, &on_stop, NULL);
    sigaction(SIGCONT, &on_continue, NULL);
}

void terminal_suspend(void)
{
    if (terminal.is_headless)
        return;
    turn_off();
    leave_screen();
    terminal_restore_disarm();
    stop_process_group();
    terminal_resume();
}

void terminal_note_size(void)
{
    if (!terminal.is_headless)
        terminal_restore_arm(PASTE_OFF MOUSE_OFF);
}

void terminal_offer_mouse(bool is_wanted)
{
    bool has_mouse = terminal.may_use_mouse && is_wanted;
    if (has_mouse != terminal.has_mouse)
        send(has_mouse ? MOUSE_ON : MOUSE_OFF);
    terminal.has_mouse = has_mouse;
}

/* Those with a mouse are emulators. GNU Screen takes the question and does not answer. */
bool terminal_ask_background(void)
{
    const char *type = getenv("TERM");
    if (terminal.is_headless || !has_capability("kmous") || !type ||
        strncmp(type, "screen", 6) == 0)
        return false;
    send("\033]11;?\033\\");
    return true;
}

void terminal_use_mouse(bool is_used)
{
    if (terminal.has_mouse)
        send(is_used ? MOUSE_ON : MOUSE_OFF);
}

static void append_base64(struct buffer *out, struct text text)
{
    static const char digits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    const unsigned char *bytes = (const unsigned char *)text.data;
    for (size_t i = 0; i < text.length; i += 3) {
        size_t left = text.length - i;
        unsigned group = (unsigned)bytes[i] << 16 | (left > 1 ? (unsigned)bytes[i + 1] << 8 : 0u) |
                         (left > 2 ? (unsigned)bytes[i + 2] : 0u);
        buffer_putc(out, digits[group >> 18]);
        buffer_putc(out, digits[group >> 12 & 63]);
        buffer_putc(out, left > 1 ? digits[group >> 6 & 63] : '=');
        buffer_putc(out, left > 2 ? digits[group & 63] : '=');
    }
}

/*
 * Pasted text may be executed: a line break would enter it, and an escape sequence could end the
 * paste.
 */
static void append_harmless(struct buffer *out, struct text text)
{
    struct buffer line = {0};
    text_make_visible(&line, text_trim(text), true);
    append_base64(out, buffer_text(&line));
    buffer_release(&line);
}

bool terminal_copy(struct text text, struct error *error)
{
    if (!terminal.is_headless && !has_capability("Ms") && !has_capability("kmous"))
        return error_set(error,
                         "this type of terminal (TERM) has no clipboard: nothing was copied");
    if (text.length > LARGEST_COPY)
        return error_set(error,
                         "the text is %zu kB, and terminals take no more than %d kB: nothing was "
                         "copied",
                         text.length / 1000, LARGEST_COPY / 1000);
    struct buffer sequence = {0};
    buffer_puts(&sequence, "\033]52;c;");
    append_harmless(&sequence, text);
    buffer_putc(&sequence, '\a');
    send(sequence.data);
    buffer_release(&sequence);
    return true;
}
