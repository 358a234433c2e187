/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "view/review_view.h"

#include "base/array.h"
#include "base/memory.h"
#include "evidence/quote_check.h"
#include "model/review.h"
#include "view/draw/wrapping.h"
#include "view/panes.h"

#include <stdlib.h>
#include <string.h>

#define AROUND_QUOTE ((size_t)400) /* bytes of the article on either side of the quote */
#define FIELD_CELLS 11
#define COLUMNS_WIDTH 70 /* a narrower form has one column */
#define LEAST_ARTICLE 3
#define STATUS_ROWS 2

/* What a reader enters, in the order of the form; the rest follows from the source. */
static const enum field form_fields[] = {FIELD_KIND,  FIELD_PERIOD,  FIELD_REPORTER,  FIELD_PARTNER,
                                         FIELD_FLOW,  FIELD_PRODUCT, FIELD_MEASURE,   FIELD_SCOPE,
                                         FIELD_VALUE, FIELD_UNIT,    FIELD_QUALIFIER, FIELD_BASE,
                                         FIELD_DATE,  FIELD_SPEAKER, FIELD_TEXT,      FIELD_NOTE};
#define FORM_FIELDS ARRAY_LENGTH(form_fields)

struct review_state {
    struct review review;
    size_t awaiting; /* 1 + the proposal that was taken before the file was named; 0 for none */
};

static struct review_state *state_of(const struct view *view)
{
    return view->state;
}

static const struct proposal *shown(const struct view *view)
{
    const struct review *review = &state_of(view)->review;
    return &review->items[review->at];
}

static void refresh(struct view *view)
{
    list_set_count(&view->list, FORM_FIELDS);
}

static void write_title(const struct view *view, struct line *line)
{
    const struct review *review = &state_of(view)->review;
    line_puts(line, ROLE_FOCUS, "Review");
    line_printf(line, ROLE_DIM, "  %zu of %zu, %zu taken", review->at + 1, review->count,
                review_count_of(review, DECISION_TAKEN));
    if (review->target) {
        line_puts(line, ROLE_DIM, " into ");
        line_puts(line, ROLE_DIM, review->target);
    }
    line_printf(line, ROLE_DIM, ", %zu dropped", review_count_of(review, DECISION_DROPPED));
}

/* --- the article --- */

/* The text around a quote; without an article, the quote alone. */
struct passage {
    struct text before, quote, after;
};

static size_t start_of_character(struct text text, size_t at)
{
    while (at > 0 && at < text.length && (text.data[at] & 0xC0) == 0x80)
        at--;
    return at;
}

static struct passage passage_of(struct view *view)
{
    struct article_choice *choice = &view->workspace->model->articles;
    const struct proposal *proposal = shown(view);
    struct passage passage = {.quote = text_of(proposal->cells[FIELD_QUOTE])};
    struct error error = {0};
    struct quote_check check = {0};
    const struct article *article =
        article_choice_try(choice, state_of(view)->review.path)
            ? article_find(&choice->folder, text_of(proposal->cells[FIELD_SOURCE]), &error)
            : NULL;
    if (article && article->path)
        quote_check_make(&check, passage.quote, (struct quote_context){0}, &article->text);
    if (check.end > check.start && check.outcome != QUOTE_NOT_FOUND) {
        struct text bytes = buffer_text(&article->bytes);
        size_t start =
            check.start > AROUND_QUOTE ? start_of_character(bytes, check.start - AROUND_QUOTE) : 0;
        size_t end = bytes.length - check.end > AROUND_QUOTE
                         ? start_of_character(bytes, check.end + AROUND_QUOTE)
                         : bytes.length;
        passage.before = (struct text){bytes.data + start, check.start - start};
        passage.quote = (struct text){bytes.data + check.start, check.end - check.start};
        passage.after = (struct text){bytes.data + check.end, end - check.end};
    }
    quote_check_release(&check);
    error_release(&error);
    return passage;
}

static size_t count_rows(const struct line *line, int width)
{
    struct wrapping rows = {0};
    wrapping_add(&rows, line, NO_ROW, width, 0);
    size_t count = rows.count;
    wrapping_release(&rows);
    return count;
}

/* Draws the rows of the article that have the quote, and those around it. */
static void draw_article(struct view *view, struct canvas *canvas, int height)
{
    struct passage passage = passage_of(view);
    struct wrapping rows = {0};
    struct line line = {0};
    line_add(&line, ROLE_PLAIN, passage.before);
    size_t first = line.text.length ? count_rows(&line, canvas->width) - 1 : 0;
    line_add(&line, ROLE_NUMBER, passage.quote);
    size_t last = line.text.length ? count_rows(&line, canvas->width) - 1 : 0;
    line_add(&line, ROLE_PLAIN, passage.after);
    if (canvas->ascii)
        line_make_ascii(&line);
    wrapping_add(&rows, &line, NO_ROW, canvas->width, 0);
    size_t room = (size_t)height, quote = last - first + 1;
    size_t above = room > quote ? (room - quote) / 2 : 0;
    size_t top = first > above ? first - above : 0;
    for (size_t row = 0; row < room && top + row < rows.count; row++)
        line_join(canvas_line(canvas, (int)row), &rows.rows[top + row].line);
    wrapping_release(&rows);
    line_release(&line);
}

