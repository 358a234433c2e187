/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The template of a report, field by field. */
#include "config.h"

#include "report/trade_report.h"

#include "base/array.h"
#include "base/suggestion.h"
#include "model/choice_changes.h"
#include "model/recompute.h"
#include "report/report_default.h"
#include "report/report_fields.h"
#include "report/report_number.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* An assertion that did not hold. */
struct failure {
    const struct derivation *number; /* valid while the pair is shown */
    char *name, *sentence;           /* owned */
};

struct writing {
    struct report_page page;
    struct workspace *workspace;
    const char *path; /* of the template, for errors; NULL if it is built in */
    size_t line;      /* of the template */
    struct failure *failures;
    size_t failure_count, failure_capacity;
};

/* --- words --- */

/* Takes the next word; quotation marks join words. */
static struct text next_word(struct text *rest)
{
    *rest = text_trim(*rest);
    char mark = rest->length && (*rest->data == '\'' || *rest->data == '"') ? *rest->data : ' ';
    size_t start = mark != ' ', end = start;
    while (end < rest->length && rest->data[end] != mark)
        end++;
    struct text word = {rest->data + start, end - start};
    size_t behind = end + (mark != ' ' && end < rest->length);
    *rest = (struct text){rest->data + behind, rest->length - behind};
    return word;
}

static bool split_words(struct field_words *words, struct text rest, struct error *error)
{
    while (text_trim(rest).length) {
        if (words->count == ARRAY_LENGTH(words->items))
            return error_set_misuse(error, "the field has too many words");
        words->items[words->count++] = next_word(&rest);
    }
    return true;
}

/* Splits "a | b" in two. Returns false without a bar. */
static bool split_at_bar(struct text text, struct text *before, struct text *behind)
{
    const char *bar = text.length ? memchr(text.data, '|', text.length) : NULL;
    size_t length = bar ? (size_t)(bar - text.data) : text.length;
    *before = text_trim((struct text){text.data, length});
    *behind = bar ? text_trim((struct text){bar + 1, text.length - length - 1}) : (struct text){0};
    return bar != NULL;
}

/* --- numbers --- */

/* What a field asks for: "coverage India:Russia FY2023-24". */
struct number_wish {
    struct buffer name;
    struct text pair; /* empty for the shown one */
    struct period period;
};

/* One of two periods or pairs would be a number of something else than one of them says. */
static bool parse_number(struct number_wish *wish, struct text text, struct error *error)
{
    *wish = (struct number_wish){0};
    while (text_trim(text).length) {
        struct text word = next_word(&text);
        struct period period;
        bool is_period = period_parse(word, &period);
        bool is_pair = !is_period && memchr(word.data, ':', word.length);
        if ((is_period && wish->period.kind) || (is_pair && wish->pair.length))
            return error_set_misuse(error, "a number has one %s, and `%.*s` is another",
                                    is_period ? "period" : "pair", (int)word.length, word.data);
        if (is_period) {
            wish->period = period;
        } else if (is_pair) {
            wish->pair = word;
        } else {
            buffer_puts(&wish->name, wish->name.length ? " " : "");
            buffer_append_text(&wish->name, word);
        }
    }
    return wish->name.length ||
           error_set_misuse(error, "the field names no number; write {{coverage FY2023-24}} or the "
                                   "like");
}

/* Shows the pair of a field, and remembers that it is not the one of the report. */
static bool enter_pair(struct writing *writing, struct text pair, bool *is_other,
                       struct error *error)
{
    *is_other = false;
    if (!pair.length)
        return true;
    if (!model_choose_named_pair(writing->workspace->model, pair, error))
        return false;
    *is_other = true;
    workspace_update(writing->workspace, NULL);
    return true;
}

static void leave_pair(struct writing *writing, bool is_other)
{
    if (!is_other)
        return;
    model_undo(writing->workspace->model);
    workspace_update(writing->workspace, NULL);
}

