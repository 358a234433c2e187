/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The words before the last name the files and how to read them; the option before it determines
 * its values. The values are found by the completion of the program's own prompts, which reads them
 * from the files.
 */
#include "config.h"

#include "shell_completion.h"
#include "view/panes.h"

#include "base/array.h"
#include "base/memory.h"
#include "base/paths.h"
#include "command/completion.h"
#include "data/format/column_map.h"
#include "option_table.h"
#include "model/opening.h"
#include "model/file_loading.h"

#include <getopt.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define ROWS_LOOKED_AT 5000
#define MOST_SECONDS 3

/* The content of the words before the last. */
struct typed_line {
    const char *layout, *map; /* NULL for none */
    char **paths;             /* owned: the files that can be opened without waiting */
    size_t path_count, named; /* number of all files on the line */
    const struct option_info
        *awaited;           /* the option whose argument the last word is; NULL if it is none */
    bool has_ended_options; /* after -- all words are files */
};

/* The word being typed: the part that is kept, and the part that candidates replace. */
struct typed_word {
    struct buffer *out;
    struct text kept; /* "--pair=" */
    const char *value;
};

/* --- candidates --- */

static bool is_harmless(struct text text)
{
    struct buffer visible = {0};
    text_make_visible(&visible, text, false);
    bool is_same = text_is_utf8(text) && visible.length == text.length &&
                   (!text.length || memcmp(visible.data, text.data, text.length) == 0);
    buffer_release(&visible);
    return is_same;
}

static bool is_offered(const struct buffer *out, const char *word)
{
    struct buffer line = {0};
    buffer_printf(&line, "%s\t", word);
    const char *found = out->length ? out->data : NULL;
    while (found && (found = strstr(found, line.data)) && found > out->data && found[-1] != '\n')
        found++;
    buffer_release(&line);
    return found;
}

/* Texts with control characters are not offered; nor is anything twice. */
static void offer(const struct typed_word *typed, struct text before, const char *text,
                  const char *remark)
{
    struct buffer whole = {0};
    buffer_append_text(&whole, typed->kept);
    buffer_append_text(&whole, before);
    buffer_puts(&whole, text);
    if (is_harmless((struct text){whole.data, whole.length}) &&
        !is_offered(typed->out, whole.data)) {
        buffer_printf(typed->out, "%s\t", whole.data);
        text_make_visible(typed->out, text_of(remark ? remark : ""), false);
        buffer_putc(typed->out, '\n');
    }
    buffer_release(&whole);
}

/* Offers the text if it begins with the value from `start` on. */
static void offer_behind(const struct typed_word *typed, size_t start, const char *text,
                         const char *remark)
{
    if (text_begins_folded(text_of(text), text_of(typed->value + start)))
        offer(typed, (struct text){typed->value, start}, text, remark);
}

/* Returns the position behind the last of these characters. */
static size_t behind_last(const char *value, const char *signs)
{
    size_t place = strlen(value);
    while (place > 0 && !strchr(signs, value[place - 1]))
        place--;
    return place;
}

/* --- values that depend on the files --- */

static void offer_of_command(const struct typed_word *typed, struct workspace *workspace,
                             const char *command)
{
    struct completion completion;
    completion_make(&completion, workspace, command, typed->value, strlen(typed->value), NULL);
    for (size_t i = 0; i < completion.count; i++)
        offer(typed, (struct text){typed->value, completion.start}, completion.items[i].text,
              completion.items[i].remark);
    completion_release(&completion);
}

typedef void column_offer(const struct typed_word *typed, size_t start, const struct table *table,
                          size_t column);

static void offer_columns(const struct typed_word *typed, struct workspace *workspace, size_t start,
                          column_offer *offer_column)
{
    for (size_t i = 0; i < workspace->model->files.count; i++) {
        const struct dataset *dataset = model_file_dataset(workspace->model, i);
        for (size_t column = 0; column < dataset->file_columns; column++)
            offer_column(typed, start, dataset->table, column);
    }
}

/* --sum adds by columns of words and periods. */
static void offer_summed(const struct typed_word *typed, size_t start, const struct table *table,
                         size_t column)
{
    const char *name = table_column_name(table, column);
    if (table_column_type(table, column) != COLUMN_NUMBER && !strchr(name, ','))
        offer_behind(typed, start, name, "column");
}

