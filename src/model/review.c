/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A proposal is judged by reading it as a claims file of one row, so that the reasons are those of
 * any other file.
 */
#include "config.h"

#include "model/review.h"

#include "analysis/claims/observation.h"
#include "base/array.h"
#include "base/atomic_file.h"
#include "base/memory.h"
#include "data/csv/csv_table.h"
#include "data/load/loading.h"

#include <errno.h>
#include <fcntl.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* --- reading --- */

static size_t find_column(const struct csv_record *header, const char *name)
{
    for (size_t i = 0; i < header->count; i++)
        if (text_is_word(csv_table_cell(header, i), name))
            return i;
    return SIZE_MAX;
}

static bool take_header(void *context, const struct csv_record *record, struct error *error)
{
    struct review *review = context;
    for (size_t field = 0; field < FIELD_COUNT; field++)
        review->column[field] = find_column(record, field_table[field].name);
    review->doubt_column = find_column(record, "doubt");
    if (review->doubt_column == SIZE_MAX)
        review->doubt_column = review->column[FIELD_NOTE];
    return review->column[FIELD_KIND] != SIZE_MAX ||
           error_set(error, "has no column `kind`; proposals have the columns of a claims file");
}

static char *copy_cell(const struct csv_record *record, size_t column)
{
    struct text cell = column == SIZE_MAX ? text_of("") : text_trim(csv_table_cell(record, column));
    return xstrndup(cell.data, cell.length);
}

static bool take_row(void *context, const struct csv_record *record, struct error *error)
{
    struct review *review = context;
    (void)error;
    ARRAY_RESERVE(review->items, review->count + 1, review->capacity);
    struct proposal *proposal = &review->items[review->count++];
    *proposal = (struct proposal){.doubt = copy_cell(record, review->doubt_column)};
    for (size_t field = 0; field < FIELD_COUNT; field++)
        proposal->cells[field] = copy_cell(record, review->column[field]);
    return true;
}

bool review_open(struct review *review, const char *path, struct error *error)
{
    *review = (struct review){.path = xstrndup(path, strlen(path))};
    return csv_table_read(path, take_header, take_row, review, error) &&
           (review->count || error_set(error, "%s: has no proposals", path));
}

void review_release(struct review *review)
{
    for (size_t i = 0; i < review->count; i++) {
        for (size_t field = 0; field < FIELD_COUNT; field++)
            free(review->items[i].cells[field]);
        free(review->items[i].doubt);
    }
    free(review->items);
    free(review->path);
    free(review->target);
    if (review->existing.table)
        dataset_release(&review->existing);
    *review = (struct review){0};
}

/* --- the claims file --- */

static off_t size_of(const char *path)
{
    struct stat about;
    return stat(path, &about) == 0 ? about.st_size : 0;
}

static void forget_existing(struct review *review)
{
    if (review->existing.table)
        dataset_release(&review->existing);
    review->existing = (struct dataset){0};
}

/* Reads the rows that the claims file has. */
static bool read_existing(struct review *review, const char *path, struct error *error)
{
    struct stat about;
    forget_existing(review);
    if (stat(path, &about) != 0)
        return errno == ENOENT || error_set(error, "%s: %s", path, strerror(errno));
    if (!S_ISREG(about.st_mode))
        return error_set(error, "%s: is no regular file", path);
    if (about.st_size == 0)
        return true;
    dataset_load(&review->existing, path, NULL);
    if (review->existing.is_unreadable || review->existing.form != FORM_CLAIMS)
        return error_set(error, "%s: is no claims file, so that no claims are appended to it",
                         path);
    if (review->existing.encoding != ENCODING_UTF8)
        return error_set(error, "%s: is not UTF-8, so that no claims are appended to it", path);
    return true;
}

bool review_set_target(struct review *review, const char *path, struct error *error)
{
    if (!read_existing(review, path, error)) {
        forget_existing(review);
        return false;
    }
    free(review->target);
    review->target = xstrndup(path, strlen(path));
    return true;
}

