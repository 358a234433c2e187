/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Readline runs in its simple form, readline(), and reads its bytes from our function. Its output
 * goes to /dev/null; its variables say what to show, which is drawn here whenever no more input is
 * waiting.
 *
 * Readline cannot be cancelled from outside. A cancelled prompt therefore feeds it newlines until
 * it returns, and discards the line. Within a paste Readline takes newlines as text and waits for
 * the end mark, so the mark is among what it is fed.
 */
#include "config.h"

#include "ui/prompt.h"

#include "base/array.h"
#include "ui/candidates.h"
#include "ui/keyboard.h"
#include "ui/painter.h"
#include "ui/past_lines.h"
#include "ui/prompt_layout.h"
#include "ui/terminal.h"
#include "view/draw/wrapping.h"

#include <fcntl.h>
#include <stdio.h>
#include <readline/history.h>
#include <readline/readline.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define PREVIEW_DELAY 60 /* milliseconds without a key before the preview is computed */
#define CONTROL(letter) ((letter)&31)
#define ESCAPE 27

static struct {
    const struct prompt *asked;
    enum prompt_outcome outcome;
    bool is_over;    /* Readline should return */
    char *previewed; /* the last text passed to `changed` */
    struct buffer remark;
    struct completion completion;
    bool is_listing;
    int scroll;
    size_t burst;   /* bytes that arrived without a pause */
    size_t unwound; /* bytes fed to Readline since it should return */
    FILE *nowhere;
} state;

/* Draws the rows above the prompt, which cover what is behind them; long lines are wrapped. */
static void draw_explanation(struct text typed, size_t point, int bottom, int width)
{
    struct buffer text = {0};
    struct wrapping rows = {0};
    enum role role = state.asked->explain(state.asked->context, typed.data, point, &text);
    for (const char *at = text.data; at && *at;) {
        struct line line = {0};
        size_t length = strcspn(at, "\n");
        line_puts(&line, role, " ");
        line_add(&line, role, (struct text){at, length});
        if (state.asked->ascii)
            line_make_ascii(&line);
        wrapping_add(&rows, &line, 0, width, 1);
        line_release(&line);
        at += length + (at[length] == '\n');
    }
    int hidden = (int)rows.count > bottom ? (int)rows.count - bottom : 0;
    for (size_t i = (size_t)hidden; i < rows.count; i++)
        painter_put_line(bottom - (int)(rows.count - i), &rows.rows[i].line);
    wrapping_release(&rows);
    buffer_release(&text);
}

static void draw(void)
{
    int width = painter_width(), bottom = painter_height() - 1;
    struct text text = text_of(rl_line_buffer ? rl_line_buffer : "");
    size_t point = rl_point > 0 ? (size_t)rl_point : 0; /* -1 at times during a search */
    if (point > text.length)
        point = text.length;
    state.asked->paint(state.asked->context);
    if (state.is_listing)
        candidates_put(&state.completion, bottom, width, state.asked->ascii);
    else
        draw_explanation(text, point, bottom, width);
    struct prompt_layout row = {
        .label = rl_display_prompt ? rl_display_prompt : state.asked->label,
        .text = text,
        .point = point,
        .remark = buffer_text(&state.remark),
        .ascii = state.asked->ascii,
    };
    struct line line = {0};
    int column = prompt_layout_write(&row, width, &state.scroll, &line);
    painter_put_line(bottom, &line);
    painter_put_cursor(bottom, column);
    painter_flush();
    line_release(&line);
}

static void forget_preview(void)
{
    free(state.previewed);
    state.previewed = NULL;
}

static bool needs_preview(void)
{
    return !state.previewed || strcmp(state.previewed, rl_line_buffer) != 0;
}

static void preview(void)
{
    free(state.previewed);
    state.previewed = xstrdup(rl_line_buffer);
    buffer_truncate(&state.remark, 0);
    if (!state.asked->changed(state.asked->context, rl_line_buffer, &state.remark))
        forget_preview();
    draw();
}

/*
 * Returns the next byte. If none is waiting, updates the screen and, after a moment, the preview.
 */
static int wait_for_byte(void)
{
    int byte = keyboard_read_byte(0);
    if (byte >= 0)
        return byte;
    state.burst = 0;
    draw();
    if (byte == INPUT_NONE && needs_preview())
        byte = keyboard_read_byte(PREVIEW_DELAY);
    if (byte < 0 && needs_preview())
        preview();
    if (byte == INPUT_NONE)
        byte = keyboard_read_byte(INPUT_FOREVER);
    if (byte == INPUT_ROWS)
        forget_preview();
    return byte;
}