/* Writes a name for --map: quoted if it contains special characters. */
static void offer_mapped(const struct typed_word *typed, size_t start, const struct table *table,
                         size_t column)
{
    const char *name = table_column_name(table, column);
    bool is_plain = !strpbrk(name, " ,+:='\"");
    struct buffer word = {0};
    if (!is_plain && strchr(name, '\''))
        return;
    buffer_printf(&word, is_plain ? "%s" : "'%s'", name);
    struct text begun = text_of(typed->value + start);
    if (text_begins_folded(text_of(name), begun) || text_begins_folded(text_of(word.data), begun))
        offer(typed, (struct text){typed->value, start}, word.data, "column");
    buffer_release(&word);
}

static void offer_fields(const struct typed_word *typed, struct workspace *workspace)
{
    static const char *const fields[] = {
        "period=", "reporter=", "partner=", "flow=", "product=", "value=", "unit=", "scale="};
    size_t field = behind_last(typed->value, ",");
    if (strchr(typed->value + field, '=')) {
        offer_columns(typed, workspace, behind_last(typed->value, ",=+"), offer_mapped);
        return;
    }
    for (size_t i = 0; i < ARRAY_LENGTH(fields); i++)
        offer_behind(typed, field, fields[i], "field");
}

/* Offers the pairs of the files, then all countries. */
static void offer_pairs(const struct typed_word *typed, struct workspace *workspace)
{
    size_t partner = behind_last(typed->value, ":");
    offer_of_command(typed, workspace, "pair");
    for (int i = 0; workspace->model->countries && i < country_count(workspace->model->countries);
         i++) {
        struct buffer name = {0};
        buffer_printf(&name, partner ? "%s" : "%s:", country_name(workspace->model->countries, i));
        offer_behind(typed, partner, name.data, "country");
        buffer_release(&name);
    }
}

static void offer_of_files(const struct typed_word *typed, const struct option_info *info,
                           struct workspace *workspace)
{
    switch (info->values) {
    case VALUES_COLUMNS:
        offer_columns(typed, workspace, behind_last(typed->value, ","), offer_summed);
        break;
    case VALUES_FIELDS:
        offer_fields(typed, workspace);
        break;
    case VALUES_PAIR:
        offer_pairs(typed, workspace);
        break;
    default:
        offer_of_command(typed, workspace, info->command);
    }
}

/* Ends the program if a file takes too long, so that the shell gets its prompt back. */
static void give_up(int signal)
{
    (void)signal;
    _exit(EXIT_SUCCESS);
}

static void open_and_offer(const struct typed_word *typed, const struct option_info *info,
                           const struct typed_line *line)
{
    struct model model;
    struct workspace workspace;
    struct format fields;
    struct error error = {0};
    bool has_fields = line->map && column_map_parse(&fields, line->map, &error);
    struct load_hints wish = {line->layout, NULL, has_fields ? &fields : NULL};
    signal(SIGALRM, give_up);
    alarm(MOST_SECONDS);
    model_start(&model, (const char *const *)line->paths, line->path_count, wish);
    model_await_rows(&model, ROWS_LOOKED_AT, NULL);
    workspace_init(&workspace, &pane_set, &model, (struct look){0});
    offer_of_files(typed, info, &workspace);
    alarm(0);
    workspace_release(&workspace);
    model_release(&model);
    if (has_fields)
        format_release(&fields);
    error_release(&error);
}

/* --- values that do not --- */

static void offer_formats(const struct typed_word *typed)
{
    struct format_list formats = {0};
    format_list_read(&formats);
    for (size_t i = 0; i < formats.count; i++) {
        char *title = xstrndup(formats.formats[i]->title.data, formats.formats[i]->title.length);
        offer_behind(typed, 0, formats.formats[i]->name, title);
        free(title);
    }
    format_list_release(&formats);
}

static void offer_values(const struct typed_word *typed, const struct option_info *info,
                         const struct typed_line *line)
{
    const char *word;
    for (size_t i = 0; (word = option_word(info, i)); i++)
        offer_behind(typed, 0, word, NULL);
    if (info->values == VALUES_FORMATS)
        offer_formats(typed);
    else if (!option_word(info, 0) && info->values != VALUES_FREE &&
             (line->path_count || !line->named))
        open_and_offer(typed, info, line);
}