static const struct dataset *dataset_of(const struct writing *writing)
{
    return &writing->workspace->model->dataset;
}

static void write_noted(struct writing *writing, const struct field_format *format,
                        const struct derivation *number)
{
    if (!format->is_bare)
        report_write_reference(
            &writing->page, report_notes_number(&writing->page.notes, dataset_of(writing), number));
}

static const struct derivation *find_number(struct writing *writing, struct text text,
                                            bool *is_other, struct error *error)
{
    struct number_wish wish;
    const struct derivation *number = NULL;
    if (parse_number(&wish, text, error) && enter_pair(writing, wish.pair, is_other, error))
        number = report_number_find(writing->workspace->model, buffer_text(&wish.name), wish.period,
                                    error);
    buffer_release(&wish.name);
    return number;
}

/* {{imports India:Russia FY2023-24 | bn .1}} */
static bool write_number(struct writing *writing, struct text text, struct error *error)
{
    struct field_format format;
    struct text spec, format_text;
    bool is_other = false;
    split_at_bar(text, &spec, &format_text);
    const struct derivation *number = field_format_parse(&format, format_text, error)
                                          ? find_number(writing, spec, &is_other, error)
                                          : NULL;
    if (number) {
        struct buffer shown = {0};
        field_format_write(&shown, &format, number);
        report_write_text(&writing->page, buffer_text(&shown));
        write_noted(writing, &format, number);
        buffer_release(&shown);
    }
    leave_pair(writing, is_other);
    return number != NULL;
}

/* --- assertions --- */

/* "coverage ratio FY2023-24 is 7.1 % now, and not 6.9 %: = 100 X / M, with exports ...". */
static void note_failure(struct writing *writing, const struct derivation *number,
                         struct text written, bool is_comparable)
{
    struct buffer sentence = {0};
    buffer_printf(&sentence, "%s is ", number->name);
    derivation_format(&sentence, number);
    buffer_printf(&sentence, " now, and no longer %.*s%s", (int)written.length, written.data,
                  is_comparable ? "" : ", which has another unit");
    if (number->row == NO_ROW) {
        buffer_printf(&sentence, "; it is %s, with ", method_table[number->method].formula);
        report_write_inputs(&sentence, dataset_of(writing), number);
    } else {
        buffer_printf(&sentence, "; stated in %s, line %zu",
                      dataset_row_path(dataset_of(writing), number->row),
                      table_line(dataset_of(writing)->table, number->row));
    }
    ARRAY_RESERVE(writing->failures, writing->failure_count + 1, writing->failure_capacity);
    struct buffer place = {0};
    if (writing->path)
        buffer_printf(&place, "%s:%zu: ", writing->path, writing->line);
    buffer_append_text(&place, buffer_text(&sentence));
    writing->failures[writing->failure_count++] =
        (struct failure){number, xstrdup(number->name), buffer_take(&place)};
    buffer_release(&sentence);
}

/* {{= 6.9 % | coverage India:Russia FY2023-24 | abs}} */
static bool write_assertion(struct writing *writing, struct text text, struct error *error)
{
    struct text written_text, rest, spec, format_text;
    struct written_number written;
    struct field_format format;
    bool is_other = false, is_comparable;
    if (!split_at_bar(text, &written_text, &rest))
        return error_set_misuse(error, "write the number, a bar, and what it is: "
                                       "{{= 6.9 %% | coverage FY2023-24}}");
    split_at_bar(rest, &spec, &format_text);
    if (!written_number_parse(&written, written_text, error) ||
        !field_format_parse(&format, format_text, error))
        return false;
    const struct derivation *number = find_number(writing, spec, &is_other, error);
    if (number && !written_number_holds(&written, &format, number, &is_comparable))
        note_failure(writing, number, written_text, is_comparable);
    if (number) {
        report_write_text(&writing->page, written_text);
        write_noted(writing, &format, number);
    }
    leave_pair(writing, is_other);
    return number != NULL;
}