/* --- the form --- */

static int columns_of_form(const struct canvas *canvas)
{
    return canvas->width >= COLUMNS_WIDTH ? 2 : 1;
}

static int rows_of_form(const struct canvas *canvas)
{
    return (int)(FORM_FIELDS + (size_t)columns_of_form(canvas) - 1) / columns_of_form(canvas);
}

/* Returns the number of rows of the form that are above the screen, so that the cursor is on it. */
static int hidden_rows(const struct view *view, const struct canvas *canvas, int top)
{
    int cursor = (int)view->list.cursor % rows_of_form(canvas), room = canvas->height - top;
    return cursor >= room ? cursor - room + 1 : 0;
}

static void draw_field(struct view *view, struct canvas *canvas, int top, size_t item,
                       bool is_focused)
{
    int rows = rows_of_form(canvas), width = canvas->width / columns_of_form(canvas);
    int row = top + (int)item % rows - hidden_rows(view, canvas, top), column = (int)item / rows;
    if (row >= canvas->height || row < top)
        return;
    struct line *line = canvas_line(canvas, row), field = {0};
    const char *cell = shown(view)->cells[form_fields[item]];
    bool is_cursor = is_focused && item == view->list.cursor;
    line_puts(&field, is_cursor ? ROLE_CURSOR : ROLE_DIM, is_cursor ? ">" : " ");
    line_puts(&field, is_cursor ? ROLE_CURSOR : ROLE_DIM, field_table[form_fields[item]].name);
    line_pad(&field, FIELD_CELLS);
    line_add(&field, is_cursor ? ROLE_CURSOR : ROLE_STRONG, text_of(cell));
    if (canvas->ascii)
        line_make_ascii(&field);
    line_cut(&field, width - 1, canvas_sign(canvas, "…", ">"));
    line_pad(line, column * width);
    line_join(line, &field);
    line_release(&field);
}

static void write_judgement(struct view *view, struct line *line)
{
    static const char *const words[DECISIONS] = {
        [DECISION_NONE] = "new", [DECISION_TAKEN] = "taken", [DECISION_DROPPED] = "dropped"};
    const struct proposal *proposal = shown(view);
    struct judgement judgement;
    review_judge(&state_of(view)->review, view->workspace->model->countries, &judgement);
    if (proposal->decision != DECISION_NONE)
        line_puts(line, ROLE_GOOD, words[proposal->decision]);
    else if (judgement.problem.length)
        line_puts(line, ROLE_BAD, "not complete: ");
    else if (!judgement.comparison.length)
        line_puts(line, ROLE_GOOD, words[DECISION_NONE]);
    if (judgement.problem.length)
        line_add(line, ROLE_PLAIN, buffer_text(&judgement.problem));
    else if (proposal->decision == DECISION_NONE)
        line_add(line, agreement_role(judgement.agreement), buffer_text(&judgement.comparison));
    if (*proposal->doubt) {
        line_puts(line, ROLE_WARN, "; in doubt: ");
        line_add(line, ROLE_WARN, text_of(proposal->doubt));
    }
    judgement_release(&judgement);
}

/* Says if the proposal can be taken, and what the claims file has of it. */
static void draw_status(struct view *view, struct canvas *canvas, int row)
{
    struct line *line = canvas_line(canvas, row);
    write_judgement(view, line);
    line_cut(line, canvas->width, canvas_sign(canvas, "…", ">"));
}

static void draw_hint(struct canvas *canvas, int row)
{
    if (row < canvas->height)
        line_puts(canvas_line(canvas, row), ROLE_DIM,
                  "Enter takes it, x drops it, e edits the field, n next doubt, u back");
}

static void draw(struct view *view, struct canvas *canvas, bool is_focused)
{
    int form = rows_of_form(canvas);
    int article = canvas->height - form - STATUS_ROWS - 1;
    article = article > LEAST_ARTICLE ? article : LEAST_ARTICLE;
    article = article < canvas->height ? article : canvas->height;
    list_set_height(&view->list, FORM_FIELDS);
    draw_article(view, canvas, article);
    if (article < canvas->height)
        draw_status(view, canvas, article);
    for (size_t i = 0; i < FORM_FIELDS; i++)
        draw_field(view, canvas, article + 1, i, is_focused);
    draw_hint(canvas, article + 1 + form);
    for (int row = 0; row < canvas->height; row++)
        line_cut(canvas_line(canvas, row), canvas->width, canvas_sign(canvas, "…", ">"));
}

static int full_height(struct view *view, int width)
{
    (void)view, (void)width;
    return (int)FORM_FIELDS + STATUS_ROWS + LEAST_ARTICLE;
}

static struct item item(const struct view *view)
{
    (void)view;
    return (struct item){.row = NO_ROW};
}

/* --- deciding --- */

