/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/session.h"

#include "base/clock.h"
#include "base/memory.h"
#include "base/text.h"
#include "command/command.h"
#include "command/completion.h"
#include "command/hints.h"
#include "command/syntax_hint.h"
#include "ui/background.h"
#include "ui/idle_work.h"
#include "ui/keyboard.h"
#include "ui/painter.h"
#include "ui/prompt.h"
#include "ui/terminal.h"
#include "ui/terminal_input.h"
#include "ui/theme.h"
#include "view/screen.h"

#include <stdlib.h>
#include <string.h>

#define WHEEL_ROWS 3
#define INTERRUPT 3 /* ^C */

/* --- how far work goes --- */

static bool is_interrupted(void *context)
{
    (void)context;
    return terminal_input_take(INTERRUPT);
}

static bool is_typed_ahead(void *context)
{
    (void)context;
    return terminal_input_is_typed();
}

/* What the user asked for is cancelled by ^C; what was deferred, and a preview, by any key. */
static const struct effort user_effort = {.is_cancelled = is_interrupted};
static const struct effort idle_effort = {.is_cancelled = is_typed_ahead, .yields = true};

/* Without a terminal all keys are there from the start, and none cancels anything. */
static const struct effort *idle(void)
{
    return terminal_is_headless() ? NULL : &idle_effort;
}

/* --- screens --- */

enum progress { GOES_ON, HAS_QUIT, HAS_LOST_INPUT };

/* Gives the terminal what the user set since the last screen. */
static void apply_settings(struct settings *settings)
{
    static unsigned applied;
    if (background_theme() != settings->terminal.background)
        settings_note_terminal(
            settings, (struct terminal_facts){settings->terminal.colors, background_theme()});
    if (settings->version == applied)
        return;
    applied = settings->version;
    if (settings_theme(settings) == THEME_AUTO && settings->terminal.colors >= 256)
        background_ask();
    theme_apply(settings);
    terminal_offer_mouse(settings_is_on(settings, SETTING_MOUSE));
}

/*
 * Composing positions the lists, on which the next key depends. So it is done after every key, but
 * painting only when no more keys are waiting. Long work is deferred.
 */
static void compose(struct workspace *workspace, bool is_painted)
{
    struct canvas canvas = {0};
    struct hint_list hints;
    struct effort screen = effort_for_screen(workspace->model->user);
    hint_list_make(&hints, workspace, &screen);
    canvas_init(&canvas, painter_width(), painter_height(), workspace->look.ascii);
    screen_compose(workspace, &screen, &canvas, hints.items, hints.count);
    if (is_painted)
        painter_put_canvas(&canvas);
    canvas_release(&canvas);
    hint_list_release(&hints);
}

static void draw(struct workspace *workspace, bool is_painted)
{
    apply_settings(&workspace->settings);
    compose(workspace, is_painted);
    if (is_painted)
        painter_flush();
}

static void tell(struct workspace *workspace, struct error *error)
{
    model_set_message(workspace->model, MESSAGE_ERROR, "%s", error->text);
    error_release(error);
}

static void run(struct workspace *workspace, const char *command_line)
{
    struct error error = {0};
    apply_settings(&workspace->settings);
    if (!command_run(workspace, command_line, &error))
        tell(workspace, &error);
}

/* The prompt for a missing argument of a command. */
struct question {
    struct workspace *workspace;
    const char *command;
    const char *initial;
    const char *complaint; /* about the initial line; NULL if there is none */
};

static void paint_behind_prompt(void *context)
{
    const struct question *question = context;
    workspace_finish(question->workspace, idle());
    compose(question->workspace, true);
}

static bool preview(void *context, const char *line, struct buffer *remark)
{
    const struct question *question = context;
    return workspace_preview(question->workspace, question->command, line, remark, idle());
}

static void complete(void *context, const char *line, size_t point, struct completion *completion)
{
    const struct question *question = context;
    const struct model *model = question->workspace->model;
    completion_make(completion, question->workspace, question->command, line, point,
                    model->before_preview ? idle() : model->user);
}