static void offer_options(const struct typed_word *typed)
{
    for (size_t i = 0; i < OPTION_COUNT; i++) {
        const struct option_info *info = &option_table[i];
        const char letter[] = {'-', info->letter, '\0'};
        struct buffer name = {0}, help = {0};
        buffer_printf(&name, "--%s%s", info->name,
                      info->has_argument == required_argument ? "=" : "");
        option_write_help(&help, info);
        offer_behind(typed, 0, name.data, help.data);
        if (info->letter)
            offer_behind(typed, 0, letter, help.data);
        buffer_putc(&name, '=');
        if (info->has_argument == optional_argument)
            offer_behind(typed, 0, name.data, help.data);
        buffer_release(&name);
        buffer_release(&help);
    }
}

/* --- the words of the line --- */

/* Finds an option by its name or a unique prefix, as getopt_long() does. */
static const struct option_info *find_name(struct text name)
{
    const struct option_info *found = NULL;
    for (size_t i = 0; i < OPTION_COUNT; i++) {
        const struct option_info *info = &option_table[i];
        if (text_is(name, info->name))
            return info;
        if (strncmp(info->name, name.data, name.length) != 0)
            continue;
        if (found)
            return NULL;
        found = info;
    }
    return found;
}

static const struct option_info *find_letter(char letter)
{
    for (size_t i = 0; i < OPTION_COUNT; i++)
        if (option_table[i].letter == letter)
            return &option_table[i];
    return NULL;
}

/* Returns the option that a word names, and where its value begins; NULL for none. */
static const struct option_info *find_option_of(const char *word, const char **value)
{
    *value = NULL;
    if (word[0] != '-' || !word[1])
        return NULL;
    if (word[1] != '-') {
        *value = word[2] ? word + 2 : NULL;
        return find_letter(word[1]);
    }
    size_t length = strcspn(word, "=");
    if (word[length])
        *value = word + length + 1;
    return find_name((struct text){word + 2, length - 2});
}

/* True for a regular file, or a file in an archive that is one. Opening others could wait. */
static bool is_ready(const char *path)
{
    struct stat status;
    if (stat(path, &status) == 0)
        return S_ISREG(status.st_mode);
    for (const char *colon = path; (colon = strchr(colon, ':')); colon++) {
        char *archive = xstrndup(path, (size_t)(colon - path));
        bool is_regular = stat(archive, &status) == 0 && S_ISREG(status.st_mode);
        free(archive);
        if (is_regular)
            return true;
    }
    return false;
}

static void take_path(struct typed_line *line, const char *word)
{
    char *path = path_expand_home(word);
    line->named++;
    if (is_ready(path))
        line->paths[line->path_count++] = path;
    else
        free(path);
}

static void take_value(struct typed_line *line, const struct option_info *info, const char *value)
{
    if (strcmp(info->name, "format") == 0)
        line->layout = value;
    if (strcmp(info->name, "map") == 0)
        line->map = value;
}

static void take_word(struct typed_line *line, const char *word)
{
    const char *value;
    const struct option_info *info = line->awaited;
    line->awaited = NULL;
    if (info) {
        take_value(line, info, word);
    } else if (line->has_ended_options || word[0] != '-' || !word[1]) {
        take_path(line, word);
    } else if (strcmp(word, "--") == 0) {
        line->has_ended_options = true;
    } else if ((info = find_option_of(word, &value))) {
        if (value)
            take_value(line, info, value);
        else if (info->has_argument == required_argument)
            line->awaited = info;
    }
}

static void complete_word(struct buffer *out, const struct typed_line *line, const char *word)
{
    const char *value = NULL;
    const struct option_info *info = NULL;
    struct typed_word typed = {out, {word, 0}, word};
    if (line->awaited) {
        offer_values(&typed, line->awaited, line);
    } else if (line->has_ended_options || word[0] != '-') {
        buffer_puts(out, "files\n");
    } else if ((info = find_option_of(word, &value)) && value) {
        typed.kept.length = (size_t)(value - word);
        typed.value = value;
        offer_values(&typed, info, line);
    } else {
        offer_options(&typed);
    }
}

void shell_completion_write(struct buffer *out, const char *const *words, size_t count)
{
    struct typed_line line = {0};
    if (!count)
        return;
    line.paths = xcalloc(count, sizeof *line.paths);
    for (size_t i = 0; i + 1 < count; i++)
        take_word(&line, words[i]);
    complete_word(out, &line, words[count - 1]);
    for (size_t i = 0; i < line.path_count; i++)
        free(line.paths[i]);
    free(line.paths);
}