static const struct proposal *shown(const struct review *review)
{
    return &review->items[review->at];
}

void review_set(struct review *review, enum field field, struct text text)
{
    char **cell = &review->items[review->at].cells[field];
    free(*cell);
    text = text_trim(text);
    *cell = xstrndup(text.data, text.length);
}

/* --- writing rows --- */

static void write_cell(struct buffer *out, const char *cell, char separator)
{
    const char special[] = {separator, '"', '\n', '\r', '\0'};
    bool is_quoted = strpbrk(cell, special) || *cell == ' ' || *cell == '#';
    if (!is_quoted) {
        buffer_puts(out, cell);
        return;
    }
    buffer_putc(out, '"');
    for (; *cell; cell++) {
        if (*cell == '"')
            buffer_putc(out, '"');
        buffer_putc(out, *cell);
    }
    buffer_putc(out, '"');
}

static void write_header(struct buffer *out)
{
    for (size_t field = 0; field < FIELD_COUNT; field++)
        buffer_printf(out, "%s%s", field ? "," : "", field_table[field].name);
    buffer_putc(out, '\n');
}

/* A row with the columns of field_table. */
static void write_row(struct buffer *out, const struct proposal *proposal)
{
    for (size_t field = 0; field < FIELD_COUNT; field++) {
        if (field)
            buffer_putc(out, ',');
        write_cell(out, proposal->cells[field], ',');
    }
    buffer_putc(out, '\n');
}

/* A row with the columns of the claims file. */
static bool write_row_of(struct buffer *out, const struct dataset *file,
                         const struct proposal *proposal, struct error *error)
{
    bool has_column[FIELD_COUNT] = {false};
    for (size_t column = 0; column < file->file_columns; column++) {
        enum field field = dataset_field_of(file, column);
        if (column)
            buffer_putc(out, file->separator);
        if (field == FIELD_COUNT)
            continue;
        has_column[field] = true;
        write_cell(out, proposal->cells[field], file->separator);
    }
    buffer_putc(out, '\n');
    for (size_t field = 0; field < FIELD_COUNT; field++)
        if (!has_column[field] && *proposal->cells[field] && field != FIELD_ID)
            return error_set(
                error, "%s: has no column %s for `%s`; add it to the header, or empty the field",
                file->path, field_table[field].name, proposal->cells[field]);
    return true;
}

/* --- judging --- */

static void load_proposal(struct dataset *dataset, const struct proposal *proposal)
{
    struct buffer bytes = {0};
    write_header(&bytes);
    write_row(&bytes, proposal);
    dataset_load_bytes(dataset, "proposal", &bytes, NULL);
}

static void compare(struct judgement *judgement, const struct claim *claim,
                    const struct claim *other, const struct dataset *existing)
{
    struct buffer reason = {0};
    enum agreement agreement = agreement_of_claims(other, claim, &reason);
    if (judgement->agreement == AGREEMENT_SINGLE ||
        agreement_worse(agreement, judgement->agreement) != judgement->agreement) {
        judgement->agreement = agreement;
        buffer_truncate(&judgement->comparison, 0);
        buffer_printf(&judgement->comparison, "already there, %s: %s (", agreement_word(agreement),
                      reason.data);
        dataset_id(existing, other->row, &judgement->comparison);
        buffer_putc(&judgement->comparison, ')');
    }
    buffer_release(&reason);
}

/* True for an event with the same words of the same source. */
static bool is_same_event(const struct dataset *existing, size_t row,
                          const struct proposal *proposal)
{
    return text_is(dataset_text(existing, row, FIELD_KIND), "event") &&
           text_is(dataset_text(existing, row, FIELD_QUOTE), proposal->cells[FIELD_QUOTE]) &&
           text_is(dataset_text(existing, row, FIELD_SOURCE), proposal->cells[FIELD_SOURCE]);
}