static enum role explain(void *context, const char *line, size_t point, struct buffer *text)
{
    const struct question *question = context;
    if (question->complaint && strcmp(line, question->initial) == 0) {
        buffer_puts(text, question->complaint);
        return ROLE_BAD;
    }
    syntax_hint_write(text, question->workspace, question->command, line, point);
    return ROLE_DIM;
}

static enum prompt_outcome read_answer(struct question *question, char **line)
{
    const struct prompt prompt = {
        .label = command_prompt(question->command),
        .initial = question->initial,
        .history_name = command_history(question->command),
        .ascii = question->workspace->look.ascii,
        .paint = paint_behind_prompt,
        .changed = preview,
        .complete = complete,
        .explain = explain,
        .context = question,
    };
    enum prompt_outcome outcome = prompt_read(&prompt, line);
    if (outcome != PROMPT_LOST)
        workspace_end_preview(question->workspace);
    return outcome;
}

/* Reads a line and runs the command with it. If the line is wrong, asks again with the error. */
static enum progress ask(struct workspace *workspace, const char *command, const char *initial)
{
    struct question question = {.workspace = workspace, .command = command, .initial = initial};
    struct error error = {0};
    char *line = NULL, *mended = NULL;
    enum prompt_outcome outcome;
    while ((outcome = read_answer(&question, &line)) == PROMPT_ENTERED &&
           text_trim(text_of(line)).length > 0) {
        struct buffer command_line = {0};
        buffer_printf(&command_line, "%s %s", command, line);
        error_release(&error);
        apply_settings(&workspace->settings); /* an answer may have come meanwhile */
        bool is_done = command_run(workspace, command_line.data, &error);
        buffer_release(&command_line);
        if (is_done || !error.is_misuse)
            break;
        free(mended);
        mended = line;
        line = NULL;
        question.initial = mended;
        question.complaint = error.text;
    }
    if (error.text && !error.is_misuse)
        tell(workspace, &error);
    error_release(&error);
    free(mended);
    if (outcome == PROMPT_ENTERED)
        free(line);
    return outcome == PROMPT_LOST ? HAS_LOST_INPUT : GOES_ON;
}

static void copy(struct workspace *workspace, const char *what, const char *string)
{
    struct error error = {0};
    struct text text = text_of(string);
    if (terminal_copy(text, &error))
        model_set_message(workspace->model, MESSAGE_NOTE,
                          "sent to the clipboard: %s, %zu bytes; paste it to see if it arrived",
                          what, text.length);
    else
        tell(workspace, &error);
}

static enum progress grant(struct workspace *workspace, const struct wish *wish)
{
    const char *text = wish->text ? wish->text : "";
    switch (wish->kind) {
    case WISH_PROMPT:
        return ask(workspace, wish->command ? wish->command : "", text);
    case WISH_QUIT:
        return HAS_QUIT;
    case WISH_SUSPEND:
        terminal_suspend();
        return GOES_ON;
    case WISH_REDRAW:
        terminal_repaint();
        return GOES_ON;
    case WISH_COPY:
        copy(workspace, wish->command ? wish->command : "text", text);
        return GOES_ON;
    default:
        return GOES_ON;
    }
}

/* One request may lead to another: the command line to the prompt of a command. */
static enum progress grant_wishes(struct workspace *workspace)
{
    enum progress progress = GOES_ON;
    while (progress == GOES_ON && workspace->wish.kind != WISH_NONE) {
        struct wish wish = workspace->wish;
        wish.command = wish.command ? xstrdup(wish.command) : NULL;
        wish.text = wish.text ? xstrdup(wish.text) : NULL;
        workspace_grant(workspace);
        progress = grant(workspace, &wish);
        free(wish.command);
        free(wish.text);
    }
    return progress;
}

static void tell_unbound(struct workspace *workspace, const char *name)
{
    struct error error = {0};
    struct text key = command_key(workspace, command_find(text_of("help"), &error));
    model_set_message(workspace->model, MESSAGE_WARNING, "`%s` is not bound; %s%.*s shows the keys",
                      name, key.length ? "" : ":help", (int)key.length, key.data);
    error_release(&error);
}

static void run_key(struct workspace *workspace, const char *name)
{
    struct buffer line = {0};
    if (command_of_key(workspace, name, &line))
        run(workspace, line.data);
    else
        tell_unbound(workspace, name);
    buffer_release(&line);
}