/* --- fields --- */

/* A word that is near a field is a field. */
static bool refuse_field(struct text name, struct error *error)
{
    struct text names[REPORT_FIELD_COUNT];
    for (size_t i = 0; i < REPORT_FIELD_COUNT; i++)
        names[i] = text_of(report_fields[i].name);
    size_t nearest = suggestion_nearest(name, names, REPORT_FIELD_COUNT);
    if (nearest >= REPORT_FIELD_COUNT)
        return true;
    return error_set_misuse(error, "there is no field or number `%.*s`; did you mean `%s`?",
                            (int)name.length, name.data, report_fields[nearest].name);
}

/* A word that means nothing to a field is refused, not ignored. */
static bool check_words(const struct report_field *field, const struct field_words *words,
                        struct error *error)
{
    return words->count <= field->most_words ||
           error_set_misuse(error, "`%.*s` means nothing to %s; leave it out",
                            (int)words->items[field->most_words].length,
                            words->items[field->most_words].data, field->name);
}

static bool write_field(struct writing *writing, struct text text, struct error *error)
{
    struct text rest = text_trim(text);
    struct field_words words = {0};
    if (rest.length && *rest.data == '=')
        return write_assertion(writing, (struct text){rest.data + 1, rest.length - 1}, error);
    struct text all = rest, name = next_word(&rest);
    const struct report_field *field = report_field_find(name);
    if (field)
        return split_words(&words, rest, error) && check_words(field, &words, error) &&
               field->write(&writing->page, &words, error);
    struct error unknown = {0};
    if (write_number(writing, all, error))
        return true;
    bool is_unlike = refuse_field(name, &unknown);
    if (!is_unlike && !text_trim(rest).length) /* no number is a single word like that */
        error_set_misuse(error, "%s", unknown.text);
    error_release(&unknown);
    return false;
}

static bool fail_at(const struct writing *writing, struct error *error)
{
    bool is_misuse = error->is_misuse;
    char *reason = xstrdup(error->text ? error->text : "");
    if (writing->path && is_misuse)
        error_set_misuse(error, "%s:%zu: %s", writing->path, writing->line, reason);
    else if (writing->path)
        error_set(error, "%s:%zu: %s", writing->path, writing->line, reason);
    free(reason);
    return false;
}

static const char *find(struct text text, const char *wanted)
{
    return text.length >= 2 ? memmem(text.data, text.length, wanted, 2) : NULL;
}

static void copy(struct writing *writing, struct text text)
{
    buffer_append_text(&writing->page.text, text);
    for (size_t i = 0; i < text.length; i++)
        writing->line += text.data[i] == '\n';
}

/* Text is copied as it is; "\{{" stands for two braces. */
static bool write_all(struct writing *writing, struct text text, struct error *error)
{
    const char *open;
    while ((open = find(text, "{{"))) {
        size_t before = (size_t)(open - text.data);
        bool is_escaped = before && open[-1] == '\\';
        copy(writing, (struct text){text.data, before - is_escaped});
        text = (struct text){open + 2, text.length - before - 2};
        if (is_escaped) {
            buffer_puts(&writing->page.text, "{{");
            continue;
        }
        const char *close = find(text, "}}");
        if (!close)
            return error_set_misuse(error, "{{ without }}") || fail_at(writing, error);
        struct text field = {text.data, (size_t)(close - text.data)};
        if (!write_field(writing, field, error))
            return fail_at(writing, error);
        for (size_t i = 0; i < field.length; i++)
            writing->line += field.data[i] == '\n';
        text = (struct text){close + 2, text.length - field.length - 2};
    }
    copy(writing, text);
    return true;
}

/* --- the whole --- */

static bool is_input(const struct failure *of, const struct failure *input)
{
    return of != input && strcmp(of->name, input->name) != 0 &&
           strstr(of->sentence, input->name) != NULL;
}