static void end(enum prompt_outcome outcome)
{
    state.outcome = outcome;
    state.is_over = true;
    rl_done = 1;
}

/* True in a paste and after ^V, when all bytes are text. */
static bool is_text_expected(void)
{
    return RL_ISSTATE(RL_STATE_MOREINPUT) && !RL_ISSTATE(RL_STATE_ISEARCH | RL_STATE_NSEARCH);
}

/* In vi mode Esc belongs to vi, in a search it ends the search. */
static bool cancels_by_escape(void)
{
    const int vi_mode = 0;
    return rl_editing_mode != vi_mode && !RL_ISSTATE(RL_STATE_ISEARCH) && !is_text_expected() &&
           !keyboard_has_more();
}

/*
 * True for several lines at once on a terminal that cannot mark pastes: the first must not be run
 * unseen.
 */
static bool is_unmarked_paste(void)
{
    return !terminal_is_headless() && !terminal_marks_pastes() && state.burst > 2 &&
           keyboard_has_more();
}

/* A ^C within a paste is text. A single one is not: the end mark of a paste may have been lost. */
static bool cancels_by_interrupt(void)
{
    return !is_text_expected() || state.burst == 1;
}

/* Handles bytes that are not for Readline. Returns true for those. */
static bool take_byte(int byte)
{
    switch (byte) {
    case CONTROL('C'):
        if (!cancels_by_interrupt())
            return false;
        end(PROMPT_CANCELLED);
        return true;
    case ESCAPE:
        if (!cancels_by_escape())
            return false;
        end(PROMPT_CANCELLED);
        return true;
    case CONTROL('Z'):
        if (is_text_expected())
            return false;
        terminal_suspend();
        return true;
    case CONTROL('L'):
        terminal_repaint();
        return false;
    case '\r':
    case '\n':
        if (!is_unmarked_paste())
            return false;
        terminal_input_flush();
        return true;
    default:
        return byte < 0;
    }
}

/* Returns the bytes that end any state of Readline: a newline, or the end mark of a paste. */
static int unwinding_byte(void)
{
    static const char way_out[] = "\n\033[201~";
    if (!RL_ISSTATE(RL_STATE_MOREINPUT))
        return '\n';
    return way_out[state.unwound++ % (sizeof way_out - 1)];
}

static int next_byte(FILE *unused)
{
    (void)unused;
    while (!state.is_over) {
        int byte = wait_for_byte();
        if (byte == INPUT_END)
            end(PROMPT_LOST);
        state.burst += byte >= 0;
        if (take_byte(byte))
            continue;
        state.is_listing = false;
        return byte;
    }
    return unwinding_byte();
}

static int has_input(void)
{
    return !state.is_over && keyboard_has_more();
}

static void redisplay(void)
{
    /*
     * Called when no more input is waiting; the user's inputrc may have been read again meanwhile.
     */
    rl_variable_bind("bell-style", "none");
}

static int put_initial_text(void)
{
    if (state.asked->initial)
        rl_insert_text(state.asked->initial);
    return 0;
}

/*
 * Readline asks where the word starts by asking which characters break words. So the candidates are
 * computed here, and the answer is the character before their start. If that character also occurs
 * in the word, the answer is none, and the word is all text before the cursor.
 */
static char *find_candidates(void)
{
    static char breaking[2];
    struct completion *completion = &state.completion;
    completion_release(completion);
    *completion = (struct completion){0};
    state.asked->complete(state.asked->context, rl_line_buffer, (size_t)rl_point, completion);
    breaking[0] = '\0';
    if (completion->count > 0 && completion->start > 0) {
        const char *word = rl_line_buffer + completion->start;
        char before = word[-1];
        size_t length = (size_t)rl_point - completion->start;
        if ((unsigned char)before < 0x80 && !memchr(word, before, length))
            breaking[0] = before;
    }
    return breaking;
}

static char **complete(const char *typed, int start, int point)
{
    const struct completion *completion = &state.completion;
    rl_attempted_completion_over = 1;
    rl_completion_suppress_append = 1;
    if (point == 0) /* Readline requested no breaking characters */
        find_candidates();
    if (completion->count == 0 || completion->start < (size_t)start ||
        completion->start > (size_t)point)
        return NULL;
    struct text kept = {rl_line_buffer + start, completion->start - (size_t)start};
    return candidates_match(completion, kept, typed);
}