static void compare_all(const struct review *review, const struct country_list *countries,
                        const struct claim *claim, struct judgement *judgement)
{
    const struct dataset *existing = &review->existing;
    size_t rows = existing->table ? table_row_count(existing->table) : 0;
    for (size_t row = 0; row < rows; row++) {
        struct claim other = dataset_claim(existing, row);
        if (claim->kind == KIND_EVENT && is_same_event(existing, row, shown(review))) {
            judgement->agreement = AGREEMENT_AGREE;
            buffer_truncate(&judgement->comparison, 0);
            buffer_puts(&judgement->comparison, "already there (");
            dataset_id(existing, row, &judgement->comparison);
            buffer_putc(&judgement->comparison, ')');
        } else if (observation_is_same(countries, claim, &other)) {
            compare(judgement, claim, &other, existing);
        }
    }
}

void review_judge(const struct review *review, const struct country_list *countries,
                  struct judgement *judgement)
{
    struct dataset dataset = {0};
    *judgement = (struct judgement){.agreement = AGREEMENT_SINGLE};
    load_proposal(&dataset, shown(review));
    if (dataset.problems.count)
        buffer_puts(&judgement->problem, dataset.problems.items[0].reason);
    else if (shown(review)->decision != DECISION_TAKEN) {
        struct claim claim = dataset_claim(&dataset, 0);
        claim.row = SIZE_MAX; /* no row of the claims file */
        compare_all(review, countries, &claim, judgement);
    }
    dataset_release(&dataset);
}

void judgement_release(struct judgement *judgement)
{
    buffer_release(&judgement->problem);
    buffer_release(&judgement->comparison);
}

bool review_is_doubtful(const struct review *review, size_t proposal)
{
    struct dataset dataset = {0};
    if (*review->items[proposal].doubt)
        return true;
    load_proposal(&dataset, &review->items[proposal]);
    bool is_doubtful = dataset.problems.count > 0;
    dataset_release(&dataset);
    return is_doubtful;
}

/* --- deciding --- */

static bool has_id(const struct dataset *existing, const char *id)
{
    size_t rows = existing->table ? table_row_count(existing->table) : 0;
    for (size_t row = 0; row < rows; row++)
        if (text_is(dataset_text(existing, row, FIELD_ID), id))
            return true;
    return false;
}

/* Keeps the id of a proposal, unless the claims file has it. */
static void choose_id(struct review *review)
{
    struct proposal *proposal = &review->items[review->at];
    struct buffer id = {0};
    if (*proposal->cells[FIELD_ID] && !has_id(&review->existing, proposal->cells[FIELD_ID]))
        return;
    for (size_t number = 1; !id.length || has_id(&review->existing, id.data); number++) {
        buffer_truncate(&id, 0);
        buffer_printf(&id, "%s-%02zu",
                      *proposal->cells[FIELD_SOURCE] ? proposal->cells[FIELD_SOURCE] : "claim",
                      number);
    }
    review_set(review, FIELD_ID, buffer_text(&id));
    buffer_release(&id);
}

/* Writes the text at the end of the file, all of it or nothing. */
static bool append(const char *path, struct text text, struct proposal *proposal,
                   struct error *error)
{
    int file = open(path, O_RDWR | O_APPEND | O_CREAT | O_CLOEXEC, 0666);
    struct stat about;
    char last = '\n';
    if (file < 0 || fstat(file, &about) != 0) {
        if (file >= 0)
            close(file);
        return error_set(error, "%s: cannot be written: %s", path, strerror(errno));
    }
    struct buffer whole = {0};
    if (about.st_size > 0 && pread(file, &last, 1, about.st_size - 1) == 1 && last != '\n')
        buffer_putc(&whole, '\n');
    buffer_append_text(&whole, text);
    ssize_t written = write(file, whole.data, whole.length);
    bool is_written = written == (ssize_t)whole.length && fsync(file) == 0;
    if (!is_written) {
        error_set(error, "%s: cannot be written: %s", path, strerror(errno));
        if (ftruncate(file, about.st_size) != 0)
            error_set(error, "%s: cannot be written whole: %s; its last row may be cut", path,
                      strerror(errno));
    }
    proposal->before = about.st_size;
    proposal->after = about.st_size + (off_t)whole.length;
    close(file);
    buffer_release(&whole);
    return is_written;
}