/* Names, for each failure, the numbers in it that have moved themselves. */
static void write_failures(const struct writing *writing, struct buffer *out)
{
    for (size_t i = 0; i < writing->failure_count; i++) {
        const struct failure *failure = &writing->failures[i];
        buffer_puts(out, failure->sentence);
        for (size_t k = 0; k < writing->failure_count; k++)
            if (is_input(failure, &writing->failures[k]))
                buffer_printf(out, "; %s moved too", writing->failures[k].name);
        buffer_putc(out, '\n');
    }
}

static void release(struct writing *writing)
{
    for (size_t i = 0; i < writing->failure_count; i++) {
        free(writing->failures[i].name);
        free(writing->failures[i].sentence);
    }
    free(writing->failures);
    report_notes_release(&writing->page.notes);
    buffer_release(&writing->page.text);
}

static bool read_template(struct buffer *text, const char *path, struct error *error)
{
    char piece[65536];
    size_t length;
    FILE *stream = fopen(path, "re");
    if (!stream)
        return error_set_misuse(error, "%s: %s", path, strerror(errno));
    while ((length = fread(piece, 1, sizeof piece, stream)) > 0)
        buffer_append(text, piece, length);
    bool is_read = !ferror(stream);
    fclose(stream);
    if (!is_read)
        return error_set(error, "%s: cannot be read", path);
    return text_is_utf8(buffer_text(text)) || error_set_misuse(error, "%s: is no UTF-8 text", path);
}

bool report_is_html(const char *path)
{
    static const char *const endings[] = {".html", ".htm"};
    size_t length = strlen(path);
    for (size_t i = 0; i < ARRAY_LENGTH(endings); i++) {
        size_t end = strlen(endings[i]);
        if (length > end && text_is_equal_folded(text_of(path + length - end), text_of(endings[i])))
            return true;
    }
    return false;
}

/* In HTML, what no field has written goes into the body. */
static bool write_rest(struct writing *writing, struct error *error)
{
    static const char end[] = "</body>";
    struct buffer *text = &writing->page.text;
    const char *found = text->data ? strstr(text->data, end) : NULL;
    char *tail = writing->page.is_html && found ? xstrdup(found) : NULL;
    if (tail)
        buffer_truncate(text, (size_t)(found - text->data));
    bool is_done = report_write_rest(&writing->page, error);
    buffer_puts(text, tail ? tail : "");
    free(tail);
    return is_done;
}

static bool has_numbers(const struct model *model)
{
    struct number_index numbers = number_index_make(model->results.analysis);
    bool has_some = numbers.count > 0;
    number_index_release(&numbers);
    return has_some;
}

bool trade_report_make(struct buffer *out, struct workspace *workspace,
                       const struct report_request *request, struct buffer *failures,
                       struct error *error)
{
    struct writing writing = {
        .page = {.workspace = workspace, .command = request->command, .is_html = request->is_html},
        .workspace = workspace,
        .path = request->template_path,
        .line = 1};
    struct buffer text = {0};
    if (workspace->model->queue.loading)
        return error_set(error, "a report is made when all rows are read");
    workspace_update(workspace, NULL);
    if (!request->template_path && !has_numbers(workspace->model))
        return error_set(error, "there is nothing to report: no trade values are shown");
    if (request->template_path)
        writing.page.is_html = report_is_html(request->template_path);
    else
        buffer_puts(&text, request->is_html ? report_default_html : report_default_markdown);
    bool is_done =
        (!request->template_path || read_template(&text, request->template_path, error)) &&
        write_all(&writing, buffer_text(&text), error) && write_rest(&writing, error);
    if (is_done) {
        buffer_append_text(out, buffer_text(&writing.page.text));
        write_failures(&writing, failures);
    }
    buffer_release(&text);
    release(&writing);
    return is_done;
}