static void tell(struct view *view, struct error *error)
{
    model_set_message(view->workspace->model, MESSAGE_WARNING, "%s", error->text);
    error_release(error);
}

static void move_on(struct view *view)
{
    struct review *review = &state_of(view)->review;
    if (!review_advance(review, false))
        model_set_message(
            view->workspace->model, MESSAGE_NOTE, "all are decided: %zu taken%s%s, %zu dropped",
            review_count_of(review, DECISION_TAKEN), review->target ? " into " : "",
            review->target ? review->target : "", review_count_of(review, DECISION_DROPPED));
}

static void take(struct view *view)
{
    struct review_state *state = state_of(view);
    struct judgement judgement;
    struct error error = {0};
    review_judge(&state->review, view->workspace->model->countries, &judgement);
    if (judgement.problem.length) {
        model_set_message(view->workspace->model, MESSAGE_WARNING, "%s", judgement.problem.data);
    } else if (!state->review.target) {
        state->awaiting = state->review.at + 1;
        workspace_wish(view->workspace, WISH_PROMPT, "review-into", "");
    } else if (review_take(&state->review, &error)) {
        move_on(view);
    } else {
        tell(view, &error);
    }
    judgement_release(&judgement);
}

static void drop(struct view *view)
{
    review_drop(&state_of(view)->review);
    move_on(view);
}

static void edit(struct view *view)
{
    struct buffer command = {0};
    enum field field = form_fields[view->list.cursor];
    buffer_printf(&command, "set-field %s", field_table[field].name);
    workspace_wish(view->workspace, WISH_PROMPT, command.data, shown(view)->cells[field]);
    buffer_release(&command);
}

static void go_to_doubt(struct view *view)
{
    if (!review_advance(&state_of(view)->review, true))
        model_set_message(view->workspace->model, MESSAGE_NOTE, "no other proposal is in doubt");
}

static void step_back(struct view *view)
{
    struct error error = {0};
    if (!review_step_back(&state_of(view)->review, &error))
        tell(view, &error);
}

static void move_left(struct view *view)
{
    list_move_by(&view->list, -(ptrdiff_t)(FORM_FIELDS / 2));
}

static void move_right(struct view *view)
{
    list_move_by(&view->list, (ptrdiff_t)(FORM_FIELDS / 2));
}

static bool request(struct view *view, enum request request)
{
    static const struct {
        enum request request;
        void (*answer)(struct view *view);
    } answers[] = {
        {REQUEST_OPEN, take},           {REQUEST_TOGGLE, drop},
        {REQUEST_EDIT, edit},           {REQUEST_NEXT_DOUBT, go_to_doubt},
        {REQUEST_STEP_BACK, step_back}, {REQUEST_LEFT, move_left},
        {REQUEST_RIGHT, move_right},
    };
    for (size_t i = 0; i < ARRAY_LENGTH(answers); i++) {
        if (answers[i].request != request)
            continue;
        answers[i].answer(view);
        return true;
    }
    return false;
}

static void release(struct view *view)
{
    review_release(&state_of(view)->review);
    free(view->state);
}

static const struct view_ops review_ops = {
    .name = "review",
    .help = "proposed claims, to take, drop and edit",
    .keys = "close",
    .refresh = refresh,
    .write_title = write_title,
    .draw = draw,
    .full_height = full_height,
    .item = item,
    .request = request,
    .release = release,
};

bool review_view_open(struct workspace *workspace, const char *path, struct error *error)
{
    struct review_state *state = xcalloc(1, sizeof *state);
    if (!review_open(&state->review, path, error)) {
        review_release(&state->review);
        free(state);
        return false;
    }
    workspace_push_overlay(workspace, (struct view){.ops = &review_ops, .state = state});
    return true;
}

/* Returns the review on the screen; NULL with the reason if there is none. */
static struct view *find_review(struct workspace *workspace, struct error *error)
{
    struct view *view = workspace_view(workspace, workspace->model->user);
    if (view->ops == &review_ops)
        return view;
    error_set(error, "no proposals are being reviewed; `review FILE` opens some");
    return NULL;
}

bool review_view_set_target(struct workspace *workspace, const char *path, struct error *error)
{
    struct view *view = find_review(workspace, error);
    if (!view || !review_set_target(&state_of(view)->review, path, error))
        return false;
    struct review_state *state = state_of(view);
    bool is_awaiting = state->awaiting == state->review.at + 1;
    state->awaiting = 0;
    if (is_awaiting)
        take(view);
    return true;
}

bool review_view_set_field(struct workspace *workspace, const char *words, struct error *error)
{
    struct view *view = find_review(workspace, error);
    size_t length = strcspn(words, " ");
    if (!view)
        return false;
    for (size_t field = 0; field < FIELD_COUNT; field++) {
        if (!text_is_word((struct text){words, length}, field_table[field].name))
            continue;
        if (shown(view)->decision == DECISION_TAKEN)
            return error_set(error, "it is taken already; u goes back");
        review_set(&state_of(view)->review, (enum field)field, text_of(words + length));
        return true;
    }
    return error_set_misuse(error, "`%.*s` is no field of a claim", (int)length, words);
}