/* Returns the folder of a path. The caller frees it. */
static char *folder_of(const char *path)
{
    const char *slash = strrchr(path, '/');
    if (!slash)
        return xstrndup(".", 1);
    return xstrndup(path, slash == path ? 1 : (size_t)(slash - path));
}

static bool append_row(struct review *review, struct error *error)
{
    struct proposal *proposal = &review->items[review->at];
    struct buffer row = {0};
    if (!read_existing(review, review->target, error))
        return false;
    choose_id(review);
    bool is_new = !review->existing.table;
    bool is_ready = true;
    if (is_new) {
        write_header(&row);
        write_row(&row, proposal);
    } else {
        is_ready = write_row_of(&row, &review->existing, proposal, error);
    }
    is_ready = is_ready && append(review->target, buffer_text(&row), proposal, error);
    buffer_release(&row);
    return is_ready && read_existing(review, review->target, error);
}

static void decide(struct review *review, enum review_decision decision)
{
    review->items[review->at].decision = decision;
    review->items[review->at].turn = ++review->turns;
}

bool review_take(struct review *review, struct error *error)
{
    struct proposal *proposal = &review->items[review->at];
    if (proposal->decision == DECISION_TAKEN)
        return error_set(error, "it is taken already; u goes back");
    char *folder = folder_of(review->target);
    int lock = folder_lock(folder, error);
    bool is_taken = lock >= 0 && append_row(review, error);
    if (lock >= 0)
        folder_unlock(lock);
    free(folder);
    if (is_taken)
        decide(review, DECISION_TAKEN);
    return is_taken;
}

void review_drop(struct review *review)
{
    if (shown(review)->decision != DECISION_TAKEN)
        decide(review, DECISION_DROPPED);
}

bool review_advance(struct review *review, bool is_doubtful)
{
    for (size_t step = 1; step <= review->count; step++) {
        size_t at = (review->at + step) % review->count;
        if (review->items[at].decision != DECISION_NONE ||
            (is_doubtful && !review_is_doubtful(review, at)))
            continue;
        review->at = at;
        return true;
    }
    return false;
}

static bool cut_row(const struct review *review, const struct proposal *proposal,
                    struct error *error)
{
    if (size_of(review->target) != proposal->after)
        return error_set(error, "other rows have followed it in %s; remove it there",
                         review->target);
    return truncate(review->target, proposal->before) == 0 ||
           error_set(error, "%s: cannot be written: %s", review->target, strerror(errno));
}

/* Under the lock that appending takes. */
static bool take_out(const struct review *review, const struct proposal *proposal,
                     struct error *error)
{
    char *folder = folder_of(review->target);
    int lock = folder_lock(folder, error);
    bool is_done = lock >= 0 && cut_row(review, proposal, error);
    if (lock >= 0)
        folder_unlock(lock);
    free(folder);
    return is_done;
}

bool review_step_back(struct review *review, struct error *error)
{
    size_t last = 0;
    for (size_t i = 1; i < review->count; i++)
        if (review->items[i].turn > review->items[last].turn)
            last = i;
    struct proposal *proposal = &review->items[last];
    if (!proposal->turn)
        return error_set(error, "nothing is decided yet");
    if (proposal->decision == DECISION_TAKEN && !take_out(review, proposal, error))
        return false;
    proposal->decision = DECISION_NONE;
    proposal->turn = 0;
    review->at = last;
    return !review->target || read_existing(review, review->target, error);
}

size_t review_count_of(const struct review *review, enum review_decision decision)
{
    size_t count = 0;
    for (size_t i = 0; i < review->count; i++)
        count += review->items[i].decision == decision;
    return count;
}