static void list_matches(char **matches, int count, int longest)
{
    (void)matches;
    (void)count;
    (void)longest;
    state.is_listing = true;
}

/* Binds sequences that terminals send and Readline does not know, unless the inputrc binds them. */
static void bind_usual_keys(void)
{
    static const struct {
        const char *sequence;
        rl_command_func_t *function;
    } keys[] = {
        {"\033[1~", rl_beg_of_line}, {"\033[7~", rl_beg_of_line}, {"\033[4~", rl_end_of_line},
        {"\033[8~", rl_end_of_line}, {"\033[3~", rl_delete},
    };
    const Keymap maps[] = {emacs_standard_keymap, vi_insertion_keymap, vi_movement_keymap};
    for (size_t i = 0; i < ARRAY_LENGTH(keys); i++)
        for (size_t map = 0; map < ARRAY_LENGTH(maps); map++)
            rl_bind_keyseq_if_unbound_in_map(keys[i].sequence, keys[i].function, maps[map]);
}

void prompt_prepare(void)
{
    state.nowhere = fopen("/dev/null", "we");
    rl_readline_name = "tradescope";
    rl_catch_signals = rl_catch_sigwinch = rl_change_environment = 0;
    rl_prep_term_function = NULL;
    rl_deprep_term_function = NULL;
    rl_outstream = state.nowhere ? state.nowhere : stderr;
    rl_getc_function = next_byte;
    rl_input_available_hook = has_input;
    rl_redisplay_function = redisplay;
    rl_startup_hook = put_initial_text;
    rl_attempted_completion_function = complete;
    rl_completion_display_matches_hook = list_matches;
    rl_completion_word_break_hook = find_candidates;
    rl_basic_quote_characters = "";
    rl_sort_completion_matches = 0;
    rl_variable_bind("show-all-if-unmodified", "on"); /* the inputrc may change it */
    rl_initialize();
    bind_usual_keys();
    if (MB_CUR_MAX == 1) /* otherwise bytes above 127 would become meta keys */
        rl_variable_bind("convert-meta", "off");
}

static void fill_history(const char *name)
{
    size_t count;
    char *const *lines = past_lines(name, &count);
    clear_history(); /* rl_clear_history() of Readline 8.2 may free lines twice */
    for (size_t i = 0; i < count; i++)
        add_history(lines[i]);
}

/* A pasted line break was displayed as a blank, and becomes one. */
static char *without_line_breaks(char *line)
{
    for (char *at = line; *at; at++) {
        if (*at == '\n' || *at == '\r')
            *at = ' ';
    }
    return line;
}

static void forget_last_prompt(void)
{
    free(state.previewed);
    buffer_release(&state.remark);
    completion_release(&state.completion);
    FILE *nowhere = state.nowhere;
    memset(&state, 0, sizeof state);
    state.nowhere = nowhere;
}

/*
 * Some messages of Readline, as for recursive macros, go to standard error and would damage the
 * screen. Returns the saved descriptor, or -1 if nothing was changed.
 */
static int mute_errors(void)
{
    if (!state.nowhere || terminal_is_headless() || !isatty(STDERR_FILENO))
        return -1;
    int kept = fcntl(STDERR_FILENO, F_DUPFD_CLOEXEC, 3);
    if (kept >= 0)
        dup2(fileno(state.nowhere), STDERR_FILENO);
    return kept;
}

static void unmute_errors(int kept)
{
    if (kept < 0)
        return;
    dup2(kept, STDERR_FILENO);
    close(kept);
}

enum prompt_outcome prompt_read(const struct prompt *prompt, char **line)
{
    state.asked = prompt;
    fill_history(prompt->history_name);
    terminal_use_mouse(false);
    int errors = mute_errors();
    char *entered = readline(prompt->label);
    unmute_errors(errors);
    terminal_use_mouse(true);
    enum prompt_outcome outcome = state.is_over ? state.outcome
                                  : entered     ? PROMPT_ENTERED
                                                : PROMPT_CANCELLED;
    if (outcome != PROMPT_LOST) /* otherwise the screen stays as it is */
        painter_put_cursor(-1, 0);
    if (outcome == PROMPT_ENTERED) {
        *line = without_line_breaks(entered);
        past_lines_add(prompt->history_name, *line);
    } else {
        free(entered);
    }
    forget_last_prompt();
    return outcome;
}

void prompt_release(void)
{
    clear_history();
    past_lines_release();
}
