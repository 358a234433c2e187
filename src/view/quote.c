/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "view/quote.h"

#include "base/array.h"
#include "base/ascii.h"

#include <math.h>

static bool is_letter(char byte)
{
    return ((byte | 0x20) >= 'a' && (byte | 0x20) <= 'z') || (byte & 0x80);
}

/*
 * Returns the length of a number in a text: digits with commas between thousands, and a fraction.
 */
static size_t number_length(struct text text, size_t at)
{
    size_t end = at;
    while (end < text.length && (ascii_is_digit(text.data[end]) ||
                                 ((text.data[end] == ',' || text.data[end] == '.') &&
                                  end + 1 < text.length && ascii_is_digit(text.data[end + 1]))))
        end++;
    return end - at;
}

static bool is_value(struct text digits, double value)
{
    struct buffer plain = {0};
    struct decimal decimal;
    for (size_t i = 0; i < digits.length; i++)
        if (digits.data[i] != ',')
            buffer_putc(&plain, digits.data[i]);
    bool is_equal = decimal_parse(buffer_text(&plain), &decimal) && decimal.value == fabs(value);
    buffer_release(&plain);
    return is_equal;
}

static bool find_digits(struct text quote, double value, size_t *start, size_t *end)
{
    for (size_t at = 0; at < quote.length; at++) {
        if (!ascii_is_digit(quote.data[at]))
            continue;
        size_t length = number_length(quote, at);
        if (is_value((struct text){quote.data + at, length}, value)) {
            *start = at;
            *end = at + length;
            return true;
        }
        at += length;
    }
    return false;
}

static const char *const spelled[][4] = {
    {"one", "first", "once", "single"},
    {"two", "second", "twice", "twofold"},
    {"three", "third", "thrice", "threefold"},
    {"four", "fourth", "fourfold", NULL},
    {"five", "fifth", "fivefold", NULL},
    {"six", "sixth", "sixfold", NULL},
    {"seven", "seventh", NULL, NULL},
    {"eight", "eighth", NULL, NULL},
    {"nine", "ninth", NULL, NULL},
    {"ten", "tenth", "tenfold", NULL},
    {"eleven", "eleventh", NULL, NULL},
    {"twelve", "twelfth", NULL, NULL},
};

static bool find_word(struct text quote, const char *word, size_t *start, size_t *end)
{
    struct text wanted = text_of(word);
    for (size_t at = 0; at + wanted.length <= quote.length; at++) {
        size_t behind = at + wanted.length;
        if ((at && is_letter(quote.data[at - 1])) ||
            (behind < quote.length && is_letter(quote.data[behind])))
            continue;
        if (text_is_equal_folded((struct text){quote.data + at, wanted.length}, wanted)) {
            *start = at;
            *end = behind;
            return true;
        }
    }
    return false;
}

static bool find_spelled(struct text quote, double value, size_t *start, size_t *end)
{
    if (value < 1 || value > (double)ARRAY_LENGTH(spelled) || value != floor(value))
        return false;
    const char *const *words = spelled[(size_t)value - 1];
    for (size_t i = 0; i < ARRAY_LENGTH(spelled[0]) && words[i]; i++)
        if (find_word(quote, words[i], start, end))
            return true;
    return false;
}

bool quote_find_number(struct text quote, const struct claim *claim, size_t *start, size_t *end)
{
    double value = claim->decimal.value;
    return !isnan(claim->value) &&
           (find_digits(quote, value, start, end) || find_spelled(quote, value, start, end));
}

static struct text slice(struct text text, size_t start, size_t end)
{
    return (struct text){text.data + start, end - start};
}

/* A line break in a quote becomes a blank, as the pane wraps the text itself. */
static void add_flowing(struct line *line, enum role role, struct text text)
{
    struct buffer visible = {0};
    text_make_visible(&visible, text, true);
    line_add(line, role, buffer_text(&visible));
    buffer_release(&visible);
}

void quote_write(struct line *line, const struct dataset *dataset, const struct claim *claim)
{
    struct text quote = dataset_text(dataset, claim->row, FIELD_QUOTE);
    size_t start = 0, end = 0;
    if (!quote.length) {
        line_puts(line, ROLE_DIM, "(no quote)");
        return;
    }
    line_puts(line, ROLE_DIM, "\"");
    if (quote_find_number(quote, claim, &start, &end)) {
        add_flowing(line, ROLE_PLAIN, slice(quote, 0, start));
        add_flowing(line, ROLE_NUMBER, slice(quote, start, end));
    }
    add_flowing(line, ROLE_PLAIN, slice(quote, end, quote.length));
    line_puts(line, ROLE_DIM, "\"");
}

bool quote_is_shared(const struct dataset *dataset, size_t a, size_t b)
{
    struct text quote = dataset_text(dataset, a, FIELD_QUOTE);
    size_t source = dataset->column[FIELD_SOURCE];
    return quote.length &&
           table_code(dataset->table, a, source) == table_code(dataset->table, b, source) &&
           text_is_equal(quote, dataset_text(dataset, b, FIELD_QUOTE));
}

struct row_list quote_claims(const struct model *model, size_t wanted)
{
    const struct dataset *dataset = &model->dataset;
    struct row_list claims = {0};
    if (wanted == NO_ROW || !dataset_text(dataset, wanted, FIELD_QUOTE).length)
        return claims;
    struct codes sources = table_codes(dataset->table, dataset->column[FIELD_SOURCE]);
    uint32_t source = codes_at(sources, wanted);
    ROW_SET_EACH (&model->rows.shown, row)
        if (codes_at(sources, row) == source && row != wanted &&
            quote_is_shared(dataset, row, wanted))
            row_list_add(&claims, row);
    return claims;
}

size_t quote_next_claim(const struct model *model)
{
    struct row_list claims = quote_claims(model, model->selection.row);
    size_t next = claims.count ? claims.rows[0] : model->selection.row;
    for (size_t i = claims.count; i-- > 0 && claims.rows[i] > model->selection.row;)
        next = claims.rows[i];
    row_list_release(&claims);
    return next;
}