/* A click on a key at the bottom runs it. Returns false for any other cell. */
static bool click_hint(struct workspace *workspace, const struct key *key)
{
    struct hint_list hints;
    struct effort screen = effort_for_screen(workspace->model->user);
    hint_list_make(&hints, workspace, &screen);
    size_t hint = workspace->model->message.text
                      ? hints.count
                      : hint_line_find(hints.items, hints.count, painter_width(), painter_height(),
                                       key->row, key->column);
    bool is_hint = hint < hints.count;
    if (is_hint)
        run_key(workspace, hints.items[hint].key);
    hint_list_release(&hints);
    return is_hint;
}

static void act(struct workspace *workspace, const struct key *key)
{
    int width = painter_width(), height = painter_height();
    switch (key->kind) {
    case KEY_KIND_NAME:
        run_key(workspace, key->name);
        break;
    case KEY_KIND_CLICK:
    case KEY_KIND_DOUBLE_CLICK:
        if (!click_hint(workspace, key))
            screen_click(workspace, width, height, key->row, key->column,
                         key->kind == KEY_KIND_DOUBLE_CLICK);
        break;
    case KEY_KIND_WHEEL_UP:
    case KEY_KIND_WHEEL_DOWN:
        screen_scroll(workspace, width, height, key->row, key->column,
                      key->kind == KEY_KIND_WHEEL_UP ? -WHEEL_ROWS : WHEEL_ROWS);
        break;
    case KEY_KIND_PASTE:
        model_set_message(workspace->model, MESSAGE_WARNING,
                          "a pasted text is not taken for keys: open a prompt first");
        break;
    default:
        break;
    }
}

static bool is_typed(const struct key *key)
{
    return key->kind != KEY_KIND_RESIZE && key->kind != KEY_KIND_NOTHING &&
           key->kind != KEY_KIND_END;
}

static struct session_times times;

struct session_times session_times(void)
{
    return times;
}

static void note_times(const struct workspace *workspace, bool was_loading)
{
    if (times.first_screen == 0)
        times.first_screen = clock_seconds();
    if (was_loading && !workspace->model->queue.loading && times.loaded == 0)
        times.loaded = clock_seconds();
}

/* Returns NULL once it is fulfilled. */
static const struct session_wish *fulfil(const struct session_wish *wish,
                                         struct workspace *workspace)
{
    struct error error = {0};
    if (!wish || model_is_blank(workspace->model))
        return wish;
    if (!wish->fulfil(workspace, wish->context, &error))
        tell(workspace, &error);
    return NULL;
}

static bool follow_keys(struct workspace *workspace, const struct session_wish *wish)
{
    enum progress progress = GOES_ON;
    struct key key = {0};
    bool was_loading = workspace->model->queue.loading != NULL;
    for (;;) {
        bool is_last = progress == HAS_QUIT || key.kind == KEY_KIND_END;
        wish = fulfil(wish, workspace);
        if (!is_typed(
                &key)) /* the user is not waiting for this key, so complete the screen first */
            workspace_finish(workspace, idle());
        draw(workspace, is_last || !keyboard_is_waiting());
        note_times(workspace, was_loading);
        if (is_last)
            return progress == HAS_QUIT;
        if (!keyboard_is_waiting() && workspace_finish(workspace, idle()))
            draw(workspace, true);
        keyboard_read(&key);
        if (is_typed(&key))
            model_clear_message(workspace->model);
        act(workspace, &key);
        progress = grant_wishes(workspace);
        if (progress == HAS_LOST_INPUT)
            return false;
    }
}

bool session_run(struct workspace *workspace, const struct session_wish *wish)
{
    if (!terminal_is_headless()) { /* in headless mode all keys are there from the start */
        idle_work_set(workspace, &idle_effort);
        workspace->model->user = &user_effort;
    }
    apply_settings(&workspace->settings);
    keyboard_await_answer(BACKGROUND_PATIENCE);
    bool has_quit = follow_keys(workspace, wish);
    keyboard_drop_answer(BACKGROUND_PATIENCE);
    idle_work_set(NULL, NULL);
    workspace->model->user = NULL;
    return has_quit;
}
